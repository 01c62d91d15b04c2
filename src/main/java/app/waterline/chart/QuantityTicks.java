package app.waterline.chart;

import app.waterline.format.QuantityFormat;
import app.waterline.model.Unit;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tick labels in the locale's numbers; only prints. At even steps all have one number of decimals,
 * otherwise no empty ones.
 */
final class QuantityTicks extends NumberFormat {
  private static final long serialVersionUID = 1L;

  private final transient QuantityFormat format;
  private final Unit unit;

  private final transient Pattern emptyDecimals;
  private double step;
  private double largest;
  private double last = Double.POSITIVE_INFINITY;

  QuantityTicks(QuantityFormat format, Unit unit) {
    this.format = format;
    this.unit = unit;
    char separator = DecimalFormatSymbols.getInstance(format.locale()).getDecimalSeparator();
    this.emptyDecimals = Pattern.compile(Pattern.quote(String.valueOf(separator)) + "0+(?!\\d)");
  }

  /**
   * From now on the labels stand at even steps.
   *
   * @param distance from one to the next, above 0
   * @param reach the largest size on the axis
   */
  void even(double distance, double reach) {
    step = distance;
    largest = reach;
  }

  /** Beyond this an axis only has room for names: there is no 120 % of a utilization. */
  void upTo(double end) {
    last = end;
  }

  @Override
  public StringBuffer format(double number, StringBuffer into, FieldPosition position) {
    if (number > last) {
      return into;
    }
    if (step > 0) {
      return into.append(format.tick(number, unit, step, largest));
    }
    return into.append(emptyDecimals.matcher(format.number(number, unit)).replaceAll(""));
  }

  @Override
  public StringBuffer format(long number, StringBuffer into, FieldPosition position) {
    return format((double) number, into, position);
  }

  @Override
  public @Nullable Number parse(String source, ParsePosition position) {
    throw new UnsupportedOperationException("Tick labels are not read [%s].".formatted(source));
  }
}
