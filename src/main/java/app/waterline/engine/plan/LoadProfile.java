package app.waterline.engine.plan;

import app.waterline.model.Planning;
import java.util.Arrays;

/**
 * How the load is spread over the hours. Sorted once with its running sums, so that what a year of
 * hours serves at any level is found without walking through the hours again.
 */
final class LoadProfile {
  /** Load ÷ mean load, ascending. */
  private final double[] hours;

  /** Sum of all hours before each. */
  private final double[] sums;

  private final double peakToAverage;

  private LoadProfile(double[] hours, double peakToAverage) {
    this.hours = hours;
    this.peakToAverage = peakToAverage;
    this.sums = new double[hours.length];
    for (int i = 1; i < hours.length; i++) {
      sums[i] = sums[i - 1] + hours[i - 1];
    }
  }

  static LoadProfile of(Planning planning) {
    if (planning.hourlyLoad().isEmpty()) {
      Double ratio = planning.peakToAverage();
      return new LoadProfile(new double[] {1}, ratio == null ? 1 : ratio);
    }
    double[] loads =
        planning.hourlyLoad().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double mean = Arrays.stream(loads).average().orElse(1);
    double[] hours = Arrays.stream(loads).map(load -> load / mean).toArray();
    return new LoadProfile(hours, hours[hours.length - 1]);
  }

  /** Busiest moment ÷ average, ≥ 1. */
  double peakToAverage() {
    return peakToAverage;
  }

  /**
   * Share of the capacity that is used, hour by hour and never more than all of it.
   *
   * @param offered average load ÷ capacity, ≥ 0; may exceed 1
   * @return average over the hours of {@code min(1, offered · hour)}
   */
  double served(double offered) {
    int n = hours.length;
    if (offered * hours[n - 1] <= 1) {
      return offered;
    }
    int full = firstFull(offered);
    return (offered * sums[full] + (n - full)) / n;
  }

  /** The first hour in which the load fills the capacity. */
  private int firstFull(double offered) {
    int low = 0;
    int high = hours.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (offered * hours[middle] > 1) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
