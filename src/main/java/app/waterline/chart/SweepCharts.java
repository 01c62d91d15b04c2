package app.waterline.chart;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.engine.why.Sweep;
import app.waterline.engine.why.WinnerMap;
import app.waterline.model.Platform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a sweep into lines, one for each platform. */
public final class SweepCharts {
  private final Sweep sweep;
  private final Evaluation evaluation;
  private final ChartTexts texts;

  private SweepCharts(Sweep sweep, Evaluation evaluation, ChartTexts texts) {
    this.sweep = sweep;
    this.evaluation = evaluation;
    this.texts = texts;
  }

  /**
   * The lines of a sweep.
   *
   * @param evaluation of the workspace that it was made from
   */
  public static LineChart of(Sweep sweep, Evaluation evaluation, ChartTexts texts) {
    return new SweepCharts(sweep, evaluation, texts).chart();
  }

  /** Where the cheapest of two platforms changes, exactly; none where another figure than the headline is swept. */
  public static List<WinnerMap.Flip> flips(Sweep sweep, Evaluation evaluation) {
    if (sweep.metric() != evaluation.headline() || evaluation.platforms().size() < 2) {
      return List.of();
    }
    double[] values = sweep.values().stream().mapToDouble(each -> each).toArray();
    return WinnerMap.along(evaluation.workspace(), sweep.lever(), values).stream()
        .filter(flip -> flip.below().isPresent() && flip.above().isPresent())
        .toList();
  }

  private LineChart chart() {
    List<LineChart.Series> series = new ArrayList<>();
    sweep.lines().forEach(line -> series.addAll(series(line)));
    boolean log =
        series.stream().flatMap(each -> each.points().stream()).allMatch(point -> point.y() > 0);
    List<WinnerMap.Flip> flips = flips(sweep, evaluation);
    return new LineChart(
        title(flips),
        texts.get("sweep.subtitle", ChartTexts.capitalized(texts.name(sweep.metric())), input()),
        new Axis(input(), sweep.lever().input().unit(), Scale.LINEAR),
        new Axis(texts.name(sweep.metric()), sweep.metric().unit(), log ? Scale.LOG : Scale.LINEAR),
        series,
        marks(flips, series),
        target(),
        notes());
  }

  private String input() {
    return texts.fullName(sweep.lever(), evaluation.workspace());
  }

  private Platform platform(Sweep.Line line) {
    return evaluation.workspace().platform(line.platform()).orElseThrow();
  }

  /** A line for each stretch without a gap. */
  private List<LineChart.Series> series(Sweep.Line line) {
    List<LineChart.Series> stretches = new ArrayList<>();
    List<LineChart.Point> points = new ArrayList<>();
    for (int i = 0; i < line.results().size(); i++) {
      Optional<Explained> figure = line.results().get(i).figure();
      double x = sweep.values().get(i);
      figure.ifPresent(known ->
          points.add(new LineChart.Point(x, known.value(), platform(line).name())));
      boolean over = figure.isEmpty() || i == line.results().size() - 1;
      if (over && !points.isEmpty()) {
        stretches.add(stretch(platform(line), List.copyOf(points)));
        points.clear();
      }
    }
    return stretches;
  }

  private LineChart.Series stretch(Platform platform, List<LineChart.Point> points) {
    return new LineChart.Series(
        platform.name(),
        texts.name(sweep.metric()),
        platform.color(),
        LineChart.Role.ENVELOPE,
        LineChart.Marker.CIRCLE,
        points);
  }

  private List<LineChart.Mark> marks(List<WinnerMap.Flip> flips, List<LineChart.Series> series) {
    return flips.stream()
        .flatMap(flip -> heightOf(flip, series).stream()
            .map(y -> new LineChart.Mark(flip.value(), y, shown(flip.value()))))
        .toList();
  }

  private Optional<Double> heightOf(WinnerMap.Flip flip, List<LineChart.Series> series) {
    String name = flip.below().map(this::name).orElse("");
    return series.stream()
        .filter(each -> each.platform().equals(name))
        .flatMap(each -> between(each.points(), flip.value()).stream())
        .findFirst();
  }

  private static Optional<Double> between(List<LineChart.Point> points, double x) {
    for (int i = 1; i < points.size(); i++) {
      LineChart.Point left = points.get(i - 1);
      LineChart.Point right = points.get(i);
      if (left.x() <= x && x <= right.x()) {
        double share = (x - left.x()) / (right.x() - left.x());
        return Optional.of(left.y() + share * (right.y() - left.y()));
      }
    }
    return Optional.empty();
  }

  private String name(String id) {
    return evaluation.workspace().platform(id).map(Platform::name).orElse(id);
  }

  private String shown(double value) {
    return texts.format().format(value, sweep.lever().input().unit());
  }

  private LineChart.@Nullable Target target() {
    Optional<Double> now = sweep
        .lever()
        .get(evaluation.workspace())
        .filter(value ->
            value >= sweep.values().getFirst() && value <= sweep.values().getLast());
    boolean lower = sweep.metric().better() == Metric.Better.LOWER;
    Comparator<PlatformEvaluation> order =
        Comparator.comparingDouble(each -> each.of(sweep.metric())
            .figure()
            .map(figure -> lower ? figure.value() : -figure.value())
            .orElse(Double.POSITIVE_INFINITY));
    return now.map(at -> new LineChart.Target(
            at,
            shown(at),
            evaluation.platforms().stream().sorted(order).map(this::reading).toList()))
        .orElse(null);
  }

  private LineChart.Reading reading(PlatformEvaluation each) {
    return new LineChart.Reading(
        each.platform().id(),
        each.platform().name(),
        each.platform().color(),
        texts.datum(each.of(sweep.metric())));
  }

  private String title(List<WinnerMap.Flip> flips) {
    Optional<WinnerMap.Flip> flip = flips.stream().findFirst();
    if (flip.isPresent()) {
      return texts.get(
          "sweep.title.flip",
          input(),
          shown(flip.get().value()),
          flip.get().below().map(this::name).orElse(""),
          flip.get().above().map(this::name).orElse(""));
    }
    String finding = Finding.of(evaluation, sweep.metric(), texts);
    boolean compares =
        sweep.metric() == evaluation.headline() && evaluation.platforms().size() > 1;
    return compares ? texts.get("sweep.title.same", finding, input()) : finding;
  }

  /** Why a line ends, once for each platform. */
  private List<String> notes() {
    return sweep.lines().stream()
        .flatMap(line -> line.results().stream()
            .filter(NotAvailable.class::isInstance)
            .map((Result result) -> texts.get(
                "sweep.missing",
                platform(line).name(),
                texts.say(((NotAvailable) result).reason())))
            .limit(1))
        .distinct()
        .toList();
  }
}
