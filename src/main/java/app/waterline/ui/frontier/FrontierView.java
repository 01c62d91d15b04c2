package app.waterline.ui.frontier;

import app.waterline.chart.ChartTexts;
import app.waterline.chart.Datum;
import app.waterline.chart.Drawn;
import app.waterline.chart.FrontierCharts;
import app.waterline.chart.LineChart;
import app.waterline.chart.Speed;
import app.waterline.document.ScenarioSlot;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.RunFilter;
import app.waterline.engine.why.Bands;
import app.waterline.model.Workspace;
import app.waterline.ui.Editing;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.View;
import app.waterline.ui.card.CardTools;
import app.waterline.ui.chart.ChartCanvas;
import app.waterline.ui.chart.ChartLook;
import app.waterline.ui.control.Choosing;
import app.waterline.ui.control.EmptyState;
import app.waterline.ui.control.Explanation;
import app.waterline.ui.control.InPlace;
import app.waterline.ui.control.Spoken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The Frontier view: what was measured, and what it costs at the interactivity that users must see. */
public final class FrontierView implements View {
  /** As many lines as leave the plot most of the window. */
  private static final int FEW_NOTES = 4;

  private final Session session;
  private final Texts texts;
  private final Editing editing;
  private final ChartLook look;
  private final FrontierCharts charts;
  private final Evaluator filtering = new Evaluator();
  private final Label title = new Label();
  private final Label subtitle = new Label();
  private final Label notes = new Label();
  private final FlowPane readings = new FlowPane();
  private final Label at = new Label();
  private final List<ReadingLink> links = new ArrayList<>();
  private final Hyperlink more = new Hyperlink();
  private final FlowPane measures = new FlowPane();
  private final ToggleGroup group = new ToggleGroup();
  private final ComboBox<Against> against = new ComboBox<>();
  private final RunFilters filters;
  private final WorkloadMenus workloads;
  private final FrontierPlot plot;
  private final Explanation explanation;
  private final VBox filled;
  private final Node empty;
  private final StackPane root = new StackPane();
  private Subscription themes = Subscription.EMPTY;
  private boolean following;
  private boolean allNotes;
  private @Nullable Evaluation shown;
  private @Nullable Evaluation drawn;

  /** What the view reads throughput against. */
  enum Against {
    INTERACTIVITY,
    TIME_TO_FIRST_TOKEN,
    END_TO_END,
    DATE
  }

  /** What the view measures; the price follows the way of counting tokens. */
  private enum Measure {
    TOKENS,
    TOKENS_PER_MW,
    COST,
    ENERGY
  }

  /**
   * @param session the figures, theme and formats
   * @param language of the words
   */
  public FrontierView(Session session, Locale language) {
    this.session = session;
    this.texts = Texts.of("textsFrontier", language);
    this.editing = new Editing(session, Texts.of("texts", language));
    ChartTexts names = new ChartTexts(session.format(), language);
    this.explanation = new Explanation(session.format(), Texts.of("texts", language));
    this.look = ChartLook.of(names);
    this.charts = new FrontierCharts(names);
    this.filters = new RunFilters(texts, this::redraw);
    this.workloads = new WorkloadMenus(session, texts);
    this.plot = new FrontierPlot(new ChartCanvas(look.light(), words()), target());
    plot.canvas().explains(texts.get("chart.explain"), this::explained);
    plot.canvas().pointsOut(session.pointing());
    this.filled = new VBox(title, subtitle, controls(), plot, readings, notes, more);
    this.empty = new EmptyState(texts.get("frontier.empty"), texts.get("frontier.emptyRemedy"))
        .offering(Texts.of("texts", language), "file.importRuns", "file.openMeasured");
    title.getStyleClass().add("view-title");
    title.setWrapText(true);
    title.setId("frontier-title");
    subtitle.getStyleClass().add("view-subtitle");
    subtitle.setWrapText(true);
    notes.getStyleClass().add("view-notes");
    notes.setWrapText(true);
    for (Label words : List.of(title, subtitle, notes)) {
      words.setMinHeight(Region.USE_PREF_SIZE);
    }
    notes.setId("frontier-notes");
    readings.setId("frontier-readings");
    readings.getStyleClass().add("frontier-readings");
    more.setId("frontier-more");
    more.getStyleClass().add("link-button");
    more.setOnAction(event -> toggleNotes());
    filled.getStyleClass().add("frontier-content");
    VBox.setVgrow(plot, Priority.ALWAYS);
    root.getStyleClass().add("frontier-view");
    root.getStylesheets().add(sheet());
  }

  private static String sheet() {
    return Objects.requireNonNull(
            FrontierView.class.getResource("/app/waterline/assets/theme/frontier.css"))
        .toExternalForm();
  }

  private ChartCanvas.Words words() {
    return new ChartCanvas.Words(
        texts.get("chart.showAsTable"),
        texts.get("chart.showAsChart"),
        texts.get("chart.copyData"),
        texts.get("chart.copyImage"));
  }

  private FrontierPlot.Target target() {
    return new FrontierPlot.Target() {
      @Override
      public void begins() {
        editing.begin(ScenarioSlot.TARGET_INTERACTIVITY);
      }

      @Override
      public void moves(@Nullable Double value) {
        editing.scenario(ScenarioSlot.TARGET_INTERACTIVITY, value);
      }

      @Override
      public void ends() {
        editing.end();
        releaseRoom();
      }

      @Override
      public void explains(Node owner, String platform) {
        explain(owner, platform);
      }
    };
  }

  /** What every platform has, for the menu of the chart. */
  private Map<String, Runnable> explained() {
    Map<String, Runnable> figures = new LinkedHashMap<>();
    Evaluation evaluation = drawn;
    if (evaluation != null) {
      for (PlatformEvaluation each : evaluation.platforms()) {
        String id = each.platform().id();
        each.of(metric(evaluation))
            .figure()
            .ifPresent(figure -> figures.put(
                each.platform().name() + "  "
                    + session.format().format(figure.value(), figure.unit()),
                () -> explain(plot.beside(id), id)));
      }
    }
    return figures;
  }

  /** The figure of the runs that the filters leave, as it is drawn. */
  private void explain(Node owner, String platform) {
    Evaluation evaluation = drawn;
    if (evaluation != null) {
      evaluation.platforms().stream()
          .filter(each -> each.platform().id().equals(platform))
          .flatMap(each -> each.of(metric(evaluation)).figure().stream())
          .findFirst()
          .ifPresent(figure -> explanation.show(owner, figure, CardTools.links(session, platform)));
    }
  }

  private VBox controls() {
    for (Measure each : Measure.values()) {
      measures.getChildren().add(measure(each));
    }
    Choosing.follow(group, measure -> redraw());
    measures.getStyleClass().add("frontier-measures");
    against.getItems().setAll(Against.values());
    against.setValue(Against.INTERACTIVITY);
    against.setConverter(converter());
    against.setId("frontier-against");
    Spoken.name(against, texts.get("frontier.against"));
    against.valueProperty().subscribe(value -> redraw());
    filters.getChildren().addAll(0, workloads.buttons());
    filters.getChildren().addFirst(against);
    VBox controls = new VBox(measures, filters);
    controls.getStyleClass().add("frontier-controls");
    return controls;
  }

  private ToggleButton measure(Measure each) {
    ToggleButton button = new ToggleButton(texts.get("measure." + each.name()));
    button.setId("measure-" + each.name());
    button.getStyleClass().add("pill");
    button.setToggleGroup(group);
    button.setUserData(each);
    button.setSelected(each == Measure.TOKENS);
    return button;
  }

  private StringConverter<Against> converter() {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable Against each) {
        return each == null ? "" : texts.get("against." + each.name());
      }

      @Override
      public Against fromString(String text) {
        throw new UnsupportedOperationException("The choice is not typed [%s].".formatted(text));
      }
    };
  }

  @Override
  public String id() {
    return "frontier";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public boolean showsRanges() {
    return true;
  }

  @Override
  public void show(Evaluation evaluation) {
    if (!following) {
      following = true;
      themes = session
          .theme()
          .subscribe(theme -> plot.canvas().use(look.in(theme)))
          .and(session.pointing().marked().subscribe(plot.canvas()::mark))
          .and(session.settled().subscribe(this::releaseRoom));
    } else if (session.isMoving()) {
      keepRoom();
    }
    shown = evaluation;
    workloads.offer(evaluation.workspace());
    filters.offer(evaluation.workspace());
    redraw();
  }

  @Override
  public void hidden() {
    themes.unsubscribe();
    following = false;
  }

  private void redraw() {
    Evaluation evaluation = shown;
    if (evaluation == null) {
      return;
    }
    boolean measured = evaluation.workspace().platforms().stream()
        .anyMatch(each -> !each.operatingPoints().isEmpty());
    Node content = measured ? filled : empty;
    InPlace.set(root.getChildren(), List.of(content));
    if (measured) {
      draw(filtered(evaluation));
    }
  }

  /** The same engine on the runs that the filters leave; without filters the very same figures. */
  private Evaluation filtered(Evaluation evaluation) {
    RunFilter filter = filters.filter();
    if (filter.equals(RunFilter.ALL)) {
      return evaluation;
    }
    Workspace all = evaluation.workspace();
    return filtering.evaluate(
        all.withPlatforms(all.platforms().stream().map(filter::on).toList()));
  }

  private void draw(Evaluation evaluation) {
    drawn = evaluation;
    LineChart chart = chart(evaluation);
    title.setText(chart.title());
    subtitle.setText(chart.subtitle());
    plot.canvas().show(chart);
    showNotes(chart);
  }

  private void showNotes(LineChart chart) {
    List<String> lines = new ArrayList<>();
    LineChart.Target target = chart.target();
    boolean beside = plot.canvas().drawn().map(Drawn::hasRoomForReadings).orElse(false);
    if (target != null && !beside) {
      showReadings(target);
    }
    readings.setManaged(target != null && !beside);
    readings.setVisible(readings.isManaged());
    lines.addAll(chart.notes());
    boolean few = lines.size() <= FEW_NOTES;
    notes.setText(String.join("\n", few || allNotes ? lines : lines.subList(0, FEW_NOTES - 1)));
    notes.setManaged(!lines.isEmpty());
    more.setText(allNotes ? texts.get("frontier.fewer") : texts.get("frontier.more", lines.size()));
    more.setVisible(!few);
    more.setManaged(!few);
  }

  /** The ranges of what is drawn: those of all runs say nothing of the runs that filters leave. */
  @SuppressWarnings("ReferenceEquality") // states are immutable: another object is another state
  private Optional<Bands> bands(Evaluation evaluation) {
    return session.bands().get().filter(bands -> bands.workspace() == evaluation.workspace());
  }

  private void toggleNotes() {
    allNotes = !allNotes;
    redraw();
  }

  /** What the panel of readings says, where the chart has no room for one. */
  private void showReadings(LineChart.Target target) {
    List<LineChart.Reading> known = target.readings().stream()
        .filter(reading -> reading.datum() instanceof Datum.Known)
        .toList();
    at.setText(target.label() + ":");
    while (links.size() < known.size()) {
      links.add(new ReadingLink());
    }
    List<Node> row = new ArrayList<>(List.of(at));
    for (int index = 0; index < known.size(); index++) {
      links.get(index).show(known.get(index));
      row.add(links.get(index));
    }
    InPlace.set(readings.getChildren(), row);
  }

  /** What one platform has at the target; a click explains it. */
  private final class ReadingLink extends Hyperlink {
    ReadingLink() {
      getStyleClass().add("frontier-reading");
    }

    void show(LineChart.Reading reading) {
      String range = reading.range().isEmpty() ? "" : " (" + reading.range() + ")";
      setText(reading.platform() + " " + ((Datum.Known) reading.datum()).label() + range);
      setAccessibleText(texts.get("frontier.explain", getText()));
      setOnAction(event -> explain(this, reading.id()));
    }
  }

  /** While the target moves, words that need less room keep what they have: the plot stays as it is. */
  private void keepRoom() {
    for (Region words : List.of(title, readings)) {
      words.setMinHeight(Math.max(words.getHeight(), words.getMinHeight()));
    }
  }

  private void releaseRoom() {
    if (plot.isDragging()) {
      return;
    }
    title.setMinHeight(Region.USE_PREF_SIZE);
    readings.setMinHeight(Region.USE_COMPUTED_SIZE);
  }

  private LineChart chart(Evaluation evaluation) {
    Metric metric = metric(evaluation);
    return switch (against.getValue()) {
      case INTERACTIVITY ->
        charts.chart(evaluation, metric, Speed.INTERACTIVITY, bands(evaluation));
      case TIME_TO_FIRST_TOKEN -> charts.chart(evaluation, metric, Speed.TIME_TO_FIRST_TOKEN);
      case END_TO_END -> charts.chart(evaluation, metric, Speed.END_TO_END);
      case DATE -> charts.overTime(evaluation, metric);
    };
  }

  private Metric metric(Evaluation evaluation) {
    return switch ((Measure) group.getSelectedToggle().getUserData()) {
      case TOKENS -> Evaluation.throughput(evaluation.workspace().scenario().tokensCounted());
      case TOKENS_PER_MW -> Metric.TOKENS_PER_SECOND_PER_MW;
      case COST -> evaluation.headline();
      case ENERGY -> Metric.JOULES_PER_TOKEN;
    };
  }
}
