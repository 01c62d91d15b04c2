package app.waterline.chart;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What belongs to whom on a heat chart: to the cheapest platform, or to a band of values. */
final class HeatFields {
  /** Nobody has a figure. */
  static final int NOBODY = -1;

  /** Half of the way, where nothing tells better. */
  private static final double MIDDLE = 0.5;

  private HeatFields() {}

  /** The cheapest at each crossing; between two the costs are taken to change by equal factors. */
  static Regions.Field winners(HeatChart.Cells.Winners cells) {
    List<HeatChart.Contender> platforms = cells.platforms();
    Grid first = platforms.getFirst().grid();
    int width = first.width();
    int[] labels = IntStream.range(0, width * first.height())
        .map(i -> cells.winner(i % width, i / width))
        .toArray();
    return new Regions.Field() {
      @Override
      public int label(int column, int row) {
        return labels[row * width + column];
      }

      @Override
      public double change(Regions.Crossing from, Regions.Crossing to) {
        int mine = label(from.column(), from.row());
        int theirs = label(to.column(), to.row());
        if (mine == NOBODY || theirs == NOBODY) {
          return MIDDLE;
        }
        Grid one = platforms.get(mine).grid();
        Grid other = platforms.get(theirs).grid();
        return crossing(lead(one, other, from), lead(one, other, to));
      }
    };
  }

  /** How far one is below the other, as a logarithm. */
  private static OptionalDouble lead(Grid one, Grid other, Regions.Crossing place) {
    OptionalDouble mine = one.at(place.column(), place.row());
    OptionalDouble theirs = other.at(place.column(), place.row());
    return mine.isPresent() && theirs.isPresent()
        ? OptionalDouble.of(Math.log(theirs.getAsDouble() / mine.getAsDouble()))
        : OptionalDouble.empty();
  }

  private static double crossing(OptionalDouble begin, OptionalDouble end) {
    if (begin.isEmpty() || end.isEmpty()) {
      return MIDDLE;
    }
    double fall = begin.getAsDouble() - end.getAsDouble();
    return fall > 0 ? begin.getAsDouble() / fall : MIDDLE;
  }

  /**
   * The band that each value falls into.
   *
   * @param bounds increasing, between the bands
   * @param scale whether values between two crossings change by equal amounts or factors
   */
  static Regions.Field bands(Grid grid, double[] bounds, Scale scale) {
    return new Regions.Field() {
      @Override
      public int label(int column, int row) {
        OptionalDouble value = grid.at(column, row);
        return value.isEmpty() ? NOBODY : band(value.getAsDouble(), bounds);
      }

      @Override
      public double change(Regions.Crossing from, Regions.Crossing to) {
        OptionalDouble begin = grid.at(from.column(), from.row());
        OptionalDouble end = grid.at(to.column(), to.row());
        if (begin.isEmpty() || end.isEmpty()) {
          return MIDDLE;
        }
        int one = band(begin.getAsDouble(), bounds);
        int other = band(end.getAsDouble(), bounds);
        double bound = bounds[(Math.min(one, other) + Math.max(one, other) - 1) / 2];
        return share(begin.getAsDouble(), end.getAsDouble(), bound, scale);
      }
    };
  }

  private static double share(double begin, double end, double bound, Scale scale) {
    return scale == Scale.LOG
        ? Math.log(bound / begin) / Math.log(end / begin)
        : (bound - begin) / (end - begin);
  }

  private static int band(double value, double[] bounds) {
    int band = 0;
    while (band < bounds.length && value >= bounds[band]) {
      band++;
    }
    return band;
  }
}
