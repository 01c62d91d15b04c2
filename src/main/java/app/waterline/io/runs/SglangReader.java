package app.waterline.io.runs;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * SGLang's {@code bench_serving}, whatever its {@code backend} says. Latencies in ms; GPUs from the
 * server's own settings, where data parallelism inside the attention does not multiply.
 */
final class SglangReader implements RunReader {
  @Override
  public boolean recognises(Fields record) {
    return record.has("mean_e2e_latency_ms") && record.has("output_throughput");
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    Fields server = record.at("server_info");
    Double completed = record.number("completed");
    boolean exact = Double.valueOf(1).equals(record.number("random_range_ratio"));
    RunBuilder run = new RunBuilder("SGLang bench_serving")
        .version(server.text("version"), null)
        .model(server.text("model_path"))
        .gpus(gpus(server))
        .tensorParallel(server.count("tp_size"))
        .stack(server.keys().isEmpty() ? null : "SGLang")
        .precisionText(server.text("quantization"))
        .multiTokenPrediction(server.has("speculative_algorithm"))
        .disaggregated(disaggregated(server))
        .kvOffload(server.flag("enable_hierarchical_cache"))
        .pattern(record.text("dataset_name"))
        .concurrency(record.number("max_concurrency"))
        .measuredConcurrency(record.number("concurrency"))
        .requestRate(record.number("request_rate"), record.number("request_throughput"))
        .lengths(
            exact ? record.count("random_input_len") : null,
            exact ? record.count("random_output_len") : null)
        .requests(completed, null, record.number("duration"))
        .meanLengths(
            record.number("total_input_tokens"), record.number("total_output_tokens"), completed)
        .rates(
            record.number("total_throughput"),
            record.number("input_throughput"),
            record.number("output_throughput"))
        .ttft(VllmReader.spread(record, "ttft"))
        .tpot(VllmReader.spread(record, "tpot"))
        .itl(VllmReader.spread(record, "itl"))
        .e2e(VllmReader.spread(record, "e2e_latency"));
    if (disaggregated(server)) {
      run.gpus(null)
          .note("The file holds the settings of one server only; all GPUs of the run are asked.");
    }
    runs.accept(run);
  }

  private static boolean disaggregated(Fields server) {
    String mode = server.text("disaggregation_mode");
    return mode != null && !mode.equals("null");
  }

  private static @Nullable Integer gpus(Fields server) {
    Integer tensor = server.count("tp_size");
    Integer pipeline = server.count("pp_size");
    return tensor == null ? null : tensor * (pipeline == null ? 1 : pipeline);
  }
}
