package app.waterline.ui.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.Datum;
import app.waterline.chart.DistributionChart;
import app.waterline.chart.Drawn;
import app.waterline.chart.HeatChart;
import app.waterline.chart.LineChart;
import app.waterline.chart.TornadoChart;
import app.waterline.chart.WaterfallChart;
import app.waterline.document.Document;
import app.waterline.document.Edits;
import app.waterline.document.FigureSlots;
import app.waterline.document.ScenarioSlot;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Distribution;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Platform;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import app.waterline.ui.PopupFaults;
import app.waterline.ui.Session;
import app.waterline.ui.chart.ChartCanvas;
import atlantafx.base.controls.Popover;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
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
class WhatIfViewTest {
  private Session session;

  @Start
  void start(Stage stage) throws Exception {
    Workspace published = WorkspaceFile.read(Path.of("sample-data/hopper-vs-blackwell.waterline"));
    session = new Session(
        new Document(published, System::nanoTime),
        new Evaluator(),
        new QuantityFormat(Locale.US),
        Clock.systemUTC());
    WhatIfView view = new WhatIfView(session, Locale.US);
    session.evaluation().subscribe(view::show);
    Scene scene = new Scene(new StackPane(view.node()), 960, 760);
    scene.getStylesheets().add("/app/waterline/assets/theme/tokens-light.css");
    scene.addPreLayoutPulseListener(session::refresh);
    stage.setX(0);
    stage.setY(0);
    stage.setScene(scene);
    stage.show();
  }

  private static void ask(FxRobot robot, String question) {
    robot.interact(
        () -> robot.lookup("#question-" + question).queryAs(ToggleButton.class).fire());
  }

  /** The chart once it satisfies what is waited for; the answer comes from another thread. */
  private static <T extends ChartSpec> T chart(
      FxRobot robot, String id, Class<T> kind, Predicate<T> wanted) throws Exception {
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> found(robot, id, kind).filter(wanted).isPresent());
    return found(robot, id, kind).orElseThrow();
  }

  private static <T extends ChartSpec> Optional<T> found(FxRobot robot, String id, Class<T> kind) {
    return robot
        .lookup("#" + id)
        .tryQueryAs(ChartCanvas.class)
        .flatMap(ChartCanvas::shown)
        .map(kind::cast);
  }

  private static void choose(FxRobot robot, String id, String value) {
    robot.interact(() -> {
      @SuppressWarnings("unchecked")
      ComboBox<String> box = robot.lookup("#" + id).queryAs(ComboBox.class);
      box.setValue(value);
    });
  }

  private String rival() {
    return session.document().current().platforms().getLast().id();
  }

  @Test
  void theTornadoFollowsItsSpreadAndItsOutcome(FxRobot robot) throws Exception {
    TornadoChart usual = chart(robot, "what-if-tornado", TornadoChart.class, any -> true);
    TornadoChart.Bar rate = bar(usual, "ratePerGpuHour");
    assertThat(rate.low().input()).isCloseTo(2.652 * 0.8, within(1e-9));
    robot.interact(() -> robot.lookup("#what-if-spread").queryAs(Slider.class).setValue(10));
    TornadoChart narrow = chart(
        robot,
        "what-if-tornado",
        TornadoChart.class,
        each -> bar(each, "ratePerGpuHour").low().input() > 2.3);
    assertThat(bar(narrow, "ratePerGpuHour").low().input()).isCloseTo(2.652 * 0.9, within(1e-9));
    choose(robot, "what-if-outcome", "ratio.costPerMillionTokens");
    TornadoChart ratio = chart(
        robot,
        "what-if-tornado",
        TornadoChart.class,
        each -> each.outcome().name().contains("÷"));
    assertThat(((Datum.Known) ratio.base()).value()).isCloseTo(34.04, within(0.01));
  }

  @Test
  void whatWasChosenIsChosenAtTheNextStart(FxRobot robot) {
    choose(robot, "what-if-outcome", "ratio.costPerMillionTokens");
    robot.interact(() -> robot.lookup("#what-if-spread").queryAs(Slider.class).setValue(35));
    ask(robot, "sweep");
    choose(robot, "what-if-lever", "/scenario/powerPrice");
    robot.interact(() -> {
      WhatIfView next = new WhatIfView(session, Locale.US);
      next.show(session.evaluation().get());
      assertThat(chosen(next, "what-if-lever")).isEqualTo("/scenario/powerPrice");
      next.open("tornado");
      assertThat(chosen(next, "what-if-outcome")).isEqualTo("ratio.costPerMillionTokens");
      Slider spread = (Slider) Objects.requireNonNull(next.node().lookup("#what-if-spread"));
      assertThat(spread.getValue()).isEqualTo(35);
      next.hidden();
    });
  }

  @Test
  void whatWasChosenButIsNoLongerThereIsPassedOver(FxRobot robot) {
    robot.interact(() -> {
      session
          .choices()
          .putAll(Map.of(
              "what-if-question", "none", "what-if-outcome", "none", "what-if-spread", "5,000"));
      WhatIfView next = new WhatIfView(session, Locale.US);
      next.show(session.evaluation().get());
      assertThat(chosen(next, "what-if-outcome")).isEqualTo("costPerMillionTokens");
      Slider spread = (Slider) Objects.requireNonNull(next.node().lookup("#what-if-spread"));
      assertThat(spread.getValue()).isEqualTo(20);
      next.hidden();
    });
  }

  private static Object chosen(WhatIfView view, String id) {
    return ((ComboBox<?>) Objects.requireNonNull(view.node().lookup("#" + id))).getValue();
  }

  private static TornadoChart.Bar bar(TornadoChart chart, String end) {
    return chart.bars().stream()
        .filter(each -> each.id().endsWith(end))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aClickOnABarAsksForItsInputAndSoDoesEnter(FxRobot robot) throws Exception {
    TornadoChart chart = chart(robot, "what-if-tornado", TornadoChart.class, any -> true);
    WaitForAsyncUtils.waitForFxEvents();
    ChartCanvas canvas = robot.lookup("#what-if-tornado").queryAs(ChartCanvas.class);
    Drawn.Area second = canvas.drawn().orElseThrow().areas().get(1);
    Point2D middle = canvas.localToScreen(
        canvas.getInsets().getLeft() + second.shape().getBounds2D().getCenterX(),
        canvas.getInsets().getTop() + second.shape().getBounds2D().getCenterY());
    robot.clickOn(middle);
    assertThat(session.asked().get()).contains(chart.bars().get(1).id());
    robot.interact(canvas::requestFocus);
    robot.moveTo(canvas.localToScreen(4, 4));
    robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
    assertThat(session.asked().get()).contains(chart.bars().getFirst().id());
  }

  @Test
  void aRangeMovesItsBarFromDecileToDecile(FxRobot robot) throws Exception {
    robot.interact(() -> range(2.4, 3.2));
    TornadoChart chart = chart(
        robot, "what-if-tornado", TornadoChart.class, each -> each.subtitle().contains("P10"));
    TornadoChart.Bar rate = bar(chart, "ratePerGpuHour");
    assertThat(rate.low().input()).isCloseTo(2.48, within(1e-9));
    assertThat(rate.high().input()).isCloseTo(3.12, within(1e-9));
  }

  private void range(double low, double high) {
    Platform platform = session.document().current().platforms().getLast();
    Figure old = FigureSlots.RATE.of(platform).orElseThrow();
    Figure uncertain = new Figure(old.value(), new Distribution.Uniform(low, high), old.evidence());
    session.apply(
        Edits.platform("range", platform.id(), each -> FigureSlots.RATE.in(each, uncertain)));
  }

  @Test
  void theDistributionSaysHowToEnterARangeAndThenShowsIt(FxRobot robot) throws Exception {
    ask(robot, "distribution");
    assertThat(texts(robot)).anyMatch(text -> text.contains("Type a range into any field"));
    robot.interact(() -> range(2.4, 3.2));
    DistributionChart chart =
        chart(robot, "what-if-distribution", DistributionChart.class, any -> true);
    assertThat(chart.title()).contains("is cheaper than");
    assertThat(chart.influences().getFirst().name()).contains("Price per GPU-hour");
    choose(robot, "what-if-shape", "CUMULATIVE");
    chart(
        robot,
        "what-if-distribution",
        DistributionChart.class,
        each -> each.shape() == DistributionChart.Shape.CUMULATIVE);
  }

  private static Map<String, MenuItem> explained(FxRobot robot, String id) {
    ChartCanvas canvas = robot.lookup("#" + id).queryAs(ChartCanvas.class);
    robot.interact(canvas::requestFocus);
    robot.type(KeyCode.ENTER);
    ContextMenu menu = Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .findFirst()
        .orElseThrow();
    Map<String, MenuItem> items = new LinkedHashMap<>();
    menu.getItems().stream()
        .filter(Menu.class::isInstance)
        .map(Menu.class::cast)
        .flatMap(each -> each.getItems().stream())
        .forEach(item -> items.put(item.getText(), item));
    return items;
  }

  private static String popover() {
    WaitForAsyncUtils.waitForFxEvents();
    return Window.getWindows().stream()
        .filter(Popover.class::isInstance)
        .map(Popover.class::cast)
        .flatMap(open -> open.getContentNode().lookupAll(".label").stream())
        .map(label -> ((Label) label).getText())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aFigureOfTheTornadoIsExplainedFromTheMenu(FxRobot robot) throws Exception {
    chart(robot, "what-if-tornado", TornadoChart.class, any -> true);
    Map<String, MenuItem> items = explained(robot, "what-if-tornado");
    assertThat(items.keySet()).anyMatch(name -> name.contains("Price per GPU-hour = $2.12"));
    MenuItem low = items.entrySet().stream()
        .filter(each -> each.getKey().contains("Price per GPU-hour = $2.12"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
    robot.interact(low::fire);
    assertThat(popover()).contains("$0.0987", "tokens");
  }

  @Test
  void aStepOfTheBridgeIsExplainedByAClick(FxRobot robot) throws Exception {
    ask(robot, "bridge");
    WaterfallChart chart = chart(
        robot, "what-if-bridge", WaterfallChart.class, each -> !each.steps().isEmpty());
    WaitForAsyncUtils.waitForFxEvents();
    ChartCanvas canvas = robot.lookup("#what-if-bridge").queryAs(ChartCanvas.class);
    Drawn.Area step = canvas.drawn().orElseThrow().areas().get(1);
    robot.clickOn(canvas.localToScreen(
        canvas.getInsets().getLeft() + step.shape().getBounds2D().getCenterX(),
        canvas.getInsets().getTop() + step.shape().getBounds2D().getCenterY()));
    assertThat(popover())
        .contains(
            "step of the bridge", chart.steps().getFirst().amount().label().substring(1))
        .contains("cost before", "cost after", "$4.20");
  }

  /** Where the costs cross by the sweep's own chart, and by both costs at that place. */
  @Test
  void aFlipOfTheSweepIsExplainedByMouseAndKeys(FxRobot robot) throws Exception {
    robot.interact(() -> session.apply(Edits.figure(
        "rate", rival(), FigureSlots.RATE, new Figure(80, Evidence.assumption("a test")))));
    ask(robot, "sweep");
    choose(robot, "what-if-lever", "/platforms/" + rival() + "/pricing/ratePerGpuHour");
    LineChart chart =
        chart(robot, "what-if-sweep", LineChart.class, each -> !each.marks().isEmpty());
    WaitForAsyncUtils.waitForFxEvents();
    ChartCanvas canvas = robot.lookup("#what-if-sweep").queryAs(ChartCanvas.class);
    Drawn.Area mark = canvas.drawn().orElseThrow().areas().stream()
        .filter(area -> area.platform().equals(LineChart.NOBODY))
        .findFirst()
        .orElseThrow();
    robot.clickOn(canvas.localToScreen(
        canvas.getInsets().getLeft() + mark.shape().getBounds2D().getCenterX(),
        canvas.getInsets().getTop() + mark.shape().getBounds2D().getCenterY()));
    // 1.41 $/h × 5,970 ÷ 93.25 tok/s/GPU
    assertThat(chart.marks().getFirst().label()).isEqualTo("$90.27/GPU-hour");
    assertThat(popover()).contains("break-even value", "$90.27/GPU-hour", "$4.20");
  }

  @Test
  void aFlipOfTheMapIsExplainedByKeys(FxRobot robot) throws Exception {
    robot.interact(() -> session.apply(Edits.figure(
        "rate", rival(), FigureSlots.RATE, new Figure(80, Evidence.assumption("a test")))));
    ask(robot, "map");
    choose(robot, "what-if-across", "/platforms/" + rival() + "/pricing/ratePerGpuHour");
    HeatChart map =
        chart(robot, "what-if-heat", HeatChart.class, each -> !each.flips().isEmpty());
    WaitForAsyncUtils.waitForFxEvents();
    ChartCanvas canvas = robot.lookup("#what-if-heat").queryAs(ChartCanvas.class);
    robot.interact(canvas::requestFocus);
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    assertThat(map.flips().getFirst().name()).endsWith("Price per GPU-hour $90.27/GPU-hour");
    assertThat(popover()).contains("break-even value", "$90.27/GPU-hour", "$4.20");
  }

  @Test
  void thePercentilesAndTheChanceAreExplainedWithTheInputsDrawn(FxRobot robot) throws Exception {
    ask(robot, "distribution");
    robot.interact(() -> range(2.4, 3.2));
    DistributionChart chart =
        chart(robot, "what-if-distribution", DistributionChart.class, any -> true);
    Map<String, MenuItem> items = explained(robot, "what-if-distribution");
    assertThat(items.keySet()).contains(chart.title()).anyMatch(name -> name.contains("P95 = "));
    robot.interact(Objects.requireNonNull(items.get(chart.title()))::fire);
    assertThat(popover())
        .contains("65.5 K", "Price per GPU-hour, P5", "$2.44/GPU-hour", "$3.16/GPU-hour");
  }

  @Test
  void aBreakEvenValueIsExplainedByBothCosts(FxRobot robot) throws Exception {
    ask(robot, "breakEven");
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> robot.lookup("#break-even-table").tryQuery().isPresent());
    TableView<app.waterline.engine.why.BreakEvens.Row> table =
        robot.lookup("#break-even-table").queryTableView();
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !table.getItems().isEmpty());
    int rate = IntStream.range(0, table.getItems().size())
        .filter(i -> table.getItems().get(i).lever().stream()
            .anyMatch(lever -> lever.id().endsWith("ratePerGpuHour")))
        .findFirst()
        .orElseThrow();
    robot.interact(() -> {
      table.requestFocus();
      table.getSelectionModel().select(rate);
    });
    robot.type(KeyCode.SPACE);
    // 1.41 $/h × 5,970 ÷ 93.25 tok/s/GPU
    assertThat(popover()).contains("break-even value", "$90.27/GPU-hour", "HGX H200", "$4.20");
  }

  private static List<String> texts(FxRobot robot) {
    return robot.lookup(".label").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }

  @Test
  void theSweepFollowsTheScenario(FxRobot robot) throws Exception {
    ask(robot, "sweep");
    LineChart before = chart(robot, "what-if-sweep", LineChart.class, any -> true);
    assertThat(before.series()).hasSize(2);
    robot.interact(() -> session.apply(Edits.scenario("u", ScenarioSlot.UTILIZATION, 0.5)));
    LineChart after = chart(
        robot,
        "what-if-sweep",
        LineChart.class,
        each -> each.target() != null && each.target().at() == 0.5);
    assertThat(after.target()).isNotNull();
  }

  @Test
  void theMapOffersWinnersAdvantageAndFigure(FxRobot robot) throws Exception {
    ask(robot, "map");
    HeatChart advantage = chart(robot, "what-if-heat", HeatChart.class, any -> true);
    assertThat(advantage.title()).contains("is cheaper than");
    choose(robot, "what-if-map", "WINNERS");
    HeatChart winners = chart(
        robot,
        "what-if-heat",
        HeatChart.class,
        each -> each.title().contains("cheapest everywhere"));
    assertThat(winners.title()).containsPattern("[\\d.]+× below the next|[\\d.]+× to");
    assertThat(winners.cells())
        .as("won everywhere, by how much instead of one colour")
        .isInstanceOf(HeatChart.Cells.Values.class);
    choose(robot, "what-if-upwards", "/platforms/" + rival() + "/pricing/ratePerGpuHour");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(texts(robot)).contains("The same input twice");
  }

  @Test
  void theBreakEvenTableNamesThePriceThatMakesBothLevel(FxRobot robot) throws Exception {
    ask(robot, "breakEven");
    TableView<?> table = robot.lookup("#break-even-table").queryAs(TableView.class);
    Label heading = robot.lookup("#break-even-title").queryAs(Label.class);
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !heading.getText().isEmpty());
    WaitForAsyncUtils.waitForFxEvents();
    String title = heading.getText();
    assertThat(title).contains("costs 34.0× less than").contains("$90.27/GPU-hour");
    BreakEvenTable parent = (BreakEvenTable) table.getParent();
    assertThat(parent.data().rows())
        .anySatisfy(row -> assertThat(row).contains("Utilization", "none in range"))
        .anySatisfy(row -> assertThat(row).contains("Tokens/s per GPU", "0.0294×"));
  }

  @Test
  void theBridgeGoesFromTheBaseline(FxRobot robot) throws Exception {
    ask(robot, "bridge");
    WaterfallChart chart = chart(robot, "what-if-bridge", WaterfallChart.class, any -> true);
    assertThat(chart.title()).startsWith("From $4.20 to $0.12");
  }

  @Test
  void theMeasuredSampleAnswersEveryQuestion(FxRobot robot) throws Exception {
    Workspace measured = WorkspaceFile.read(Path.of("sample-data/deepseek-r1-measured.waterline"));
    robot.interact(() -> session.open(measured));
    choose(robot, "what-if-platform-tornado", measured.platforms().getLast().id());
    String first = measured.platforms().getLast().name();
    TornadoChart tornado =
        chart(robot, "what-if-tornado", TornadoChart.class, each -> each.title().contains(first));
    assertThat(tornado.bars()).isNotEmpty();
    assertThat(tornado.bars()).extracting(TornadoChart.Bar::owner).containsOnly("", first);
    assertThat(tornado.bars()).extracting(TornadoChart.Bar::name).doesNotContain("Input length");
    ask(robot, "map");
    choose(robot, "what-if-map", "WINNERS");
    HeatChart map = chart(robot, "what-if-heat", HeatChart.class, any -> true);
    assertThat(map.findings()).isNotEmpty();
    ask(robot, "breakEven");
    choose(robot, "what-if-platform-break-even", measured.platforms().getLast().id());
    Label heading = robot.lookup("#break-even-title").queryAs(Label.class);
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> heading.getText().contains(first));
    BreakEvenTable table =
        (BreakEvenTable) robot.lookup("#break-even-table").query().getParent();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(table.data().rows())
        .anySatisfy(row -> assertThat(row).contains("Measured tokens/s per GPU"));
    ask(robot, "bridge");
    chart(robot, "what-if-bridge", WaterfallChart.class, any -> true);
  }

  @Test
  void onePlatformAloneIsToldWhatToDo(FxRobot robot) {
    robot.interact(() -> session.open(Card.workspace(
        Scenario.DEFAULT, Card.named("alone").rented(1).delivering(100).platform())));
    for (String question : List.of("breakEven", "bridge")) {
      ask(robot, question);
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(texts(robot)).as(question).contains("One platform alone");
    }
  }

  @Test
  void noPlatformAtAllIsToldWhatToDo(FxRobot robot) {
    robot.interact(() -> session.open(Card.workspace(Scenario.DEFAULT)));
    for (String question :
        List.of("sweep", "map", "breakEven", "bridge", "distribution", "tornado")) {
      ask(robot, question);
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(texts(robot)).as(question).contains("No platforms yet");
    }
  }

  @Test
  void everyChoiceHasAnAccessibleName(FxRobot robot) {
    for (Node node : robot.lookup(".combo-box, .slider").queryAll()) {
      assertThat(node.getAccessibleText()).as(String.valueOf(node.getId())).isNotBlank();
    }
  }
}
