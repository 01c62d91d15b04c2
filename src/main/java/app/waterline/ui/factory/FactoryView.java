package app.waterline.ui.factory;

import app.waterline.chart.ChartTexts;
import app.waterline.chart.FactoryCharts;
import app.waterline.chart.FlowChart;
import app.waterline.document.Edits;
import app.waterline.engine.Evaluation;
import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.Planner;
import app.waterline.model.Scenario;
import app.waterline.model.Sizing;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.View;
import app.waterline.ui.chart.ChartCanvas;
import app.waterline.ui.chart.ChartLook;
import app.waterline.ui.control.EmptyState;
import app.waterline.ui.control.Explanation;
import app.waterline.ui.control.InPlace;
import app.waterline.ui.control.Scrolling;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The Factory view: what a size gives, what it costs and earns, and when it is paid back. */
public final class FactoryView implements View {
  private static final double PER_LANE = 144;
  private static final double AROUND_LANES = 24;
  private static final int MOST_SENTENCES = 3;
  private static final double LEAST_PANELS = 232;

  private final Session session;
  private final Texts texts;
  private final ChartTexts names;
  private final ChartLook look;
  private final PlanInputs inputs;
  private final FlowPicture flow;
  private final Panels panels;
  private final Label verdict = new Label();
  private final Label finding = new Label();
  private final HBox unsold;
  private final VBox main;
  private final ScrollPane scrolled;
  private final Node unsized;
  private final Node empty;
  private final StackPane center = new StackPane();
  private final BorderPane filled = new BorderPane();
  private final StackPane root = new StackPane();
  private Subscription themes = Subscription.EMPTY;
  private boolean following;

  /**
   * @param session the figures, theme and formats
   * @param language of the words
   */
  public FactoryView(Session session, Locale language) {
    this.session = session;
    this.texts = Texts.of("textsFactory", language);
    this.names = new ChartTexts(session.format(), language);
    this.look = ChartLook.of(names);
    Texts words = Texts.of("texts", language);
    Explanation explanation = new Explanation(session.format(), words);
    this.inputs = new PlanInputs(session, texts, words);
    this.flow = new FlowPicture(canvas(), session, explanation, texts);
    flow.canvas().pointsOut(session.pointing());
    this.panels = new Panels(session, names, texts, this::canvas, explanation);
    this.unsold = unsold();
    this.main = main();
    this.scrolled = scrolled(main);
    this.unsized = unsized();
    this.empty = new EmptyState(texts.get("factory.empty"), texts.get("factory.emptyRemedy"))
        .offering(words, "edit.addPlatform", "file.openFactory");
    filled.setLeft(side());
    filled.setCenter(center);
    root.getStyleClass().add("factory-view");
    root.getStylesheets()
        .add(Objects.requireNonNull(
                FactoryView.class.getResource("/app/waterline/assets/theme/factory.css"))
            .toExternalForm());
  }

  private ChartCanvas canvas() {
    ChartCanvas canvas = new ChartCanvas(
        look.light(),
        new ChartCanvas.Words(
            texts.get("chart.showAsTable"),
            texts.get("chart.showAsChart"),
            texts.get("chart.copyData"),
            texts.get("chart.copyImage")));
    canvas.leaveWordsOut();
    return canvas;
  }

  private Node side() {
    ScrollPane scroll = scrolled(inputs);
    scroll.setFitToHeight(false);
    scroll.getStyleClass().add("plan-scroll");
    return scroll;
  }

  private static ScrollPane scrolled(Node content) {
    ScrollPane scroll = Scrolling.filling(content);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("side-scroll");
    return scroll;
  }

  private VBox main() {
    verdict.setId("factory-verdict");
    verdict.getStyleClass().add("factory-verdict");
    verdict.setWrapText(true);
    verdict.setMinHeight(Region.USE_PREF_SIZE);
    finding.setId("factory-finding");
    finding.getStyleClass().add("factory-finding");
    finding.setWrapText(true);
    finding.setMinHeight(Region.USE_PREF_SIZE);
    VBox head = new VBox(4, verdict, finding);
    VBox.setVgrow(flow, Priority.SOMETIMES);
    VBox.setVgrow(panels, Priority.ALWAYS);
    panels.setMinHeight(LEAST_PANELS);
    VBox box = new VBox(head, flow, unsold, panels);
    box.getStyleClass().add("factory-main");
    return box;
  }

  private HBox unsold() {
    Label what = new Label(texts.get("factory.unsold"));
    what.setMinWidth(0);
    Label enter = new Label(texts.get("factory.unsoldEnter"));
    HBox box = new HBox(8, what, new TokenPricePick(session, texts), enter);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("factory-unsold");
    return box;
  }

  private Node unsized() {
    Button begin = new Button(texts.get("factory.begin"));
    begin.setId("factory-begin");
    begin.setDefaultButton(false);
    begin.getStyleClass().add("accent");
    begin.setOnAction(event -> session.apply(
        Edits.sizing(texts.get("factory.begin"), new Sizing(Sizing.Basis.MEGAWATTS, 10))));
    EmptyState state =
        new EmptyState(texts.get("factory.unsized"), texts.get("factory.unsizedRemedy"));
    state.getChildren().add(begin);
    return state;
  }

  @Override
  public String id() {
    return "factory";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show(Evaluation evaluation) {
    follow();
    Node content = evaluation.platforms().isEmpty() ? empty : filled;
    InPlace.set(root.getChildren(), List.of(content));
    if (!evaluation.platforms().isEmpty()) {
      show(Planner.plan(evaluation));
    }
  }

  private void follow() {
    if (!following) {
      following = true;
      themes = session.theme().subscribe(theme -> {
        flow.canvas().use(look.in(theme));
        panels.use(look.in(theme));
      });
      themes = themes.and(session.pointing().marked().subscribe(flow.canvas()::mark));
    }
  }

  private void show(Plan plan) {
    Scenario scenario = plan.evaluation().workspace().scenario();
    inputs.show(plan);
    Node content = scenario.sizing() == null ? unsized : scrolled;
    InPlace.set(center.getChildren(), List.of(content));
    if (scenario.sizing() != null) {
      verdict.setText(FactoryCharts.verdict(plan, names));
      boolean sells = scenario.tokenPrices() != null;
      unsold.setVisible(!sells);
      unsold.setManaged(!sells);
      double high = AROUND_LANES + PER_LANE * plan.platforms().size();
      flow.setMinHeight(high);
      flow.setPrefHeight(high + 14 * plan.platforms().size());
      FlowChart chart = FactoryCharts.flow(plan, names);
      finding.setText(reasons(plan, chart));
      flow.show(plan, chart);
      panels.show(plan);
    }
  }

  /** Why: what each delivers, and what the decision hangs on. */
  private String reasons(Plan plan, FlowChart chart) {
    return Stream.concat(
            Stream.of(chart.title() + "."),
            plan.platforms().stream().map(each -> names.say(each.decision().hinges())))
        .filter(sentence -> !sentence.isEmpty())
        .limit(MOST_SENTENCES)
        .collect(Collectors.joining(" "));
  }

  @Override
  public void hidden() {
    themes.unsubscribe();
    following = false;
  }
}
