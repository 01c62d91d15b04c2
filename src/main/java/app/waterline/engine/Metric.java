package app.waterline.engine;

import app.waterline.model.Unit;
import java.util.Optional;

/**
 * What a platform is judged by.
 *
 * @see "docs/model.md, section 4"
 */
public enum Metric {
  COST_PER_GPU_HOUR("costPerGpuHour", Unit.DOLLARS_PER_GPU_HOUR, Better.LOWER),
  PFLOPS_PER_DOLLAR("pflopsPerDollar", Unit.PFLOPS_PER_DOLLAR_PER_HOUR, Better.HIGHER),
  TOKENS_PER_SECOND_PER_GPU("tokensPerSecondPerGpu", Unit.TOKENS_PER_SECOND_PER_GPU, Better.HIGHER),
  INPUT_TOKENS_PER_SECOND_PER_GPU(
      "inputTokensPerSecondPerGpu", Unit.TOKENS_PER_SECOND_PER_GPU, Better.HIGHER),
  OUTPUT_TOKENS_PER_SECOND_PER_GPU(
      "outputTokensPerSecondPerGpu", Unit.TOKENS_PER_SECOND_PER_GPU, Better.HIGHER),
  TOKENS_PER_SECOND_PER_MW("tokensPerSecondPerMw", Unit.TOKENS_PER_SECOND_PER_MW, Better.HIGHER),
  COST_PER_MILLION_TOKENS("costPerMillionTokens", Unit.DOLLARS_PER_MILLION_TOKENS, Better.LOWER),
  COST_PER_MILLION_INPUT_TOKENS(
      "costPerMillionInputTokens", Unit.DOLLARS_PER_MILLION_INPUT_TOKENS, Better.LOWER),
  COST_PER_MILLION_OUTPUT_TOKENS(
      "costPerMillionOutputTokens", Unit.DOLLARS_PER_MILLION_OUTPUT_TOKENS, Better.LOWER),
  JOULES_PER_TOKEN("joulesPerToken", Unit.JOULES_PER_TOKEN, Better.LOWER),
  TOKENS_PER_DOLLAR("tokensPerDollar", Unit.TOKENS_PER_DOLLAR, Better.HIGHER),
  FLOPS_YIELD("flopsYield", Unit.SHARE, Better.HIGHER),
  REVENUE_PER_GPU_HOUR("revenuePerGpuHour", Unit.DOLLARS_PER_GPU_HOUR, Better.HIGHER),
  GROSS_MARGIN("grossMargin", Unit.SHARE, Better.HIGHER),
  REVENUE_PER_MW_YEAR("revenuePerMwYear", Unit.DOLLARS_PER_MW_YEAR, Better.HIGHER);

  /** Which way a metric improves. */
  public enum Better {
    LOWER,
    HIGHER
  }

  private final String key;
  private final Unit unit;
  private final Better better;

  Metric(String key, Unit unit, Better better) {
    this.key = key;
    this.unit = unit;
    this.better = better;
  }

  /** The name in every documented output. */
  public String key() {
    return key;
  }

  public Unit unit() {
    return unit;
  }

  public Better better() {
    return better;
  }

  /** The metric with the given key. */
  public static Optional<Metric> ofKey(String key) {
    for (Metric metric : values()) {
      if (metric.key.equals(key)) {
        return Optional.of(metric);
      }
    }
    return Optional.empty();
  }
}
