package app.waterline.io.runs;

import app.waterline.model.WorkloadKind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** TensorRT-LLM's {@code trtllm-bench --report_json}: the only common file with a GPU count. */
final class TrtLlmReader implements RunReader {
  private static final double MS = 1e-3;

  @Override
  public boolean recognises(Fields record) {
    return record.has("engine")
        && record.has("world_info")
        && record.has("performance", "system_output_throughput_tok_s");
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    Fields engine = record.at("engine");
    Fields world = record.at("world_info");
    Fields request = record.at("request_info");
    Fields performance = record.at("performance");
    Fields streaming = record.at("streaming_metrics");
    Fields latency = performance.at("request_latency_percentiles_ms");
    RunBuilder run = new RunBuilder("trtllm-bench")
        .version(engine.text("version"), null)
        .model(engine.text("model"))
        .precisionText(precision(engine))
        .gpus(world.count("world_size"))
        .tensorParallel(world.count("tp_size"))
        .stack("TensorRT-LLM")
        .kind(streaming.keys().isEmpty() ? WorkloadKind.OFFLINE : WorkloadKind.SINGLE_TURN)
        .measuredConcurrency(request.number("avg_num_concurrent_requests"))
        .requests(request.number("num_requests"), null, ms(performance.number("total_latency_ms")))
        .meanLengths(request.number("avg_input_length"), request.number("avg_output_length"))
        .rates(
            performance.number("system_total_throughput_tok_s"),
            null,
            performance.number("system_output_throughput_tok_s"))
        .perGpu(null, null, performance.number("output_throughput_per_gpu_tok_s"))
        .ttft(streaming(streaming, "ttft"))
        .tpot(streaming(streaming, "tpot"))
        .e2e(
            Spread.of(MS, latency.number("p50"), latency.number("p99"), latency.number("average")));
    if (streaming.keys().isEmpty()) {
      run.note("All requests were sent at once without streaming; the run has no interactivity.");
    }
    runs.accept(run);
  }

  private static @Nullable String precision(Fields engine) {
    String quantization = engine.text("quantization");
    boolean quantized = quantization != null && !quantization.equalsIgnoreCase("none");
    return quantized ? quantization : engine.text("dtype");
  }

  private static Spread streaming(Fields metrics, String name) {
    Fields percentiles = metrics.at(name + "_percentiles");
    return Spread.of(
        MS,
        percentiles.number("p50"),
        percentiles.number("p99"),
        metrics.number("avg_" + name + "_ms"));
  }

  private static @Nullable Double ms(@Nullable Double milliseconds) {
    return milliseconds == null ? null : milliseconds * MS;
  }
}
