package app.waterline.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.Card;
import app.waterline.chart.BarChart;
import app.waterline.chart.Comparisons;
import app.waterline.chart.Scale;
import app.waterline.document.Document;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Metric;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Scenario;
import app.waterline.ui.PopupFaults;
import app.waterline.ui.Session;
import app.waterline.ui.Theme;
import app.waterline.ui.chart.ChartCanvas;
import atlantafx.base.controls.Popover;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({PopupFaults.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class CompareViewTest {
  private static final double WIDTH = 704; // a 1280 window less two panels of 288

  private final Session session = new Session(
      new Document(Comparisons.published2().workspace(), () -> 0),
      new Evaluator(),
      new QuantityFormat(Locale.US),
      Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  private CompareView view;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    for (String weight : List.of("Regular", "Medium", "SemiBold", "Bold")) {
      Font.loadFont(
          getClass().getResourceAsStream("/app/waterline/assets/fonts/Inter-" + weight + ".otf"),
          13);
    }
    view = new CompareView(session, Locale.US);
    Scene scene = new Scene(new StackPane(view.node()), WIDTH, 900);
    stage.setScene(scene);
    dress(Theme.LIGHT);
    view.show(session.evaluation().get());
    stage.show();
  }

  private void dress(Theme theme) {
    boolean dark = theme == Theme.DARK;
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    stage
        .getScene()
        .getStylesheets()
        .setAll(sheet(dark ? "tokens-dark.css" : "tokens-light.css"), sheet("waterline.css"));
    session.theme().set(theme);
  }

  private static String sheet(String file) {
    return Objects.requireNonNull(
            CompareViewTest.class.getResource("/app/waterline/assets/theme/" + file))
        .toExternalForm();
  }

  private void show(FxRobot robot, Evaluation evaluation) {
    robot.interact(() -> view.show(evaluation));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Set<String> texts() {
    return Stream.of(".label", ".button")
        .flatMap(style -> view.node().lookupAll(style).stream())
        .filter(Labeled.class::isInstance)
        .map(each -> ((Labeled) each).getText())
        .collect(Collectors.toSet());
  }

  @Test
  void theFiveMetricsOfBothPlatformsAndTheirRelation(FxRobot robot) {
    assertThat(texts())
        .contains("$1.41", "$2.65", "2.81", "5.66", "93.3", "5,970", "53.9 K", "2.84 M")
        .contains("$4.20", "$0.123", "Relative to HGX H200")
        .contains("▲ 34.0× lower", "▲ 64.0× higher", "▼ 1.88× higher");
  }

  @ParameterizedTest
  @CsvSource({"1,704,900", "2,704,900", "6,704,900", "12,704,960", "2,1000,900", "6,1000,960"})
  void nothingIsCutOff(int platforms, int width, int height, FxRobot robot) throws IOException {
    show(robot, Comparisons.ofSize(platforms));
    robot.interact(() -> {
      stage.setWidth(width);
      stage.setHeight(height);
    });
    for (Theme theme : Theme.values()) {
      robot.interact(() -> dress(theme));
      WaitForAsyncUtils.waitForFxEvents();
      keep("compare-%d-%d-%s".formatted(platforms, width, theme));
    }
    List<Labeled> labels = view.node().lookupAll(".label").stream()
        .filter(Labeled.class::isInstance)
        .map(Labeled.class::cast)
        .toList();
    assertThat(labels).hasSizeGreaterThan(5 * platforms);
    for (Labeled label : labels) {
      label.lookupAll(".text").stream()
          .filter(Text.class::isInstance)
          .map(Text.class::cast)
          .forEach(text -> assertThat(text.getText()).doesNotContain("..."));
    }
  }

  @Test
  void aLongHeadlineFigureIsShownWhole(FxRobot robot) {
    // 0.5 $/h ÷ (3600 · 5000 tok/s) · 10⁶ = 0.0278 $ per million tokens
    show(
        robot,
        new Evaluator()
            .evaluate(Card.workspace(
                Scenario.DEFAULT,
                Card.named("cheap").rented(0.5).delivering(5000).platform())));
    robot.interact(() -> stage.setWidth(660));
    WaitForAsyncUtils.waitForFxEvents();
    Label value = robot.lookup(".headline-value").queryAs(Label.class);
    assertThat(value.getText()).isEqualTo("$0.0278");
    assertThat(((Text) value.lookup(".text")).getText()).isEqualTo("$0.0278");
  }

  @Test
  void aRowIsAddedAndRemoved(FxRobot robot) {
    CheckMenuItem energy = item(robot, "row-joulesPerToken");
    robot.interact(() -> energy.setSelected(true));
    assertThat(texts()).contains("Energy per token", "0.352");
    robot.interact(() -> energy.setSelected(false));
    assertThat(texts()).doesNotContain("Energy per token");
  }

  private static Button figure(FxRobot robot, String text) {
    return robot.lookup(".figure").queryAllAs(Button.class).stream()
        .filter(each -> each.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static CheckMenuItem item(FxRobot robot, String id) {
    MenuButton menu = robot.lookup("#compare-metrics").queryAs(MenuButton.class);
    return menu.getItems().stream()
        .filter(each -> id.equals(each.getId()))
        .map(CheckMenuItem.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aClickOnAMetricSortsThePlatforms(FxRobot robot) {
    Button metric = robot.lookup("#sort-costPerMillionTokens").queryButton();
    assertThat(heads(robot)).containsExactly("HGX H200 ★", "GB300 NVL72");
    robot.interact(metric::fire);
    assertThat(heads(robot)).containsExactly("GB300 NVL72", "HGX H200 ★");
    robot.interact(robot.lookup("#sort-costPerMillionTokens").queryButton()::fire);
    assertThat(heads(robot)).containsExactly("HGX H200 ★", "GB300 NVL72");
  }

  private static List<String> heads(FxRobot robot) {
    return robot.lookup(".comparison-head").queryAllAs(Label.class).stream()
        .sorted(Comparator.comparingDouble(each -> each.localToScene(0, 0).getX()))
        .map(Labeled::getText)
        .toList();
  }

  @Test
  void aFigureExplainsItselfAndCanBeCopied(FxRobot robot) throws IOException {
    robot.interact(figure(robot, "$0.123")::fire);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(Window.getWindows()).hasSize(2);
    Parent popup = Window.getWindows().getLast().getScene().getRoot();
    Set<String> said = popup.lookupAll(".label").stream()
        .map(each -> ((Label) each).getText())
        .collect(Collectors.toSet());
    assertThat(said).contains("= c ÷ (3600 · T_d) · 10⁶", "$2.65/GPU-hour");
    keep(popup, "explain");
    robot.interact(robot.from(popup).lookup("#copy-explanation").queryButton()::fire);
    robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
        .startsWith("cost per million tokens")
        .contains("published table"));
  }

  @Test
  void aRatioExplainsItself(FxRobot robot) {
    Button ratio = robot.lookup(".figure-relative").queryAllAs(Button.class).stream()
        .filter(each -> each.getAccessibleText().contains("cost per million tokens"))
        .filter(Button::isFocusTraversable)
        .findFirst()
        .orElseThrow();
    assertThat(ratio.getText()).isEqualTo("▲ 34.0× lower");
    robot.interact(ratio::requestFocus);
    robot.type(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    Parent popup = Window.getWindows().getLast().getScene().getRoot();
    robot.interact(robot.from(popup).lookup("#copy-explanation").queryButton()::fire);
    robot.interact(
        () -> assertThat(Clipboard.getSystemClipboard().getString()).contains("$0.123", "$4.20"));
  }

  @Test
  void figuresChangeInPlace(FxRobot robot) {
    Button cell = figure(robot, "$4.20");
    ChartCanvas chart = robot.lookup("#chart-first").queryAs(ChartCanvas.class);
    show(robot, Comparisons.published2(Scenario.DEFAULT.withUtilization(0.5)));
    assertThat(cell.getText()).isEqualTo("$8.40");
    assertThat(cell.getScene()).isNotNull();
    assertThat(robot.lookup("#chart-first").queryAs(ChartCanvas.class)).isSameAs(chart);
    assertThat(chart.getAccessibleText()).contains("$8.40");
  }

  @Test
  void metricAndScaleOfAChartAreChosen(FxRobot robot) {
    ComboBox<Metric> choice = robot.lookup("#metric-first").queryComboBox();
    robot.interact(() -> choice.setValue(Metric.COST_PER_GPU_HOUR));
    robot.clickOn("#log-first");
    ChartCanvas chart = robot.lookup("#chart-first").queryAs(ChartCanvas.class);
    assertThat(chart.shown()).containsInstanceOf(BarChart.class).hasValueSatisfying(spec -> {
      assertThat(spec.title()).isEqualTo("HGX H200 costs 1.88× less per GPU-hour");
      assertThat(((BarChart) spec).axis().scale()).isEqualTo(Scale.LOG);
    });
  }

  @Test
  void withoutPlatformsTheViewSaysWhatToDo(FxRobot robot) {
    show(robot, new Evaluator().evaluate(Card.workspace(Scenario.DEFAULT)));
    assertThat(texts()).contains("No platforms to compare");
    show(robot, Comparisons.published2());
    assertThat(texts()).contains("$4.20");
  }

  @Test
  void tilesSayTheirFiguresToAScreenReader(FxRobot robot) {
    assertThat(view.node().lookupAll(".headline-tile").stream()
            .map(Node::getAccessibleText)
            .toList())
        .hasSize(4)
        .anySatisfy(text -> assertThat(text).contains("$0.123").contains("34.0× lower"));
  }

  private void keep(String name) throws IOException {
    keep(stage.getScene().getRoot(), name);
  }

  /** Leaves the picture for who wants to look at it. */
  private static void keep(Node node, String name) throws IOException {
    WritableImage image = WaitForAsyncUtils.waitForAsyncFx(5000, () -> node.snapshot(null, null));
    BufferedImage copy = new BufferedImage(
        (int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < copy.getHeight(); y++) {
      for (int x = 0; x < copy.getWidth(); x++) {
        copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    Path folder = Files.createDirectories(Path.of("target", "charts"));
    ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
  }

  @Test
  void theMenuOfAChartExplainsItsBars(FxRobot robot) {
    robot.interact(() -> robot.lookup("#chart-first").query().requestFocus());
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    ContextMenu menu = javafx.stage.Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .findFirst()
        .orElseThrow();
    Menu explain = (Menu) menu.getItems().getFirst();
    assertThat(explain.getItems())
        .extracting(MenuItem::getText)
        .anyMatch(name -> name.contains("$"));
    robot.interact(() -> {
      explain.getItems().getFirst().fire();
      menu.hide();
    });
    assertThat(javafx.stage.Window.getWindows()).anyMatch(Popover.class::isInstance);
  }

  @Test
  void theTableIsCopiedAsFiguresPictureAndFile(FxRobot robot) throws Exception {
    robot.interact(() -> robot.lookup("#sort-costPerMillionTokens").query().requestFocus());
    robot.press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(
            5000, () -> Clipboard.getSystemClipboard().hasFiles()));
    robot.interact(() -> {
      Clipboard board = Clipboard.getSystemClipboard();
      assertThat(board.getString())
          .contains("GB300 NVL72 ÷ HGX H200", "cost per million tokens\t$/M tokens\t4.2");
      assertThat(board.getFiles().getFirst().getName()).isEqualTo("Comparison.png");
    });
    assertThat(session.notice().get().orElse("")).contains("clipboard");
  }

  @Test
  void whatIsPointedAtIsMarkedInEveryChartAndInTheTable(FxRobot robot) {
    String second = session.evaluation().get().platforms().get(1).platform().id();
    robot.interact(() -> session.pointing().point(Optional.of(second)));
    WaitForAsyncUtils.waitForFxEvents();
    List<Node> markers = List.copyOf(robot.lookup(".chart-marker").queryAll());
    assertThat(markers).hasSize(2).allMatch(Node::isVisible);
    assertThat(List.<Node>copyOf(robot.lookup(".comparison-ground").queryAll()))
        .filteredOn(
            each -> each.getPseudoClassStates().contains(PseudoClass.getPseudoClass("marked")))
        .hasSize(1);
    robot.interact(() -> session.pointing().point(Optional.empty()));
    assertThat(markers).noneMatch(Node::isVisible);
    robot.interact(() -> session.pointing().pin(second));
    robot.interact(() -> session.pointing().point(Optional.empty()));
    assertThat(markers).allMatch(Node::isVisible);
    robot.interact(() -> session.pointing().pin(second));
    assertThat(markers).noneMatch(Node::isVisible);
  }
}
