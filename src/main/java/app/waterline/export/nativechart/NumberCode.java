package app.waterline.export.nativechart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Number formats of a spreadsheet that print a figure as Waterline prints it, so that a label follows when
 * somebody changes the figure.
 */
public final class NumberCode {
  private static final String MAGNITUDES = "KMBT";
  private static final MathContext DIGITS = new MathContext(6);
  private static final Pattern LABEL = Pattern.compile(
      "([^\\d+−-]*?)([-−+]?)([^\\d−-]*)(\\d[\\d.,'’\\s\\u00a0\\u202f]*)(.*)", Pattern.DOTALL);

  private NumberCode() {}

  /**
   * The format that prints the figure behind the label exactly as the label reads; {@code General} where
   * there is none.
   *
   * @param label a printed figure, for example {@code $4.20}, {@code 54.0 K} or {@code 72 %}
   * @param locale whose separators it is printed with
   * @param after what follows it in the cell, for example a quality mark
   */
  public static String of(String label, Locale locale, String after) {
    Matcher parts = LABEL.matcher(label);
    if (!parts.matches() || !isAscii(parts.group(4))) {
      return "General";
    }
    char point = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    String digits = parts.group(4).stripTrailing();
    String gap = parts.group(4).substring(digits.length());
    int decimals = digits.indexOf(point) < 0 ? 0 : digits.length() - digits.indexOf(point) - 1;
    boolean grouped =
        digits.chars().filter(each -> !isDigit(each)).count() > (decimals > 0 ? 1 : 0);
    return literal(parts.group(1) + parts.group(3))
        + (grouped ? "#,##0" : "0")
        + (decimals > 0 ? "." + "0".repeat(decimals) : "")
        + tail(gap + parts.group(5), after);
  }

  private static String tail(String rest, String after) {
    String stripped = rest.strip();
    if (stripped.equals("%")) {
      return literal(rest.substring(0, rest.indexOf('%'))) + "%" + literal(after);
    }
    int magnitude = stripped.isEmpty() ? -1 : MAGNITUDES.indexOf(stripped.charAt(0));
    boolean scaled = magnitude >= 0 && (stripped.length() == 1 || stripped.charAt(1) == ' ');
    return (scaled ? ",".repeat(magnitude + 1) : "") + literal(rest + after);
  }

  /**
   * The format of an axis that runs from 0 to {@code most} in equal steps.
   *
   * @param before the sign of a currency, or nothing
   * @param step between two ticks, above 0
   * @param most the largest tick
   */
  static String axis(String before, double step, double most) {
    int power = most < 10_000 ? 0 : most < 1e6 ? 1 : most < 1e9 ? 2 : most < 1e12 ? 3 : 4;
    double shown = step / Math.pow(1000, power);
    int decimals = decimals(shown);
    return literal(before)
        + (power == 0 ? "#,##0" : "0")
        + (decimals > 0 ? "." + "0".repeat(decimals) : "")
        + ",".repeat(power)
        + (power == 0 ? "" : literal(" " + MAGNITUDES.charAt(power - 1)));
  }

  /**
   * The format of a logarithmic axis. Whole ticks are printed whole: programs compute them, and not always
   * to the last digit.
   *
   * @param least the smallest tick, above 0
   */
  static String logarithmic(String before, double least, double most) {
    int power = most < 10_000 ? 0 : most < 1e6 ? 1 : most < 1e9 ? 2 : most < 1e12 ? 3 : 4;
    String sign = literal(before);
    if (power == 0 && least < 1 && least >= 0.01) {
      return "[<0.1]%1$s0.00;[<1]%1$s0.0;%1$s#,##0".formatted(sign);
    }
    return logarithmic(before, power, least >= 1 ? "#,##0" : "General");
  }

  /** Two conditions are all that a format can hold: the largest magnitude and the one below it. */
  private static String logarithmic(String before, int power, String small) {
    String sign = literal(before);
    return switch (power) {
      case 0 -> sign + small;
      case 1 -> "[>=1000]" + sign + "0,\" K\";" + sign + small;
      default ->
        "[>=%s]%s0%s\" %s\";[>=%s]%s0%s\" %s\";%s%s"
            .formatted(
                "1" + "000".repeat(power),
                sign,
                ",".repeat(power),
                MAGNITUDES.charAt(power - 1),
                "1" + "000".repeat(power - 1),
                sign,
                ",".repeat(power - 1),
                MAGNITUDES.charAt(power - 2),
                sign,
                small);
    };
  }

  /** A percentage for shares. */
  static String percent(double step) {
    int decimals = decimals(step * 100);
    return "0" + (decimals > 0 ? "." + "0".repeat(decimals) : "") + "\" \"%";
  }

  /** How many digits after the point tell all multiples of a step apart. */
  private static int decimals(double step) {
    return Math.max(
        0, BigDecimal.valueOf(step).round(DIGITS).stripTrailingZeros().scale());
  }

  private static String literal(String text) {
    return text.isEmpty() ? "" : '"' + text.replace('"', '”') + '"';
  }

  private static boolean isAscii(String digits) {
    return digits.chars().noneMatch(each -> Character.isDigit(each) && !isDigit(each));
  }

  private static boolean isDigit(int each) {
    return each >= '0' && each <= '9';
  }
}
