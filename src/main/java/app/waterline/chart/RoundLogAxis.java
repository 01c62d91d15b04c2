package app.waterline.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis with ticks at round numbers: 1, 3, 10, 30 and so on. */
final class RoundLogAxis extends LogAxis {
  private static final long serialVersionUID = 1L;

  private final NumberFormat labels;

  RoundLogAxis(NumberFormat labels) {
    super(null);
    this.labels = labels;
    setNumberFormatOverride(labels);
  }

  /** The round numbers from low to high, few enough to read. */
  static List<Double> roundNumbers(double low, double high) {
    double decades = Math.log10(high / low);
    double[] steps = decades <= 1.2
        ? new double[] {1, 2, 3, 5}
        : decades <= 3.6 ? new double[] {1, 3} : new double[] {1};
    int stride = Math.max(1, (int) Math.ceil(decades / 8));
    List<Double> numbers = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
      for (double step : steps) {
        double number = step * Math.pow(10, power);
        if (power % stride == 0 && number >= low * (1 - 1e-9) && number <= high * (1 + 1e-9)) {
          numbers.add(number);
        }
      }
    }
    return numbers;
  }

  @Override
  protected List<ValueTick> refreshTicksHorizontal(
      Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
    return ticks(RectangleEdge.TOP.equals(edge) ? TextAnchor.BOTTOM_CENTER : TextAnchor.TOP_CENTER);
  }

  @Override
  protected List<ValueTick> refreshTicksVertical(
      Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
    return ticks(
        RectangleEdge.LEFT.equals(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
  }

  private List<ValueTick> ticks(TextAnchor anchor) {
    List<ValueTick> ticks = new ArrayList<>();
    for (double number : roundNumbers(getRange().getLowerBound(), getRange().getUpperBound())) {
      ticks.add(new NumberTick(number, labels.format(number), anchor, TextAnchor.CENTER, 0));
    }
    return ticks;
  }
}
