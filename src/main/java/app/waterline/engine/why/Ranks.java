package app.waterline.engine.why;

import java.util.Arrays;
import org.hipparchus.util.KthSelector;

/** Order statistics of many values without sorting them all. */
final class Ranks {
  private static final int REMEMBERED_PIVOTS = 511;

  private final KthSelector selector = new KthSelector();
  private final double[] work;
  private final int[] pivots = new int[REMEMBERED_PIVOTS];

  /**
   * @param values at least one; the array is reordered
   */
  Ranks(double[] values) {
    this.work = values;
    Arrays.fill(pivots, -1);
  }

  /** The value below which the given share of all values lies, 0 to 1, between two values in a straight line. */
  double at(double share) {
    double place = share * (work.length - 1);
    int below = (int) Math.floor(place);
    double low = selector.select(work, pivots, below);
    if (below + 1 >= work.length) {
      return low;
    }
    double high = selector.select(work, pivots, below + 1);
    return low + (place - below) * (high - low);
  }
}
