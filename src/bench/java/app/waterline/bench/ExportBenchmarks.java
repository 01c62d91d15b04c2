package app.waterline.bench;

import app.waterline.chart.ChartFonts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.export.ExportKind;
import app.waterline.export.ExportOptions;
import app.waterline.export.Exports;
import app.waterline.export.file.Progress;
import app.waterline.io.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long exports take; targets and results are in docs/performance.md. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExportBenchmarks {
  private static final ExportOptions USUAL = ExportOptions.of(Locale.US);

  private Exports exports;
  private Evaluation published;
  private Evaluation measured;

  /** Reads the samples. */
  @Setup
  public void read() throws IOException {
    exports = new Exports(ChartFonts.bundled());
    published = sample("hopper-vs-blackwell");
    measured = sample("deepseek-r1-measured");
  }

  private static Evaluation sample(String name) throws IOException {
    return new Evaluator()
        .evaluate(WorkspaceFile.read(Path.of("sample-data", name + ".waterline")));
  }

  private byte[] export(ExportKind kind, Evaluation evaluation) {
    return exports.bytes(kind, evaluation, USUAL, Progress.UNWATCHED);
  }

  /** The iceberg as the clipboard takes it. */
  @Benchmark
  public byte[] clipboard() {
    return export(ExportKind.PNG, published);
  }

  /** The iceberg as SVG. */
  @Benchmark
  public byte[] svg() {
    return export(ExportKind.SVG, published);
  }

  /** The iceberg as PDF. */
  @Benchmark
  public byte[] pdf() {
    return export(ExportKind.PDF, published);
  }

  /** Two platforms in formulas. */
  @Benchmark
  public byte[] sheet() {
    return export(ExportKind.SHEET, published);
  }

  /** Nine platforms with all their runs in formulas. */
  @Benchmark
  public byte[] largeSheet() {
    return export(ExportKind.SHEET, measured);
  }
}
