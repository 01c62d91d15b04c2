package app.waterline.engine.why;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.RealDistribution;

/**
 * A quantile function as cubic Hermite pieces whose width shrinks with the distance to 0 and 1, where
 * quantile functions bend. Values at the ends of the pieces are those of the distribution, slopes are
 * 1 ÷ density.
 */
final class QuantileTable implements DoubleUnaryOperator {
  /** Halvings of the distance to an end. */
  private static final int OCTAVES = 32;

  private static final int PIECES = 32;
  private static final int COEFFICIENTS = 4;

  /** The smallest probability that the table answers; its mirror image is the largest. */
  static final double SMALLEST = Math.scalb(1.0, -OCTAVES - 1);

  private final double[] lower;
  private final double[] upper;

  private QuantileTable(double[] lower, double[] upper) {
    this.lower = lower;
    this.upper = upper;
  }

  static QuantileTable of(RealDistribution distribution) {
    return new QuantileTable(tail(distribution, false), tail(distribution, true));
  }

  private static double[] tail(RealDistribution distribution, boolean mirrored) {
    double[] table = new double[OCTAVES * PIECES * COEFFICIENTS];
    for (int octave = 0; octave < OCTAVES; octave++) {
      double start = Math.scalb(0.25, -octave);
      double width = start / PIECES;
      double left = distance(distribution, start, mirrored);
      double leftSlope = slope(distribution, left, mirrored) * width;
      for (int piece = 0; piece < PIECES; piece++) {
        double right = distance(distribution, start + (piece + 1) * width, mirrored);
        double rightSlope = slope(distribution, right, mirrored) * width;
        int at = (octave * PIECES + piece) * COEFFICIENTS;
        double rise = right - left;
        table[at] = left;
        table[at + 1] = leftSlope;
        table[at + 2] = 3 * rise - 2 * leftSlope - rightSlope;
        table[at + 3] = leftSlope + rightSlope - 2 * rise;
        left = right;
        leftSlope = rightSlope;
      }
    }
    return table;
  }

  private static double distance(RealDistribution distribution, double u, boolean mirrored) {
    return distribution.inverseCumulativeProbability(mirrored ? 1 - u : u);
  }

  private static double slope(RealDistribution distribution, double value, boolean mirrored) {
    double slope = 1 / distribution.density(value);
    return mirrored ? -slope : slope;
  }

  /**
   * The value below which the given share of all values lies.
   *
   * @param u from {@link #SMALLEST} to 1 − {@link #SMALLEST}
   */
  @Override
  public double applyAsDouble(double u) {
    boolean mirrored = u > 0.5;
    double end = mirrored ? 1 - u : u;
    // The middle belongs to the outermost end of the first octave.
    int octave = end == 0.5 ? 0 : -2 - Math.getExponent(end);
    double place = (Math.scalb(end, octave + 2) - 1) * PIECES;
    int piece = Math.min((int) place, PIECES - 1);
    double t = place - piece;
    double[] table = mirrored ? upper : lower;
    int at = (octave * PIECES + piece) * COEFFICIENTS;
    return ((table[at + 3] * t + table[at + 2]) * t + table[at + 1]) * t + table[at];
  }
}
