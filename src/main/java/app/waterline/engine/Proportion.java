package app.waterline.engine;

import app.waterline.model.Platform;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.TokenCount;
import app.waterline.model.Unit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a metric follows from throughput along a curve, all else held: in proportion to the tokens/s of
 * a GPU, or to their inverse. The factor is the metric at one token per second, computed where all
 * metrics are.
 *
 * @param counted which tokens/s the metric follows
 * @param atOne the metric at 1 token/s per GPU, in the metric's unit
 * @param inverse whether the metric falls as the throughput rises
 */
public record Proportion(TokenCount counted, double atOne, boolean inverse) {
  /** The proportion of a metric for a platform, or nothing where the metric needs more than throughput. */
  public static Optional<Proportion> of(Platform platform, Scenario scenario, Metric metric) {
    Optional<TokenCount> counted = counted(metric);
    if (counted.isEmpty() || platform.pricing() instanceof Pricing.HostedApi) {
      return Optional.empty();
    }
    Explained one = Explained.of(Unit.TOKENS_PER_SECOND_PER_GPU, 1, "one token per second", "1");
    Map<Metric, Result> atOne = new EnumMap<>(Metric.class);
    Evaluator.owned(
        atOne, platform, new Delivery(one, one, one, null, null, List.of(), null), scenario);
    return Optional.ofNullable(atOne.get(metric))
        .flatMap(Result::figure)
        .map(figure -> new Proportion(counted.get(), figure.value(), isInverse(metric)));
  }

  /**
   * The metric at a throughput.
   *
   * @param tokensPerSecond tokens/s per GPU at the operating point, before utilization, above 0
   */
  public double at(double tokensPerSecond) {
    return inverse ? atOne / tokensPerSecond : atOne * tokensPerSecond;
  }

  /** Which tokens a metric follows, if it follows throughput alone. */
  public static Optional<TokenCount> counted(Metric metric) {
    return switch (metric) {
      case TOKENS_PER_SECOND_PER_GPU,
          TOKENS_PER_SECOND_PER_MW,
          COST_PER_MILLION_TOKENS,
          JOULES_PER_TOKEN,
          TOKENS_PER_DOLLAR -> Optional.of(TokenCount.TOTAL);
      case INPUT_TOKENS_PER_SECOND_PER_GPU, COST_PER_MILLION_INPUT_TOKENS ->
        Optional.of(TokenCount.INPUT);
      case OUTPUT_TOKENS_PER_SECOND_PER_GPU, COST_PER_MILLION_OUTPUT_TOKENS ->
        Optional.of(TokenCount.OUTPUT);
      default -> Optional.empty();
    };
  }

  private static boolean isInverse(Metric metric) {
    return metric.better() == Metric.Better.LOWER;
  }
}
