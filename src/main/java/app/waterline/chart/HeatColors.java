package app.waterline.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The colours of one figure over two inputs, in bands that can be told apart. */
final class HeatColors {
  private static final int BANDS = 14;
  private static final double PALEST = 0.12;
  private static final double FULLEST = 0.85;

  private final ChartTheme theme;
  private final HeatChart.Cells.Values values;
  private final double low;
  private final double high;
  private final double[] bounds;

  HeatColors(ChartTheme theme, HeatChart.Cells.Values values) {
    this.theme = theme;
    this.values = values;
    double least = values.grid().known().min().orElse(1);
    double most = values.grid().known().max().orElse(least);
    this.low = least;
    double same = Math.max(1e-12, Math.abs(least) * 1e-6);
    this.high = most - least > same ? most : least + same; // else rounding would draw stripes
    this.bounds = bounds();
  }

  private double[] bounds() {
    Double level = values.level();
    double[] equal =
        IntStream.range(1, BANDS).mapToDouble(band -> at((double) band / BANDS)).toArray();
    if (level == null || level <= low || level >= high) {
      return equal;
    }
    // No band may hold values of both sides.
    int nearest = IntStream.range(0, equal.length)
        .boxed()
        .min((one, other) -> Double.compare(
            Math.abs(shareOf(equal[one]) - shareOf(level)),
            Math.abs(shareOf(equal[other]) - shareOf(level))))
        .orElse(0);
    equal[nearest] = level;
    return equal;
  }

  double[] bands() {
    return bounds.clone();
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  private boolean log() {
    return values.measured().scale() == Scale.LOG;
  }

  private double at(double share) {
    return log() ? low * Math.pow(high / low, share) : low + (high - low) * share;
  }

  /** How far along the scale a value is, 0 to 1. */
  double shareOf(double value) {
    return log() ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  }

  Color of(int band) {
    double from = band == 0 ? low : bounds[band - 1];
    double to = band == bounds.length ? high : bounds[band];
    return ofValue(log() ? Math.sqrt(from * to) : (from + to) / 2);
  }

  private Color ofValue(double value) {
    Double level = values.level();
    HeatChart.Region less = values.less();
    HeatChart.Region more = values.more();
    if (level == null || less == null || more == null) {
      return ChartTheme.mix(
          theme.token("accent-soft"), theme.token("accent"), shareOf(value) * FULLEST);
    }
    if (level <= low || level >= high) {
      double deep = level <= low ? shareOf(value) : 1 - shareOf(value);
      return ChartTheme.mix(
          theme.background(),
          theme.platform((level <= low ? more : less).color()),
          PALEST + (FULLEST - PALEST) * deep);
    }
    double away = shareOf(value) - shareOf(level);
    double furthest =
        Math.max(Math.abs(shareOf(high) - shareOf(level)), Math.abs(shareOf(low) - shareOf(level)));
    double depth = PALEST + (FULLEST - PALEST) * Math.min(1, Math.abs(away) / furthest);
    return ChartTheme.mix(
        theme.background(), theme.platform((away < 0 ? less : more).color()), depth);
  }

  @Override
  public String toString() {
    return Arrays.toString(bounds);
  }
}
