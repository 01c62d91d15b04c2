package app.waterline.export.nativechart;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The ends and steps of an axis.
 *
 * @param low the first tick
 * @param high the last tick
 * @param step between two ticks; 0 where the axis is logarithmic, with a tick a power of ten
 */
record NiceScale(double low, double high, double step) {
  private static final int TICKS = 6;
  private static final MathContext TEN_DIGITS = new MathContext(10);

  /** From 0 to beyond the values, or from beyond them where some are below 0. */
  static NiceScale fromZero(double low, double high) {
    return around(Math.min(0, low), Math.max(0, high));
  }

  /** Round numbers around the values. */
  static NiceScale around(double low, double high) {
    double span = high > low ? high - low : Math.max(1, Math.abs(high));
    double step = round(span / TICKS);
    double first = Math.floor(low / step + 1e-9) * step;
    double last = Math.ceil(high / step - 1e-9) * step;
    return new NiceScale(tidy(first), tidy(last > first ? last : first + step), tidy(step));
  }

  /** Whole powers of ten around the values, all above 0. */
  static NiceScale logarithmic(double low, double high) {
    double first = Math.pow(10, Math.floor(Math.log10(low) + 1e-9));
    double last = Math.pow(10, Math.ceil(Math.log10(high) - 1e-9));
    return new NiceScale(tidy(first), tidy(last > first ? last : first * 10), 0);
  }

  boolean isLogarithmic() {
    return step == 0;
  }

  private static double round(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double digit = rough / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 2.5 ? 2.5 : digit <= 5 ? 5 : 10);
  }

  /** Without the last bits, which would print as 0.30000000000000004. */
  private static double tidy(double value) {
    return BigDecimal.valueOf(value).round(TEN_DIGITS).doubleValue();
  }
}
