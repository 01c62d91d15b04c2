package app.waterline.chart;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Where a chart was drawn, for who points at it or draws over it.
 *
 * @param plot the area between the axes, in the units of the drawing
 * @param x the values along its lower edge
 * @param y the values along its left edge
 * @param areas the parts that can be pointed at, the topmost first
 */
public record Drawn(Rectangle2D plot, Span x, Span y, List<Area> areas) {
  /**
   * A part of a chart.
   *
   * @param platform the id of whose it is
   * @param part what it is, in the words of its chart
   * @param shape where it was drawn
   */
  public record Area(String platform, String part, Shape shape) {}

  public Drawn {
    areas = List.copyOf(areas);
  }

  /** Where nothing but the axes can be pointed at. */
  public Drawn(Rectangle2D plot, Span x, Span y) {
    this(plot, x, y, List.of());
  }

  private static final double ROOM_FOR_READINGS = 720;

  /**
   * The values of an axis.
   *
   * @param low the value at its beginning
   * @param high the value at its end
   * @param scale how values between them become places
   */
  public record Span(double low, double high, Scale scale) {
    private double valueAt(double share) {
      return scale == Scale.LOG ? low * Math.pow(high / low, share) : low + (high - low) * share;
    }

    private double shareOf(double value) {
      return scale == Scale.LOG
          ? Math.log(value / low) / Math.log(high / low)
          : (value - low) / (high - low);
    }
  }

  /** Whether a panel of readings fits beside the lines; where it does not, the words around must have them. */
  public boolean hasRoomForReadings() {
    return plot.getWidth() >= ROOM_FOR_READINGS;
  }

  /** The value of the horizontal axis at a place. */
  public double valueAt(double place) {
    return x.valueAt((place - plot.getX()) / plot.getWidth());
  }

  /** The place of a value of the horizontal axis. */
  public double placeOf(double value) {
    return plot.getX() + x.shareOf(value) * plot.getWidth();
  }

  /** The place of a value of the vertical axis. */
  public double heightOf(double value) {
    return plot.getMaxY() - y.shareOf(value) * plot.getHeight();
  }
}
