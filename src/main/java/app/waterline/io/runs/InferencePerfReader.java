package app.waterline.io.runs;

import java.util.function.Consumer;

/**
 * inference-perf of Kubernetes: seconds throughout, no model and no GPUs. The summary of a ramp
 * averages all its stages and is no operating point; the stages are.
 */
final class InferencePerfReader implements RunReader {
  private static final double SATURATED_BELOW = 0.9;

  @Override
  public boolean recognises(Fields record) {
    return record.has("load_summary")
        && record.has("successes", "throughput", "output_tokens_per_sec");
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    Fields load = record.at("load_summary");
    Fields successes = record.at("successes");
    Fields rates = successes.at("throughput");
    Fields latency = successes.at("latency");
    Double requested = load.number("requested_rate");
    Double achieved = load.number("achieved_rate");
    RunBuilder run = new RunBuilder("inference-perf")
        .requestRate(requested, achieved)
        .requests(
            successes.number("count"),
            record.number("failures", "count"),
            record.number("benchmark_time_seconds"))
        .meanLengths(successes.number("prompt_len", "mean"), successes.number("output_len", "mean"))
        .rates(
            rates.number("total_tokens_per_sec"),
            rates.number("input_tokens_per_sec"),
            rates.number("output_tokens_per_sec"))
        .ttft(seconds(latency, "time_to_first_token"))
        .tpot(seconds(latency, "time_per_output_token"))
        .itl(seconds(latency, "inter_token_latency"))
        .e2e(seconds(latency, "request_latency"));
    if (requested == null && achieved == null) {
      run.doubt(
          Doubt.Kind.MIXED_STAGES,
          "The summary averages all stages of the load [no requested rate]. Import the stage_N_lifecycle_metrics.json files beside it.");
    } else if (requested != null && achieved != null && achieved < SATURATED_BELOW * requested) {
      run.note("The stage was saturated: %.4g requests/s sent of %.4g asked."
          .formatted(achieved, requested));
    }
    runs.accept(run);
  }

  private static Spread seconds(Fields latency, String name) {
    Fields figures = latency.at(name);
    return new Spread(figures.number("median"), figures.number("p99"), figures.number("mean"));
  }
}
