package app.waterline.chart;

import app.waterline.model.Latency;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Unit;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What a throughput is read against: how fast one user is served. */
public enum Speed {
  /** Tokens per second that a user sees. */
  INTERACTIVITY(Unit.TOKENS_PER_SECOND_PER_USER),
  /** Median time to first token. */
  TIME_TO_FIRST_TOKEN(Unit.SECONDS),
  /** Median end-to-end latency of a request. */
  END_TO_END(Unit.SECONDS);

  private final Unit unit;

  Speed(Unit unit) {
    this.unit = unit;
  }

  public Unit unit() {
    return unit;
  }

  /** The figure of a run, if it was measured. */
  public OptionalDouble of(OperatingPoint point) {
    return switch (this) {
      case INTERACTIVITY -> OptionalDouble.of(point.interactivity());
      case TIME_TO_FIRST_TOKEN -> median(point.timeToFirstToken());
      case END_TO_END -> median(point.endToEnd());
    };
  }

  /** Larger is faster, whatever the unit; only for runs that have the figure. */
  double fastness(OperatingPoint point) {
    double value = of(point).orElse(Double.NaN);
    return this == INTERACTIVITY ? value : -value;
  }

  private static OptionalDouble median(@Nullable Latency latency) {
    Double median = latency == null ? null : latency.median();
    return median == null ? OptionalDouble.empty() : OptionalDouble.of(median);
  }
}
