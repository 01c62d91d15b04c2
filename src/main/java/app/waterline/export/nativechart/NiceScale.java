package app.waterline.export.nativechart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The ends and steps of an axis.
 *
 * @param low the first tick
 * @param high the last tick
 * @param step between two ticks; 0 where the axis is logarithmic, with a tick a power of ten
 */
record NiceScale(double low, double high, double step) {
  private static final int TICKS = 5;
  private static final double MONTH = 365.25 / 12;
  private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
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

  /** From a power of ten, or half of one where that saves much room, to beyond the values; all above 0. */
  static NiceScale logarithmic(double low, double high) {
    double power = Math.pow(10, Math.floor(Math.log10(low) + 1e-9));
    boolean half = low >= 5 * power && high / low < 100;
    double first = half ? 5 * power : power;
    double last = 1 / roundDown(1 / high);
    return new NiceScale(tidy(first), tidy(last > first ? last : first * 10), 0);
  }

  /**
   * Whole months around days. The ticks of a scatter chart are equally far apart, months are not: ticks
   * that start on the 3rd stay in their month.
   *
   * @param low days of a spreadsheet
   */
  static NiceScale months(double low, double high) {
    LocalDate first =
        DAY_0.plusDays((long) Math.floor(low) - 2).withDayOfMonth(1).plusDays(2);
    double from = ChronoUnit.DAYS.between(DAY_0, first);
    int each = (int) Math.max(1, Math.ceil((high - from) / MONTH / 8));
    double steps = Math.max(1, Math.ceil((high - from) / (MONTH * each)));
    return new NiceScale(from, from + steps * MONTH * each, MONTH * each);
  }

  /** How far a value is from the low end, 0 to 1. */
  double share(double value) {
    return isLogarithmic()
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
  }

  boolean isLogarithmic() {
    return step == 0;
  }

  private static double round(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double digit = rough / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 2.5 ? 2.5 : digit <= 5 ? 5 : 10);
  }

  /** 1, 2 or 5 times a power of ten. */
  private static double roundDown(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
    double digit = value / power * (1 + 1e-9);
    return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
  }

  /** Without the last bits, which would print as 0.30000000000000004. */
  private static double tidy(double value) {
    return BigDecimal.valueOf(value).round(TEN_DIGITS).doubleValue();
  }
}
