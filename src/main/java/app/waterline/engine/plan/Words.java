package app.waterline.engine.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers inside the sentences of a plan: plain English, to three digits. */
final class Words {
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
  private static final String[] MAGNITUDES = {"", " K", " M", " B", " T"};

  private Words() {}

  /** For example {@code 2.5 M}. */
  static String number(double value) {
    int step = 0;
    double left = value;
    while (Math.abs(left) >= (step == 0 ? 9_999.5 : 999.5) && step < MAGNITUDES.length - 1) {
      left /= 1000;
      step++;
    }
    if (step == 0 && Math.rint(left) == left) {
      return String.valueOf((long) left);
    }
    BigDecimal rounded = BigDecimal.valueOf(left).round(THREE_DIGITS);
    String digits = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    return digits + MAGNITUDES[step];
  }

  /** For example {@code $2.5 M}; the sign stands before the dollar. */
  static String money(double value) {
    return (value < 0 ? "−$" : "$") + number(Math.abs(value));
  }

  /** For example {@code 72 %}. */
  static String percent(double share) {
    return number(share * 100) + " %";
  }

  /** For example {@code 1 system} or {@code 3 systems}. */
  static String count(double value, String noun) {
    return number(value) + " " + noun + (value == 1 ? "" : "s");
  }
}
