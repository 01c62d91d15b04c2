package app.waterline.chart;

import java.util.stream.DoubleStream;

/** The round values at which lines are drawn over a map. */
final class Contours {
  private static final double LINES = 4;
  private static final double WIDE = 8;
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  private Contours() {}

  /**
   * A few round values strictly between two: equally far apart, or by factors where the range is wide.
   *
   * @param low above 0
   * @param high above {@code low}
   */
  static DoubleStream between(double low, double high) {
    DoubleStream all = high / low > WIDE ? factors(low, high) : steps(low, high);
    return all.filter(each -> each > low && each < high);
  }

  private static DoubleStream factors(double low, double high) {
    return DoubleStream.iterate(power(low), each -> each < high, each -> each * 10)
        .flatMap(each -> DoubleStream.of(each, each * 2, each * 5));
  }

  private static DoubleStream steps(double low, double high) {
    double rough = (high - low) / LINES;
    double power = power(rough);
    double step = DoubleStream.of(STEPS)
        .map(each -> each * power)
        .filter(each -> each >= rough)
        .findFirst()
        .orElse(rough);
    double first = Math.floor(low / step);
    return DoubleStream.iterate(first, each -> each * step < high, each -> each + 1)
        .map(each -> each * step);
  }

  private static double power(double value) {
    return Math.pow(10, Math.floor(Math.log10(value)));
  }
}
