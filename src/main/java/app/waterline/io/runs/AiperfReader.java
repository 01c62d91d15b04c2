package app.waterline.io.runs;

import app.waterline.model.WorkloadKind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * AIPerf and its predecessor GenAI-Perf, JSON and CSV. Their inter-token latency is (latency − TTFT)
 * ÷ (tokens − 1) of a request, which is the time per output token of all other tools; the gap
 * between chunks has another name there.
 */
final class AiperfReader implements RunReader {
  @Override
  public boolean recognises(Fields record) {
    return record.has("output_token_throughput", "avg")
        && (record.has("request_latency") || record.has("request_throughput"));
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    Fields config = record.at("input_config");
    Spread perToken = Metric.spread(record.at("inter_token_latency"), "unit", "avg");
    Double seconds = Metric.time(record.at("benchmark_duration"));
    RunBuilder run = new RunBuilder(isGenAiPerf(record, config) ? "GenAI-Perf" : "AIPerf")
        .version(record.text("aiperf_version"), record.text("schema_version"))
        .date(date(record))
        .model(model(config))
        .kind(isAgentic(record, config) ? WorkloadKind.AGENTIC : WorkloadKind.SINGLE_TURN)
        .concurrency(concurrency(config))
        .requestRate(
            config.number("loadgen", "request_rate"), average(record, "request_throughput"))
        .requests(average(record, "request_count"), average(record, "error_request_count"), seconds)
        .meanLengths(
            average(record, "input_sequence_length"), average(record, "output_sequence_length"))
        .rates(
            total(record, seconds),
            average(record, "input_token_throughput"),
            average(record, "output_token_throughput"))
        .ttft(Metric.spread(record.at("time_to_first_token"), "unit", "avg"))
        .tpot(perToken)
        .itl(perToken)
        .e2e(Metric.spread(record.at("request_latency"), "unit", "avg"))
        .interactivity(
            perToken.median() == null
                ? average(record, "output_token_throughput_per_user")
                : record.number("output_token_throughput_per_user", "p50"),
            average(record, "output_token_throughput_per_user"));
    if (record.flag("was_cancelled")) {
      run.doubt(
          Doubt.Kind.NOT_VALID,
          "The run was cancelled before its end [was_cancelled]. Run it again or drop it.");
    }
    runs.accept(run);
  }

  private static boolean isGenAiPerf(Fields record, Fields config) {
    return config.has("perf_analyzer") || record.flag(MetricBlocks.DESCENDING);
  }

  private static @Nullable String date(Fields record) {
    String day = Days.of(record.text("start_time"));
    Double first = average(record, "min_request_timestamp");
    return day != null
        ? day
        : Days.ofEpoch(first == null ? average(record, "minimum_request_timestamp") : first);
  }

  private static @Nullable String model(Fields config) {
    String named = config.text("endpoint", "model_names");
    return named == null ? config.text("model_names") : named;
  }

  private static @Nullable Double concurrency(Fields config) {
    Double load = config.number("loadgen", "concurrency");
    return load == null ? config.number("perf_analyzer", "stimulus", "concurrency") : load;
  }

  /** Traces of conversations, which InferenceX replays, are almost all cached input. */
  private static boolean isAgentic(Fields record, Fields config) {
    String scenario = config.text("scenario");
    String data = config.text("input", "public_dataset");
    return record.has("theoretical_prefix_cache_hit")
        || (scenario != null && scenario.contains("agent"))
        || (data != null && data.contains("traces"));
  }

  private static @Nullable Double total(Fields record, @Nullable Double seconds) {
    Double total = average(record, "total_token_throughput");
    Double input = average(record, "total_isl");
    Double output = average(record, "total_osl");
    if (total != null || input == null || output == null || seconds == null || !(seconds > 0)) {
      return total;
    }
    return (input + output) / seconds;
  }

  private static @Nullable Double average(Fields record, String metric) {
    return record.number(metric, "avg");
  }
}
