package app.waterline.io.runs;

import app.waterline.model.WorkloadKind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * InferenceX (InferenceMAX): flat aggregates, agentic ones, rows of its API, and tables with the same
 * columns. Latencies in s. {@code tput_per_gpu} counts input and output; in a disaggregated row the
 * input rate is per prefill and the output rate per decode GPU.
 */
final class InferenceXReader implements RunReader {
  @Override
  public boolean recognises(Fields record) {
    return (record.has("tput_per_gpu") || record.has("metrics", "tput_per_gpu"))
        && (record.has("hw") || record.has("hardware"));
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    Fields metrics = record.has("metrics") ? record.at("metrics") : record;
    boolean disaggregated = isDisaggregated(record);
    RunBuilder run = new RunBuilder("InferenceX")
        .date(Days.of(record.text("date")))
        .link(record.text("run_url"))
        .hardware(Names.hardware(record.firstText("hw", "hardware")))
        .model(record.firstText("model", "infmax_model_prefix"))
        .precisionText(record.text("precision"))
        .stack(Names.stack(record.text("framework")))
        .kind(kind(record))
        .multiTokenPrediction(speculates(record))
        .disaggregated(disaggregated)
        .kvOffload(offloads(record))
        .concurrency(record.firstNumber("conc", "users"))
        .lengths(record.count("isl"), record.count("osl"))
        .meanLengths(
            metrics.number("mean_input_tokens"), metrics.number("mean_output_tokens_actual"))
        .requests(
            metrics.number("num_requests_successful"), null, metrics.number("duration_seconds"))
        .ttft(spread(metrics, "ttft"))
        .tpot(tpot(metrics))
        .itl(spread(metrics, "itl"))
        .e2e(endToEnd(metrics))
        .interactivity(
            metrics.firstNumber("median_intvty", "mean_intvty"), metrics.number("mean_intvty"))
        .power(
            metrics.number("avg_power_w"),
            metrics.number("joules_per_total_token"),
            metrics.number("joules_per_output_token"));
    if (disaggregated) {
      disaggregated(record, metrics, run);
    } else {
      aggregated(record, metrics, run);
    }
    runs.accept(run);
  }

  /** The published split of an aggregated row holds tp · ep; its GPUs are tp · pp. */
  private static void aggregated(Fields record, Fields metrics, RunBuilder run) {
    Integer tensor = record.count(record.has("decode_tp") ? "decode_tp" : "tp");
    Integer pipeline = record.count("pp");
    Integer used = record.count("gpus_used");
    Integer gpus = tensor == null ? null : tensor * (pipeline == null ? 1 : pipeline);
    Double total = metrics.number("tput_per_gpu");
    Double output = metrics.firstNumber("output_tput_per_gpu", "output_tput_per_gpu_clusterwide");
    run.tensorParallel(tensor).gpus(used == null ? gpus : used);
    if (total != null && total.equals(output)) {
      run.perGpu(null, null, output)
          .kind(WorkloadKind.OFFLINE)
          .note("The total here counts output tokens only; input tokens are not given.");
    } else {
      run.perGpu(total, input(metrics, total, output), output);
    }
  }

  /** Rows of 2025 give no input rate; what is not output is input. */
  private static @Nullable Double input(
      Fields metrics, @Nullable Double total, @Nullable Double output) {
    Double input = metrics.number("input_tput_per_gpu");
    return input == null && total != null && output != null ? (Double) (total - output) : input;
  }

  private static void disaggregated(Fields record, Fields metrics, RunBuilder run) {
    run.split(gpus(record, "prefill"), gpus(record, "decode"))
        .perGpu(metrics.number("tput_per_gpu"), null, null)
        .perRole(
            first(metrics, "input_tput_per_prefill_gpu", "input_tput_per_gpu"),
            first(metrics, "output_tput_per_decode_gpu", "output_tput_per_gpu"));
    if (gpus(record, "prefill") == null) {
      run.perRole(null, null)
          .note(
              "The row does not say how many GPUs were for prefill and for decode, so that only its total per GPU counts.");
    }
  }

  private static @Nullable Double first(Fields metrics, String byRole, String published) {
    return metrics.firstNumber(byRole, published, published + "_reported");
  }

  private static @Nullable Integer gpus(Fields record, String role) {
    Integer gpus = record.count("num_" + role + "_gpu");
    return gpus == null ? record.count("num_" + role + "_gpu_reported") : gpus;
  }

  /** Rows from before there was a flag are disaggregated where Dynamo served. */
  private static boolean isDisaggregated(Fields record) {
    String framework = record.text("framework");
    return record.has("disagg")
        ? record.flag("disagg")
        : framework != null && framework.startsWith("dynamo") && !record.has("decode_tp");
  }

  private static WorkloadKind kind(Fields record) {
    String scenario = record.firstText("scenario_type", "benchmark_type", "scenario");
    boolean agentic = scenario != null && scenario.startsWith("agentic");
    return agentic ? WorkloadKind.AGENTIC : WorkloadKind.SINGLE_TURN;
  }

  private static boolean speculates(Fields record) {
    String method = record.firstText("spec_decoding", "spec_method");
    return method == null ? record.flag("mtp") : !method.equals("none");
  }

  private static boolean offloads(Fields record) {
    String mode = record.firstText("offloading", "offload_mode", "kv_offloading");
    return mode != null && !mode.equals("none") && !mode.equals("off");
  }

  private static Spread spread(Fields metrics, String name) {
    return new Spread(
        metrics.firstNumber("median_" + name, "median_" + name + "_s"),
        metrics.firstNumber("p99_" + name, "p99_" + name + "_s"),
        metrics.firstNumber("mean_" + name, "mean_" + name + "_s"));
  }

  /** The first agentic rows give no TPOT, and an ITL that is taken per request. */
  private static Spread tpot(Fields metrics) {
    Spread tpot = spread(metrics, "tpot");
    return tpot.typical() == null && metrics.has("mean_ttlt") ? spread(metrics, "itl") : tpot;
  }

  private static Spread endToEnd(Fields metrics) {
    Spread latency = spread(metrics, "e2el");
    Spread other = latency.typical() == null ? spread(metrics, "ttlt") : latency;
    return other.typical() == null ? spread(metrics, "e2e") : other;
  }
}
