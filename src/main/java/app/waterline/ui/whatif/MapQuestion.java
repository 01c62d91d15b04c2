package app.waterline.ui.whatif;

import app.waterline.chart.ChartSpec;
import app.waterline.chart.Drawn;
import app.waterline.chart.HeatChart;
import app.waterline.chart.HeatCharts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Metric;
import app.waterline.engine.why.BreakEven;
import app.waterline.engine.why.Gauge;
import app.waterline.engine.why.HeatMap;
import app.waterline.engine.why.Lever;
import app.waterline.engine.why.Outcome;
import app.waterline.engine.why.Span;
import app.waterline.engine.why.Sweep;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import app.waterline.ui.Theme;
import app.waterline.ui.card.CardTools;
import app.waterline.ui.chart.Highlight;
import app.waterline.ui.control.InPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** Two inputs moved together: who is cheapest where, how much better one is, or one figure. */
final class MapQuestion implements Question {
  private static final int COLUMNS = 121;
  private static final int ROWS = 81;

  /** The engine explains every figure that it computes, so that fewer crossings must do. */
  private static final int FEWER_COLUMNS = 49;

  private static final int FEWER_ROWS = 33;

  private final Tools tools;
  private final Choice kind;
  private final Pair pair;
  private final Metrics metric;
  private final LeverChoice across;
  private final LeverChoice upwards;
  private final FlowPane choices = new FlowPane();
  private final ChartPane chart;
  private final Highlight highlight;
  private @Nullable Evaluation shown;

  /** What is shown over the two inputs. */
  private enum Kind {
    WINNERS,
    ADVANTAGE,
    FIGURE
  }

  MapQuestion(Tools tools) {
    this.tools = tools;
    this.kind = new Choice(
        "what-if-map", tools.texts().get("choice.map"), tools.session().choices());
    this.pair = new Pair("map", tools);
    this.metric = new Metrics("what-if-metric-map", tools);
    this.across = new LeverChoice("what-if-across", "choice.across", tools);
    this.upwards = new LeverChoice("what-if-upwards", "choice.upwards", tools);
    this.chart = new ChartPane("what-if-heat", tools);
    this.highlight =
        new Highlight(chart, chart.canvas(), area -> chart.explain(area.part()), this::words);
    kind.onChoice(this::again);
    pair.onChoice(this::again);
    metric.choice().onChoice(this::again);
    across.onChange(this::again);
    upwards.onChange(this::again);
  }

  @Override
  public String id() {
    return "map";
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
    Map<String, String> kinds = new LinkedHashMap<>();
    for (Kind each : Kind.values()) {
      kinds.put(each.name(), tools.texts().get("map." + each.name()));
    }
    kind.offer(kinds, first(evaluation.platforms().size()).name());
    pair.offer(evaluation);
    metric.offer(evaluation);
    across.offer(evaluation.workspace(), firstAcross(evaluation.workspace()));
    upwards.offer(evaluation.workspace(), "/utilization");
    again();
  }

  /** With measured runs the speed decides, else the price. */
  private String firstAcross(Workspace workspace) {
    boolean measured =
        workspace.platforms().stream().anyMatch(each -> !each.operatingPoints().isEmpty());
    return measured
        ? "/targetInteractivity"
        : pair.candidate(workspace)
            .map(platform -> platform.id() + "/pricing/ratePerGpuHour")
            .orElse("/powerPrice");
  }

  /** Between two platforms it matters how much better one is; among many, who is best. */
  private static Kind first(int platforms) {
    return platforms < 2 ? Kind.FIGURE : platforms == 2 ? Kind.ADVANTAGE : Kind.WINNERS;
  }

  private Kind kind() {
    return kind.chosen().map(Kind::valueOf).orElse(Kind.WINNERS);
  }

  private void arrange() {
    List<Node> nodes = new ArrayList<>(List.of(kind));
    switch (kind()) {
      case WINNERS -> {}
      case ADVANTAGE -> {
        nodes.add(metric.choice());
        nodes.addAll(pair.both("choice.than"));
      }
      case FIGURE -> nodes.addAll(List.of(metric.choice(), pair.one()));
    }
    nodes.addAll(List.of(across, upwards));
    InPlace.set(choices.getChildren(), nodes);
  }

  private void again() {
    Evaluation evaluation = shown;
    if (evaluation == null) {
      return;
    }
    arrange();
    Optional<Lever> x = across.lever();
    Optional<Lever> y = upwards.lever();
    if (evaluation.platforms().isEmpty() || x.isEmpty() || y.isEmpty()) {
      chart.empty("empty.platforms");
    } else if (x.get().id().equals(y.get().id())) {
      chart.empty("empty.oneInput");
    } else if (evaluation.platforms().size() < 2 && kind() != Kind.FIGURE) {
      chart.empty("empty.alone");
    } else {
      ask(evaluation, x.get(), y.get());
    }
  }

  private void ask(Evaluation evaluation, Lever x, Lever y) {
    Workspace workspace = evaluation.workspace();
    Optional<Platform> one = pair.candidate(workspace);
    Optional<Platform> other = pair.other(workspace);
    if (kind() == Kind.ADVANTAGE && (one.isEmpty() || other.isEmpty())) {
      chart.empty("empty.same");
      return;
    }
    Metric watched = kind() == Kind.WINNERS ? evaluation.headline() : metric.chosen(evaluation);
    Span wide = across.span(x, workspace);
    Span high = upwards.span(y, workspace);
    Kind asked = kind();
    chart.ask(() -> {
      HeatMap map = map(evaluation, watched, x, wide, y, high);
      return new Outcome.Found<>(
          switch (asked) {
            case WINNERS ->
              explained(HeatCharts.winners(map, tools.names()), map, workspace.platforms());
            case ADVANTAGE ->
              explained(
                  HeatCharts.advantage(map, one.orElseThrow(), other.orElseThrow(), tools.names()),
                  map,
                  List.of(other.orElseThrow(), one.orElseThrow()));
            case FIGURE ->
              explained(
                  HeatCharts.figure(map, one.orElseThrow(), tools.names()),
                  map,
                  List.of(one.orElseThrow()));
          });
    });
  }

  /** The flips that the chart shows, and what each platform has as everything is. */
  private Explainable explained(HeatChart made, HeatMap map, List<Platform> compared) {
    Explainable known = Explainable.of(made);
    Evaluator evaluator = new Evaluator();
    List<HeatCharts.Turn> turns =
        made.flips().isEmpty() ? List.of() : HeatCharts.turns(map, compared, tools.names());
    turns.stream().filter(HeatCharts.Turn::isBetweenTwo).forEach(turn -> {
      String below = turn.flip().below().orElseThrow();
      String above = turn.flip().above().orElseThrow();
      known.with(
          turn.name(),
          BreakEven.explained(
              evaluator,
              turn.held().set(map.workspace(), turn.at()),
              turn.moved(),
              turn.flip().value(),
              below,
              above),
          tools.links(below, above));
    });
    Evaluation now = evaluator.evaluate(map.workspace());
    for (Platform each : compared) {
      Gauge.of(each.id(), map.metric())
          .read(now)
          .figure()
          .ifPresent(figure ->
              known.with(each.name(), figure, CardTools.links(tools.session(), each.id())));
    }
    return known;
  }

  private String words(Drawn.Area area) {
    return tools.texts().get("bridge.explain", area.part());
  }

  private static HeatMap map(
      Evaluation evaluation, Metric watched, Lever x, Span wide, Lever y, Span high) {
    boolean compiled = watched == evaluation.headline();
    return HeatMap.of(
        evaluation.workspace(),
        watched,
        x,
        Sweep.steps(wide.low(), wide.high(), compiled ? COLUMNS : FEWER_COLUMNS),
        y,
        Sweep.steps(high.low(), high.high(), compiled ? ROWS : FEWER_ROWS));
  }

  /** The chart, for a test. */
  Optional<ChartSpec> chart() {
    return chart.canvas().shown();
  }
}
