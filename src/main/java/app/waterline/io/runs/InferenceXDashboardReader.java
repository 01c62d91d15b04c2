package app.waterline.io.runs;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The CSV that InferenceX's dashboard exports. Its columns are titled "(ms)" and hold seconds; the
 * interactivity beside them says which, so that a corrected export will still be read right.
 */
final class InferenceXDashboardReader implements RunReader {
  @Override
  public boolean recognises(Fields record) {
    return record.has("Throughput/GPU (tok/s)");
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    double unit = secondsPerUnit(record);
    boolean disaggregated = record.flag("Disaggregated");
    String speculation = record.text("Spec Decoding");
    RunBuilder run = new RunBuilder("InferenceX dashboard")
        .date(Days.of(record.text("Date")))
        .model(record.text("Model"))
        .hardware(Names.hardware(record.text("Hardware")))
        .stack(Names.stack(record.text("Framework")))
        .precisionText(record.text("Precision"))
        .multiTokenPrediction(speculation != null && !speculation.equals("none"))
        .disaggregated(disaggregated)
        .concurrency(record.number("Concurrency"))
        .lengths(record.count("ISL"), record.count("OSL"))
        .ttft(spread(record, "TTFT", unit))
        .tpot(spread(record, "TPOT", unit))
        .itl(spread(record, "ITL", unit))
        .e2e(spread(record, "E2E Latency", unit))
        .interactivity(
            record.number("Median Interactivity (tok/s/user)"),
            record.number("Mean Interactivity (tok/s/user)"));
    rates(record, disaggregated, run);
    runs.accept(run);
  }

  private static void rates(Fields record, boolean disaggregated, RunBuilder run) {
    Double total = record.number("Throughput/GPU (tok/s)");
    Double input = record.number("Input Throughput/GPU (tok/s)");
    Double output = record.number("Output Throughput/GPU (tok/s)");
    if (disaggregated) {
      run.split(record.count("Num Prefill GPUs"), record.count("Num Decode GPUs"))
          .perGpu(total, null, null)
          .perRole(input, output);
    } else {
      run.tensorParallel(record.count("TP")).gpus(record.count("TP")).perGpu(total, input, output);
    }
  }

  private static double secondsPerUnit(Fields record) {
    Double tpot = record.number("Median TPOT (ms)");
    Double interactivity = record.number("Median Interactivity (tok/s/user)");
    boolean milliseconds = tpot != null && interactivity != null && tpot * interactivity > 100;
    return milliseconds ? 1e-3 : 1;
  }

  private static Spread spread(Fields record, String name, double unit) {
    return Spread.of(
        unit,
        number(record, "Median", name),
        number(record, "P99", name),
        number(record, "Mean", name));
  }

  private static @Nullable Double number(Fields record, String statistic, String name) {
    return record.number(statistic + " " + name + " (ms)");
  }
}
