package app.waterline.chart;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Metric;
import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.Planner;
import app.waterline.engine.plan.SideBySide;
import app.waterline.engine.why.Bands;
import app.waterline.model.InvalidInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * Every chart that an evaluation has, by the name that is typed for it: {@code iceberg}, the key of a
 * metric for its bars, {@code frontier} and so on. Each is made when it is asked for.
 */
public final class ChartGallery {
  private final SequencedMap<String, Supplier<ChartSpec>> charts = new LinkedHashMap<>();

  /**
   * @param texts words and numbers of the charts
   */
  public ChartGallery(Evaluation evaluation, ChartTexts texts) {
    this(evaluation, texts, Optional::empty);
  }

  /**
   * The same with whiskers.
   *
   * @param bands how sure the figures are; asked for when a chart shows it
   */
  public ChartGallery(Evaluation evaluation, ChartTexts texts, Supplier<Optional<Bands>> bands) {
    charts.put("iceberg", () -> IcebergCharts.of(evaluation, texts, bands.get()));
    for (Metric metric : Metric.values()) {
      charts.put(
          metric.key(),
          () -> CompareCharts.withBands(
              CompareCharts.bars(evaluation, metric, Scale.LOG, texts),
              evaluation,
              metric,
              bands.get(),
              texts));
    }
    if (hasRuns(evaluation)) {
      addFrontiers(evaluation, new FrontierCharts(texts), bands);
    }
    if (evaluation.workspace().scenario().sizing() != null) {
      addPlan(Planner.plan(evaluation), texts);
    }
  }

  private void addPlan(Plan plan, ChartTexts texts) {
    charts.put("flow", () -> FactoryCharts.flow(plan, texts));
    charts.put("cost-stack", () -> CostStacks.perMillionTokens(SideBySide.of(plan), texts));
    charts.put("cost-stack-per-hour", () -> CostStacks.perGpuHour(SideBySide.of(plan), texts));
    plan.platforms().stream()
        .filter(each -> !each.cashFlow().isEmpty())
        .findFirst()
        .ifPresent(each -> charts.put(
            "cash-flow", () -> FactoryCharts.cash(plan, each.platform().id(), texts)));
  }

  private void addFrontiers(
      Evaluation evaluation, FrontierCharts frontiers, Supplier<Optional<Bands>> bands) {
    Metric tokens = Metric.TOKENS_PER_SECOND_PER_GPU;
    charts.put(
        "frontier", () -> frontiers.chart(evaluation, tokens, Speed.INTERACTIVITY, bands.get()));
    for (Metric metric : List.of(Metric.TOKENS_PER_SECOND_PER_MW, evaluation.headline())) {
      charts.put(
          "frontier-" + metric.key(),
          () -> frontiers.chart(evaluation, metric, Speed.INTERACTIVITY, bands.get()));
    }
    charts.put("over-time", () -> frontiers.overTime(evaluation, tokens));
  }

  private static boolean hasRuns(Evaluation evaluation) {
    return evaluation.platforms().stream()
        .anyMatch(each -> !each.platform().operatingPoints().isEmpty());
  }

  /** Adds a chart, which is made when it is asked for. */
  public void add(String name, Supplier<ChartSpec> chart) {
    charts.put(name, chart);
  }

  /** The names of the charts, the one that is shown first in front. */
  public List<String> names() {
    return List.copyOf(charts.sequencedKeySet());
  }

  /**
   * The chart of that name.
   *
   * @throws InvalidInput if there is none; the message lists the names
   */
  public ChartSpec chart(String name) {
    Supplier<ChartSpec> chart = charts.get(name);
    if (chart == null) {
      throw new InvalidInput("There is no chart of that name [%s]. Name one of: %s."
          .formatted(name, String.join(", ", names())));
    }
    return chart.get();
  }
}
