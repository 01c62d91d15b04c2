package app.waterline.io.runs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as the tools write them: {@code 20260818-041350}, ISO with a time, seconds since 1970. */
final class Days {
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})[-/]?(\\d{2})[-/]?(\\d{2})(?:\\D.*)?");
  private static final double NANOSECONDS_FROM = 1e16;

  private Days() {}

  /** {@code yyyy-MM-dd}; null where the text holds no day. */
  static @Nullable String of(@Nullable String text) {
    Matcher parts = DAY.matcher(text == null ? "" : text.strip());
    if (!parts.matches()) {
      return null;
    }
    String day = parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3);
    try {
      return LocalDate.parse(day).toString();
    } catch (DateTimeException noDay) {
      return null;
    }
  }

  /** The day of a moment in seconds or nanoseconds since 1970, in UTC. */
  static @Nullable String ofEpoch(@Nullable Double moment) {
    if (moment == null || !(Math.abs(moment) < 1e20)) {
      return null;
    }
    double seconds = Math.abs(moment) > NANOSECONDS_FROM ? moment / 1e9 : moment;
    boolean fourDigitYear = seconds > -6e10 && seconds < 2.5e11;
    return fourDigitYear
        ? LocalDate.ofInstant(Instant.ofEpochSecond((long) seconds), ZoneOffset.UTC)
            .toString()
        : null;
  }
}
