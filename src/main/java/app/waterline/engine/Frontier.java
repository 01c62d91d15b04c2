package app.waterline.engine;

import app.waterline.model.OperatingPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The operating points of one configuration that no other beats in both interactivity and tokens/s
 * per GPU. All of them count their tokens the same way.
 *
 * @param points the frontier, from the slowest, which has the highest throughput, to the fastest
 * @see "docs/model.md, section 3"
 */
public record Frontier(List<OperatingPoint> points) {
  public Frontier {
    points = List.copyOf(points);
  }

  /** The frontier of the given points, which must be of one configuration. */
  public static Frontier of(Collection<OperatingPoint> candidates) {
    return of(candidates, OperatingPoint::interactivity);
  }

  /**
   * The points that no other beats in both speed and tokens/s per GPU.
   *
   * @param speed what makes a point fast, larger is faster, for example the latency with its sign
   *     turned
   */
  public static Frontier of(
      Collection<OperatingPoint> candidates, ToDoubleFunction<OperatingPoint> speed) {
    List<OperatingPoint> sorted = new ArrayList<>(candidates);
    sorted.sort(fastestFirst(speed));
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

  // Where two runs tie in both figures any of them will do; the last key only makes the choice
  // independent of the order of the points.
  private static Comparator<OperatingPoint> fastestFirst(ToDoubleFunction<OperatingPoint> speed) {
    return (left, right) -> {
      int bySpeed = Double.compare(speed.applyAsDouble(right), speed.applyAsDouble(left));
      int order = bySpeed != 0 ? bySpeed : Double.compare(throughput(right), throughput(left));
      return order != 0 ? order : left.toString().compareTo(right.toString());
    };
  }

  private static double throughput(OperatingPoint point) {
    return point.tokensPerSecondPerGpu().known();
  }
}
