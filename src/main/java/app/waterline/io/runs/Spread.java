package app.waterline.io.runs;

import app.waterline.model.Latency;
import org.jspecify.annotations.Nullable;

/**
 * A latency over the requests of a run, in seconds; each null where the tool gives none.
 *
 * @param median s
 * @param p99 99th percentile, s
 * @param mean s
 */
public record Spread(
    @Nullable Double median, @Nullable Double p99, @Nullable Double mean) {
  /** Nothing known. */
  public static final Spread NONE = new Spread(null, null, null);

  /** From figures that are counted in {@code secondsPerUnit} seconds. */
  static Spread of(
      double secondsPerUnit, @Nullable Double median, @Nullable Double p99, @Nullable Double mean) {
    return new Spread(
        times(median, secondsPerUnit), times(p99, secondsPerUnit), times(mean, secondsPerUnit));
  }

  /** Median, or the mean where the tool gives no median, s. */
  public @Nullable Double typical() {
    return median == null ? mean : median;
  }

  /** The model's latency; null where neither median nor p99 is known. */
  @Nullable Latency latency() {
    Double middle = positive(median);
    Double tail = positive(p99);
    return middle == null && tail == null ? null : new Latency(middle, tail);
  }

  private static @Nullable Double positive(@Nullable Double seconds) {
    return seconds != null && seconds > 0 ? seconds : null;
  }

  private static @Nullable Double times(@Nullable Double value, double factor) {
    return value == null ? null : value * factor;
  }
}
