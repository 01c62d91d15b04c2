package app.waterline.ui.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import app.waterline.chart.Datum;
import app.waterline.chart.Drawn;
import app.waterline.chart.LineChart;
import app.waterline.document.Document;
import app.waterline.document.Edit;
import app.waterline.document.Edits;
import app.waterline.document.ScenarioSlot;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Distribution;
import app.waterline.model.Input;
import app.waterline.model.Unit;
import app.waterline.model.Workspace;
import app.waterline.ui.PopupFaults;
import app.waterline.ui.Session;
import app.waterline.ui.chart.ChartCanvas;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({PopupFaults.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class FrontierViewTest {
  private Session session;
  private FrontierView view;

  @Start
  void start(Stage stage) throws Exception {
    Workspace measured = WorkspaceFile.read(Path.of("sample-data/deepseek-r1-measured.waterline"));
    session = new Session(
        new Document(measured, System::nanoTime),
        new Evaluator(),
        new QuantityFormat(Locale.US),
        Clock.systemUTC());
    view = new FrontierView(session, Locale.US);
    session.evaluation().subscribe(view::show);
    session.bands().subscribe(bands -> view.show(session.evaluation().get())); // as the window does
    Scene scene = new Scene(new StackPane(view.node()), 900, 700);
    scene.getStylesheets().add("/app/waterline/assets/theme/tokens-light.css");
    scene.addPreLayoutPulseListener(session::refresh);
    stage.setX(0);
    stage.setY(0);
    stage.setScene(scene);
    stage.show();
  }

  private static ChartCanvas canvas(FxRobot robot) {
    return robot.lookup("#frontier-chart").queryAs(ChartCanvas.class);
  }

  private static LineChart chart(FxRobot robot) {
    return (LineChart) canvas(robot).shown().orElseThrow();
  }

  private double target() {
    Double target = session.document().current().scenario().targetInteractivity();
    return target == null ? 0 : target;
  }

  @Test
  void aDragSetsTheTargetInOneStepAndEverythingFollows(FxRobot robot) {
    ChartCanvas canvas = canvas(robot);
    double from = canvas.drawn().orElseThrow().placeOf(60);
    double to = canvas.drawn().orElseThrow().placeOf(90);
    Point2D start = canvas.localToScreen(from, 300);
    robot
        .moveTo(start)
        .press(MouseButton.PRIMARY)
        .moveBy((to - from) / 2, 0)
        .moveBy((to - from) / 2, 0)
        .release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(target()).isBetween(88.0, 92.0);
    assertThat(robot.lookup("#frontier-title").queryAs(Label.class).getText())
        .startsWith("At " + Math.round(target()) + " tok/s/user");
    assertThat(chart(robot).target()).isNotNull();
    robot.interact(() -> session.document().undo());
    assertThat(session.document().current().scenario().targetInteractivity()).isNull();
    assertThat(session.document().undoLabel()).isEmpty();
  }

  private static List<String> ranges(FxRobot robot) {
    return Optional.ofNullable(chart(robot).target()).stream()
        .flatMap(target -> target.readings().stream())
        .map(LineChart.Reading::range)
        .filter(range -> !range.isEmpty())
        .toList();
  }

  /** Figures that moved have no range until the one that belongs to them is known. */
  @Test
  void anUncertainReadingHasItsRangeAtRestOnly(FxRobot robot) throws Exception {
    robot.interact(() -> {
      session.apply(Edit.of(
          "range",
          workspace -> workspace.withScenario(workspace
              .scenario()
              .withTargetInteractivity(50.0)
              .withRange(Input.UTILIZATION, new Distribution.Uniform(0.5, 1)))));
      session.refresh();
      assertThat(ranges(robot)).isEmpty();
    });
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !ranges(robot).isEmpty());
    LineChart.Target target = Objects.requireNonNull(chart(robot).target());
    LineChart.Reading best = target.readings().getFirst();
    double whole = ((Datum.Known) best.datum()).value(); // at 100 %, so that 52.5 % and 97.5 % are
    String[] ends = best.range().split(" to ", -1);
    assertThat(session.format().parse(ends[0], Unit.TOKENS_PER_SECOND_PER_GPU))
        .isCloseTo(whole * 0.525, withinPercentage(0.1));
    assertThat(session.format().parse(ends[1], Unit.TOKENS_PER_SECOND_PER_GPU))
        .isCloseTo(whole * 0.975, withinPercentage(0.5)); // printed to three digits
    robot.interact(() -> {
      session.apply(Edit.of(
          "target",
          workspace -> workspace.withScenario(workspace.scenario().withTargetInteractivity(51.0))));
      session.refresh();
      assertThat(ranges(robot)).isEmpty();
    });
  }

  /** The arrow keys select a toggle without an action. */
  @Test
  void whatIsSelectedByTheArrowKeysIsWhatIsDrawn(FxRobot robot) {
    String before = chart(robot).title();
    robot.interact(() -> robot.lookup("#measure-TOKENS").query().requestFocus());
    robot.type(KeyCode.RIGHT);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#measure-TOKENS").queryAs(ToggleButton.class).isSelected())
        .isFalse();
    assertThat(chart(robot).title()).isNotEqualTo(before).contains("MW");
  }

  @Test
  void oneSliderChoosesFromWhichMonthToWhichMonthRunsCount(FxRobot robot) {
    int all = chart(robot).series().size();
    robot.interact(() -> robot.lookup("#filter-date").queryAs(MenuButton.class).show());
    robot.interact(() -> {
      RangeSlider slider =
          (RangeSlider) Window.getWindows().getLast().getScene().getRoot().lookup("#month-range");
      slider.setHighValue(0);
    });
    assertThat(robot.lookup("#filter-date").queryAs(MenuButton.class).getText())
        .isEqualTo("Until 2025-11");
    assertThat(chart(robot).series().size()).isLessThan(all);
  }

  @Test
  void arrowKeysMoveTheTargetAndDeleteTakesItAway(FxRobot robot) {
    robot.interact(() -> canvas(robot).requestFocus());
    robot.type(KeyCode.RIGHT, 3);
    assertThat(target()).isEqualTo(3);
    robot.type(KeyCode.LEFT);
    assertThat(target()).isEqualTo(2);
    robot.type(KeyCode.DELETE);
    assertThat(session.document().current().scenario().targetInteractivity()).isNull();
  }

  @Test
  void readingsExplainThemselvesByMouseAndKeys(FxRobot robot) {
    robot.interact(() -> canvas(robot).requestFocus());
    robot.interact(() -> session
        .document()
        .apply(Edits.scenario("target", ScenarioSlot.TARGET_INTERACTIVITY, 50.0)));
    WaitForAsyncUtils.waitForFxEvents();
    List<Drawn.Area> rows = canvas(robot).drawn().orElseThrow().areas();
    Drawn.Area best = rows.stream()
        .filter(area -> area.part().equals(LineChart.READING))
        .findFirst()
        .orElseThrow();
    String name =
        session.document().current().platform(best.platform()).orElseThrow().name();
    java.awt.geom.Rectangle2D row = best.shape().getBounds2D();
    robot.clickOn(canvas(robot).localToScreen(row.getCenterX(), row.getCenterY()));
    assertThat(target()).isEqualTo(50);
    String clicked = explained(robot);
    assertThat(clicked).startsWith("delivered tokens/s per GPU = ");
    robot.interact(() -> canvas(robot).requestFocus());
    robot.type(KeyCode.ENTER);
    robot.interact(() -> {
      ContextMenu menu = (ContextMenu) Window.getWindows().getLast();
      Menu explain = (Menu) menu.getItems().getFirst();
      MenuItem same = explain.getItems().stream()
          .filter(item -> item.getText().startsWith(name + "  "))
          .findFirst()
          .orElseThrow();
      menu.hide();
      same.fire();
    });
    assertThat(explained(robot)).isEqualTo(clicked);
  }

  private static String explained(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents();
    Parent popup = Window.getWindows().getLast().getScene().getRoot();
    robot.interact(robot.from(popup).lookup("#copy-explanation").queryButton()::fire);
    String[] text = new String[1];
    robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
    robot.interact(popup.getScene().getWindow()::hide);
    return text[0];
  }

  @Test
  void filtersLeaveOnlyTheirRuns(FxRobot robot) {
    int before = points(chart(robot));
    MenuButton precision = robot.lookup("#filter-precision").queryAs(MenuButton.class);
    CheckMenuItem fp8 = (CheckMenuItem) precision.getItems().stream()
        .filter(item -> item.getText().equals("FP8"))
        .findFirst()
        .orElseThrow();
    robot.interact(() -> {
      fp8.setSelected(true);
      fp8.fire();
    });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(points(chart(robot))).isPositive().isLessThan(before);
    assertThat(chart(robot).series().stream()
            .filter(each -> each.role() == LineChart.Role.POINTS)
            .flatMap(each -> each.points().stream()))
        .allMatch(point -> point.label().contains("FP8"));
    assertThat(precision.getText()).isEqualTo("FP8");
  }

  private static int points(LineChart chart) {
    return chart.series().stream()
        .filter(each -> each.role() == LineChart.Role.POINTS)
        .mapToInt(each -> each.points().size())
        .sum();
  }

  @Test
  void theMeasureAndTheAxisAreChosen(FxRobot robot) {
    robot.interact(
        () -> robot.lookup("#measure-COST").queryAs(ToggleButton.class).fire());
    assertThat(chart(robot).y().unit().symbol()).isEqualTo("$/M tokens");
    assertThat(chart(robot).notes()).anyMatch(note -> note.contains("cheaper up to"));
    robot.interact(() -> robot
        .lookup("#frontier-against")
        .<FrontierView.Against>queryComboBox()
        .setValue(FrontierView.Against.DATE));
    assertThat(chart(robot).subtitle()).endsWith("best measured so far");
  }

  @Test
  void aPointThatIsPointedAtTellsItsRun(FxRobot robot) {
    ChartCanvas canvas = canvas(robot);
    LineChart.Point point = chart(robot).series().getFirst().points().getFirst();
    double x = canvas.drawn().orElseThrow().placeOf(point.x());
    double y = canvas.drawn().orElseThrow().heightOf(point.y());
    robot.moveTo(canvas.localToScreen(x, y));
    WaitForAsyncUtils.waitForFxEvents();
    Label run = robot.lookup("#frontier-run").queryAs(Label.class);
    assertThat(run.isVisible()).isTrue();
    assertThat(run.getText()).contains("InferenceX").contains("tok/s/user");
  }
}
