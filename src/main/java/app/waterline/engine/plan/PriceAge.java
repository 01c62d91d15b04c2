package app.waterline.engine.plan;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How old a dated price is. The caller says what day it is. */
public final class PriceAge {
  private static final int YEAR = "yyyy".length();
  private static final int MONTH = "yyyy-MM".length();

  private PriceAge() {}

  /**
   * Days since the date; a price of a month or year counts from its last day, so it is at least as old.
   *
   * @param date {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}
   * @return 0 or more; a date in the future is 0 days old
   */
  public static long days(String date, LocalDate today) {
    return Math.max(0, ChronoUnit.DAYS.between(lastDay(date), today));
  }

  private static LocalDate lastDay(String date) {
    if (date.length() == YEAR) {
      return Year.parse(date).atMonth(12).atEndOfMonth();
    }
    return date.length() == MONTH ? YearMonth.parse(date).atEndOfMonth() : LocalDate.parse(date);
  }

  /**
   * Whether a price is older than allowed. One without a date is: nobody can say that it still holds.
   *
   * @param mostDays the oldest that still counts as fresh
   */
  public static boolean isStale(@Nullable String date, LocalDate today, long mostDays) {
    return date == null || days(date, today) > mostDays;
  }
}
