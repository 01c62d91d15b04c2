package app.waterline.io.runs;

import app.waterline.model.WorkloadKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The table of our own, for any other tool, and what {@code waterline import} prints: rates of the
 * whole deployment, latencies in ms.
 *
 * @see "docs/runs.md, the table of our own"
 */
final class WaterlineReader implements RunReader {
  private static final double MS = 1e-3;
  private static final List<String> RATES = List.of(
      "totalTokensPerSecond",
      "outputTokensPerSecond",
      "totalTokensPerSecondPerGpu",
      "outputTokensPerSecondPerGpu");

  @Override
  public boolean recognises(Fields record) {
    return RATES.stream().anyMatch(record::has);
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    String tool = record.text("tool");
    runs.accept(new RunBuilder(tool == null ? "Waterline table" : tool)
        .date(day(record))
        .link(record.text("source"))
        .model(record.text("model"))
        .hardware(record.text("hardware"))
        .precisionText(record.text("precision"))
        .gpus(record.count("gpus"))
        .split(record.count("prefillGpus"), record.count("decodeGpus"))
        .stack(Names.stack(record.text("stack")))
        .kind(kind(record))
        .multiTokenPrediction(record.flag("multiTokenPrediction"))
        .disaggregated(record.flag("disaggregated"))
        .kvAwareRouting(record.flag("kvAwareRouting"))
        .kvOffload(record.flag("kvOffload"))
        .concurrency(record.number("concurrency"))
        .lengths(record.count("isl"), record.count("osl"))
        .requests(record.number("completed"), record.number("failed"), null)
        .rates(
            record.number("totalTokensPerSecond"),
            record.number("inputTokensPerSecond"),
            record.number("outputTokensPerSecond"))
        .ttft(spread(record, "ttft"))
        .tpot(perToken(record))
        .perGpu(
            record.number("totalTokensPerSecondPerGpu"),
            record.number("inputTokensPerSecondPerGpu"),
            record.number("outputTokensPerSecondPerGpu"))
        .itl(spread(record, "itl"))
        .e2e(spread(record, "e2e"))
        .interactivity(record.number("interactivity"), null)
        .power(record.number("wattsPerGpu"), null, null));
  }

  private static @Nullable String day(Fields record) {
    String text = record.text("date");
    String day = Days.of(text);
    if (text != null && day == null) {
      throw new BadRecord(
          "date", "A date was expected [%s]. Write it as 2026-07-31.".formatted(text));
    }
    return day;
  }

  private static WorkloadKind kind(Fields record) {
    String text = record.text("workload");
    String name = text == null ? "singleTurn" : text;
    return Arrays.stream(WorkloadKind.values())
        .filter(kind -> Exported.name(kind).equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new BadRecord(
            "workload",
            "The workload must be singleTurn, agentic or offline [%s]. Write one of the three."
                .formatted(name.toLowerCase(Locale.ROOT))));
  }

  /** Whoever knows the interactivity only knows the time per output token: it is 1 over it. */
  private static Spread perToken(Fields record) {
    Spread given = spread(record, "tpot");
    Double interactivity = record.number("interactivity");
    boolean derived = given.median() == null && interactivity != null && interactivity > 0;
    return derived && interactivity != null
        ? new Spread(1 / interactivity, given.p99(), null)
        : given;
  }

  private static Spread spread(Fields record, String name) {
    return Spread.of(MS, record.number(name + "P50Ms"), record.number(name + "P99Ms"), null);
  }
}
