package app.waterline.engine.why;

import app.waterline.model.Distribution;
import app.waterline.model.Domain;
import app.waterline.model.InvalidInput;
import java.util.Collection;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * Values of uncertain levers, spread evenly by a Sobol sequence. The same distributions always give the
 * same draws.
 */
final class Draws {
  private static final double CELLS = 0x1p32;
  private static final int SEED = 1;

  /** So many draws at a time: a lever's table is read for all of them before the next lever's. */
  private static final int BLOCK = 256;

  private final DoubleUnaryOperator[] quantiles;

  private Draws(DoubleUnaryOperator[] quantiles) {
    this.quantiles = quantiles;
  }

  /**
   * @throws InvalidInput if a distribution reaches out of its lever's domain
   */
  static Draws of(Map<Lever, Distribution> uncertain) {
    uncertain.forEach(Draws::requireInside);
    return new Draws(quantiles(uncertain.values()));
  }

  private static DoubleUnaryOperator[] quantiles(Collection<Distribution> distributions) {
    return distributions.parallelStream().map(Quantiles::fast).toArray(DoubleUnaryOperator[]::new);
  }

  private static void requireInside(Lever lever, Distribution distribution) {
    Domain domain = lever.domain();
    if (!domain.contains(distribution.low()) || !domain.contains(distribution.high())) {
      throw new InvalidInput(
          "%s: the distribution reaches out of what the input may be, %s to %s %s [%s to %s]. Narrow it, or choose one with bounds."
              .formatted(
                  lever.input().label(),
                  Words.figure(domain.low()),
                  Words.figure(domain.high()),
                  lever.input().unit().symbol(),
                  signed(distribution.low()),
                  signed(distribution.high())));
    }
  }

  private static String signed(double value) {
    return value < 0 ? "−" + Words.figure(-value) : Words.figure(value);
  }

  int dimensions() {
    return quantiles.length;
  }

  /** What happens with the numbered draw; the array is used again for the next. */
  interface Taker {
    void take(int draw, double[] values);
  }

  /**
   * A stretch of the sequence.
   *
   * @param from number of the first draw
   * @param to number after the last
   */
  void each(int from, int to, Taker taker) {
    stretch(1, from, to, (draw, values) -> taker.take(draw, values[0]));
  }

  /** As {@link #each}, with two independent draws at a time. */
  void eachPair(int count, PairTaker taker) {
    stretch(2, 0, count, (draw, values) -> taker.take(values[0], values[1]));
  }

  /** What happens with two independent draws. */
  interface PairTaker {
    void take(double[] first, double[] second);
  }

  private interface ManyTaker {
    void take(int draw, double[][] values);
  }

  private void stretch(int copies, int from, int to, ManyTaker taker) {
    if (quantiles.length == 0 || from >= to) {
      return;
    }
    SobolSequenceGenerator sobol = new SobolSequenceGenerator(copies * quantiles.length);
    double[][] points = new double[BLOCK][];
    double[][][] rows = new double[BLOCK][copies][quantiles.length];
    double[] column = new double[BLOCK];
    points[0] = sobol.skipTo(from);
    for (int first = from; first < to; first += BLOCK) {
      int count = Math.min(BLOCK, to - first);
      for (int i = first == from ? 1 : 0; i < count; i++) {
        points[i] = sobol.nextVector();
      }
      for (int dimension = 0; dimension < copies * quantiles.length; dimension++) {
        column(dimension, points, rows, column, count);
      }
      for (int i = 0; i < count; i++) {
        taker.take(first + i, rows[i]);
      }
    }
  }

  /** One lever for many draws: its table stays near while they are read. */
  private void column(
      int dimension, double[][] points, double[][][] rows, double[] column, int count) {
    int seed = seed(dimension);
    for (int i = 0; i < count; i++) {
      column[i] = scrambled(points[i][dimension], seed);
    }
    int lever = dimension % quantiles.length;
    DoubleUnaryOperator quantile = quantiles[lever];
    if (quantile instanceof QuantileTable table) {
      table.all(column, count);
    } else {
      for (int i = 0; i < count; i++) {
        column[i] = quantile.applyAsDouble(column[i]);
      }
    }
    int copy = dimension / quantiles.length;
    for (int i = 0; i < count; i++) {
      rows[i][copy][lever] = column[i];
    }
  }

  /**
   * Owen's nested scrambling by hashing (S. Laine, T. Karras, Stratified Sampling for Stochastic
   * Transparency, 2011; constants of B. Burley, Practical Hash-based Owen Scrambling, JCGT 9, 2020). The bare
   * sequence begins at the origin and leaves its far corners out, which costs a digit of the mean of a
   * product of ten inputs.
   */
  private static double scrambled(double coordinate, int seed) {
    int bits = Integer.reverse((int) (long) (coordinate * CELLS));
    bits += seed;
    bits ^= bits * 0x6c50b47c;
    bits ^= bits * 0xb82f1e52;
    bits ^= bits * 0xc7afe638;
    bits ^= bits * 0x8d22f6e6;
    return (Integer.toUnsignedLong(Integer.reverse(bits)) + 0.5) / CELLS;
  }

  /** A fixed number for each dimension, with well mixed bits. */
  private static int seed(int dimension) {
    int bits = (dimension + SEED) * 0x9e3779b9;
    bits ^= bits >>> 16;
    bits *= 0x85ebca6b;
    bits ^= bits >>> 13;
    bits *= 0xc2b2ae35;
    return bits ^ (bits >>> 16);
  }
}
