package app.waterline.io.runs;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * GuideLLM's JSON or YAML of three generations; a file holds a sweep of several benchmarks. Means of
 * the rates count, because their percentiles are of an instantaneous distribution; latency of a
 * request is in s, all else in ms; requests that succeeded count.
 */
final class GuideLlmReader implements RunReader {
  private static final double MS = 1e-3;

  @Override
  public boolean recognises(Fields record) {
    return record.each("benchmarks").stream()
        .anyMatch(each -> each.has("metrics", "output_tokens_per_second"));
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    for (Fields benchmark : record.each("benchmarks")) {
      runs.accept(run(record, benchmark));
    }
  }

  private static RunBuilder run(Fields record, Fields benchmark) {
    Fields metrics = benchmark.at("metrics");
    Fields strategy = strategy(benchmark);
    String pattern = strategy.text("type_");
    RunBuilder run = new RunBuilder("GuideLLM")
        .at("", benchmark.line())
        .version(record.text("metadata", "guidellm_version"), record.text("metadata", "version"))
        .date(Days.ofEpoch(benchmark.number("start_time")))
        .model(model(record, benchmark))
        .pattern(pattern)
        .concurrency(strategy.firstNumber("streams", "max_concurrency"))
        .measuredConcurrency(mean(metrics, "request_concurrency"))
        .requestRate(strategy.number("rate"), mean(metrics, "requests_per_second"))
        .requests(
            requests(benchmark, "successful"),
            requests(benchmark, "errored"),
            benchmark.number("duration"))
        .meanLengths(mean(metrics, "prompt_token_count"), mean(metrics, "output_token_count"))
        .rates(mean(metrics, "tokens_per_second"), null, mean(metrics, "output_tokens_per_second"))
        .ttft(spread(metrics, "time_to_first_token_ms", MS))
        .tpot(spread(metrics, "time_per_output_token_ms", MS))
        .itl(spread(metrics, "inter_token_latency_ms", MS))
        .e2e(spread(metrics, "request_latency", 1));
    if ("throughput".equals(pattern)) {
      run.note("The load was as high as the server takes; waiting dominates the first token.");
    }
    return run;
  }

  private static Fields strategy(Fields benchmark) {
    Fields newer = benchmark.at("config", "strategy");
    return newer.keys().isEmpty() ? benchmark.at("args", "strategy") : newer;
  }

  private static @Nullable String model(Fields record, Fields benchmark) {
    String newer = benchmark.text("config", "backend", "model");
    String older = benchmark.text("worker", "backend_model");
    String asked = record.text("args", "model");
    return newer != null ? newer : older != null ? older : asked;
  }

  private static @Nullable Double requests(Fields benchmark, String status) {
    Double newer = benchmark.number("metrics", "request_totals", status);
    return newer == null ? benchmark.number("request_totals", status) : newer;
  }

  private static @Nullable Double mean(Fields metrics, String name) {
    return metrics.number(name, "successful", "mean");
  }

  private static Spread spread(Fields metrics, String name, double secondsPerUnit) {
    Fields figures = metrics.at(name, "successful");
    return Spread.of(
        secondsPerUnit,
        figures.number("median"),
        figures.number("percentiles", "p99"),
        figures.number("mean"));
  }
}
