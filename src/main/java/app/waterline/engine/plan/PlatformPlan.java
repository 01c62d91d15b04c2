package app.waterline.engine.plan;

import app.waterline.engine.Result;
import app.waterline.model.Platform;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The plan for one platform.
 *
 * @param platform the card
 * @param figures a figure or a reason for every plan metric
 * @param binding what the size hangs on, in words; null where there is no fleet
 * @param cashFlow the yearly rows from year 0; empty where there are none, for the reason that the
 *     NPV gives
 * @param decision what the cash flow says, in words
 */
public record PlatformPlan(
    Platform platform,
    Map<PlanMetric, Result> figures,
    @Nullable String binding,
    List<CashYear> cashFlow,
    Decision decision) {
  /** The figure of a metric, or why there is none. */
  public Result of(PlanMetric metric) {
    return Objects.requireNonNull(figures.get(metric), metric.key());
  }
}
