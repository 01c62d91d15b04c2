package app.waterline.io.runs;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * GuideLLM's CSV: one header row up to 0.2, three from 0.5, with the percentiles as a list in one
 * cell that ends in the 99th and the maximum.
 */
final class GuideLlmTableReader implements RunReader {
  private static final double MS = 1e-3;
  private static final Pattern MODEL = Pattern.compile("\"model\"\\s*:\\s*\"([^\"]+)\"");

  /** The names of one version's columns. */
  private record Columns(
      String rates, String outputRate, String totalRate, String isl, String osl, Times times) {}

  private record Times(String ttft, String tpot, String itl, String e2e) {}

  private static final Columns OLD = new Columns(
      "Successful Requests per second mean",
      "Successful Output tokens per second mean",
      "Successful Tokens per second mean",
      "Successful Prompt token count mean",
      "Successful Output token count mean",
      new Times(
          "Successful Time to first token ms",
          "Successful Time per output token ms",
          "Successful Inter token latency ms",
          "Successful Request latency"));
  private static final Columns NEW = new Columns(
      "Server Throughput | Successful Requests/Sec | Mean",
      "Token Throughput | Successful Output Tokens/Sec | Mean",
      "Token Throughput | Successful Total Tokens/Sec | Mean",
      "Token Metrics | Successful Input Tokens | Mean",
      "Token Metrics | Successful Output Tokens | Mean",
      new Times(
          "Time to First Token | Successful ms |",
          "Time per Output Token | Successful ms |",
          "Inter Token Latency | Successful ms |",
          "Request Latency | Successful Sec |"));

  @Override
  public boolean recognises(Fields record) {
    return record.has(OLD.outputRate) || record.has(NEW.outputRate);
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    boolean old = record.has(OLD.outputRate);
    Columns columns = old ? OLD : NEW;
    runs.accept(new RunBuilder("GuideLLM")
        .date(Days.of(record.firstText("Start Time", "Timings | Start Time |")))
        .model(model(record))
        .pattern(record.firstText("Name", "Benchmark | Strategy |"))
        .concurrency(old ? streams(record.text("Name")) : null)
        .measuredConcurrency(record.firstNumber(
            "Successful Request concurrency mean",
            "Server Throughput | Successful Concurrency | Mean"))
        .requestRate(null, record.number(columns.rates))
        .requests(
            record.firstNumber("Successful Requests", "Request Counts | Successful |"),
            record.firstNumber("Errored Requests", "Request Counts | Errored |"),
            record.firstNumber("Duration", "Timings | Duration | Sec"))
        .meanLengths(record.number(columns.isl), record.number(columns.osl))
        .rates(record.number(columns.totalRate), null, record.number(columns.outputRate))
        .ttft(spread(record, columns.times.ttft, MS, old))
        .tpot(spread(record, columns.times.tpot, MS, old))
        .itl(spread(record, columns.times.itl, MS, old))
        .e2e(spread(record, columns.times.e2e, 1, old)));
  }

  private static Spread spread(Fields record, String column, double unit, boolean old) {
    return Spread.of(
        unit,
        record.number(column + (old ? " median" : " Median")),
        p99(record, column, old),
        record.number(column + (old ? " mean" : " Mean")));
  }

  private static @Nullable Double p99(Fields record, String column, boolean old) {
    String name =
        old ? column + " [min, 0.1, 1, 5, 10, 25, 75, 90, 95, 99, max]" : column + " Percentiles";
    String cell = record.text(name);
    if (cell == null || !cell.startsWith("[") || !cell.endsWith("]")) {
      return null;
    }
    List<String> figures = List.of(cell.substring(1, cell.length() - 1).split(",", -1));
    int place = figures.size() - 2;
    return place < 0 ? null : MachineNumber.parse(name, figures.get(place));
  }

  /** {@code concurrent@50} is fifty streams; {@code constant@5.2} is a rate. */
  private static @Nullable Double streams(@Nullable String name) {
    return name != null && name.startsWith("concurrent@")
        ? MachineNumber.parse("Name", name.substring("concurrent@".length()))
        : null;
  }

  private static @Nullable String model(Fields record) {
    String backend = record.firstText("Run Info | Backend |", "Backend");
    Matcher named = MODEL.matcher(backend == null ? "" : backend);
    return named.find() ? named.group(1) : null;
  }
}
