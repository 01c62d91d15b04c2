package app.waterline.io.runs;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A group of statistics with a unit of its own, as AIPerf, GenAI-Perf and llm-d write them. */
final class Metric {
  private static final Map<String, Double> SECONDS =
      Map.of("s", 1.0, "sec", 1.0, "seconds", 1.0, "ms", 1e-3, "us", 1e-6, "ns", 1e-9);

  private Metric() {}

  /**
   * A latency in s.
   *
   * @throws BadRecord if the unit is none of time
   */
  static Spread spread(Fields metric, String unitKey, String meanKey) {
    if (metric.keys().isEmpty()) {
      return Spread.NONE;
    }
    String unit = metric.text(unitKey);
    return Spread.of(
        unit == null ? 1 : seconds(unitKey, unit),
        metric.firstNumber("p50", "median"),
        metric.number("p99"),
        metric.number(meanKey));
  }

  /** A time in s; {@code s/token} counts as s. */
  static @Nullable Double time(Fields metric) {
    Double value = metric.number("avg");
    String unit = metric.text("unit");
    if (value == null || unit == null) {
      return value;
    }
    return value * seconds("unit", unit);
  }

  private static double seconds(String field, String unit) {
    String time = unit.toLowerCase(Locale.ROOT).replaceFirst("/token$", "");
    Double factor = SECONDS.get(time);
    if (factor == null) {
      throw new BadRecord(field, "A unit of time was expected [%s]. Use s or ms.".formatted(unit));
    }
    return factor;
  }
}
