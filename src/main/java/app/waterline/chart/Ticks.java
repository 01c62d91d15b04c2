package app.waterline.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/** Round numbers along an axis that a chart draws itself. */
final class Ticks {
  private static final double ROOM_UP = 38;

  private Ticks() {}

  /**
   * A round number.
   *
   * @param value in the unit of the axis
   * @param label as it stands at the axis
   */
  record Tick(double value, String label) {}

  /** Along the lower edge of the plot, as far apart as their labels need. */
  static List<Tick> along(
      Graphics2D graphics, ChartStyle style, Axis axis, Rectangle2D plot, double high) {
    List<Tick> ticks = ticks(graphics, style, axis, plot, 0, high, RectangleEdge.BOTTOM);
    Font font = style.fonts().regular(ChartStyle.SMALL);
    double widest = ticks.stream()
        .mapToDouble(tick -> Wrapping.widthOf(tick.label(), font))
        .max()
        .orElse(0);
    return thinned(ticks, widest + 20, plot.getWidth() / high);
  }

  /** Along the left edge of the plot. */
  static List<Tick> up(
      Graphics2D graphics, ChartStyle style, Axis axis, Rectangle2D plot, double low, double high) {
    List<Tick> ticks = ticks(graphics, style, axis, plot, low, high, RectangleEdge.LEFT);
    return thinned(ticks, ROOM_UP, plot.getHeight() / (high - low));
  }

  /** Every so many of them that they lie at least so far apart; 0 stays. */
  private static List<Tick> thinned(List<Tick> ticks, double room, double perUnit) {
    if (ticks.size() < 2) {
      return ticks;
    }
    double step = ticks.get(1).value() - ticks.get(0).value();
    long apart = 1;
    while (apart * step * perUnit < room) {
      apart *= 2;
    }
    long stride = apart;
    return ticks.stream()
        .filter(tick -> Math.round(tick.value() / step) % stride == 0)
        .toList();
  }

  private static List<Tick> ticks(
      Graphics2D graphics,
      ChartStyle style,
      Axis axis,
      Rectangle2D plot,
      double low,
      double high,
      RectangleEdge edge) {
    ValueAxis made = style.axis(axis);
    made.setRange(low, high);
    List<?> ticks = made.refreshTicks(graphics, new AxisState(), plot, edge);
    return ticks.stream()
        .filter(NumberTick.class::isInstance)
        .map(NumberTick.class::cast)
        .filter(tick -> TickType.MAJOR.equals(tick.getTickType()))
        .map(tick -> new Tick(tick.getValue(), tick.getText()))
        .filter(tick -> tick.value() >= low && tick.value() <= high)
        .toList();
  }
}
