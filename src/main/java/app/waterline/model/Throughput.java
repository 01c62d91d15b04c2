package app.waterline.model;

import org.jspecify.annotations.Nullable;

/**
 * Tokens per second of one GPU, counted three ways that must never be mixed; at least one of them is
 * known. Where input and output are, the total is. Cached input tokens are a part of the input tokens.
 *
 * @param total input and output tokens/s per GPU, over all GPUs of the run, or null where the tool
 *     counts only one of them
 * @param input input tokens/s per GPU over all GPUs of the run, or null where not known
 * @param output output tokens/s per GPU over all GPUs of the run, or null where not known
 */
public record Throughput(
    @Nullable Double total,
    @Nullable Double input,
    @Nullable Double output) {
  /** How far input and output together may lie from the total, as a share of it. */
  private static final double TOLERANCE = 0.01;

  public Throughput {
    if (total == null && input != null && output != null) {
      total = input + output;
    }
    if (total == null && input == null && output == null) {
      throw new InvalidInput(
          "A run needs its tokens/s per GPU [total, input and output are missing]. Give at least one of the three.");
    }
    Input.TOKENS_PER_SECOND_PER_GPU.requireIfPresent(total);
    Input.TOKENS_PER_SECOND_PER_GPU.requireIfPresent(input);
    Input.TOKENS_PER_SECOND_PER_GPU.requireIfPresent(output);
    if (total != null) {
      requireSum(total, input, output);
    }
  }

  /** What is known: the total, or else the one part that the tool counts. */
  public TokenCount counted() {
    if (total != null) {
      return TokenCount.TOTAL;
    }
    return output == null ? TokenCount.INPUT : TokenCount.OUTPUT;
  }

  /** Tokens/s per GPU counted one way; null where the run does not tell. */
  public @Nullable Double of(TokenCount count) {
    return switch (count) {
      case TOTAL -> total;
      case INPUT -> input;
      case OUTPUT -> output;
    };
  }

  /** Tokens/s per GPU in the way that {@link #counted} says. */
  public double known() {
    Double rate = of(counted());
    return rate == null ? Double.NaN : rate;
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
