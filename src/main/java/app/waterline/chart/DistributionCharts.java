package app.waterline.chart;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Metric;
import app.waterline.engine.Quality;
import app.waterline.engine.why.Histogram;
import app.waterline.engine.why.Importance;
import app.waterline.engine.why.Uncertainty;
import app.waterline.model.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the draws of uncertain inputs into the chart of what they make of the cost. */
public final class DistributionCharts {
  /** That many inputs are worth pinning down at a time. */
  private static final int WORTH = 3;

  /** From this factor between the outermost ends on, equal lengths are equal factors. */
  private static final double WIDE = 5;

  private final Uncertainty uncertainty;
  private final Evaluation evaluation;
  private final ChartTexts texts;

  private DistributionCharts(Uncertainty uncertainty, Evaluation evaluation, ChartTexts texts) {
    this.uncertainty = uncertainty;
    this.evaluation = evaluation;
    this.texts = texts;
  }

  /**
   * The distribution of the headline cost of every platform.
   *
   * @param evaluation of the workspace that was drawn from
   * @param platform whose inputs are weighed; its chance against the baseline is the finding
   * @param importance of the uncertain inputs to its cost ÷ the baseline's, or to its cost where it is the
   *     baseline; the largest first, empty where there is none
   */
  public static DistributionChart of(
      Uncertainty uncertainty,
      Evaluation evaluation,
      Platform platform,
      List<Importance> importance,
      DistributionChart.Shape shape,
      ChartTexts texts) {
    return new DistributionCharts(uncertainty, evaluation, texts)
        .chart(platform, importance, shape);
  }

  private DistributionChart chart(
      Platform platform, List<Importance> importance, DistributionChart.Shape shape) {
    Metric metric = evaluation.headline();
    List<DistributionChart.Series> series = evaluation.workspace().platforms().stream()
        .flatMap(each -> series(each, metric).stream())
        .toList();
    double low =
        series.stream().mapToDouble(DistributionChart.Series::low).min().orElse(0);
    double high =
        series.stream().mapToDouble(DistributionChart.Series::high).max().orElse(0);
    return new DistributionChart(
        title(platform, series, metric),
        texts.get(
            "distribution.subtitle",
            ChartTexts.capitalized(texts.name(metric)),
            uncertainty.draws()),
        new Axis(
            texts.name(metric),
            metric.unit(),
            low > 0 && high / low > WIDE ? Scale.LOG : Scale.LINEAR),
        shape,
        series,
        importance.stream()
            .limit(WORTH)
            .map(each -> new DistributionChart.Influence(
                texts.fullName(each.lever(), evaluation.workspace()),
                weighed(platform),
                each.first(),
                each.total()))
            .toList(),
        notes(shape));
  }

  /** The outcome of the title: the ratio to the baseline, or the cost of the baseline itself. */
  private String weighed(Platform platform) {
    return evaluation
        .rivalOf(platform)
        .map(each -> texts.get("distribution.ratio", platform.name(), each.name()))
        .orElse(platform.name());
  }

  private Optional<DistributionChart.Series> series(Platform platform, Metric metric) {
    return uncertainty
        .spread(platform.id())
        .filter(Uncertainty.Spread::isPresent)
        .map(spread -> {
          Histogram histogram = spread.histogram();
          return new DistributionChart.Series(
              platform.name(),
              platform.color(),
              histogram.low(),
              histogram.high(),
              histogram.shares(),
              histogram.cumulated(),
              known(spread.p5(), metric),
              known(spread.p50(), metric),
              known(spread.p95(), metric));
        });
  }

  private Datum.Known known(double value, Metric metric) {
    return new Datum.Known(value, texts.format().number(value, metric.unit()), Quality.ASSUMED);
  }

  private String title(Platform platform, List<DistributionChart.Series> series, Metric metric) {
    Optional<Platform> baseline = evaluation.rivalOf(platform);
    Optional<Double> chance = baseline.flatMap(
        each -> uncertainty.chanceCheaper(platform.id(), each.id()).found());
    if (baseline.isPresent() && chance.isPresent()) {
      return texts.get(
          "distribution.title.chance",
          platform.name(),
          baseline.get().name(),
          texts.percent(chance.get()));
    }
    return series.stream()
        .filter(each -> each.name().equals(platform.name()))
        .findFirst()
        .map(each -> texts.get(
            "distribution.title.range",
            each.name(),
            texts.name(metric),
            each.p5().label(),
            each.p95().label()))
        .orElseGet(() -> texts.get("finding.none", texts.name(metric)));
  }

  private List<String> notes(DistributionChart.Shape shape) {
    List<String> notes = new ArrayList<>();
    if (shape == DistributionChart.Shape.HISTOGRAM) {
      notes.add(texts.get("distribution.heights"));
    }
    for (Platform each : evaluation.workspace().platforms()) {
      uncertainty
          .spread(each.id())
          .filter(spread -> spread.missing() > 0)
          .ifPresent(spread -> notes.add(
              texts.get("distribution.missing", each.name(), texts.percent(spread.missing()))));
    }
    return notes;
  }
}
