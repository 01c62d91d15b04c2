package app.waterline.document;

import app.waterline.model.Input;
import app.waterline.model.Planning;
import app.waterline.model.Scenario;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A number of the plan that the user can set; the rest of the scenario has {@link ScenarioSlot}s. */
public enum PlanSlot {
  SPARE_SYSTEMS(Input.SPARE_SYSTEMS, "planning", "spareSystems"),
  PEAK_TO_AVERAGE(Input.PEAK_TO_AVERAGE, "planning", "peakToAverage"),
  HORIZON_YEARS(Input.HORIZON_YEARS, "horizonYears"),
  RAMP_UP_MONTHS(Input.RAMP_UP_MONTHS, "planning", "rampUpMonths"),
  THROUGHPUT_GROWTH(Input.THROUGHPUT_GROWTH, "throughputGrowth"),
  TOKEN_PRICE_DECLINE(Input.TOKEN_PRICE_DECLINE, "tokenPriceDecline"),
  POWER_INFLATION(Input.POWER_INFLATION, "powerInflation"),
  TAX_RATE(Input.TAX_RATE, "planning", "taxRate");

  private final Input input;
  private final List<String> path;

  PlanSlot(Input input, String... path) {
    this.input = input;
    this.path = List.of(path);
  }

  /** Name, unit and domain. */
  public Input input() {
    return input;
  }

  /** The value in force; empty for a level load and for no taxes. */
  public Optional<Double> of(Scenario scenario) {
    return Optional.ofNullable((Number) Components.read(whole(scenario), path))
        .map(Number::doubleValue);
  }

  /** Whether the value may be missing. */
  public boolean isOptional() {
    return of(Scenario.DEFAULT).isEmpty();
  }

  /**
   * The scenario with another value.
   *
   * @param value null for none
   * @throws app.waterline.model.InvalidInput if it leaves its domain
   */
  public Scenario in(Scenario scenario, @Nullable Double value) {
    if (value == null && !isOptional()) {
      throw new IllegalArgumentException(
          "%s can't be left out [none]. Enter a figure.".formatted(input.label()));
    }
    Scenario changed = Components.with(whole(scenario), path, stored(value));
    return Planning.DEFAULT.equals(changed.planning()) ? changed.withPlanning(null) : changed;
  }

  /** A plan that nobody has touched assumes the defaults. */
  private static Scenario whole(Scenario scenario) {
    return scenario.planning() == null ? scenario.withPlanning(Planning.DEFAULT) : scenario;
  }

  private @Nullable Object stored(@Nullable Double value) {
    if (value == null || this != SPARE_SYSTEMS) {
      return value;
    }
    return Math.toIntExact(Math.round(input.require(value)));
  }
}
