package app.waterline.ui.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.chart.ChartTexts;
import app.waterline.chart.Drawn;
import app.waterline.chart.IcebergChart;
import app.waterline.chart.IcebergCharts;
import app.waterline.document.Document;
import app.waterline.document.Edit;
import app.waterline.document.Edits;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Capability;
import app.waterline.model.Distribution;
import app.waterline.model.Input;
import app.waterline.ui.PopupFaults;
import app.waterline.ui.Session;
import app.waterline.ui.chart.ChartCanvas;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({PopupFaults.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class IcebergViewTest {
  private final QuantityFormat format = new QuantityFormat(Locale.US);
  private Session session;
  private IcebergView view;
  private boolean still;

  @Start
  void start(Stage stage) throws IOException {
    session = new Session(
        new Document(
            WorkspaceFile.read(Path.of("sample-data", "hopper-vs-blackwell.waterline")), () -> 0),
        new Evaluator(),
        format,
        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    view = new IcebergView(session, Locale.US, () -> still);
    Scene scene = new Scene(new StackPane(view.node()), 1000, 760);
    scene.getStylesheets().setAll(sheet("tokens-light.css"), sheet("waterline.css"));
    stage.setScene(scene);
    view.show(session.evaluation().get());
    stage.show();
  }

  private static String sheet(String file) {
    return Objects.requireNonNull(
            IcebergViewTest.class.getResource("/app/waterline/assets/theme/" + file))
        .toExternalForm();
  }

  private ChartCanvas canvas() {
    return (ChartCanvas) view.node().lookup("#iceberg-chart");
  }

  private Node card() {
    return view.node().lookup("#iceberg-card");
  }

  private String cardText() {
    return card().lookupAll(".label").stream()
        .map(each -> ((Label) each).getText())
        .collect(Collectors.joining("\n"));
  }

  private Point2D middleOf(String platform, String layer) {
    Rectangle2D bounds = canvas().drawn().orElseThrow().areas().stream()
        .filter(area -> area.platform().equals(platform) && area.part().equals(layer))
        .findFirst()
        .map(Drawn.Area::shape)
        .orElseThrow()
        .getBounds2D();
    return canvas().localToScreen(bounds.getCenterX(), bounds.getCenterY());
  }

  @Test
  void pointingAtALayerExplainsIt(FxRobot robot) {
    assertThat(card().isVisible()).isFalse();
    robot.moveTo(middleOf("gb300", "FP4"));
    assertThat(card().isVisible()).isTrue();
    assertThat(cardText())
        .contains("GB300 NVL72, FP4 arithmetic  6.10×")
        .contains("four bits")
        .contains("723 tok/s/GPU")
        .contains("InferenceX by SemiAnalysis, 2026-02-03")
        .contains("assumed");
    robot.moveTo(canvas().localToScreen(4, 4));
    assertThat(card().isVisible()).isFalse();
  }

  @Test
  void aClickKeepsTheExplanationAndEscapeCloses(FxRobot robot) {
    robot.clickOn(middleOf("gb300", "SCALE_UP"));
    robot.moveTo(canvas().localToScreen(4, 4));
    assertThat(cardText()).contains("scale-up interconnect  1.73×");
    robot.type(KeyCode.ESCAPE);
    assertThat(card().isVisible()).isFalse();
  }

  @Test
  void aClickOnTheCostExplainsIt(FxRobot robot) {
    robot.clickOn(middleOf("gb300", IcebergChart.COST));
    assertThat(explained(robot))
        .startsWith("cost per million tokens (input + output) = $0.12")
        .contains("$2.65");
    assertThat(card().isVisible()).isFalse();
  }

  @Test
  void theKeysReachTheCostToo(FxRobot robot) {
    robot.interact(() -> canvas().requestFocus());
    robot.type(KeyCode.DOWN, 3);
    assertThat(canvas().getAccessibleText()).startsWith("HGX H200, $4.20");
    robot.type(KeyCode.ENTER);
    assertThat(explained(robot)).startsWith("cost per million tokens (input + output) = $4.20");
  }

  private static String explained(FxRobot robot) {
    Parent popup = Window.getWindows().getLast().getScene().getRoot();
    robot.interact(robot.from(popup).lookup("#copy-explanation").queryButton()::fire);
    String[] text = new String[1];
    robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
    robot.interact(popup.getScene().getWindow()::hide);
    return text[0];
  }

  @Test
  void arrowKeysWalkOverTheLayersAndAreSpoken(FxRobot robot) {
    robot.interact(() -> canvas().requestFocus());
    robot.type(KeyCode.DOWN);
    assertThat(canvas().getAccessibleText()).startsWith("HGX H200, delivered tokens");
    robot.type(KeyCode.RIGHT);
    assertThat(canvas().getAccessibleText()).startsWith("GB300 NVL72, FP4 arithmetic  6.10×");
    robot.type(KeyCode.DOWN);
    assertThat(canvas().getAccessibleText())
        .startsWith("GB300 NVL72, multi-token prediction  2.78×. assumed");
    robot.type(KeyCode.UP, 2);
    assertThat(canvas().getAccessibleText()).startsWith("GB300 NVL72, price of a GPU-hour");
    robot.type(KeyCode.ESCAPE);
    assertThat(canvas().getAccessibleText()).startsWith("GB300 NVL72 tokens cost 34.0× less");
  }

  @Test
  void aCapabilitySwitchedOffMeltsAndEndsInTheNewFigures(FxRobot robot) throws TimeoutException {
    robot.interact(this::switchOffFp4);
    IcebergChart goal = goal();
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> shown().withRoom(0).equals(goal));
    assertThat(shown().room()).isGreaterThan(goal.depth()); // the scale stays, the figure rises
    assertThat(goal.title()).contains("5.58× less"); // 34.04 ÷ 6.1
  }

  @Test
  void nothingMovesWhereTheSystemAsksForIt(FxRobot robot) {
    still = true;
    robot.interact(() -> {
      switchOffFp4();
      assertThat(shown().withRoom(0)).isEqualTo(goal());
    });
  }

  @Test
  void theFirstFrameOfTheMeltingStillHasTheIce(FxRobot robot) {
    robot.interact(() -> {
      switchOffFp4();
      assertThat(shown().berg("gb300").orElseThrow().layer("FP4")).isPresent();
    });
  }

  /** The ranges are known before the ice has melted; they must not cut the movement short. */
  @Test
  void rangesThatComeMeanwhileDoNotEndTheMelting(FxRobot robot) throws TimeoutException {
    robot.interact(() -> {
      session.apply(Edit.of(
          "range",
          workspace -> workspace.withScenario(workspace
              .scenario()
              .withRange(Input.UTILIZATION, new Distribution.Uniform(0.5, 1)))));
      session.refresh();
      view.show(session.evaluation().get());
    });
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> session.bands().get().isPresent());
    robot.interact(() -> {
      view.show(session.evaluation().get());
      assertThat(shown().berg("gb300").orElseThrow().range()).startsWith("P5–P95");
      switchOffFp4();
      view.show(session.evaluation().get()); // as when ranges come
      assertThat(shown().berg("gb300").orElseThrow().layer("FP4")).isPresent();
    });
  }

  private IcebergChart shown() {
    return (IcebergChart) canvas().shown().orElseThrow();
  }

  private IcebergChart goal() {
    return IcebergCharts.of(session.evaluation().get(), new ChartTexts(format, Locale.US));
  }

  private void switchOffFp4() {
    session.apply(Edits.capability("FP4 off", "gb300", Capability.FP4, false));
    session.refresh();
    view.show(session.evaluation().get());
  }

  @Test
  void theMenuShowsTheFiguresAsATable(FxRobot robot) {
    robot.rightClickOn(canvas());
    robot.clickOn("Show as table");
    assertThat(canvas().showsTable()).isTrue();
    assertThat(card().isVisible()).isFalse();
  }
}
