package app.waterline.io.runs;

import app.waterline.model.WorkloadKind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** InferenceX's agentic aggregates from August 2026 on, with the metrics nested. Latencies in s. */
final class InferenceXNestedReader implements RunReader {
  @Override
  public boolean recognises(Fields record) {
    return record.has("request_metrics", "throughput", "per_gpu") && record.has("hw");
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    Fields metrics = record.at("request_metrics");
    Fields rates = metrics.at("throughput");
    Fields perGpu = rates.at("per_gpu");
    Fields accounting = record.at("request_accounting");
    String offload = record.text("kv_offloading");
    Integer tensor = record.count("tp");
    Integer pipeline = record.count("pp");
    runs.accept(new RunBuilder("InferenceX")
        .hardware(Names.hardware(record.text("hw")))
        .model(record.firstText("model", "infmax_model_prefix"))
        .precisionText(record.text("precision"))
        .stack(Names.stack(record.text("framework")))
        .kind(WorkloadKind.AGENTIC)
        .multiTokenPrediction(!"none".equals(record.text("spec_decoding")))
        .disaggregated(record.flag("disagg"))
        .kvOffload(offload != null && !offload.equals("none"))
        .concurrency(record.number("conc"))
        .tensorParallel(tensor)
        .gpus(gpus(record, tensor, pipeline))
        .split(record.count("num_prefill_gpu"), record.count("num_decode_gpu"))
        .requests(
            record.number("num_requests_successful"),
            accounting.number("records_error_dropped"),
            rates.number("duration_seconds"))
        .meanLengths(
            metrics.number("tokens", "input", "mean"),
            metrics.number("tokens", "output_actual", "mean"))
        .rates(rate(rates, "total"), rate(rates, "input"), rate(rates, "output"))
        .perGpu(
            perGpu.number("total_tput_tps"),
            perGpu.number("input_tput_tps"),
            perGpu.number("output_tput_tps"))
        .ttft(spread(metrics, "ttft"))
        .tpot(spread(metrics, "tpot"))
        .itl(spread(metrics, "itl"))
        .e2e(spread(metrics, "e2el"))
        .interactivity(
            metrics.number("latency", "intvty", "p50"),
            metrics.number("latency", "intvty", "mean")));
  }

  private static @Nullable Integer gpus(
      Fields record, @Nullable Integer tensor, @Nullable Integer pipeline) {
    boolean known = tensor != null && !record.flag("disagg");
    return known && tensor != null ? (Integer) (tensor * (pipeline == null ? 1 : pipeline)) : null;
  }

  private static @Nullable Double rate(Fields rates, String which) {
    return rates.number(which, "tokens_per_second");
  }

  private static Spread spread(Fields metrics, String name) {
    Fields figures = metrics.at("latency", name);
    return new Spread(figures.number("p50"), figures.number("p99"), figures.number("mean"));
  }
}
