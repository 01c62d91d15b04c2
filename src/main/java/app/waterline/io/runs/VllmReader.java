package app.waterline.io.runs;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code vllm bench serve}, its predecessor {@code benchmark_serving.py} and InferenceX's client:
 * rates of the whole deployment, latencies in ms, no GPU count. {@code backend} is the protocol of
 * the client, not the server.
 */
final class VllmReader implements RunReader {
  static final double MS = 1e-3;

  @Override
  public boolean recognises(Fields record) {
    return record.has("mean_ttft_ms")
        && record.has("total_token_throughput")
        && !record.has("mean_e2e_latency_ms");
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    Double completed = record.number("completed");
    RunBuilder run = new RunBuilder("vLLM bench serve")
        .date(Days.of(record.text("date")))
        .model(record.text("model_id"))
        .concurrency(record.number("max_concurrency"))
        .requestRate(record.number("request_rate"), record.number("request_throughput"))
        .requests(completed, record.number("failed"), record.number("duration"))
        .meanLengths(
            record.number("total_input_tokens"), record.number("total_output_tokens"), completed)
        .rates(record.number("total_token_throughput"), null, record.number("output_throughput"))
        .ttft(spread(record, "ttft"))
        .tpot(spread(record, "tpot"))
        .itl(spread(record, "itl"))
        .e2e(spread(record, "e2el"));
    run.input(record.number("total_input_tokens"), record.number("duration"));
    runs.accept(run.stack(Names.stack(record.text("framework"))));
  }

  /** Median, p99 and mean of {@code median_…_ms} and its kin. */
  static Spread spread(Fields record, String name) {
    return Spread.of(
        MS,
        number(record, "median_", "p50_", name),
        record.number("p99_" + name + "_ms"),
        record.number("mean_" + name + "_ms"));
  }

  private static @Nullable Double number(Fields record, String first, String second, String name) {
    return record.firstNumber(first + name + "_ms", second + name + "_ms");
  }
}
