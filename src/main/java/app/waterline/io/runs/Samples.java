package app.waterline.io.runs;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Many values of one latency, in s, kept as plain numbers until their percentiles are asked. */
final class Samples {
  private double[] values = new double[1024];
  private int count;

  void add(@Nullable Double value) {
    if (value == null) {
      return;
    }
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  /** Median, p99 and mean; nothing where there are no values. */
  Spread spread() {
    if (count == 0) {
      return Spread.NONE;
    }
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    double mean = Arrays.stream(sorted).sum() / count;
    return new Spread(percentile(sorted, 0.5), percentile(sorted, 0.99), mean);
  }

  /** Linear between the two nearest ranks, as NumPy does. */
  private static double percentile(double[] sorted, double share) {
    double rank = share * (sorted.length - 1);
    int below = (int) Math.floor(rank);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }
}
