package app.waterline.chart;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** A number, or none, at every crossing of columns and rows; never changes. */
public final class Grid {
  private final int width;
  private final double[] values;

  private Grid(int width, double[] values) {
    this.width = width;
    this.values = values;
  }

  /** Fills a grid. */
  public interface Source {
    /** The value at a crossing; empty where there is none. */
    OptionalDouble at(int column, int row);
  }

  /**
   * @param width number of columns, at least 1
   * @param height number of rows, at least 1
   */
  public static Grid of(int width, int height, Source source) {
    double[] values = new double[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = source.at(i % width, i / width).orElse(Double.NaN);
    }
    return new Grid(width, values);
  }

  public int width() {
    return width;
  }

  public int height() {
    return values.length / width;
  }

  /** The value at a crossing; empty where there is none. */
  public OptionalDouble at(int column, int row) {
    double value = values[row * width + column];
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** All values that there are. */
  public DoubleStream known() {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Grid grid && width == grid.width && Arrays.equals(values, grid.values);
  }

  @Override
  public int hashCode() {
    return 31 * width + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Grid[%d × %d]".formatted(width, height());
  }
}
