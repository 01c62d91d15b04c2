package app.waterline.io.runs;

import app.waterline.model.WorkloadKind;
import java.util.function.Consumer;

/**
 * MLPerf's {@code mlperf_log_summary.txt}: output tokens/s of the whole system, latencies in ns,
 * neither model nor system.
 */
final class MlperfLogReader implements RunReader {
  private static final double NS = 1e-9;

  @Override
  public boolean recognises(Fields record) {
    return record.has("SUT name") && record.has("Scenario");
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    String scenario = record.text("Scenario");
    String result = record.text("Result is");
    RunBuilder run = new RunBuilder("MLPerf inference log")
        .kind("Offline".equals(scenario) ? WorkloadKind.OFFLINE : WorkloadKind.SINGLE_TURN)
        .pattern(scenario)
        .requestRate(
            record.number("target_qps"),
            record.firstNumber("Completed samples per second", "Samples per second"))
        .rates(null, null, record.firstNumber("Completed tokens per second", "Tokens per second"))
        .ttft(spread(record, "first token latency", "First Token latency"))
        .tpot(spread(record, "time to output token", "Time to Output Token"))
        .e2e(spread(record, "latency", "latency"))
        .note("Output tokens only; the model and the system stand in the folder's name.");
    if (!"VALID".equals(result)) {
      run.doubt(
          Doubt.Kind.NOT_VALID,
          "The run did not meet MLPerf's own rules [Result is : %s]. Drop it.".formatted(result));
    }
    runs.accept(run);
  }

  private static Spread spread(Fields record, String name, String meanName) {
    return Spread.of(
        NS,
        record.number("50.00 percentile " + name + " (ns)"),
        record.number("99.00 percentile " + name + " (ns)"),
        record.number("Mean " + meanName + " (ns)"));
  }
}
