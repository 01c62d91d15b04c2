package app.waterline.engine.why;

import java.util.ArrayList;
import java.util.List;

/**
 * How often values fell into equal bins. What lies beyond the ends counts in the outermost bins.
 *
 * @param low lower end of the first bin
 * @param high upper end of the last bin
 * @param shares share of the values in each bin; they add up to 1
 */
public record Histogram(double low, double high, List<Double> shares) {
  private static final int BINS = 120;

  static final Histogram EMPTY = new Histogram(0, 0, List.of());

  public Histogram {
    shares = List.copyOf(shares);
  }

  static Histogram of(double[] values, double low, double high) {
    long[] counts = new long[BINS];
    double perUnit = high > low ? BINS / (high - low) : 0;
    for (double value : values) {
      counts[(int) Math.clamp((value - low) * perUnit, 0, BINS - 1)]++;
    }
    List<Double> shares = new ArrayList<>(BINS);
    for (long count : counts) {
      shares.add((double) count / values.length);
    }
    return new Histogram(low, high, shares);
  }

  /** The share of the values up to the upper end of each bin; it ends at 1. */
  public List<Double> cumulated() {
    List<Double> cumulated = new ArrayList<>(shares.size());
    double sum = 0;
    for (double share : shares) {
      sum += share;
      cumulated.add(Math.min(1, sum));
    }
    return List.copyOf(cumulated);
  }
}
