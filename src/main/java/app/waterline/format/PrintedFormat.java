package app.waterline.format;

import app.waterline.engine.Printed;
import app.waterline.model.InvalidInput;
import app.waterline.model.Unit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads figures as American tables print them: {@code 54K}, {@code $0.12}, {@code 6,000}, {@code
 * ~35x lower}. Keeps how exact the printed digits are.
 */
public final class PrintedFormat {
  private static final QuantityFormat NUMBERS = new QuantityFormat(Locale.US);
  private static final Pattern SHAPE = Pattern.compile(
      "[~≈]?\\s*\\$?\\s*([\\d,]*\\d(?:\\.\\d+)?)\\s*([KkMBT]?)\\s*([x×]?)\\s*(lower|higher|)");

  private PrintedFormat() {}

  /**
   * The printed figure.
   *
   * @throws InvalidInput if the text is not a figure
   */
  public static Printed read(String text) {
    Matcher shape = SHAPE.matcher(text.strip());
    if (!shape.matches()) {
      throw unreadable(text);
    }
    String digits = shape.group(1);
    double mantissa = number(digits, text);
    double value = number(digits + shape.group(2), text);
    double scale = mantissa == 0 ? 1 : value / mantissa;
    return new Printed(
        text, value, scale * Math.pow(10, lastDigit(digits)), kind(shape.group(3), shape.group(4)));
  }

  private static Printed.Kind kind(String times, String direction) {
    if (direction.equals("lower")) {
      return Printed.Kind.INVERSE_RATIO;
    }
    return times.isEmpty() ? Printed.Kind.AMOUNT : Printed.Kind.RATIO;
  }

  /** Power of ten of the last digit that says something; zeros that end a whole number only fill it up. */
  private static int lastDigit(String digits) {
    int point = digits.indexOf('.');
    if (point >= 0) {
      return point + 1 - digits.length();
    }
    String plain = digits.replace(",", "");
    int zeros = 0;
    while (zeros < plain.length() - 1 && plain.charAt(plain.length() - 1 - zeros) == '0') {
      zeros++;
    }
    return zeros;
  }

  private static double number(String digits, String text) {
    try {
      return NUMBERS.parse(digits, Unit.NONE);
    } catch (QuantityFormat.Unreadable notOne) {
      throw unreadable(text);
    }
  }

  private static InvalidInput unreadable(String text) {
    return new InvalidInput(
        "A printed figure must be a number with an optional K, M, B, T or x [%s]. Write 54K, $0.12 or 35x lower."
            .formatted(text));
  }
}
