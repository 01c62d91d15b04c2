package app.waterline.engine.why;

import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Result;
import app.waterline.model.Distribution;
import app.waterline.model.Workspace;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * How far each lever alone moves a figure, the furthest first.
 *
 * @param gauge the figure
 * @param base the figure with nothing moved
 * @param bars one for each lever that has a value and moves the figure
 * @see "docs/model.md, section 8"
 */
public record Tornado(Gauge gauge, Result base, List<Bar> bars) {
  /** A figure that moves by less, relative to itself, stands still. */
  private static final double ROUNDING = 1e-12;

  /**
   * One lever.
   *
   * @param lever what is moved
   * @param span from where to where, and whether it stopped at the edge of the domain
   * @param atLow the figure at the low end
   * @param atHigh the figure at the high end
   * @param swing how far the figure moves, in its unit; with one end missing, from the base to the
   *     other
   */
  public record Bar(Lever lever, Span span, Result atLow, Result atHigh, double swing) {}

  public Tornado {
    bars = List.copyOf(bars);
  }

  /** Every lever up and down by the same share of its value. */
  public static Tornado of(
      Evaluator evaluator, Workspace workspace, Gauge gauge, List<Lever> levers, double share) {
    return of(
        evaluator,
        workspace,
        gauge,
        levers,
        (lever, value) -> Span.around(value, share, lever.domain()));
  }

  /**
   * Uncertain levers from their P10 to their P90, every other one up and down by the same share of its
   * value.
   */
  public static Tornado ofRanges(
      Evaluator evaluator,
      Workspace workspace,
      Gauge gauge,
      List<Lever> levers,
      Map<Lever, Distribution> uncertain,
      double share) {
    Map<String, Distribution> byId = new HashMap<>();
    uncertain.forEach((lever, range) -> byId.put(lever.id(), range));
    return of(evaluator, workspace, gauge, levers, (lever, value) -> {
      Distribution range = byId.get(lever.id());
      return range == null
          ? Span.around(value, share, lever.domain())
          : Span.deciles(range, lever.domain());
    });
  }

  /** Every lever between ends of its own, for example the P10 and P90 of its distribution. */
  public static Tornado of(
      Evaluator evaluator,
      Workspace workspace,
      Gauge gauge,
      List<Lever> levers,
      BiFunction<Lever, Double, Span> ends) {
    Result base = gauge.read(evaluator.evaluate(workspace));
    List<Bar> bars = levers.stream()
        .flatMap(lever -> lever
            .get(workspace)
            .map(value -> bar(evaluator, workspace, gauge, lever, ends.apply(lever, value), base))
            .stream())
        .filter(bar -> bar.swing() > 0 || isLost(bar, base))
        .sorted(Comparator.comparingDouble(Bar::swing).reversed())
        .toList();
    return new Tornado(gauge, base, bars);
  }

  private static Bar bar(
      Evaluator evaluator, Workspace workspace, Gauge gauge, Lever lever, Span span, Result base) {
    Result low = gauge.at(evaluator, workspace, lever, span.low());
    Result high = gauge.at(evaluator, workspace, lever, span.high());
    return new Bar(lever, span, low, high, swing(low, high, base));
  }

  private static double swing(Result low, Result high, Result base) {
    boolean both = low.figure().isPresent() && high.figure().isPresent();
    double[] values = (both ? Stream.of(low, high) : Stream.of(low, high, base))
        .map(Result::figure)
        .flatMap(Optional::stream)
        .mapToDouble(Explained::value)
        .sorted()
        .toArray();
    if (values.length == 0) {
      return 0;
    }
    double widest = values[values.length - 1] - values[0];
    return widest > ROUNDING * Math.abs(values[0]) ? widest : 0;
  }

  /** Whether an end of the bar takes a figure away that is there with nothing moved. */
  private static boolean isLost(Bar bar, Result base) {
    return base instanceof Explained
        && (bar.atLow() instanceof NotAvailable || bar.atHigh() instanceof NotAvailable);
  }
}
