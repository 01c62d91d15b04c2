package app.waterline.io.runs;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The benchmark report of llm-d, YAML or JSON, forms 0.1 and 0.2. Each figure has units of its own,
 * which are honoured even where they look wrong: the checks then say so.
 */
final class LlmdReader implements RunReader {
  @Override
  public boolean recognises(Fields record) {
    return record.has("version")
        && (record.has("scenario", "host") || record.has("results", "request_performance"));
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    RunBuilder run = new RunBuilder("llm-d benchmark report").version(null, record.text("version"));
    if (record.has("results", "request_performance")) {
      second(record, run);
    } else {
      first(record, run);
    }
    runs.accept(run);
  }

  private static void first(Fields record, RunBuilder run) {
    Fields scenario = record.at("scenario");
    Fields metrics = record.at("metrics");
    Fields rates = metrics.at("throughput");
    List<Fields> engines = scenario.each("platform", "engine");
    List<Fields> accelerators = scenario.each("host", "accelerator");
    run.model(scenario.text("model", "name"))
        .precisionText(scenario.text("model", "quantization"))
        .stack(engines.isEmpty() ? null : Names.stack(engines.getFirst().text("name")))
        .pattern(scenario.text("load", "type"))
        .date(Days.ofEpoch(metrics.number("time", "start")))
        .rates(
            rates.number("total_tokens_per_sec"),
            rates.number("input_tokens_per_sec"),
            rates.number("output_tokens_per_sec"));
    hosts(scenario, accelerators, run);
    requests(metrics, metrics.number("time", "duration"), run);
    Double start = metrics.number("time", "start");
    Double stop = metrics.number("time", "stop");
    if (start != null && stop != null && stop < start) {
      run.doubt(
          Doubt.Kind.NOT_VALID,
          "The run stops before it starts [%.3f before %.3f]. It may be an example; drop it."
              .formatted(stop, start));
    }
  }

  private static void hosts(Fields scenario, List<Fields> accelerators, RunBuilder run) {
    List<String> roles = scenario.texts("host", "type");
    int[] byRole = new int[2];
    for (int host = 0; host < accelerators.size(); host++) {
      Integer count = accelerators.get(host).count("count");
      boolean prefill = host < roles.size() && roles.get(host).equals("prefill");
      byRole[prefill ? 0 : 1] += count == null ? 0 : count;
    }
    gpus(byRole[0], byRole[1], run);
    if (!accelerators.isEmpty()) {
      run.hardware(accelerators.getFirst().text("model"));
    }
  }

  private static void gpus(int prefill, int others, RunBuilder run) {
    run.gpus(prefill + others == 0 ? null : prefill + others);
    if (prefill > 0 && others > 0) {
      run.split(prefill, others).disaggregated(true);
    }
  }

  private static void second(Fields record, RunBuilder run) {
    Fields metrics = record.at("results", "request_performance", "aggregate");
    Fields rates = metrics.at("throughput");
    Fields load = record.at("scenario", "load", "standardized");
    run.date(Days.of(record.text("run", "time", "start")))
        .pattern(load.text("tool"))
        .concurrency(load.number("concurrency"))
        .requestRate(load.number("rate_qps"), rates.number("request_rate", "mean"))
        .lengths(fixed(load, "input_seq_len"), fixed(load, "output_seq_len"))
        .rates(
            rates.number("total_token_rate", "mean"),
            rates.number("input_token_rate", "mean"),
            rates.number("output_token_rate", "mean"));
    stack(record.each("scenario", "stack"), run);
    requests(metrics, null, run);
  }

  private static void stack(List<Fields> components, RunBuilder run) {
    int prefill = 0;
    int others = 0;
    for (Fields component : components) {
      Fields standard = component.at("standardized");
      Integer count = standard.count("accelerator", "count");
      if (count == null) {
        continue;
      }
      Integer replicas = standard.count("replicas");
      int gpus = count * (replicas == null ? 1 : replicas);
      boolean isPrefill = "prefill".equals(standard.text("role"));
      prefill += isPrefill ? gpus : 0;
      others += isPrefill ? 0 : gpus;
      run.model(standard.text("model", "name"))
          .precisionText(standard.text("model", "quantization"))
          .hardware(standard.text("accelerator", "model"))
          .stack(Names.stack(standard.text("tool")));
    }
    gpus(prefill, others, run);
  }

  private static @Nullable Integer fixed(Fields load, String which) {
    boolean fixed = "fixed".equals(load.text(which, "distribution"));
    return fixed ? load.count(which, "value") : null;
  }

  private static void requests(Fields metrics, @Nullable Double seconds, RunBuilder run) {
    Double all = metrics.number("requests", "total");
    Double failed = metrics.number("requests", "failures");
    run.requests(all == null || failed == null ? all : (Double) (all - failed), failed, seconds)
        .meanLengths(
            metrics.number("requests", "input_length", "mean"),
            metrics.number("requests", "output_length", "mean"))
        .ttft(latency(metrics, "time_to_first_token"))
        .tpot(latency(metrics, "time_per_output_token"))
        .itl(latency(metrics, "inter_token_latency"))
        .e2e(latency(metrics, "request_latency"));
  }

  private static Spread latency(Fields metrics, String name) {
    return Metric.spread(metrics.at("latency", name), "units", "mean");
  }
}
