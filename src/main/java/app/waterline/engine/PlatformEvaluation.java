package app.waterline.engine;

import app.waterline.model.Platform;
import app.waterline.model.PowerBasis;
import java.util.Map;
import java.util.Objects;

/**
 * Every figure of one platform.
 *
 * @param platform the card
 * @param delivery the throughput it runs at, and what delivers it
 * @param envelope what its allowed configurations deliver at any interactivity; empty without
 *     measured points
 * @param powerBasis which megawatt its figures count
 * @param metrics a figure or a reason for every metric
 */
public record PlatformEvaluation(
    Platform platform,
    Delivery delivery,
    Envelope envelope,
    PowerBasis powerBasis,
    Map<Metric, Result> metrics) {
  /** The figure of a metric, or why there is none. */
  public Result of(Metric metric) {
    return Objects.requireNonNull(metrics.get(metric), metric.key());
  }
}
