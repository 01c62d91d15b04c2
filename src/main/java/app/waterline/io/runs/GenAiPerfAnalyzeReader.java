package app.waterline.io.runs;

import java.util.function.Consumer;

/** The sweep table of {@code genai-perf analyze}: one row a configuration, tail latencies only. */
final class GenAiPerfAnalyzeReader implements RunReader {
  @Override
  public boolean recognises(Fields record) {
    return record.has("Config Name") && record.has("Avg. Output Token Throughput (tokens/sec)");
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    Spread tail = tail(record, "p99 Inter Token Latency (ms)");
    runs.accept(new RunBuilder("GenAI-Perf analyze")
        .pattern(record.text("Config Name"))
        .concurrency(record.number("Concurrency"))
        .lengths(record.count("ISL"), null)
        .requests(record.number("Num Prompts"), null, null)
        .requestRate(null, record.number("Request Throughput (requests/sec)"))
        .rates(null, null, record.number("Avg. Output Token Throughput (tokens/sec)"))
        .ttft(tail(record, "p99 Time To First Token (ms)"))
        .tpot(tail)
        .itl(tail)
        .e2e(tail(record, "p99 Request Latency (ms)"))
        .note("The table holds 99th percentiles only; the median is in the run's own export."));
  }

  private static Spread tail(Fields record, String column) {
    return Spread.of(1e-3, null, record.number(column), null);
  }
}
