package app.waterline.bench;

import app.waterline.io.runs.ImportListener;
import app.waterline.io.runs.RunImport;
import app.waterline.io.runs.RunOutcome;
import app.waterline.io.runs.UnreadableRun;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long large imports take in a small heap, from the first call on as a user meets it: no warm-up.
 * Targets and results are in docs/performance.md.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 5, jvmArgsAppend = "-Xmx128m")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ImportBenchmarks {
  private static final long SEED = 20_261_123;
  private static final long DETAILED_BYTES = 200_000_000;
  private static final int ROWS = 50_000;
  private static final String SUMMARY =
      """
      {"date": "20260301-101500", "backend": "vllm", "model_id": "example/model", "num_prompts": 9000,
       "request_rate": "inf", "max_concurrency": 512, "duration": 400.0, "completed": 9000,
       "total_input_tokens": 9000000, "total_output_tokens": 9000000, "output_throughput": 22500.0,
       "total_token_throughput": 45000.0, "mean_ttft_ms": 900.0, "median_ttft_ms": 850.0,
       "p99_ttft_ms": 2000.0, "mean_tpot_ms": 20.1, "median_tpot_ms": 20.0, "p99_tpot_ms": 25.0,
       "mean_itl_ms": 20.1, "median_itl_ms": 19.0, "p99_itl_ms": 60.0,
      """;

  private Path detailed;
  private Path rows;

  /** Writes the two files, once for each fork. */
  @Setup(Level.Trial)
  public void prepare() throws IOException {
    detailed = Files.createTempFile("detailed", ".json");
    rows = Files.createTempFile("rows", ".json");
    writeDetailed(new SplittableRandom(SEED));
    writeRows(rows, ROWS);
  }

  /** Leaves the two files in a folder, for another program to read: {@code detailed.json}, {@code rows.json}. */
  public static void main(String[] folder) throws IOException {
    ImportBenchmarks files = new ImportBenchmarks();
    files.prepare();
    Files.move(files.detailed, Path.of(folder[0], "detailed.json"));
    Files.move(files.rows, Path.of(folder[0], "rows.json"));
  }

  @TearDown(Level.Trial)
  public void remove() throws IOException {
    Files.delete(detailed);
    Files.delete(rows);
  }

  /** Gaps between tokens make two thirds of the file, generated texts one third. */
  private void writeDetailed(SplittableRandom random) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(detailed)) {
      out.write(SUMMARY);
      out.write("\"itls\": [");
      for (long bytes = 0; bytes < DETAILED_BYTES * 2 / 3; ) {
        bytes += write(out, (bytes == 0 ? "" : ", ") + gaps(random));
      }
      out.write("], \"generated_texts\": [");
      for (long bytes = 0; bytes < DETAILED_BYTES / 3; ) {
        String text = "\"" + "The answer \\\"goes on\\\" for a while.\\n ".repeat(120) + "\"";
        bytes += write(out, (bytes == 0 ? "" : ", ") + text);
      }
      out.write("]}\n");
    }
  }

  private static String gaps(SplittableRandom random) {
    StringBuilder gaps = new StringBuilder("[");
    for (int token = 0; token < 1000; token++) {
      gaps.append(token == 0 ? "" : ", ").append(random.nextDouble(0.01, 0.04));
    }
    return gaps.append(']').toString();
  }

  private static int write(BufferedWriter out, String text) throws IOException {
    out.write(text);
    return text.length();
  }

  static void writeRows(Path rows, int count) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    try (BufferedWriter out = Files.newBufferedWriter(rows)) {
      for (int row = 0; row < count; row++) {
        out.write((row == 0 ? "[" : ",\n") + row(random.nextDouble(0.005, 0.05)));
      }
      out.write("]\n");
    }
  }

  /** A row with the 60 fields that the published ones have. */
  private static String row(double tpot) {
    StringBuilder metrics = new StringBuilder();
    for (String name : List.of("ttft", "tpot", "itl", "e2el")) {
      double seconds = name.equals("e2el") ? 1024 * tpot : tpot;
      for (String statistic : List.of("mean", "median", "std", "p90", "p99", "p99.9")) {
        metrics.append(
            String.format(Locale.ROOT, "\"%s_%s\": %.17f, ", statistic, name, seconds));
      }
    }
    return String.format(
        Locale.ROOT,
        "{\"hardware\": \"b200\", \"framework\": \"sglang\", \"model\": \"dsr1\", \"precision\": \"fp4\", \"spec_method\": \"none\", \"disagg\": false, \"is_multinode\": false, \"prefill_tp\": 8, \"prefill_ep\": 1, \"prefill_num_workers\": 0, \"decode_tp\": 8, \"decode_ep\": 1, \"decode_dp_attention\": false, \"num_prefill_gpu\": 8, \"num_decode_gpu\": 8, \"isl\": 1024, \"osl\": 1024, \"conc\": %d, \"image\": \"example/sglang:v1\", \"metrics\": {%s\"median_intvty\": %.12f, \"tput_per_gpu\": 198.9447984579421, \"input_tput_per_gpu\": 99.95643343100151, \"output_tput_per_gpu\": 98.9883650269406}, \"workers\": null, \"date\": \"2026-06-11\", \"run_url\": \"https://example.com/runs/27213443242\"}",
        (int) Math.ceil(800 * tpot),
        metrics,
        1 / tpot);
  }

  /** A detailed vLLM file of 200 MB: one run. */
  @Benchmark
  public long detailedVllmFile() {
    return read(detailed);
  }

  /** 50,000 rows of InferenceX. */
  @Benchmark
  public long inferenceXRows() {
    return read(rows);
  }

  static long read(Path file) {
    Counting counting = new Counting();
    RunImport.read(List.of(file), counting);
    return counting.runs;
  }

  private static final class Counting implements ImportListener {
    private long runs;

    @Override
    public void outcome(RunOutcome outcome) {
      runs++;
    }

    @Override
    public void problem(UnreadableRun problem) {
      throw new IllegalStateException(problem.located());
    }
  }
}
