package app.waterline.chart;

import java.awt.geom.Rectangle2D;

/**
 * Where a chart was drawn, for who points at it.
 *
 * @param plot the area between the axes, in the units of the drawing
 * @param low the value of the horizontal axis at the left edge of the plot
 * @param high the value at its right edge
 * @param scale how values between them become places
 */
public record Drawn(Rectangle2D plot, double low, double high, Scale scale) {
  /** The value of the horizontal axis at a place. */
  public double valueAt(double x) {
    double share = (x - plot.getX()) / plot.getWidth();
    return scale == Scale.LOG ? low * Math.pow(high / low, share) : low + (high - low) * share;
  }

  /** The place of a value of the horizontal axis. */
  public double placeOf(double value) {
    double share = scale == Scale.LOG
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
    return plot.getX() + share * plot.getWidth();
  }
}
