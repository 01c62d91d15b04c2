package app.waterline.engine;

import app.waterline.model.OperatingPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The operating points of one configuration that no other beats in both interactivity and tokens/s
 * per GPU.
 *
 * @param points the frontier, from the slowest, which has the highest throughput, to the fastest
 * @see "docs/model.md, section 3"
 */
public record Frontier(List<OperatingPoint> points) {
  // Where two runs tie in both figures any of them will do; the further keys only make the choice
  // independent of the order of the points.
  private static final Comparator<OperatingPoint> FASTEST_FIRST = Comparator.comparingDouble(
          OperatingPoint::interactivity)
      .reversed()
      .thenComparing(Comparator.comparingDouble(Frontier::throughput).reversed())
      .thenComparing(OperatingPoint::toString);

  public Frontier {
    points = List.copyOf(points);
  }

  /** The frontier of the given points, which must be of one configuration. */
  public static Frontier of(Collection<OperatingPoint> candidates) {
    List<OperatingPoint> sorted = new ArrayList<>(candidates);
    sorted.sort(FASTEST_FIRST);
    List<OperatingPoint> kept = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    for (OperatingPoint point : sorted) {
      if (throughput(point) > best) {
        best = throughput(point);
        kept.add(point);
      }
    }
    return new Frontier(kept.reversed());
  }

  private static double throughput(OperatingPoint point) {
    return point.tokensPerSecondPerGpu().total();
  }
}
