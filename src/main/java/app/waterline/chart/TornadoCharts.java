package app.waterline.chart;

import app.waterline.engine.Evaluation;
import app.waterline.engine.why.Gauge;
import app.waterline.engine.why.Lever;
import app.waterline.engine.why.Tornado;
import app.waterline.model.Platform;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a tornado into its chart. */
public final class TornadoCharts {
  /** More than a slide can show. */
  private static final int MOST_BARS = 12;

  private static final int MOST_LOST = 3;

  /** From this factor between the ends on, equal lengths are equal factors. */
  private static final double WIDE = 20;

  private final Tornado tornado;
  private final Evaluation evaluation;
  private final ChartTexts texts;

  private TornadoCharts(Tornado tornado, Evaluation evaluation, ChartTexts texts) {
    this.tornado = tornado;
    this.evaluation = evaluation;
    this.texts = texts;
  }

  /**
   * The chart of a tornado.
   *
   * @param evaluation of the workspace that it was made from
   * @param share how far each input was moved, for example 0.2 for ±20 %
   * @param ranges whether uncertain inputs were moved from their P10 to their P90 instead
   */
  public static TornadoChart of(
      Tornado tornado, Evaluation evaluation, double share, boolean ranges, ChartTexts texts) {
    return new TornadoCharts(tornado, evaluation, texts).chart(share, ranges);
  }

  private TornadoChart chart(double share, boolean ranges) {
    List<TornadoChart.Bar> bars =
        tornado.bars().stream().limit(MOST_BARS).map(this::bar).toList();
    Datum base = texts.datum(tornado.base());
    Unit unit = unit();
    return new TornadoChart(
        title(base, bars),
        texts.get(
            ranges ? "tornado.subtitle.ranges" : "tornado.subtitle",
            ChartTexts.capitalized(outcome()),
            texts.format().number(share, Unit.SHARE)),
        new Axis(outcome(), unit, isWide(bars) ? Scale.LOG : Scale.LINEAR),
        base,
        bars,
        notes(bars));
  }

  private Unit unit() {
    return tornado.gauge().against() == null ? tornado.gauge().metric().unit() : Unit.RATIO;
  }

  private String name(String platform) {
    return evaluation.workspace().platform(platform).map(Platform::name).orElse(platform);
  }

  /** What is watched, in words. */
  private String outcome() {
    Gauge gauge = tornado.gauge();
    String metric = texts.name(gauge.metric());
    return gauge.against() == null
        ? texts.get("tornado.figure", metric, name(gauge.platform()))
        : texts.get(
            "tornado.ratio",
            metric,
            name(gauge.platform()),
            name(Objects.requireNonNull(gauge.against())));
  }

  private TornadoChart.Bar bar(Tornado.Bar bar) {
    Lever lever = bar.lever();
    Optional<Platform> owner = lever.platform().flatMap(evaluation.workspace()::platform);
    return new TornadoChart.Bar(
        lever.id(),
        texts.name(lever),
        owner.map(Platform::name).orElse(""),
        owner.map(Platform::color).orElse(null),
        lever.input().unit(),
        new TornadoChart.End(
            bar.span().low(), shown(bar.span().low(), lever), texts.datum(bar.atLow())),
        new TornadoChart.End(
            bar.span().high(), shown(bar.span().high(), lever), texts.datum(bar.atHigh())),
        bar.span().clamped());
  }

  private String shown(double value, Lever lever) {
    return texts.format().format(value, lever.input().unit());
  }

  private static boolean isWide(List<TornadoChart.Bar> bars) {
    double[] values = bars.stream()
        .flatMap(bar -> Stream.of(bar.low().outcome(), bar.high().outcome()))
        .filter(Datum.Known.class::isInstance)
        .mapToDouble(datum -> ((Datum.Known) datum).value())
        .sorted()
        .toArray();
    return values.length > 0 && values[0] > 0 && values[values.length - 1] / values[0] > WIDE;
  }

  private String title(Datum base, List<TornadoChart.Bar> bars) {
    if (base instanceof Datum.Missing missing) {
      return texts.get("tornado.title.missing", outcome(), texts.say(missing.reason()));
    }
    if (bars.isEmpty()) {
      return texts.get("tornado.title.still", outcome());
    }
    TornadoChart.Bar first = bars.getFirst();
    boolean own = first.owner().equals(name(tornado.gauge().platform()));
    String moved = own && tornado.gauge().against() == null ? first.name() : first.fullName();
    return first.low().outcome() instanceof Datum.Known low
            && first.high().outcome() instanceof Datum.Known high
        ? upwards(moved, first, low, high)
        : texts.get("tornado.title.lost", moved, outcome());
  }

  /** From the lower figure to the higher, each with the input that makes it. */
  private String upwards(
      String moved, TornadoChart.Bar bar, Datum.Known atLow, Datum.Known atHigh) {
    boolean rises = atLow.value() <= atHigh.value();
    return texts.get(
        "tornado.title",
        moved,
        outcome(),
        read(rises ? atLow : atHigh),
        (rises ? bar.low() : bar.high()).label(),
        read(rises ? atHigh : atLow),
        (rises ? bar.high() : bar.low()).label());
  }

  private String read(Datum.Known known) {
    return unit() == Unit.RATIO ? texts.format().ratio(known.value()) : known.label();
  }

  private List<String> notes(List<TornadoChart.Bar> bars) {
    List<String> notes = new ArrayList<>();
    for (TornadoChart.Bar bar : bars.stream().limit(MOST_LOST).toList()) {
      lost(bar, bar.low(), notes);
      lost(bar, bar.high(), notes);
    }
    List<String> clamped = bars.stream()
        .filter(TornadoChart.Bar::clamped)
        .map(TornadoChart.Bar::fullName)
        .toList();
    if (!clamped.isEmpty()) {
      notes.add(texts.get("tornado.clamped", String.join(", ", clamped)));
    }
    int further = tornado.bars().size() - bars.size();
    if (further > 0) {
      notes.add(texts.get("tornado.further", further));
    }
    return notes;
  }

  private void lost(TornadoChart.Bar bar, TornadoChart.End end, List<String> notes) {
    if (end.outcome() instanceof Datum.Missing missing) {
      notes.add(
          texts.get("tornado.lost", bar.fullName(), end.label(), texts.say(missing.reason())));
    }
  }
}
