package app.waterline.ui.whatif;

import app.waterline.chart.Drawn;
import app.waterline.chart.TornadoChart;
import app.waterline.chart.TornadoCharts;
import app.waterline.document.Levers;
import app.waterline.document.Offered;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Metric;
import app.waterline.engine.Result;
import app.waterline.engine.why.Gauge;
import app.waterline.engine.why.Lever;
import app.waterline.engine.why.Outcome;
import app.waterline.engine.why.Tornado;
import app.waterline.model.Distribution;
import app.waterline.model.Platform;
import app.waterline.model.Unit;
import app.waterline.model.Workspace;
import app.waterline.ui.Theme;
import app.waterline.ui.card.CardTools;
import app.waterline.ui.chart.Highlight;
import app.waterline.ui.control.Explanation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** How far each input alone moves a figure; a click on a bar asks for its input. */
final class TornadoQuestion implements Question {
  private static final double USUAL = 0.2;
  private static final double WIDEST = 60;
  private static final String RATIO = "ratio.";
  private static final String SPREAD = "what-if-spread";
  private static final String RANGES = "what-if-ranges";

  private final Tools tools;
  private final Evaluator evaluator = new Evaluator();
  private final Pair pair;
  private final Choice outcome;
  private final Slider spread = new Slider(1, WIDEST, USUAL * 100);
  private final Label spreadText = new Label();
  private final CheckBox ranges = new CheckBox();
  private final FlowPane choices = new FlowPane();
  private final ChartPane chart;
  private final Highlight highlight;
  private @Nullable Evaluation shown;

  TornadoQuestion(Tools tools) {
    this.tools = tools;
    this.pair = new Pair("tornado", tools);
    this.outcome = new Choice(
        "what-if-outcome", tools.texts().get("choice.outcome"), tools.session().choices());
    this.chart = new ChartPane("what-if-tornado", tools);
    this.highlight = new Highlight(chart, chart.canvas(), this::open, this::words);
    pair.onChoice(this::again);
    outcome.onChoice(this::again);
    spread.setId(SPREAD);
    recall();
    spread.valueProperty().subscribe(value -> again());
    spread.valueProperty().subscribe((before, value) -> rememberSpread());
    spread.valueChangingProperty().subscribe((before, changing) -> rememberSpread());
    spread.setBlockIncrement(5);
    ranges.setText(tools.texts().get("choice.ranges"));
    ranges.setId(RANGES);
    ranges.selectedProperty().subscribe((before, selected) -> {
      tools.session().choices().put(RANGES, String.valueOf(selected));
      again();
    });
    spreadText.getStyleClass().add("choice-value");
    spreadText.setLabelFor(spread);
    Label each = new Label(tools.texts().get("choice.spread"));
    each.getStyleClass().add("choice-word");
    HBox moved = new HBox(each, spread, spreadText);
    moved.setAlignment(Pos.CENTER_LEFT);
    moved.getStyleClass().add("lever-choice");
    choices.getChildren().addAll(pair.one(), outcome, moved, ranges);
  }

  /** What was chosen last; damaged, the usual. */
  private void recall() {
    Map<String, String> remembered = tools.session().choices();
    ranges.setSelected(!"false".equals(remembered.get(RANGES)));
    spread.setValue(IntStream.rangeClosed(1, (int) WIDEST)
        .filter(percent -> String.valueOf(percent).equals(remembered.get(SPREAD)))
        .findFirst()
        .orElse((int) (USUAL * 100)));
  }

  /** At the end of a drag: a choice is written to the settings. */
  private void rememberSpread() {
    if (!spread.isValueChanging()) {
      tools.session().choices().put(SPREAD, String.valueOf(Math.round(spread.getValue())));
    }
  }

  @Override
  public String id() {
    return "tornado";
  }

  @Override
  public Node choices() {
    return choices;
  }

  @Override
  public Node answer() {
    return highlight;
  }

  @Override
  public void use(Theme theme) {
    chart.use(theme);
  }

  @Override
  public void hidden() {
    chart.hidden();
  }

  @Override
  public void show(Evaluation evaluation) {
    shown = evaluation;
    pair.offer(evaluation);
    offerOutcomes(evaluation);
    boolean uncertain = !Levers.uncertain(evaluation.workspace()).isEmpty();
    ranges.setVisible(uncertain);
    ranges.setManaged(uncertain);
    again();
  }

  private void offerOutcomes(Evaluation evaluation) {
    Map<String, String> names = new LinkedHashMap<>();
    Optional<String> baseline =
        evaluation.baseline().map(each -> each.platform().name());
    Metric headline = evaluation.headline();
    if (baseline.isPresent() && evaluation.platforms().size() > 1) {
      names.put(RATIO + headline.key(), ratio(headline, baseline.get()));
    }
    for (Metric metric : Metric.values()) {
      names.put(metric.key(), capitalized(tools.names().name(metric)));
    }
    for (Metric metric : Metric.values()) {
      if (baseline.isPresent() && evaluation.platforms().size() > 1) {
        names.put(RATIO + metric.key(), ratio(metric, baseline.get()));
      }
    }
    outcome.offer(names, headline.key());
  }

  private String ratio(Metric metric, String baseline) {
    return tools.texts().get("outcome.ratio", capitalized(tools.names().name(metric)), baseline);
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private double share() {
    return Math.round(spread.getValue()) / 100.0;
  }

  private void again() {
    String percent = "±" + tools.names().format().number(share(), Unit.SHARE);
    spreadText.setText(percent);
    spread.setAccessibleText(tools.texts().get("choice.spread") + " " + percent);
    Evaluation evaluation = shown;
    if (evaluation == null) {
      return;
    }
    Optional<Gauge> gauge = gauge(evaluation);
    if (gauge.isEmpty()) {
      chart.empty(evaluation.platforms().isEmpty() ? "empty.platforms" : "empty.same");
      return;
    }
    double share = share();
    boolean byRange = ranges.isSelected();
    chart.ask(() -> answer(evaluation, gauge.get(), share, byRange));
  }

  private Outcome<Explainable> answer(
      Evaluation evaluation, Gauge gauge, double share, boolean byRange) {
    Workspace workspace = evaluation.workspace();
    Map<Lever, Distribution> uncertain = byRange ? Levers.uncertain(workspace) : Map.of();
    Tornado tornado = Tornado.ofRanges(
        evaluator, workspace, gauge, Offered.valued(workspace, watched(gauge)), uncertain, share);
    return new Outcome.Found<>(figures(
        tornado,
        TornadoCharts.of(tornado, evaluation, share, !uncertain.isEmpty(), tools.names()),
        workspace));
  }

  /** The figure as it is, and at both ends of every bar that is drawn. */
  private Explainable figures(Tornado tornado, TornadoChart made, Workspace workspace) {
    Explainable known = Explainable.of(made);
    Explanation.Links links = CardTools.links(tools.session(), tornado.gauge().platform());
    tornado
        .base()
        .figure()
        .ifPresent(base -> known.with(tools.texts().get("explain.base"), base, links));
    for (Tornado.Bar bar : tornado.bars().subList(0, made.bars().size())) {
      end(known, bar.lever(), bar.span().low(), bar.atLow(), workspace, links);
      end(known, bar.lever(), bar.span().high(), bar.atHigh(), workspace, links);
    }
    return known;
  }

  private void end(
      Explainable known,
      Lever lever,
      double value,
      Result figure,
      Workspace workspace,
      Explanation.Links links) {
    String name = tools.names().fullName(lever, workspace) + " = "
        + tools.names().format().format(value, lever.input().unit());
    figure.figure().ifPresent(found -> known.with(name, found, links));
  }

  private static Set<String> watched(Gauge gauge) {
    String against = gauge.against();
    return against == null ? Set.of(gauge.platform()) : Set.of(gauge.platform(), against);
  }

  /** A ratio is read as how many times better the platform is. */
  private Optional<Gauge> gauge(Evaluation evaluation) {
    Optional<String> platform = pair.candidate(evaluation.workspace()).map(Platform::id);
    String chosen = outcome.chosen().orElse("");
    boolean relative = chosen.startsWith(RATIO);
    Optional<Metric> metric = Metric.ofKey(relative ? chosen.substring(RATIO.length()) : chosen);
    if (platform.isEmpty() || metric.isEmpty()) {
      return Optional.empty();
    }
    String baseline = evaluation.workspace().baseline();
    if (!relative) {
      return Optional.of(Gauge.of(platform.get(), metric.get()));
    }
    if (baseline == null || baseline.equals(platform.get())) {
      return Optional.empty();
    }
    return Optional.of(
        metric.get().better() == Metric.Better.LOWER
            ? new Gauge(baseline, metric.get(), platform.get())
            : new Gauge(platform.get(), metric.get(), baseline));
  }

  private void open(Drawn.Area area) {
    tools.session().ask(area.part());
  }

  private String words(Drawn.Area area) {
    return chart
        .canvas()
        .shown()
        .map(TornadoChart.class::cast)
        .flatMap(tornado ->
            tornado.bars().stream().filter(bar -> bar.id().equals(area.part())).findFirst())
        .map(bar -> tools
            .texts()
            .get(
                "tornado.bar",
                bar.fullName(),
                bar.low().label(),
                bar.high().label(),
                tools.names().read(bar.low().outcome()),
                tools.names().read(bar.high().outcome())))
        .orElse("");
  }

  /** The bars, for a test. */
  List<TornadoChart.Bar> bars() {
    return chart.canvas().shown().map(spec -> ((TornadoChart) spec).bars()).orElse(List.of());
  }
}
