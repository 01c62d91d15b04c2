package app.waterline.export.sheet;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Quality;
import app.waterline.model.Unit;
import org.jspecify.annotations.Nullable;

/** Number formats of the spreadsheet; the reader's own program puts in the separators. */
final class NumberForms {
  private NumberForms() {}

  /**
   * The format that shows a value of about that size to three digits.
   *
   * @param mark what stands behind the number; null for nothing
   */
  static String of(Unit unit, double value, @Nullable Quality mark) {
    String digits = isShare(unit) ? "0.0%" : digits(Math.abs(value));
    return mark == null ? digits : digits + "\" " + ChartTexts.mark(mark) + "\"";
  }

  /** The format of values whose size is not known yet. */
  static String of(Unit unit) {
    return switch (unit) {
      case SHARE, SHARE_PER_YEAR -> "0.0%";
      case DOLLARS_PER_GPU_HOUR -> "0.0000";
      case KILOWATTS_PER_GPU, PFLOPS -> "0.000";
      case TOKENS_PER_SECOND_PER_GPU, TOKENS_PER_SECOND_PER_USER -> "#,##0.0";
      default -> "General";
    };
  }

  static boolean isShare(Unit unit) {
    return unit == Unit.SHARE || unit == Unit.SHARE_PER_YEAR;
  }

  private static String digits(double size) {
    if (size == 0 || size >= 100) {
      return "#,##0";
    }
    if (size >= 10) {
      return "0.0";
    }
    if (size >= 1) {
      return "0.00";
    }
    return size >= 0.1 ? "0.000" : "0.00000";
  }
}
