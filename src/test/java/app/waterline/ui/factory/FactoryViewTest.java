package app.waterline.ui.factory;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.chart.CashFlowChart;
import app.waterline.chart.Datum;
import app.waterline.chart.FlowChart;
import app.waterline.chart.LineChart;
import app.waterline.chart.StackChart;
import app.waterline.document.Document;
import app.waterline.document.Edit;
import app.waterline.engine.Evaluator;
import app.waterline.engine.plan.PlanMetric;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Planning;
import app.waterline.model.Sizing;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.chart.ChartCanvas;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
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

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class FactoryViewTest {
  private Session session;
  private FactoryView view;

  @Start
  void start(Stage stage) throws Exception {
    Workspace sample = WorkspaceFile.read(Path.of("sample-data/factory-10mw.waterline"));
    session = new Session(
        new Document(sample, System::nanoTime),
        new Evaluator(),
        new QuantityFormat(Locale.US),
        Clock.systemUTC());
    view = new FactoryView(session, Locale.US);
    session.evaluation().subscribe(view::show);
    // As wide and high as the view is in a window of 1280 × 800.
    Scene scene = new Scene(new StackPane(view.node()), 688, 696);
    scene.getStylesheets().add("/app/waterline/assets/theme/tokens-light.css");
    scene.addPreLayoutPulseListener(session::refresh);
    stage.setX(0);
    stage.setY(0);
    stage.setScene(scene);
    stage.show();
  }

  private static <C> C chart(FxRobot robot, String id, Class<C> kind) {
    return kind.cast(robot.lookup(id).queryAs(ChartCanvas.class).shown().orElseThrow());
  }

  private void use(FxRobot robot, Workspace workspace) {
    robot.interact(() -> session.open(workspace));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void fire(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private static void enter(FxRobot robot, String id, String text) {
    TextField field = robot.lookup(id).queryAs(TextField.class);
    robot.interact(() -> {
      field.requestFocus();
      field.setText(text);
      field.fireEvent(new javafx.event.ActionEvent());
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void saysWhichPaysBackFirstAndWhy(FxRobot robot) {
    assertThat(text(robot, "#factory-verdict"))
        .matches("GB300 NVL72 pays back after 0\\.\\d+ years; HGX H200: never within 4 years");
    assertThat(text(robot, "#factory-finding"))
        .contains("10 MW of GB300 NVL72 deliver", "as many as HGX H200")
        .contains("of today's token prices");
    assertThat(chart(robot, "#factory-flow", FlowChart.class).lanes()).hasSize(2);
    assertThat(chart(robot, "#factory-cash", CashFlowChart.class).lines())
        .filteredOn(CashFlowChart.Line::chosen)
        .extracting(CashFlowChart.Line::name)
        .containsExactly("GB300 NVL72");
  }

  /** The keys walk over the figures of the flow; Enter opens where one comes from. */
  @Test
  void theFlowIsExplainedByKeys(FxRobot robot) {
    ChartCanvas flow = robot.lookup("#factory-flow").queryAs(ChartCanvas.class);
    robot.interact(flow::requestFocus);
    robot.type(KeyCode.DOWN);
    assertThat(flow.getAccessibleText()).contains("press Enter to see where it comes from");
    robot.type(KeyCode.RIGHT, KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    Parent popup = Window.getWindows().getLast().getScene().getRoot();
    assertThat(robot.from(popup).lookup("#copy-explanation").tryQuery()).isPresent();
    robot.interact(popup.getScene().getWindow()::hide);
  }

  /** Until somebody chooses a platform, the cash flow is that of the best, whatever becomes the best. */
  @Test
  void theCashFlowFollowsTheBestUntilOneIsChosen(FxRobot robot) {
    Workspace now = session.document().current();
    robot.interact(() -> session.apply(Edit.of(
        "nothing sold",
        workspace -> workspace.withScenario(workspace.scenario().withTokenPrices(null)))));
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> session.apply(Edit.of("as before", workspace -> now)));
    WaitForAsyncUtils.waitForFxEvents();
    ComboBox<String> platform = robot.lookup("#factory-platform").queryComboBox();
    assertThat(platform.getValue()).isEqualTo("gb300");
    robot.interact(() -> platform.setValue("h200"));
    enter(robot, "#size-MEGAWATTS", "20");
    assertThat(platform.getValue()).isEqualTo("h200");
  }

  @Test
  void anotherSizeIsOneStepThatNamesItself(FxRobot robot) {
    enter(robot, "#size-MEGAWATTS", "20");

    assertThat(session.document().current().scenario().sizing())
        .isEqualTo(new Sizing(Sizing.Basis.MEGAWATTS, 20));
    assertThat(session.document().undoLabel()).contains("Size 10 MW → 20 MW");
    assertThat(chart(robot, "#factory-flow", FlowChart.class).title()).startsWith("20 MW of");
  }

  @Test
  void anotherBasisBeginsWithWhatThePlanHas(FxRobot robot) {
    robot.interact(() -> {
      @SuppressWarnings("unchecked")
      ComboBox<Sizing.Basis> basis = robot.lookup("#size-basis").queryAs(ComboBox.class);
      basis.setValue(Sizing.Basis.GPUS);
    });
    WaitForAsyncUtils.waitForFxEvents();
    // 10 MW ÷ 1.37 kW = 7,299 GPUs, 912 servers of 8: 7,296, which begins as 7,300.
    assertThat(session.document().current().scenario().sizing())
        .isEqualTo(new Sizing(Sizing.Basis.GPUS, 7300));
  }

  @Test
  void whatTheDomainRefusesIsExplainedAndChangesNothing(FxRobot robot) {
    for (String refused : List.of("0", "100")) {
      enter(robot, "#plan-HORIZON_YEARS", refused);
      assertThat(session.document().current().scenario().horizonYears()).isEqualTo(4);
      assertThat(robot.lookup(".field-message").<Label>queryAll())
          .extracting(Label::getText)
          .anyMatch(message -> message.contains("[" + refused));
    }
    enter(robot, "#plan-TOKEN_PRICE_DECLINE", "100 %");
    assertThat(session.document().current().scenario().tokenPriceDecline()).isEqualTo(0.3);
  }

  @Test
  void everyNumberOfThePlanIsEditable(FxRobot robot) {
    enter(robot, "#plan-SPARE_SYSTEMS", "2");
    enter(robot, "#plan-PEAK_TO_AVERAGE", "1.5");
    enter(robot, "#plan-HORIZON_YEARS", "6");
    enter(robot, "#plan-RAMP_UP_MONTHS", "12");
    enter(robot, "#plan-THROUGHPUT_GROWTH", "20");
    enter(robot, "#plan-POWER_INFLATION", "3");
    enter(robot, "#plan-TAX_RATE", "25");
    var scenario = session.document().current().scenario();
    assertThat(scenario.horizonYears()).isEqualTo(6);
    assertThat(scenario.throughputGrowth()).isEqualTo(0.2);
    assertThat(scenario.powerInflation()).isEqualTo(0.03);
    Planning planning = Objects.requireNonNull(scenario.planning());
    assertThat(planning.spareSystems()).isEqualTo(2);
    assertThat(planning.peakToAverage()).isEqualTo(1.5);
    assertThat(planning.rampUpMonths()).isEqualTo(12);
    assertThat(planning.taxRate()).isEqualTo(0.25);
    assertThat(chart(robot, "#factory-cash", CashFlowChart.class).years()).hasSize(7);
  }

  @Test
  void withoutASizeItSaysWhatToDo(FxRobot robot) {
    Workspace sized = session.document().current();
    use(robot, sized.withScenario(sized.scenario().withSizing(null)));
    assertThat(robot.lookup("#factory-verdict").tryQuery()).isEmpty();

    fire(robot, "#factory-begin");
    assertThat(session.document().current().scenario().sizing())
        .isEqualTo(new Sizing(Sizing.Basis.MEGAWATTS, 10));
    assertThat(robot.lookup("#factory-verdict").tryQuery()).isPresent();
  }

  @Test
  void withoutTokenPricesItOffersSomeWithTheirSource(FxRobot robot) {
    Workspace priced = session.document().current();
    use(robot, priced.withScenario(priced.scenario().withTokenPrices(null)));
    FlowChart.Step money = chart(robot, "#factory-flow", FlowChart.class)
        .lanes()
        .getFirst()
        .steps()
        .getLast();
    assertThat(money.lead().datum()).isEqualTo(new Datum.Missing("no token prices"));

    MenuButton pick = robot.lookup("#pick-token-prices").queryAs(MenuButton.class);
    robot.interact(() -> {
      pick.show();
      pick.getItems().getFirst().fire();
      pick.hide();
    });
    WaitForAsyncUtils.waitForFxEvents();
    var prices = Objects.requireNonNull(session.document().current().scenario().tokenPrices());
    assertThat(prices.output()).isEqualTo(2.19);
    assertThat(prices.evidence()).isNotNull();
    assertThat(pick.isVisible() && pick.getParent().isVisible()).isFalse();
  }

  @Test
  void withoutPlatformsItSaysSo(FxRobot robot) {
    use(robot, session.document().current().withPlatforms(List.of()));
    assertThat(robot.lookup(".empty-title").queryAs(Label.class).getText())
        .isEqualTo("Nothing to plan yet");
  }

  @Test
  void theOtherPanelsShowTheSamePlan(FxRobot robot) {
    fire(robot, "#panel-SIDES");
    StackChart stack = chart(robot, "#factory-stack", StackChart.class);
    double cost = cardCost();
    assertThat(stack.bars())
        .filteredOn(bar -> bar.name().equals("GB300 NVL72"))
        .singleElement()
        .satisfies(bar -> assertThat(bar.total()).extracting("value").isEqualTo(cost));
    assertThat(text(robot, "#factory-side-words")).contains("by annuity");
    fire(robot, "#sides-per-hour");
    assertThat(chart(robot, "#factory-stack", StackChart.class).axis().unit().symbol())
        .isEqualTo("$/GPU-hour");

    fire(robot, "#panel-CROSSINGS");
    assertThat(chart(robot, "#factory-crossings", LineChart.class).series()).isNotEmpty();

    fire(robot, "#panel-FIGURES");
    TableView<?> table = robot.lookup("#plan-figures").queryTableView();
    assertThat(table.getItems()).hasSize(PlanMetric.values().length);
    assertThat(table.getColumns()).hasSize(3);
  }

  /** On a wide window there is room for a second one. */
  @Test
  void twoPanelsStandSideBySideWhereThereIsRoom(FxRobot robot) {
    javafx.scene.layout.Region panels =
        robot.lookup(".factory-panels").queryAs(javafx.scene.layout.Region.class);
    Label words = robot.lookup("#factory-other-finding").queryAs(Label.class);
    robot.interact(() -> {
      assertThat(words.getParent().isVisible()).isFalse();
      panels.resize(1000, 400);
      assertThat(panels.lookup("#factory-cash")).isNotNull();
      assertThat(words.getParent().isVisible()).isTrue();
      assertThat(words.getText()).contains("is cheapest at");
      panels.resize(600, 400);
      assertThat(words.getParent().isVisible()).isFalse();
    });
  }

  private double cardCost() {
    return app.waterline.engine.plan.Planner.plan(session.evaluation().get())
        .platforms()
        .get(1)
        .of(PlanMetric.COST_PER_MILLION_TOKENS)
        .figure()
        .orElseThrow()
        .value();
  }

  @Test
  void nothingScrollsAtTheSizeOfASmallWindow(FxRobot robot) {
    for (Node each : robot.lookup(".side-scroll").queryAll()) {
      ScrollPane scroll = (ScrollPane) each;
      assertThat(scroll.getContent().getLayoutBounds().getHeight())
          .isLessThanOrEqualTo(scroll.getViewportBounds().getHeight() + 1);
    }
  }

  @Test
  void aDayByTheHourIsTakenAndRefused(FxRobot robot) {
    fire(robot, "#day-edit");
    javafx.scene.control.TextArea hours =
        robot.lookup("#day-hours").queryAs(javafx.scene.control.TextArea.class);
    robot.interact(() -> hours.setText("1 2 3"));
    fire(robot, "#day-apply");
    assertThat(text(robot, "#day-message")).contains("24 hours [3]");
    robot.interact(() -> hours.setText("1 ".repeat(12) + "3 ".repeat(12)));
    fire(robot, "#day-apply");
    var planning =
        Objects.requireNonNull(session.document().current().scenario().planning());
    assertThat(planning.hourlyLoad()).hasSize(24).endsWith(3.0);
    assertThat(robot.lookup("#day-edit").queryAs(ButtonBase.class).getText())
        .isEqualTo("peak 1.50×");
  }
}
