package app.waterline.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure comes from.
 *
 * @param kind how far the figure can be trusted
 * @param source who says so, precise enough to look it up
 * @param date when it was said or measured: {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}; null
 *     where the source has none
 * @param note what a reader must know beside it, for example that sources disagree
 */
public record Evidence(
    Kind kind,
    String source,
    @Nullable String date,
    @Nullable String note) {
  private static final Pattern DATE =
      Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");

  /** How far a figure can be trusted. */
  public enum Kind {
    MEASURED,
    PUBLISHED,
    VENDOR_CLAIM,
    QUOTE,
    ASSUMPTION
  }

  public Evidence {
    if (source.isBlank()) {
      throw new InvalidInput("Evidence needs a source [empty]. Say where the figure comes from.");
    }
    if (date != null && !isDate(date)) {
      throw new InvalidInput(
          "An evidence date must read yyyy, yyyy-MM or yyyy-MM-dd [%s]. Write 2026-07 for July 2026."
              .formatted(date));
    }
  }

  /** Whether a text is a year, a month or a day, as dates are written here. */
  static boolean isDate(String text) {
    return DATE.matcher(text).matches();
  }

  /** An assumption of the user's own. */
  public static Evidence assumption(String source) {
    return new Evidence(Kind.ASSUMPTION, source, null, null);
  }
}
