package app.waterline.model;

import org.jspecify.annotations.Nullable;

/**
 * One throughput entered by hand, for a platform without measured points.
 *
 * @param tokensPerSecondPerGpu input and output tokens/s per GPU
 * @param inputTokensPerSecondPerGpu of these the input tokens/s per GPU; null where not known
 * @param outputTokensPerSecondPerGpu of these the output tokens/s per GPU; null where not known
 * @param interactivity tokens/s that a user sees at this throughput; null where not known
 * @param precision the precision that the figure was reached with; null where not known
 */
public record ManualThroughput(
    Figure tokensPerSecondPerGpu,
    @Nullable Figure inputTokensPerSecondPerGpu,
    @Nullable Figure outputTokensPerSecondPerGpu,
    @Nullable Figure interactivity,
    @Nullable Precision precision) {
  public ManualThroughput {
    Input.TOKENS_PER_SECOND_PER_GPU.requireOf(tokensPerSecondPerGpu);
    Input.TOKENS_PER_SECOND_PER_GPU.requireOf(inputTokensPerSecondPerGpu);
    Input.TOKENS_PER_SECOND_PER_GPU.requireOf(outputTokensPerSecondPerGpu);
    Input.INTERACTIVITY.requireOf(interactivity);
    Throughput.requireSum(
        tokensPerSecondPerGpu.value(),
        valueOf(inputTokensPerSecondPerGpu),
        valueOf(outputTokensPerSecondPerGpu));
  }

  /**
   * So many times the tokens at the same interactivity.
   *
   * @param factor above 0
   */
  public ManualThroughput times(double factor) {
    return new ManualThroughput(
        tokensPerSecondPerGpu.times(factor),
        times(inputTokensPerSecondPerGpu, factor),
        times(outputTokensPerSecondPerGpu, factor),
        interactivity,
        precision);
  }

  private static @Nullable Figure times(@Nullable Figure figure, double factor) {
    return figure == null ? null : figure.times(factor);
  }

  private static @Nullable Double valueOf(@Nullable Figure figure) {
    return figure == null ? null : figure.value();
  }
}
