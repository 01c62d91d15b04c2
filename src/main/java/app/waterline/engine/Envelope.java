package app.waterline.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The best that a platform delivers at any interactivity: the upper edge over the curves of its allowed
 * configurations, which all count their tokens the same way.
 *
 * @param curves one for each configuration
 * @see "docs/model.md, section 3"
 */
public record Envelope(List<Curve> curves) {
  public Envelope {
    curves = List.copyOf(curves);
  }

  /** The configuration that delivers most at the target, if any reaches it. */
  public Optional<Curve> bestAt(double target) {
    return bestAt(target, target);
  }

  /** The best at a place among the curves that also reach a faster one: the limit from the right of a knot. */
  public Optional<Curve> bestAt(double place, double reaching) {
    return curves.stream()
        .filter(curve -> curve.reaches(reaching))
        .max(Comparator.comparingDouble(curve -> curve.rateAt(place)));
  }

  /** The fastest interactivity that any configuration reaches, tok/s/user; 0 where there is none. */
  public double fastest() {
    return curves.stream().mapToDouble(Curve::fastest).max().orElse(0);
  }

  /** All interactivities that were measured on a frontier, increasing, each once. Between two of them the edge is smooth. */
  public double[] knots() {
    return Arrays.stream(curves.stream().flatMapToDouble(Envelope::knotsOf).toArray())
        .sorted()
        .distinct()
        .toArray();
  }

  private static DoubleStream knotsOf(Curve curve) {
    return curve.frontier().points().stream().mapToDouble(point -> point.interactivity());
  }
}
