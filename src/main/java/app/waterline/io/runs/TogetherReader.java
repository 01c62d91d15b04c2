package app.waterline.io.runs;

import java.util.function.Consumer;

/** The baselines of the Together runner in InferenceX: whole-deployment rates, ms, and power. */
final class TogetherReader implements RunReader {
  @Override
  public boolean recognises(Fields record) {
    return record.has("metrics", "total_token_throughput")
        && record.has("hw")
        && record.has("gpu", "n_gpus");
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    Fields metrics = record.at("metrics");
    runs.accept(new RunBuilder("InferenceX Together runner")
        .date(Days.of(record.text("ts")))
        .hardware(Names.hardware(record.text("hw")))
        .model(record.text("model"))
        .precisionText(record.text("precision"))
        .stack(Names.stack(record.text("framework")))
        .gpus(record.count("gpu", "n_gpus"))
        .tensorParallel(record.count("tp"))
        .concurrency(record.number("conc"))
        .lengths(record.count("isl"), record.count("osl"))
        .requests(metrics.number("successful_requests"), null, null)
        .requestRate(null, metrics.number("request_throughput"))
        .rates(
            metrics.number("total_token_throughput"),
            null,
            metrics.number("output_token_throughput"))
        .ttft(VllmReader.spread(metrics, "ttft"))
        .tpot(VllmReader.spread(metrics, "tpot"))
        .itl(VllmReader.spread(metrics, "itl"))
        .e2e(VllmReader.spread(metrics, "e2el"))
        .power(record.number("gpu", "mean_power_per_gpu_w"), null, null));
  }
}
