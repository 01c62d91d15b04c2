package app.waterline.io.runs;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The roll-up table of NVIDIA's srt-slurm: rates of the whole deployment, latencies in ms. */
final class SrtSlurmReader implements RunReader {
  private static final double MS = 1e-3;

  @Override
  public boolean recognises(Fields record) {
    return record.has("Total GPU Count") && record.has("Total Token Throughput");
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    Integer all = record.count("Total GPU Count");
    Integer decode = record.count("Decode GPU Count");
    boolean disaggregated = all != null && decode != null && decode < all;
    String name = record.text("Config");
    runs.accept(new RunBuilder("srt-slurm rollup")
        .pattern(name)
        .gpus(all)
        .split(
            disaggregated && all != null && decode != null ? (Integer) (all - decode) : null,
            disaggregated ? decode : null)
        .disaggregated(disaggregated)
        .multiTokenPrediction(name != null && name.contains("mtp"))
        .concurrency(record.number("Concurrency"))
        .rates(
            record.number("Total Token Throughput"), null, record.number("Output Token Throughput"))
        .ttft(median(record, "Median TTFT"))
        .tpot(median(record, "Median TPOT"))
        .itl(median(record, "Median ITL"))
        .interactivity(record.number("Output Token Throughput per User"), null));
  }

  private static Spread median(Fields record, String column) {
    @Nullable Double value = record.number(column);
    return Spread.of(MS, value, null, null);
  }
}
