package app.waterline.io.runs;

import static app.waterline.io.runs.RunFiles.outcomes;
import static app.waterline.io.runs.RunFiles.path;
import static app.waterline.io.runs.RunFiles.report;
import static app.waterline.io.runs.RunFiles.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.waterline.model.InvalidInput;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Precision;
import app.waterline.model.Throughput;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a run to an operating point: what is missing is asked, and token counts stay apart. */
class PointsTest {
  @TempDir
  private Path folder;

  @Test
  void aDisaggregatedRunKeepsItsThreeCountsApart() {
    OperatingPoint point = ready(outcomes("inferencex-api.json").get(1).run(), SourceAnswers.NONE);
    assertThat(point.tokensPerSecondPerGpu())
        .isEqualTo(new Throughput(400.0, 1010.0 * 8 / 40, 247.5 * 32 / 40));
    assertThat(point.interactivity()).isCloseTo(100, within(1e-9));
    assertThat(point.gpus()).isEqualTo(40);
    assertThat(point.configuration().model()).isEqualTo("DeepSeek-R1");
    assertThat(point.configuration().servingStack()).isEqualTo("Dynamo TensorRT-LLM");
    assertThat(point.configuration().multiTokenPrediction()).isTrue();
    assertThat(point.configuration().disaggregated()).isTrue();
    assertThat(point.evidence().date()).isEqualTo("2026-03-01");
    assertThat(point.evidence().source()).contains("inferencex-api.json, line 3");
  }

  @Test
  void whatIsMissingIsAskedAndTheAnswerFillsOnlyGaps() {
    Run run = run("vllm-detailed.json");
    assertThat(Points.of(run, SourceAnswers.NONE))
        .isEqualTo(new PointResult.Incomplete(java.util.Set.of(Run.Missing.GPUS)));
    OperatingPoint point = ready(run, new SourceAnswers(4, Precision.FP4, "other"));
    assertThat(point.tokensPerSecondPerGpu()).isEqualTo(new Throughput(75.0, 25.0, 50.0));
    assertThat(point.configuration().precision()).as("the file's own").isEqualTo(Precision.FP8);
    assertThat(point.configuration().model()).isEqualTo("Model-7B");
  }

  @Test
  void measuredLengthsAreRoundedSoThatASweepSharesAConfiguration() {
    OperatingPoint point = ready(run("aiperf.json"), new SourceAnswers(2, null, null));
    assertThat(point.configuration().isl()).isEqualTo(500);
    assertThat(point.configuration().osl()).isEqualTo(100);
  }

  @Test
  void anOutputOnlyRunIsAPointWithoutATotal() {
    Run run = run("mlperf-log.txt");
    OperatingPoint point = ready(run, new SourceAnswers(8, Precision.FP4, "m"));
    assertThat(run.rates().output()).isEqualTo(3000.0);
    assertThat(point.tokensPerSecondPerGpu()).isEqualTo(new Throughput(null, null, 375.0));
  }

  @Test
  void aPriceIsRememberedPerSourceAndADamagedOneIsNotAnswered() throws IOException {
    Path file = folder.resolve("runs.properties");
    AnswersFile answers = new AnswersFile(file);
    answers.remember(Map.of("a", new SourceAnswers(8, Precision.FP8, "m; n", 2.5)));
    assertThat(answers.of("a")).isEqualTo(new SourceAnswers(8, Precision.FP8, "m; n", 2.5));
    Files.writeString(file, Files.readString(file).replace("2.5", "-1"));
    assertThat(answers.of("a")).isEqualTo(new SourceAnswers(8, Precision.FP8, "m; n"));
    Files.writeString(file, Files.readString(file).replace("-1", "cheap"));
    assertThat(answers.of("a").price()).isNull();
  }

  @Test
  void anAnswerOutsideItsDomainIsRefused() {
    assertThatThrownBy(() -> new SourceAnswers(0, null, null)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void whatIsPrintedIsReadAgainAsTheSameRun() throws IOException {
    Run run = run("sglang.jsonl");
    assertThat(again(run, JsonRunWriter::new, "runs.json")).isEqualTo(core(run));
    assertThat(again(run, CsvRunWriter::new, "runs.csv")).isEqualTo(core(run));
  }

  @Test
  void theTemplateIsATableOfOurOwn() {
    ImportReport report = report(Path.of("sample-data/runs-template.csv"));
    assertThat(report.problems()).isEmpty();
    assertThat(RunFiles.only(report.outcomes())).isInstanceOf(RunOutcome.Accepted.class);
    assertThat(RunFiles.only(report.outcomes()).run().missing()).isEmpty();
  }

  @Test
  void everyRunOfEveryFileIsPrintedInOneDocumentedForm() throws IOException {
    StringWriter out = new StringWriter();
    try (RunWriter writer = new JsonRunWriter(out)) {
      for (Path file : RunFiles.all()) {
        report(file).outcomes().forEach(writer::write);
      }
    }
    assertThat(out.toString().lines().filter(line -> line.startsWith("  ")))
        .hasSizeGreaterThan(30)
        .allMatch(
            line -> line.matches(
                ".*\"tool\":.*\"model\":.*\"precision\":.*\"gpus\":.*\"concurrency\":.*\"isl\":.*\"osl\":.*\"totalTokensPerSecond\":.*\"inputTokensPerSecond\":.*\"outputTokensPerSecond\":.*\"interactivity\":.*\"ttftP50Ms\":.*\"ttftP99Ms\":.*\"tpotP50Ms\":.*\"e2eP50Ms\":.*\"date\":.*\"quarantined\":.*\"reason\":.*"));
  }

  private static OperatingPoint ready(Run run, SourceAnswers answers) {
    return switch (Points.of(run, answers)) {
      case PointResult.Ready result -> result.point();
      case PointResult.Incomplete incomplete ->
        throw new AssertionError("Missing " + incomplete.missing());
      case PointResult.Refused refused -> throw new AssertionError(refused.reason());
    };
  }

  private String again(Run run, Function<Writer, RunWriter> form, String name) throws IOException {
    Path file = folder.resolve(name);
    try (Writer out = Files.newBufferedWriter(file);
        RunWriter writer = form.apply(out)) {
      writer.write(new RunOutcome.Accepted(run));
    }
    return core(RunFiles.only(report(file).outcomes()).run());
  }

  /** Everything that the printed form carries and the table of our own takes. */
  private static String core(Run run) {
    return run.setup().model()
        + run.setup().precision()
        + run.setup().gpus()
        + run.setup().multiTokenPrediction()
        + run.setup().kvOffload()
        + run.load().concurrency()
        + run.load().isl()
        + run.rates().total()
        + run.rates().outputPerGpu()
        + Math.round(1e9 * java.util.Objects.requireNonNull(run.times().tpot().median()))
        + Math.round(1e9 * java.util.Objects.requireNonNull(run.times().e2e().p99()));
  }

  @Test
  void pathsAndPublishersAreNoPartOfAModelsName() {
    assertThat(Names.model("nvidia/DeepSeek-R1-0528-FP4-V2")).isEqualTo("DeepSeek-R1");
    assertThat(Names.model("/mnt/lustre01/models/deepseek-r1-0528-fp4-v2"))
        .isEqualTo("DeepSeek-R1");
    assertThat(Names.model("amd/DeepSeek-R1-0528-MXFP4-Preview")).isEqualTo("DeepSeek-R1");
    assertThat(Names.model("/home/models/openai--gpt-oss-120b")).isEqualTo("gpt-oss-120b");
    assertThat(Names.model(
            "/root/.cache/huggingface/hub/models--Qwen--Qwen3-VL-8B-Instruct/snapshots/0c3"))
        .isEqualTo("Qwen3-VL-8B-Instruct");
    assertThat(path("sglang.jsonl")).exists();
  }
}
