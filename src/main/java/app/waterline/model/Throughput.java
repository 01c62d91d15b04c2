package app.waterline.model;

import org.jspecify.annotations.Nullable;

/**
 * Tokens per second of one GPU, counted three ways that must never be mixed. Cached input tokens are
 * a part of the input tokens.
 *
 * @param total input and output tokens/s per GPU, over all GPUs of the run
 * @param input input tokens/s per GPU over all GPUs of the run, or null where not known
 * @param output output tokens/s per GPU over all GPUs of the run, or null where not known
 */
public record Throughput(
    double total, @Nullable Double input, @Nullable Double output) {
  /** How far input and output together may lie from the total, as a share of it. */
  private static final double TOLERANCE = 0.01;

  public Throughput {
    Input.TOKENS_PER_SECOND_PER_GPU.require(total);
    Input.TOKENS_PER_SECOND_PER_GPU.requireIfPresent(input);
    Input.TOKENS_PER_SECOND_PER_GPU.requireIfPresent(output);
    requireSum(total, input, output);
  }

  /** The parts must not exceed the total, and both together must reach it, within the tolerance. */
  static void requireSum(double total, @Nullable Double input, @Nullable Double output) {
    double known = (input == null ? 0 : input) + (output == null ? 0 : output);
    boolean tooMuch = known > total * (1 + TOLERANCE);
    boolean tooLittle = input != null && output != null && known < total * (1 - TOLERANCE);
    if (tooMuch || tooLittle) {
      throw new InvalidInput(
          "Input and output tokens must add up to the total within 1 %% [%s + %s against %s tok/s/GPU]. Count all three over every GPU of the run, prefill and decode."
              .formatted(shown(input), shown(output), total));
    }
  }

  /**
   * The throughput of a disaggregated run, whose published input rate is per prefill GPU and output
   * rate per decode GPU: {@code total = (in · P + out · D) ÷ (P + D)}.
   *
   * @param inputPerPrefillGpu in, input tokens/s per prefill GPU
   * @param prefillGpus P
   * @param outputPerDecodeGpu out, output tokens/s per decode GPU
   * @param decodeGpus D
   * @see "docs/model.md, section 3"
   */
  public static Throughput disaggregated(
      double inputPerPrefillGpu, int prefillGpus, double outputPerDecodeGpu, int decodeGpus) {
    Input.GPUS.require(prefillGpus);
    Input.GPUS.require(decodeGpus);
    double gpus = (double) prefillGpus + decodeGpus;
    double input = inputPerPrefillGpu * prefillGpus / gpus;
    double output = outputPerDecodeGpu * decodeGpus / gpus;
    return new Throughput(input + output, input, output);
  }

  private static String shown(@Nullable Double rate) {
    return rate == null ? "unknown" : rate.toString();
  }
}
