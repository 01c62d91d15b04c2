package app.waterline.io.runs;

import static app.waterline.io.runs.RunFiles.only;
import static app.waterline.io.runs.RunFiles.path;
import static app.waterline.io.runs.RunFiles.report;
import static app.waterline.io.runs.RunFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged, hostile and huge files: told with file, line and field, and never in the others' way. */
class BadInputTest {
  @TempDir
  private Path folder;

  static Stream<Path> ourFiles() throws IOException {
    return RunFiles.all().stream();
  }

  @ParameterizedTest
  @MethodSource("ourFiles")
  void cutShortAtEveryByteNothingButADeclaredFaultComesOfIt(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int full = report(file).outcomes().size();
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path cut = memory.getPath("/" + file.getFileName());
      for (int length = 0; length < whole.length; length++) {
        Files.write(cut, Arrays.copyOf(whole, length));
        ImportReport report = report(cut);
        assertThat(report.outcomes().size()).isLessThanOrEqualTo(full);
        assertThat(report.outcomes().size() + report.problems().size())
            .as("%d bytes of %s", length, file.getFileName())
            .isPositive();
      }
    }
  }

  @Test
  void emptyBinaryMissingAndUnknownFilesAreToldAndTheGoodOneGoesThrough() throws IOException {
    Path empty = write(folder, "empty.json", "");
    Path blank = write(folder, "blank.json", " \n\n ");
    Path binary = Files.write(folder.resolve("picture.json"), new byte[] {1, 0, 2, 0, 3});
    Path text = write(folder, "letter.txt", "Dear all,\nno benchmark here.\n");
    Path missing = folder.resolve("missing.json");
    ImportReport report = report(empty, blank, binary, text, missing, path("vllm-detailed.json"));
    assertThat(report.outcomes()).hasSize(1);
    assertThat(report.problems())
        .extracting(UnreadableRun::file)
        .containsExactly(
            empty.toString(),
            blank.toString(),
            binary.toString(),
            text.toString(),
            missing.toString());
    assertThat(report.problems().get(0)).hasMessageContaining("The file is empty");
    assertThat(report.problems().get(2)).hasMessageContaining("not text [binary]");
    assertThat(report.problems().get(3)).hasMessageContaining("No benchmark tool");
    assertThat(report.problems().get(4)).hasMessageContaining("no such file [missing.json]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"timestamp\":\"2026-06-25\",\"kind\":\"gate\",\"inferencex_sha\":\"1\"}|experiment ledger",
        "Benchmark  /  Model MLC  /  Scenario  /  Units,a|no result",
        "{\"load_summary\":{},\"successes\":{\"count\":1}}|counters of a server",
        "{\"$defs\":{},\"type\":\"object\"}|JSON Schema",
        "InstanceType,AcceleratorName,Price|price lists"
      })
  void aFileThatByItsNatureHoldsNoRunsSaysWhy(String content, String reason) throws IOException {
    String whole = content.startsWith("{") ? content : content + "\n1,2,3\n";
    ImportReport report = report(write(folder, "file", whole));
    assertThat(report.outcomes()).isEmpty();
    assertThat(only(report.problems()).getMessage()).contains(reason);
  }

  @Test
  void aFolderIsWalkedAndWhatIsNoResultSkipped() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.copy(path("vllm-detailed.json"), inner.resolve("b.json"));
    Files.copy(path("sglang.jsonl"), folder.resolve("a.jsonl"));
    write(folder, "README.md", "# Notes\n");
    write(folder, ".hidden", "{");
    ImportReport report = report(folder);
    assertThat(report.outcomes()).hasSize(2);
    assertThat(report.problems()).isEmpty();
    assertThat(report.skipped())
        .extracting(UnreadableRun::file)
        .containsExactly(folder.resolve("README.md").toString());
  }

  @Test
  void theTableBesideAnAiperfJsonIsNotReadTwice() throws IOException {
    Files.copy(path("aiperf.json"), folder.resolve("profile_export_aiperf.json"));
    Files.copy(path("aiperf.csv"), folder.resolve("profile_export_aiperf.csv"));
    ImportReport report = report(folder);
    assertThat(report.outcomes()).hasSize(1);
    assertThat(only(report.skipped())).hasMessageContaining("profile_export_aiperf.json");
  }

  @Test
  void withoutPermissionTheFileIsNamed() throws IOException {
    Path locked = write(folder, "locked.json", "{}");
    assumeTrue(locked.toFile().setReadable(false), "SKIPPED: the file system has no permissions");
    assumeTrue(!Files.isReadable(locked), "SKIPPED: this user may read everything");
    assertThat(only(report(locked).problems())).hasMessageContaining("may not be read");
  }

  @Test
  void aDamagedLineStandsAloneAmongItsNeighbours() throws IOException {
    List<String> lines = Files.readAllLines(path("vllm-lines.json"));
    Path file = write(
        folder,
        "lines.json",
        lines.get(0)
            + "\n"
            + lines.get(0).substring(0, 100)
            + "\n"
            + lines.get(1)
            + "\n{\"mean_ttft_ms\": \"soon\", \"total_token_throughput\": 5}\n"
            + lines.get(1)
            + "\n");
    ImportReport report = report(file);
    assertThat(report.outcomes())
        .extracting(each -> each.run().origin().line())
        .containsExactly(1L, 3L, 5L);
    assertThat(report.problems()).hasSize(2);
    assertThat(report.problems().get(1).line()).isEqualTo(4);
    assertThat(report.problems().get(1).field()).isEqualTo("mean_ttft_ms");
    assertThat(report.problems().get(1)).hasMessageContaining("A number was expected [soon]");
  }

  @Test
  void gzipIsUnpacked() throws IOException {
    Path packed = folder.resolve("run.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(path("sglang.jsonl"), out);
    }
    assertThat(only(report(packed).outcomes()).run().setup().gpus()).isEqualTo(8);
  }

  @Test
  void aBombIsRefused() throws IOException {
    Path bomb = folder.resolve("bomb.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      out.write("[".getBytes(StandardCharsets.UTF_8));
      for (int megabyte = 0; megabyte < 100; megabyte++) {
        out.write(blanks);
      }
    }
    assertThat(only(report(bomb).problems())).hasMessageContaining("over 200 times its size");
  }

  @Test
  void aHundredThousandColumnsAreRefused() throws IOException {
    String header =
        IntStream.range(0, 100_000).mapToObj(n -> "c" + n).collect(Collectors.joining(","));
    ImportReport report = report(write(folder, "wide.csv", header + "\n1,2\n"));
    assertThat(report.outcomes()).isEmpty();
    assertThat(only(report.problems())).hasMessageContaining("can't be taken apart");
  }

  @Test
  void aRecordThatIsTooDeepOrTooLargeIsRefused() throws IOException {
    String deep = "{\"a\":".repeat(400) + "1" + "}".repeat(400);
    String deeper = "{\"a\":".repeat(4000) + "1" + "}".repeat(4000);
    String large = IntStream.range(0, 250_000)
        .mapToObj(n -> "\"k" + n + "\":1")
        .collect(Collectors.joining(",", "{", "}"));
    for (String text : List.of(deep, deeper, large)) {
      assertThat(report(write(folder, "odd.json", text)).problems()).hasSize(1);
    }
  }

  @Test
  void marksInsideAHeaderAndOtherSeparatorsDoNotMatter() throws IOException {
    Path file = write(
        folder,
        "runs.csv",
        "# a comment\r\nmodel;\uFEFFprecision;gpus;totalTokensPerSecond;interactivity\r\nM;FP8;8;\"8,000\";-\r\n");
    Run run = only(report(file).outcomes()).run();
    assertThat(run.rates().totalPerGpu()).isEqualTo(1000.0);
    assertThat(run.times().reportedInteractivity()).isNull();
    assertThat(run.setup().precision()).isEqualTo(app.waterline.model.Precision.FP8);
  }

  @Test
  void aFailedLogSaysThatTheBenchmarkFailed() throws IOException {
    Path log = write(
        folder,
        "result.txt",
        "[TensorRT-LLM] TensorRT-LLM version: 0.16.0\n[07/11/2026-11:40:45] [TRT-LLM] [I] Preparing to run throughput benchmark...\n");
    UnreadableRun problem = only(report(log).problems());
    assertThat(problem.field()).isEqualTo("Token Throughput (tokens/sec)");
    assertThat(problem).hasMessageContaining("The benchmark failed");
  }

  @Test
  void aNameThatContradictsTheContentIsNotedAndNotBelieved() throws IOException {
    Path file = write(
        folder,
        "gptoss_fp4_isl8192_osl1024.json",
        Files.readString(path("vllm-detailed.json"))
            .replace("acme/Model-7B-FP8", "/home/models/deepseek-r1"));
    Run run = only(report(file).outcomes()).run();
    assertThat(run.notes()).anyMatch(note -> note.contains("name says gpt-oss"));
    assertThat(run.load().isl()).isNull();
    assertThat(run.setup().precision()).isNull();
  }

  @Test
  void moreRunsThanAnyScreenShowsAreAllRead() throws IOException {
    int runs = 20_000;
    Path file = folder.resolve("many.json");
    String row = Files.readString(path("together.json")).strip();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int each = 0; each < runs; each++) {
        out.write(((each == 0 ? "[" : ",\n") + row).getBytes(StandardCharsets.UTF_8));
      }
      out.write("]".getBytes(StandardCharsets.UTF_8));
    }
    AtomicLong count = new AtomicLong();
    AtomicLong progress = new AtomicLong();
    assertThat(RunImport.read(List.of(file), new Counting(count, progress, Long.MAX_VALUE)))
        .isTrue();
    assertThat(count).hasValue(runs);
    assertThat(progress).hasValue(Files.size(file));
    AtomicLong some = new AtomicLong();
    assertThat(RunImport.read(List.of(file), new Counting(some, progress, 1))).isFalse();
    assertThat(some.get()).isBetween(1L, runs - 1L);
  }

  /** Counts the runs and cancels as soon as there are enough. */
  private record Counting(AtomicLong runs, AtomicLong bytes, long enough)
      implements ImportListener {
    @Override
    public void outcome(RunOutcome outcome) {
      runs.incrementAndGet();
    }

    @Override
    public void problem(UnreadableRun problem) {
      throw new AssertionError(problem.located());
    }

    @Override
    public void progress(Path file, long read, long size) {
      bytes.set(read);
    }

    @Override
    public boolean cancelled() {
      return runs.get() >= enough;
    }
  }
}
