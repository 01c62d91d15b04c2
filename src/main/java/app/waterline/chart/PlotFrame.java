package app.waterline.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeriesCollection;

/** Title, axes, grid and notes round a plot whose inside its chart draws itself. */
final class PlotFrame {
  private final ChartStyle style;
  private final Side x;
  private final Side y;
  private RectangleInsets room = RectangleInsets.ZERO_INSETS;
  private double tallest = Double.POSITIVE_INFINITY;

  /**
   * An axis with its range.
   *
   * @param axis name, unit and scale
   * @param low value at its beginning
   * @param high value at its end
   * @param visible whether its ticks are drawn
   * @param grid whether lines go out from its ticks
   */
  record Side(Axis axis, double low, double high, boolean visible, boolean grid) {
    Drawn.Span span() {
      return new Drawn.Span(low, high, axis.scale());
    }
  }

  PlotFrame(ChartStyle style, Side x, Side y) {
    this.style = style;
    this.x = x;
    this.y = y;
  }

  /** Keeps room free round the axes. */
  PlotFrame keeping(double top, double left, double bottom, double right) {
    room = new RectangleInsets(top, left, bottom, right);
    return this;
  }

  /** With its axes no taller than this, so that the lower axis stays near a few rows. */
  PlotFrame atMost(double height) {
    tallest = height;
    return this;
  }

  Drawn draw(Graphics2D graphics, ChartSpec spec, double width, double height) {
    ValueAxis across = made(x);
    ValueAxis upwards = made(y);
    across.setLabel(x.visible() ? named(x.axis()) : null);
    upwards.setLabel(null);
    XYPlot plot =
        new XYPlot(new XYSeriesCollection(), across, upwards, new XYLineAndShapeRenderer());
    plot.setDomainGridlinePaint(style.grid());
    plot.setRangeGridlinePaint(style.grid());
    plot.setDomainGridlineStroke(ChartStyle.HAIRLINE);
    plot.setRangeGridlineStroke(ChartStyle.HAIRLINE);
    plot.setDomainGridlinesVisible(x.grid());
    plot.setRangeGridlinesVisible(y.grid());
    plot.setRangeZeroBaselineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setInsets(room);
    Rectangle2D place = new Pen(graphics, style).frame(spec, width, height);
    place.setRect(
        place.getX(), place.getY(), place.getWidth(), Math.min(tallest, place.getHeight()));
    Rectangle2D area = ChartStyle.draw(graphics, plot, place);
    return new Drawn(area, x.span(), y.span());
  }

  private ValueAxis made(Side side) {
    ValueAxis axis = style.axis(side.axis());
    axis.setRange(side.low(), side.high());
    axis.setVisible(side.visible());
    return axis;
  }

  /** What stands at an axis: its name, its unit, and whether equal lengths are equal factors. */
  String named(Axis axis) {
    String text = style.texts().heading(axis.name(), axis.unit());
    return axis.scale() == Scale.LOG ? style.texts().get("axis.log", text) : text;
  }
}
