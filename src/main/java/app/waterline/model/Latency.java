package app.waterline.model;

import org.jspecify.annotations.Nullable;

/**
 * A latency in seconds.
 *
 * @param median s; null where not known
 * @param p99 99th percentile, s; null where not known
 */
public record Latency(@Nullable Double median, @Nullable Double p99) {
  public Latency {
    Input.LATENCY_SECONDS.requireIfPresent(median);
    Input.LATENCY_SECONDS.requireIfPresent(p99);
  }
}
