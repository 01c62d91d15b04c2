package app.waterline.io.runs;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** AIPerf's {@code profile_export.jsonl}: single requests, of which the warm-up ones are dropped. */
final class AiperfRequestReader implements RunReader {
  private final Requests requests = new Requests();

  @Override
  public boolean recognises(Fields record) {
    return record.has("metadata", "benchmark_phase") && record.has("metrics");
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    Fields metadata = record.at("metadata");
    if ("warmup".equals(metadata.text("benchmark_phase"))) {
      requests.warmUp();
      return;
    }
    Fields metrics = record.at("metrics");
    Double tokensOut = metrics.number("output_sequence_length", "value");
    Double begin = metadata.number("request_start_ns");
    Double end = metadata.number("request_end_ns");
    if (metadata.flag("was_cancelled") || tokensOut == null || begin == null || end == null) {
      return;
    }
    Double turn = metadata.number("turn_index");
    if (turn != null && turn > 0) {
      requests.conversation();
    }
    Double tokensIn = metrics.number("input_sequence_length", "value");
    requests.add(
        tokensIn == null ? 0 : tokensIn,
        tokensOut,
        seconds(metrics, "time_to_first_token"),
        seconds(metrics, "request_latency"),
        begin / 1e9,
        end / 1e9);
  }

  @Override
  public boolean sumsUp() {
    return true;
  }

  @Override
  public void finish(Consumer<RunBuilder> runs) {
    requests.finish("AIPerf", runs);
  }

  private static @Nullable Double seconds(Fields metrics, String name) {
    Double value = metrics.number(name, "value");
    return value == null ? null : value / 1e3;
  }
}
