package app.waterline.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every platform of a workspace.
 *
 * @param utilization share of the time that the GPUs run at the operating point, above 0 to 1; it
 *     scales tokens, never the bill
 * @param powerPrice $/kWh
 * @param pue facility power ÷ IT power; null for "as quoted"
 * @param targetInteractivity tok/s that a user must see; null for no target
 * @param workload what the tokens are for
 * @param tokensCounted which tokens the headline price counts
 * @param tokenPrices what tokens sell for; null where nothing is sold
 * @param costOfCapital per year, 0 to 1
 * @param sizing what a plan starts from; null for none
 * @param horizonYears years of a cash flow
 * @param throughputGrowth per year
 * @param tokenPriceDecline per year
 * @param powerInflation per year
 * @param planning what a plan assumes beyond all that; null for {@link Planning#DEFAULT}
 * @param ranges what is known of the numbers above that are not known exactly; only those of {@link
 *     #UNCERTAIN}
 */
public record Scenario(
    double utilization,
    double powerPrice,
    @Nullable Double pue,
    @Nullable Double targetInteractivity,
    Workload workload,
    TokenCount tokensCounted,
    @Nullable TokenPrices tokenPrices,
    double costOfCapital,
    @Nullable Sizing sizing,
    double horizonYears,
    double throughputGrowth,
    double tokenPriceDecline,
    double powerInflation,
    @Nullable Planning planning,
    Map<Input, Distribution> ranges) {
  /** The numbers that may have a range. The others choose runs, or are planned with as they are. */
  public static final Set<Input> UNCERTAIN = Collections.unmodifiableSet(EnumSet.of(
      Input.UTILIZATION,
      Input.POWER_PRICE,
      Input.PUE,
      Input.TARGET_INTERACTIVITY,
      Input.COST_OF_CAPITAL,
      Input.CACHED_INPUT_SHARE,
      Input.INPUT_TOKEN_PRICE,
      Input.CACHED_INPUT_TOKEN_PRICE,
      Input.OUTPUT_TOKEN_PRICE));

  /** The values of a scenario that nobody has touched. */
  public static final Scenario DEFAULT = new Scenario(
      1,
      0.08,
      null,
      null,
      new Workload(null, null, null, null, null, 0),
      TokenCount.TOTAL,
      null,
      0.08,
      null,
      4,
      0,
      0,
      0,
      null,
      Map.of());

  public Scenario {
    Input.UTILIZATION.require(utilization);
    Input.POWER_PRICE.require(powerPrice);
    Input.PUE.requireIfPresent(pue);
    Input.TARGET_INTERACTIVITY.requireIfPresent(targetInteractivity);
    Input.COST_OF_CAPITAL.require(costOfCapital);
    Input.HORIZON_YEARS.require(horizonYears);
    Input.THROUGHPUT_GROWTH.require(throughputGrowth);
    Input.TOKEN_PRICE_DECLINE.require(tokenPriceDecline);
    Input.POWER_INFLATION.require(powerInflation);
    ranges = ordered(ranges);
    for (Map.Entry<Input, Distribution> entry : ranges.entrySet()) {
      Double value = switch (entry.getKey()) {
        case UTILIZATION -> utilization;
        case POWER_PRICE -> powerPrice;
        case PUE -> pue;
        case TARGET_INTERACTIVITY -> targetInteractivity;
        case COST_OF_CAPITAL -> costOfCapital;
        default -> inside(entry.getKey(), workload, tokenPrices);
      };
      requireRange(entry.getKey(), entry.getValue(), value);
    }
  }

  public Scenario withUtilization(double value) {
    return with(draft -> {
      draft.utilization = value;
      draft.ranges = without(Input.UTILIZATION);
    });
  }

  public Scenario withPowerPrice(double value) {
    return with(draft -> {
      draft.powerPrice = value;
      draft.ranges = without(Input.POWER_PRICE);
    });
  }

  public Scenario withPue(@Nullable Double value) {
    return with(draft -> {
      draft.pue = value;
      draft.ranges = without(Input.PUE);
    });
  }

  public Scenario withTargetInteractivity(@Nullable Double value) {
    return with(draft -> {
      draft.targetInteractivity = value;
      draft.ranges = without(Input.TARGET_INTERACTIVITY);
    });
  }

  public Scenario withWorkload(Workload value) {
    return with(draft -> {
      draft.workload = value;
      draft.ranges = stillTrue(value, tokenPrices);
    });
  }

  public Scenario withTokensCounted(TokenCount value) {
    return with(draft -> draft.tokensCounted = value);
  }

  public Scenario withTokenPrices(@Nullable TokenPrices value) {
    return with(draft -> {
      draft.tokenPrices = value;
      draft.ranges = stillTrue(workload, value);
    });
  }

  public Scenario withCostOfCapital(double value) {
    return with(draft -> {
      draft.costOfCapital = value;
      draft.ranges = without(Input.COST_OF_CAPITAL);
    });
  }

  public Scenario withSizing(@Nullable Sizing value) {
    return with(draft -> draft.sizing = value);
  }

  public Scenario withHorizonYears(double value) {
    return with(draft -> draft.horizonYears = value);
  }

  public Scenario withThroughputGrowth(double value) {
    return with(draft -> draft.throughputGrowth = value);
  }

  public Scenario withTokenPriceDecline(double value) {
    return with(draft -> draft.tokenPriceDecline = value);
  }

  public Scenario withPowerInflation(double value) {
    return with(draft -> draft.powerInflation = value);
  }

  public Scenario withPlanning(@Nullable Planning value) {
    return with(draft -> draft.planning = value);
  }

  /**
   * The scenario with another range for one of its numbers.
   *
   * @param range round the value in force; null for none
   * @throws InvalidInput if the range leaves the domain, or does not hold the value
   */
  public Scenario withRange(Input input, @Nullable Distribution range) {
    Map<Input, Distribution> next = new EnumMap<>(Input.class);
    next.putAll(without(input));
    if (range != null) {
      next.put(input, range);
    }
    return withRanges(next);
  }

  private Scenario withRanges(Map<Input, Distribution> next) {
    return with(draft -> draft.ranges = next);
  }

  private Map<Input, Distribution> without(Input input) {
    return ranges.containsKey(input) ? lessOf(ranges, input) : ranges;
  }

  private static Map<Input, Distribution> lessOf(Map<Input, Distribution> all, Input input) {
    Map<Input, Distribution> left = new EnumMap<>(Input.class);
    left.putAll(all);
    left.remove(input);
    return left;
  }

  /** The ranges of what does not change. */
  private Map<Input, Distribution> stillTrue(
      Workload newWorkload, @Nullable TokenPrices newPrices) {
    Map<Input, Distribution> left = ranges;
    for (Input input : ranges.keySet()) {
      if (!Objects.equals(
          inside(input, workload, tokenPrices), inside(input, newWorkload, newPrices))) {
        left = lessOf(left, input);
      }
    }
    return left;
  }

  private static @Nullable Double inside(
      Input input, Workload workload, @Nullable TokenPrices prices) {
    return switch (input) {
      case CACHED_INPUT_SHARE -> workload.cachedInputShare();
      case INPUT_TOKEN_PRICE -> prices == null ? null : (Double) prices.input();
      case CACHED_INPUT_TOKEN_PRICE -> prices == null ? null : prices.cachedInput();
      case OUTPUT_TOKEN_PRICE -> prices == null ? null : (Double) prices.output();
      default -> null;
    };
  }

  private static Map<Input, Distribution> ordered(Map<Input, Distribution> map) {
    Map<Input, Distribution> ordered = new EnumMap<>(Input.class);
    ordered.putAll(map);
    return Collections.unmodifiableMap(ordered);
  }

  private static void requireRange(Input input, Distribution range, @Nullable Double value) {
    if (!UNCERTAIN.contains(input) || value == null) {
      throw new InvalidInput(
          "%s can't have a range here [%s]. Take the range away, or enter the value first."
              .formatted(input.label(), value == null ? "no value" : value));
    }
    input.requireRange(range);
    Figure.requireAround(value, range);
  }

  private Scenario with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.done();
  }

  /** The components while one of them changes: by name, because 15 arguments in a row are easily swapped. */
  private static final class Draft {
    private double utilization;
    private double powerPrice;
    private @Nullable Double pue;
    private @Nullable Double targetInteractivity;
    private Workload workload;
    private TokenCount tokensCounted;
    private @Nullable TokenPrices tokenPrices;
    private double costOfCapital;
    private @Nullable Sizing sizing;
    private double horizonYears;
    private double throughputGrowth;
    private double tokenPriceDecline;
    private double powerInflation;
    private @Nullable Planning planning;
    private Map<Input, Distribution> ranges;

    private Draft(Scenario from) {
      this.utilization = from.utilization;
      this.powerPrice = from.powerPrice;
      this.pue = from.pue;
      this.targetInteractivity = from.targetInteractivity;
      this.workload = from.workload;
      this.tokensCounted = from.tokensCounted;
      this.tokenPrices = from.tokenPrices;
      this.costOfCapital = from.costOfCapital;
      this.sizing = from.sizing;
      this.horizonYears = from.horizonYears;
      this.throughputGrowth = from.throughputGrowth;
      this.tokenPriceDecline = from.tokenPriceDecline;
      this.powerInflation = from.powerInflation;
      this.planning = from.planning;
      this.ranges = from.ranges;
    }

    private Scenario done() {
      return new Scenario(
          utilization,
          powerPrice,
          pue,
          targetInteractivity,
          workload,
          tokensCounted,
          tokenPrices,
          costOfCapital,
          sizing,
          horizonYears,
          throughputGrowth,
          tokenPriceDecline,
          powerInflation,
          planning,
          ranges);
    }
  }
}
