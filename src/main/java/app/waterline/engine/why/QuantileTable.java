package app.waterline.engine.why;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.RealDistribution;

/**
 * A quantile function as cubic Hermite pieces whose width shrinks with the distance to 0 and 1, where
 * quantile functions bend. Values and slopes at the ends of the pieces are exact.
 */
final class QuantileTable implements DoubleUnaryOperator {
  /** Halvings of the distance to an end. */
  private static final int OCTAVES = 32;

  /** Pieces of an octave; far out, where one draw in ten thousand falls, fewer do. */
  private static final int PIECES = 32;

  private static final int NEAR_OCTAVES = 12;
  private static final int FAR_PIECES = 8;
  private static final int COEFFICIENTS = 4;

  /** The digits of a number, and the number one, in bits. */
  private static final long DIGITS = (1L << 52) - 1;

  private static final long ONE = Double.doubleToRawLongBits(1);

  /** The smallest probability that the table answers; its mirror image is the largest. */
  static final double SMALLEST = Math.scalb(1.0, -OCTAVES - 1);

  private final double[] lower;
  private final double[] upper;

  /**
   * The value below which a share of all values lies, from the nearest value known.
   */
  interface Inverse {
    /**
     * @param u probability
     * @param near a value whose probability is near, for a solver to start from
     */
    double at(double u, double near);
  }

  /**
   * @param slope from a value to the slope of the quantile function there
   */
  QuantileTable(Inverse inverse, DoubleUnaryOperator slope) {
    double middle = inverse.at(0.5, Double.NaN);
    this.lower = tail(inverse, slope, middle, false);
    this.upper = tail(inverse, slope, middle, true);
  }

  static QuantileTable of(RealDistribution distribution) {
    return new QuantileTable(
        (u, near) -> distribution.inverseCumulativeProbability(u),
        value -> 1 / distribution.density(value));
  }

  private static double[] tail(
      Inverse inverse, DoubleUnaryOperator slope, double middle, boolean mirrored) {
    double[] table = new double[place(OCTAVES)];
    double right = middle;
    double sign = mirrored ? -1 : 1;
    for (int octave = 0; octave < OCTAVES; octave++) {
      double start = Math.scalb(0.25, -octave);
      int pieces = pieces(octave);
      double width = start / pieces;
      double rightSlope = sign * slope.applyAsDouble(right) * width;
      for (int piece = pieces - 1; piece >= 0; piece--) {
        double u = start + piece * width;
        double left = inverse.at(mirrored ? 1 - u : u, right);
        double leftSlope = sign * slope.applyAsDouble(left) * width;
        double rise = right - left;
        int at = place(octave) + piece * COEFFICIENTS;
        table[at] = left;
        table[at + 1] = leftSlope;
        table[at + 2] = 3 * rise - 2 * leftSlope - rightSlope;
        table[at + 3] = leftSlope + rightSlope - 2 * rise;
        right = left;
        rightSlope = leftSlope;
      }
    }
    return table;
  }

  private static int pieces(int octave) {
    return octave < NEAR_OCTAVES ? PIECES : FAR_PIECES;
  }

  private static int place(int octave) {
    int near = Math.min(octave, NEAR_OCTAVES);
    return COEFFICIENTS * (near * PIECES + (octave - near) * FAR_PIECES);
  }

  /**
   * The value below which the given share of all values lies.
   *
   * @param u from {@link #SMALLEST} to 1 − {@link #SMALLEST}
   */
  @Override
  public double applyAsDouble(double u) {
    double end = Math.min(u, 1 - u);
    double[] table = u > 0.5 ? upper : lower;
    // The middle belongs to the outermost end of the first octave.
    boolean middle = end == 0.5;
    int octave = middle ? 0 : -2 - Math.getExponent(end);
    int pieces = pieces(octave);
    double place = (middle ? 1 : fraction(end)) * pieces;
    int piece = Math.min((int) place, pieces - 1);
    double t = place - piece;
    int at = place(octave) + piece * COEFFICIENTS;
    return ((table[at + 3] * t + table[at + 2]) * t + table[at + 1]) * t + table[at];
  }

  /** Puts the values in the place of the shares. */
  void all(double[] shares, int count) {
    for (int i = 0; i < count; i++) {
      shares[i] = applyAsDouble(shares[i]);
    }
  }

  /** How far a number has come from its power of two to the next, 0 to 1: what its digits say. */
  private static double fraction(double number) {
    return Double.longBitsToDouble((Double.doubleToRawLongBits(number) & DIGITS) | ONE) - 1;
  }
}
