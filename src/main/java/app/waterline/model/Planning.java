package app.waterline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan assumes beyond the rest of the scenario.
 *
 * @param peakToAverage busiest moment ÷ average of the demand, ≥ 1; null for a level load, or with an
 *     hourly load, which has its own
 * @param hourlyLoad relative load hour by hour, 24 for a day or 8,760 for a year; empty for a level one
 * @param spareSystems systems that stand idle until another one fails
 * @param rampUpMonths months until the full load has arrived, in a straight line
 * @param taxRate share of the profit; null where taxes are left out
 */
public record Planning(
    @Nullable Double peakToAverage,
    List<Double> hourlyLoad,
    int spareSystems,
    double rampUpMonths,
    @Nullable Double taxRate) {
  private static final int HOURS_OF_A_DAY = 24;
  private static final int HOURS_OF_A_YEAR = 8760;

  /** A level load that is there from the first day, no spare systems, no taxes. */
  public static final Planning DEFAULT = new Planning(null, List.of(), 0, 0, null);

  public Planning {
    hourlyLoad = List.copyOf(hourlyLoad);
    Input.PEAK_TO_AVERAGE.requireIfPresent(peakToAverage);
    Input.SPARE_SYSTEMS.require(spareSystems);
    Input.RAMP_UP_MONTHS.require(rampUpMonths);
    Input.TAX_RATE.requireIfPresent(taxRate);
    hourlyLoad.forEach(Input.HOURLY_LOAD::require);
    requireHours(hourlyLoad);
    if (peakToAverage != null && !hourlyLoad.isEmpty()) {
      throw new InvalidInput(
          "An hourly load has its own peak-to-average [%s]. Leave out one of the two."
              .formatted(peakToAverage));
    }
  }

  private static void requireHours(List<Double> load) {
    int hours = load.size();
    if (hours != 0 && hours != HOURS_OF_A_DAY && hours != HOURS_OF_A_YEAR) {
      throw new InvalidInput(
          "An hourly load has 24 hours of a day or 8,760 of a year [%d]. Give one figure for each hour."
              .formatted(hours));
    }
    if (hours != 0 && load.stream().allMatch(each -> each == 0)) {
      throw new InvalidInput(
          "An hourly load needs an hour with some load [all 0]. Leave it out for a level load.");
    }
  }
}
