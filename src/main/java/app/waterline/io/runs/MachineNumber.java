package app.waterline.io.runs;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as programs write them: a decimal point, an exponent, English thousands separators inside
 * quoted cells. What people type goes through {@code QuantityFormat} instead.
 */
public final class MachineNumber {
  private static final Set<String> MISSING = Set.of("", "-", "--", "n/a", "na", "none", "null");
  private static final Set<String> INFINITE = Set.of("inf", "+inf", ".inf", "infinity");
  private static final Set<String> NOT_A_NUMBER = Set.of("nan", ".nan");
  private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(\\d{1,40}\\.?\\d{0,40}|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

  private MachineNumber() {}

  /**
   * The number that the text stands for; infinite or not a number where it says so; null where it
   * stands for a missing figure.
   *
   * @throws BadRecord if the text is no number
   */
  public static @Nullable Double parse(String field, String text) {
    String trimmed = text.strip();
    String lower = trimmed.toLowerCase(Locale.ROOT);
    if (MISSING.contains(lower)) {
      return null;
    }
    if (INFINITE.contains(lower)) {
      return Double.POSITIVE_INFINITY;
    }
    if (NOT_A_NUMBER.contains(lower)) {
      return Double.NaN;
    }
    String digits = THOUSANDS.matcher(trimmed).matches() ? trimmed.replace(",", "") : trimmed;
    if (!PLAIN.matcher(digits).matches()) {
      throw new BadRecord(
          field,
          "A number was expected [%s]. Write it with a decimal point and without a unit."
              .formatted(shortened(trimmed)));
    }
    return new BigDecimal(digits).doubleValue();
  }

  /** The start of a text, for a message. */
  static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
