package app.waterline.ui.whatif;

import app.waterline.chart.ChartSpec;
import app.waterline.chart.DistributionChart;
import app.waterline.chart.DistributionCharts;
import app.waterline.document.Levers;
import app.waterline.engine.Evaluation;
import app.waterline.engine.why.Importance;
import app.waterline.engine.why.Lever;
import app.waterline.engine.why.Likelihood;
import app.waterline.engine.why.Outcome;
import app.waterline.engine.why.Uncertainty;
import app.waterline.model.Distribution;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import app.waterline.ui.Theme;
import app.waterline.ui.control.Explanation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** How sure the cost is, and which inputs are worth pinning down. */
final class DistributionQuestion implements Question {
  /** Pairs of draws for the indices: two digits of a share, in a few milliseconds. */
  private static final int PAIRS = 1 << 13;

  private final Tools tools;
  private final Choice shape;
  private final Pair pair;
  private final FlowPane choices = new FlowPane();
  private final ChartPane chart;
  private @Nullable Evaluation shown;

  DistributionQuestion(Tools tools) {
    this.tools = tools;
    this.shape = new Choice(
        "what-if-shape", tools.texts().get("choice.shape"), tools.session().choices());
    this.pair = new Pair("distribution", tools);
    this.chart = new ChartPane("what-if-distribution", tools);
    shape.onChoice(this::again);
    pair.onChoice(this::again);
    choices.getChildren().addAll(pair.one(), shape);
  }

  @Override
  public String id() {
    return "distribution";
  }

  @Override
  public Node choices() {
    return choices;
  }

  @Override
  public Node answer() {
    return chart;
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
    Map<String, String> shapes = new LinkedHashMap<>();
    for (DistributionChart.Shape each : DistributionChart.Shape.values()) {
      shapes.put(each.name(), tools.texts().get("shape." + each.name()));
    }
    shape.offer(shapes, null);
    pair.offer(evaluation);
    again();
  }

  private void again() {
    Evaluation evaluation = shown;
    if (evaluation == null) {
      return;
    }
    Workspace workspace = evaluation.workspace();
    Optional<Platform> platform = pair.candidate(workspace);
    if (platform.isEmpty()) {
      chart.empty("empty.platforms");
    } else if (Levers.uncertain(workspace).isEmpty()) {
      chart.empty("empty.certain");
    } else {
      DistributionChart.Shape drawn = shape
          .chosen()
          .map(DistributionChart.Shape::valueOf)
          .orElse(DistributionChart.Shape.HISTOGRAM);
      chart.ask(() -> answer(evaluation, platform.get(), drawn));
    }
  }

  private Outcome<Explainable> answer(
      Evaluation evaluation, Platform platform, DistributionChart.Shape drawn) {
    Workspace workspace = evaluation.workspace();
    Map<Lever, Distribution> uncertain = Levers.uncertain(workspace);
    try {
      Uncertainty draws = Uncertainty.of(workspace, uncertain, Uncertainty.LIVE_DRAWS);
      List<Importance> importance =
          importance(evaluation, uncertain, platform).found().orElse(List.of());
      return new Outcome.Found<>(figures(
          new Likelihood(draws, uncertain, evaluation),
          platform,
          DistributionCharts.of(draws, evaluation, platform, importance, drawn, tools.names())));
    } catch (InvalidInput refused) {
      return new Outcome.None<>(tools.names().say(refused));
    }
  }

  /** The chance that the title says, and the percentiles of every platform. */
  private Explainable figures(Likelihood likely, Platform platform, ChartSpec made) {
    Workspace workspace = likely.evaluation().workspace();
    Explainable known = Explainable.of(made);
    Explanation.Links links =
        term -> likely.behind(term.name()).map(lever -> () -> tools.session().ask(lever.id()));
    likely
        .evaluation()
        .rivalOf(platform)
        .flatMap(base -> likely.cheaper(platform, base))
        .ifPresent(chance -> known.with(made.title(), chance, links));
    for (Platform each : workspace.platforms()) {
      percentile(known, likely, each, 5, Uncertainty.Spread::p5, links);
      percentile(known, likely, each, 50, Uncertainty.Spread::p50, links);
      percentile(known, likely, each, 95, Uncertainty.Spread::p95, links);
    }
    return known;
  }

  private void percentile(
      Explainable known,
      Likelihood likely,
      Platform platform,
      int percent,
      ToDoubleFunction<Uncertainty.Spread> read,
      Explanation.Links links) {
    likely
        .percentile(platform.id(), percent, read)
        .ifPresent(figure -> known.with(
            "%s · P%d = %s"
                .formatted(
                    platform.name(),
                    percent,
                    tools.names().format().number(figure.value(), figure.unit())),
            figure,
            links));
  }

  /** Of what the title says: who is cheaper hangs on the ratio, the baseline's range on its cost. */
  private static Outcome<List<Importance>> importance(
      Evaluation evaluation, Map<Lever, Distribution> uncertain, Platform platform) {
    Workspace workspace = evaluation.workspace();
    return evaluation
        .rivalOf(platform)
        .map(rival ->
            Uncertainty.importanceOfRatio(workspace, uncertain, platform.id(), rival.id(), PAIRS))
        .orElseGet(() -> Uncertainty.importance(workspace, uncertain, platform.id(), PAIRS));
  }
}
