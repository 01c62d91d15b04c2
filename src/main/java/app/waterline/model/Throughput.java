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
  public Throughput {
    Input.TOKENS_PER_SECOND_PER_GPU.require(total);
    Input.TOKENS_PER_SECOND_PER_GPU.requireIfPresent(input);
    Input.TOKENS_PER_SECOND_PER_GPU.requireIfPresent(output);
  }
}
