package app.waterline.chart;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.why.Band;
import app.waterline.engine.why.Bands;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns an evaluation into the charts that compare platforms. */
public final class CompareCharts {
  private CompareCharts() {}

  /** One metric over all platforms, as horizontal bars. */
  public static BarChart bars(Evaluation evaluation, Metric metric, Scale scale, ChartTexts texts) {
    return bars(evaluation, metric, scale, BarChart.Orientation.HORIZONTAL, texts);
  }

  /**
   * One metric over all platforms. Where a value has no place on a logarithmic scale, the chart is
   * linear and says so.
   */
  public static BarChart bars(
      Evaluation evaluation,
      Metric metric,
      Scale scale,
      BarChart.Orientation orientation,
      ChartTexts texts) {
    boolean logarithmic = scale == Scale.LOG && allAboveZero(evaluation, metric);
    List<BarChart.Bar> bars = new ArrayList<>(evaluation.platforms().size());
    for (PlatformEvaluation each : evaluation.platforms()) {
      bars.add(bar(each, evaluation, metric, texts));
    }
    return new BarChart(
        Finding.of(evaluation, metric, texts),
        subtitle(evaluation, metric, texts),
        new Axis(texts.name(metric), metric.unit(), logarithmic ? Scale.LOG : Scale.LINEAR),
        orientation,
        bars,
        scale == Scale.LOG && !logarithmic ? List.of(texts.get("note.linear")) : List.of());
  }

  /** The same bars with the bands of their figures as whiskers. */
  public static BarChart withBands(
      BarChart chart,
      Evaluation evaluation,
      Metric metric,
      Optional<Bands> bands,
      ChartTexts texts) {
    if (bands.isEmpty() || !bands.get().has(metric)) {
      return chart;
    }
    List<BarChart.Bar> bars = new ArrayList<>(chart.bars().size());
    for (int i = 0; i < chart.bars().size(); i++) {
      String platform = evaluation.platforms().get(i).platform().id();
      Optional<Band> band = bands.get().of(platform, metric);
      bars.add(banded(chart.bars().get(i), band.orElse(null)));
    }
    List<String> notes = new ArrayList<>(chart.notes());
    notes.add(texts.get("note.bands"));
    return new BarChart(
        chart.title(), chart.subtitle(), chart.axis(), chart.orientation(), bars, notes);
  }

  private static BarChart.Bar banded(BarChart.Bar bar, @Nullable Band band) {
    return bar.datum() instanceof Datum.Known known
        ? new BarChart.Bar(
            bar.platform(),
            bar.name(),
            bar.color(),
            bar.baseline(),
            new Datum.Known(known.value(), known.label(), known.quality(), band))
        : bar;
  }

  private static boolean allAboveZero(Evaluation evaluation, Metric metric) {
    return evaluation.platforms().stream()
        .flatMap(each -> each.of(metric).figure().stream())
        .allMatch(figure -> figure.value() > 0);
  }

  private static BarChart.Bar bar(
      PlatformEvaluation each, Evaluation evaluation, Metric metric, ChartTexts texts) {
    boolean baseline = each.platform().id().equals(evaluation.workspace().baseline());
    Datum datum = switch (each.of(metric)) {
      case Explained figure ->
        new Datum.Known(
            figure.value(), texts.format().number(figure.value(), metric.unit()), figure.quality());
      case NotAvailable missing -> new Datum.Missing(missing.reason());
    };
    return new BarChart.Bar(
        each.platform().id(), each.platform().name(), each.platform().color(), baseline, datum);
  }

  private static String subtitle(Evaluation evaluation, Metric metric, ChartTexts texts) {
    List<String> parts = new ArrayList<>();
    parts.add(ChartTexts.capitalized(texts.name(metric)));
    Optional.ofNullable(evaluation.workspace().scenario().workload().model()).ifPresent(parts::add);
    parts.add(texts.get(
        "subtitle.utilization",
        texts.format().number(evaluation.workspace().scenario().utilization(), Unit.SHARE)));
    Double target = evaluation.workspace().scenario().targetInteractivity();
    if (target != null) {
      parts.add(texts.get(
          "subtitle.target", texts.format().format(target, Unit.TOKENS_PER_SECOND_PER_USER)));
    }
    return String.join(" · ", parts);
  }
}
