package app.waterline.engine.why;

import app.waterline.engine.Metric;
import app.waterline.model.Unit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The inputs that a published table rests on, printed or not. */
public enum Hidden {
  /** c, $ per GPU-hour. */
  PRICE(Unit.DOLLARS_PER_GPU_HOUR),
  /** T, delivered tokens/s per GPU. */
  THROUGHPUT(Unit.TOKENS_PER_SECOND_PER_GPU),
  /** k, kW per GPU. */
  POWER(Unit.KILOWATTS_PER_GPU),
  /** P, quoted PFLOP/s per GPU. */
  PEAK(Unit.PFLOPS);

  private final Unit unit;

  Hidden(Unit unit) {
    this.unit = unit;
  }

  public Unit unit() {
    return unit;
  }

  /**
   * How a metric follows from the inputs: a constant times whole powers of them.
   *
   * @param constant the factor
   * @param powers the exponent of each input that it depends on
   * @see "docs/model.md, section 4"
   */
  record Formula(double constant, Map<Hidden, Integer> powers) {
    /** The formula of a metric, if it needs nothing else than these inputs. */
    static Optional<Formula> of(Metric metric) {
      return Optional.ofNullable(
          switch (metric) {
            case COST_PER_GPU_HOUR -> of(1, 1, 0, 0, 0);
            case PFLOPS_PER_DOLLAR -> of(1, -1, 0, 0, 1);
            case TOKENS_PER_SECOND_PER_GPU -> of(1, 0, 1, 0, 0);
            case TOKENS_PER_SECOND_PER_MW -> of(1000, 0, 1, -1, 0);
            case COST_PER_MILLION_TOKENS -> of(1e6 / 3600, 1, -1, 0, 0);
            case JOULES_PER_TOKEN -> of(1000, 0, -1, 1, 0);
            case TOKENS_PER_DOLLAR -> of(3600, -1, 1, 0, 0);
            default -> null;
          });
    }

    private static Formula of(double constant, int price, int tokens, int power, int peak) {
      Map<Hidden, Integer> powers = new EnumMap<>(Hidden.class);
      put(powers, PRICE, price);
      put(powers, THROUGHPUT, tokens);
      put(powers, POWER, power);
      put(powers, PEAK, peak);
      return new Formula(constant, powers);
    }

    private static void put(Map<Hidden, Integer> powers, Hidden input, int exponent) {
      if (exponent != 0) {
        powers.put(input, exponent);
      }
    }

    boolean isInput() {
      return powers.size() == 1;
    }

    /** The metric for the given inputs, which must be all that it depends on. */
    Interval at(Map<Hidden, Interval> inputs) {
      Interval result = Interval.at(constant);
      for (Map.Entry<Hidden, Integer> each : powers.entrySet()) {
        result = result.times(in(inputs, each.getKey()).power(each.getValue()));
      }
      return result;
    }

    /** What an input must be for the metric to lie in an interval, the other inputs given. */
    Interval solve(Hidden wanted, Interval metric, Map<Hidden, Interval> others) {
      Interval rest = Interval.at(constant);
      int exponent = 0;
      for (Map.Entry<Hidden, Integer> each : powers.entrySet()) {
        if (each.getKey() == wanted) {
          exponent = each.getValue();
        } else {
          rest = rest.times(in(others, each.getKey()).power(each.getValue()));
        }
      }
      return exponent > 0 ? metric.over(rest) : rest.over(metric);
    }

    private static Interval in(Map<Hidden, Interval> inputs, Hidden input) {
      Interval found = inputs.get(input);
      if (found == null) {
        throw new IllegalArgumentException("no value for " + input);
      }
      return found;
    }
  }
}
