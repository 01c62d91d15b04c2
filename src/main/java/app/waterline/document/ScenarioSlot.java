package app.waterline.document;

import app.waterline.model.Currency;
import app.waterline.model.Distribution;
import app.waterline.model.Input;
import app.waterline.model.Scenario;
import app.waterline.model.TokenPrices;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A number of the scenario that the user can set. */
public enum ScenarioSlot {
  UTILIZATION(Input.UTILIZATION, "utilization"),
  POWER_PRICE(Input.POWER_PRICE, "powerPrice"),
  PUE(Input.PUE, "pue"),
  TARGET_INTERACTIVITY(Input.TARGET_INTERACTIVITY, "targetInteractivity"),
  COST_OF_CAPITAL(Input.COST_OF_CAPITAL, "costOfCapital"),
  ACTIVE_PARAMETERS(Input.ACTIVE_PARAMETERS, "workload", "activeParameters"),
  ISL(Input.ISL, "workload", "isl"),
  OSL(Input.OSL, "workload", "osl"),
  CACHED_INPUT_SHARE(Input.CACHED_INPUT_SHARE, "workload", "cachedInputShare"),
  INPUT_TOKEN_PRICE(Input.INPUT_TOKEN_PRICE, "tokenPrices", "input"),
  CACHED_INPUT_TOKEN_PRICE(Input.CACHED_INPUT_TOKEN_PRICE, "tokenPrices", "cachedInput"),
  OUTPUT_TOKEN_PRICE(Input.OUTPUT_TOKEN_PRICE, "tokenPrices", "output");

  private final Input input;
  private final List<String> path;

  ScenarioSlot(Input input, String... path) {
    this.input = input;
    this.path = List.of(path);
  }

  /** The components that lead to it in a scenario, named as in the workspace file. */
  public List<String> path() {
    return path;
  }

  /** Name, unit and domain. */
  public Input input() {
    return input;
  }

  /** The value in force; empty for "as quoted", "none" or "any". */
  public Optional<Double> of(Scenario scenario) {
    return Optional.ofNullable((Number) Components.read(scenario, path)).map(Number::doubleValue);
  }

  /** The value of a scenario that nobody has touched, in a workspace of that currency. */
  public Optional<Double> defaultValue(Currency currency) {
    return of(CurrencyConversion.defaults(currency));
  }

  /** Whether the value may be missing. */
  public boolean isOptional() {
    return of(Scenario.DEFAULT).isEmpty();
  }

  /**
   * The scenario with another value.
   *
   * @param value exact, without a range; null for none; without a price for input or for output tokens nothing is sold at all
   * @throws app.waterline.model.InvalidInput if it leaves its domain
   */
  public Scenario in(Scenario scenario, @Nullable Double value) {
    if (value == null && !isOptional()) {
      throw new IllegalArgumentException(
          "%s can't be left out [none]. Enter a figure.".formatted(input.label()));
    }
    Scenario exact = scenario.withRange(input, null);
    return isTokenPrice()
        ? withTokenPrice(exact, value)
        : Components.with(exact, path, stored(value));
  }

  /** What is known of the value; empty where it counts as exact. */
  public Optional<Distribution> rangeIn(Scenario scenario) {
    return Optional.ofNullable(scenario.ranges().get(input));
  }

  /** Whether the value may have a range. */
  public boolean isUncertain() {
    return Scenario.UNCERTAIN.contains(input);
  }

  /**
   * The scenario with another value and what is known of it.
   *
   * @throws app.waterline.model.InvalidInput if it leaves its domain, or the range does not hold the value
   */
  public Scenario in(Scenario scenario, double value, @Nullable Distribution range) {
    return in(scenario, value).withRange(input, range);
  }

  private boolean isTokenPrice() {
    return path.getFirst().equals("tokenPrices");
  }

  private boolean isCount() {
    return this == ISL || this == OSL;
  }

  private @Nullable Object stored(@Nullable Double value) {
    if (value == null || !isCount()) {
      return value;
    }
    return Math.toIntExact(Math.round(input.require(value)));
  }

  private Scenario withTokenPrice(Scenario scenario, @Nullable Double value) {
    if (value == null && this != CACHED_INPUT_TOKEN_PRICE) {
      return scenario.withTokenPrices(null);
    }
    TokenPrices old = scenario.tokenPrices();
    TokenPrices prices = old == null ? new TokenPrices(0, null, 0) : old;
    return value == null && old == null
        ? scenario
        : scenario.withTokenPrices(byHand(Components.with(prices, path.subList(1, 2), value)));
  }

  /** A price that somebody changed is no longer what the source says. */
  private static TokenPrices byHand(TokenPrices prices) {
    return new TokenPrices(prices.input(), prices.cachedInput(), prices.output());
  }
}
