package app.waterline.model;

import org.jspecify.annotations.Nullable;

/**
 * What must be equal for two operating points to share a frontier: a point between two configurations
 * is nobody's machine.
 *
 * @param model the model that was served, for example {@code DeepSeek-R1}
 * @param workloadKind how requests arrive
 * @param isl nominal input tokens per request; null where not known
 * @param osl nominal output tokens per request; null where not known
 * @param precision precision of the weights; null where not known
 * @param servingStack the serving software, for example {@code Dynamo TensorRT-LLM}
 * @param multiTokenPrediction whether speculative decoding or multi-token prediction was on
 * @param disaggregated whether prefill and decode ran on GPUs of their own
 * @param kvAwareRouting whether requests were routed to where their KV cache is
 * @param kvOffload whether the KV cache was offloaded to host memory or storage
 */
public record Configuration(
    String model,
    WorkloadKind workloadKind,
    @Nullable Integer isl,
    @Nullable Integer osl,
    @Nullable Precision precision,
    String servingStack,
    boolean multiTokenPrediction,
    boolean disaggregated,
    boolean kvAwareRouting,
    boolean kvOffload) {
  public Configuration {
    Input.ISL.requireIfPresent(isl == null ? null : isl.doubleValue());
    Input.OSL.requireIfPresent(osl == null ? null : osl.doubleValue());
  }
}
