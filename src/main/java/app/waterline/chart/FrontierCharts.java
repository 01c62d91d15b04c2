package app.waterline.chart;

import app.waterline.engine.BestSoFar;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Proportion;
import app.waterline.engine.why.Bands;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Scenario;
import app.waterline.model.TokenCount;
import app.waterline.model.Unit;
import app.waterline.model.Workload;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns an evaluation into the chart of measured points, the frontiers through them, and what holds at
 * the target. The lines depend on everything but the target, so a dragged target reuses them.
 */
public final class FrontierCharts {
  private final ChartTexts texts;
  private final RunTexts runs;
  private @Nullable Made remembered;
  private @Nullable List<Platform> dated;
  private String measured = "";

  private record Key(List<Platform> platforms, Scenario scenario, Metric metric, Speed speed) {}

  private record Made(Key key, FrontierLines lines) {}

  public FrontierCharts(ChartTexts texts) {
    this.texts = texts;
    this.runs = new RunTexts(texts);
  }

  /**
   * The chart of a metric against a speed.
   *
   * @param metric one that follows throughput alone, see {@link app.waterline.engine.Proportion#counted}
   */
  public LineChart chart(Evaluation evaluation, Metric metric, Speed speed) {
    return chart(evaluation, metric, speed, Optional.empty());
  }

  /** The same with the range of every uncertain reading. */
  public LineChart chart(Evaluation evaluation, Metric metric, Speed speed, Optional<Bands> bands) {
    FrontierLines lines = lines(evaluation, metric, speed);
    return new LineChart(
        title(evaluation, metric),
        subtitle(evaluation, metric),
        new Axis(texts.get("speed." + speed.name()), speed.unit(), Scale.LINEAR),
        new Axis(texts.name(metric), metric.unit(), Scale.LOG),
        lines.series(),
        lines.marks(),
        speed == Speed.INTERACTIVITY ? target(evaluation, metric, bands) : null,
        lines.notes());
  }

  /**
   * The best measured figure of each platform at the target over the dates: the same GPUs, better
   * software.
   *
   * @param metric one that follows throughput alone, see {@link Proportion#counted}
   */
  public LineChart overTime(Evaluation evaluation, Metric metric) {
    Scenario scenario = evaluation.workspace().scenario();
    TokenCount counted = Proportion.counted(metric).orElse(TokenCount.TOTAL);
    List<LineChart.Series> series = new ArrayList<>();
    for (PlatformEvaluation each : evaluation.platforms()) {
      List<BestSoFar> steps = BestSoFar.of(
          each.platform(), scenario.workload(), scenario.targetInteractivity(), counted);
      Proportion.of(each.platform(), scenario, metric)
          .filter(proportion -> !steps.isEmpty())
          .ifPresent(
              proportion -> series.add(stairs(each, steps, proportion, lastDate(evaluation))));
    }
    return new LineChart(
        title(evaluation, metric),
        texts.get("frontier.overTime", subtitle(evaluation, metric)),
        new Axis(texts.get("speed.DATE"), Unit.NONE, Scale.DATE),
        new Axis(texts.name(metric), metric.unit(), Scale.LOG),
        series,
        List.of(),
        null,
        List.of());
  }

  private LineChart.Series stairs(
      PlatformEvaluation each, List<BestSoFar> steps, Proportion proportion, double end) {
    List<LineChart.Point> line = new ArrayList<>();
    for (BestSoFar step : steps) {
      double date = millis(step.date());
      double value = proportion.at(step.tokensPerSecond());
      if (!line.isEmpty()) {
        line.add(new LineChart.Point(date, line.getLast().y(), line.getLast().label()));
      }
      line.add(new LineChart.Point(date, value, runs.name(step.configuration())));
    }
    line.add(new LineChart.Point(end, line.getLast().y(), line.getLast().label()));
    return new LineChart.Series(
        each.platform().name(),
        texts.get("frontier.bestSoFar"),
        each.platform().color(),
        LineChart.Role.ENVELOPE,
        LineChart.Marker.CIRCLE,
        line);
  }

  private static double lastDate(Evaluation evaluation) {
    return dates(evaluation).mapToDouble(FrontierCharts::millis).max().orElse(0);
  }

  private static Stream<String> dates(Evaluation evaluation) {
    return evaluation.platforms().stream()
        .flatMap(each -> each.platform().operatingPoints().stream())
        .flatMap(point -> Optional.ofNullable(point.evidence().date()).stream());
  }

  /** The first day that a date with or without month and day can mean. */
  private static double millis(String date) {
    String whole = date + "-01-01".substring(Math.max(0, date.length() - 4));
    return LocalDate.parse(whole).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  private FrontierLines lines(Evaluation evaluation, Metric metric, Speed speed) {
    Scenario anyTarget = evaluation.workspace().scenario().withTargetInteractivity(null);
    Key key = new Key(evaluation.workspace().platforms(), anyTarget, metric, speed);
    Made known = remembered;
    if (known == null || !known.key().equals(key)) {
      known = new Made(key, FrontierLines.of(evaluation, metric, speed, texts, runs));
      remembered = known;
    }
    return known.lines();
  }

  private String title(Evaluation evaluation, Metric metric) {
    String finding = Finding.of(evaluation, metric, texts);
    Double target = evaluation.workspace().scenario().targetInteractivity();
    return target == null ? finding : texts.get("frontier.title", shown(target), finding);
  }

  private String subtitle(Evaluation evaluation, Metric metric) {
    Workload workload = evaluation.workspace().scenario().workload();
    List<String> parts = new ArrayList<>();
    parts.add(
        Objects.requireNonNullElseGet(workload.model(), () -> texts.get("frontier.anyModel")));
    if (workload.isl() != null && workload.osl() != null) {
      parts.add(runs.lengths(workload.isl(), workload.osl()));
    }
    parts.add(measured(evaluation));
    parts.add(texts.get("frontier.counted." + counted(metric)));
    return String.join(" · ", parts);
  }

  private static String counted(Metric metric) {
    return Proportion.counted(metric).map(Enum::name).orElse("TOTAL");
  }

  private String measured(Evaluation evaluation) {
    List<Platform> platforms = evaluation.workspace().platforms();
    if (!platforms.equals(dated)) {
      dated = platforms;
      List<String> dates = dates(evaluation).sorted().toList();
      measured = dates.isEmpty()
          ? texts.get("frontier.undated")
          : texts.get("frontier.measured", month(dates.getFirst()), month(dates.getLast()));
    }
    return measured;
  }

  private static String month(String date) {
    return date.substring(0, Math.min(7, date.length()));
  }

  private LineChart.@Nullable Target target(
      Evaluation evaluation, Metric metric, Optional<Bands> bands) {
    Double target = evaluation.workspace().scenario().targetInteractivity();
    if (target == null) {
      return null;
    }
    Comparator<LineChart.Reading> rising =
        Comparator.comparingDouble(each -> order(each.datum(), metric));
    List<LineChart.Reading> readings = evaluation.platforms().stream()
        .map(each -> reading(each, metric, bands))
        .sorted(rising)
        .toList();
    return new LineChart.Target(target, shown(target), readings);
  }

  private LineChart.Reading reading(PlatformEvaluation each, Metric metric, Optional<Bands> bands) {
    Datum datum = switch (each.of(metric)) {
      case Explained figure ->
        new Datum.Known(
            figure.value(), texts.format().number(figure.value(), metric.unit()), figure.quality());
      case NotAvailable missing -> new Datum.Missing(missing.reason());
    };
    return new LineChart.Reading(
        each.platform().id(),
        each.platform().name(),
        each.platform().color(),
        datum,
        bands
            .flatMap(known -> known.of(each.platform().id(), metric))
            .map(band -> texts.range(band, metric.unit()))
            .orElse(""));
  }

  private static double order(Datum datum, Metric metric) {
    return switch (datum) {
      case Datum.Known known ->
        metric.better() == Metric.Better.LOWER ? known.value() : -known.value();
      case Datum.Missing missing -> Double.POSITIVE_INFINITY;
    };
  }

  private String shown(double target) {
    return texts.format().format(target, Unit.TOKENS_PER_SECOND_PER_USER);
  }

  /** The whole run in words, for who points at it. */
  public String describe(Platform platform, OperatingPoint point) {
    return runs.describe(platform, point);
  }
}
