package app.waterline.export.image;

import app.waterline.chart.ChartGallery;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.DistributionChart;
import app.waterline.chart.DistributionCharts;
import app.waterline.chart.HeatCharts;
import app.waterline.chart.TornadoCharts;
import app.waterline.chart.WaterfallCharts;
import app.waterline.document.Levers;
import app.waterline.document.ScenarioSlot;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.why.Decomposition;
import app.waterline.engine.why.Gauge;
import app.waterline.engine.why.HeatMap;
import app.waterline.engine.why.Lever;
import app.waterline.engine.why.Sweep;
import app.waterline.engine.why.Tornado;
import app.waterline.engine.why.Uncertainty;
import app.waterline.model.Distribution;
import app.waterline.model.InvalidInput;
import app.waterline.model.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every chart that an export can show: those of the figures, of the plan, and of the what-if questions. */
public final class Gallery {
  private static final double MOVED = 0.2;
  private static final int CELLS = 24;

  private final Evaluation evaluation;
  private final ChartTexts texts;

  private Gallery(Evaluation evaluation, ChartTexts texts) {
    this.evaluation = evaluation;
    this.texts = texts;
  }

  /** The charts of an evaluation, by name. */
  public static ChartGallery of(Evaluation evaluation, ChartTexts texts) {
    ChartGallery charts = new ChartGallery(evaluation, texts, () -> Levers.bands(evaluation));
    new Gallery(evaluation, texts).addTo(charts);
    return charts;
  }

  private void addTo(ChartGallery charts) {
    List<PlatformEvaluation> ranked = ranked();
    if (!ranked.isEmpty()) {
      charts.add("tornado", () -> tornado(ranked.getFirst()));
    }
    if (ranked.size() > 1) {
      charts.add("bridge", () -> bridge(ranked));
      charts.add("winner-map", this::winners);
    }
    if (!ranked.isEmpty() && !Levers.uncertain(evaluation.workspace()).isEmpty()) {
      charts.add("distribution", () -> distribution(ranked.getFirst()));
    }
  }

  /** The platforms that have the headline price, the cheapest first. */
  private List<PlatformEvaluation> ranked() {
    return evaluation.platforms().stream()
        .filter(each -> each.of(evaluation.headline()).figure().isPresent())
        .sorted(Comparator.comparingDouble(this::price))
        .toList();
  }

  private double price(PlatformEvaluation each) {
    return each.of(evaluation.headline())
        .figure()
        .map(Explained::value)
        .orElse(Double.POSITIVE_INFINITY);
  }

  private ChartSpec tornado(PlatformEvaluation best) {
    Workspace workspace = evaluation.workspace();
    Gauge gauge = Gauge.of(best.platform().id(), evaluation.headline());
    Tornado tornado = Tornado.of(new Evaluator(), workspace, gauge, Levers.of(workspace), MOVED);
    return TornadoCharts.of(tornado, evaluation, MOVED, false, texts);
  }

  private ChartSpec bridge(List<PlatformEvaluation> ranked) {
    String best = ranked.getFirst().platform().id();
    Optional<String> baseline = ranked.stream()
        .skip(1)
        .map(each -> each.platform().id())
        .filter(id -> id.equals(evaluation.workspace().baseline()))
        .findFirst();
    String from = baseline.orElse(ranked.get(1).platform().id());
    return Decomposition.of(evaluation, from, best, Decomposition.Subject.COST)
        .found()
        .map(why -> WaterfallCharts.of(why, evaluation, texts))
        .orElseThrow(() -> new InvalidInput(
            "There is no bridge between these platforms [%s, %s]. Choose another chart."
                .formatted(from, best)));
  }

  private ChartSpec winners() {
    HeatMap map = HeatMap.of(
        evaluation.workspace(),
        evaluation.headline(),
        Levers.of(ScenarioSlot.UTILIZATION),
        Sweep.steps(0.1, 1, CELLS),
        Levers.of(ScenarioSlot.POWER_PRICE),
        Sweep.steps(0.02, 0.3, CELLS));
    return HeatCharts.winners(map, texts);
  }

  private ChartSpec distribution(PlatformEvaluation best) {
    Workspace workspace = evaluation.workspace();
    Map<Lever, Distribution> uncertain = Levers.uncertain(workspace);
    Uncertainty draws = Uncertainty.of(workspace, uncertain, Uncertainty.LIVE_DRAWS);
    return DistributionCharts.of(
        draws, evaluation, best.platform(), List.of(), DistributionChart.Shape.HISTOGRAM, texts);
  }
}
