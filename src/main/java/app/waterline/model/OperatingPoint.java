package app.waterline.model;

import org.jspecify.annotations.Nullable;

/**
 * One measured run.
 *
 * @param configuration what was run
 * @param tokensPerSecondPerGpu total, input and output tokens/s, all over every GPU of the run
 * @param interactivity tokens/s that one user sees: 1 ÷ time per output token
 * @param timeToFirstToken s; null where not known
 * @param timePerOutputToken s; null where not known
 * @param endToEnd end-to-end latency of a request, s; null where not known
 * @param concurrency requests in flight; null where not known
 * @param gpus all GPUs of the run; null where not known
 * @param prefillGpus of these, for prefill in a disaggregated run; null elsewhere
 * @param decodeGpus of these, for decode in a disaggregated run; null elsewhere
 * @param evidence where the run comes from
 */
public record OperatingPoint(
    Configuration configuration,
    Throughput tokensPerSecondPerGpu,
    double interactivity,
    @Nullable Latency timeToFirstToken,
    @Nullable Latency timePerOutputToken,
    @Nullable Latency endToEnd,
    @Nullable Double concurrency,
    @Nullable Integer gpus,
    @Nullable Integer prefillGpus,
    @Nullable Integer decodeGpus,
    Evidence evidence) {
  public OperatingPoint {
    Input.INTERACTIVITY.require(interactivity);
    Input.CONCURRENCY.requireIfPresent(concurrency);
    Input.GPUS.requireIfPresent(asDouble(gpus));
    Input.GPUS.requireIfPresent(asDouble(prefillGpus));
    Input.GPUS.requireIfPresent(asDouble(decodeGpus));
  }

  private static @Nullable Double asDouble(@Nullable Integer count) {
    return count == null ? null : count.doubleValue();
  }
}
