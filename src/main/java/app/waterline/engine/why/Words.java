package app.waterline.engine.why;

import java.math.BigDecimal;
import java.math.MathContext;

/** Figures in a sentence: four digits that count, the same for every reader. */
final class Words {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private Words() {}

  static String figure(double value) {
    return Double.isInfinite(value)
        ? "any more"
        : new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
  }

  static String range(Interval interval) {
    String low = figure(interval.low());
    String high = figure(interval.high());
    return low.equals(high) ? low : low + "–" + high;
  }
}
