package app.waterline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.io.WorkspaceFile;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Workload;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportCommandTest {
  private static final String RUNS = "src/test/resources/runs/";
  private static final Path SAMPLE = Path.of("sample-data/hopper-vs-blackwell.waterline");

  @TempDir
  private Path folder;

  private record Outcome(int exit, String out, String err) {}

  private static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(
        InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err, true), Locale.US);
    int exit = new Commands(terminal).run(arguments);
    terminal.out().flush();
    return new Outcome(exit, out.toString(), err.toString());
  }

  @Test
  void printsOneObjectARunInTheDocumentedForm() {
    Outcome outcome = run("import", RUNS + "inferencex-api.json");
    assertThat(outcome.exit()).isZero();
    JsonNode runs = JsonMapper.shared().readTree(outcome.out());
    assertThat(runs.size()).isEqualTo(3);
    JsonNode first = runs.get(0);
    assertThat(first.get("tool").asString()).isEqualTo("InferenceX");
    assertThat(first.get("gpus").asInt()).isEqualTo(8);
    assertThat(first.get("totalTokensPerSecond").asDouble()).isEqualTo(8000);
    assertThat(first.get("ttftP50Ms").asDouble()).isCloseTo(200, within(1e-9));
    assertThat(first.get("quarantined").asBoolean()).isFalse();
    assertThat(first.get("reason").isNull()).isTrue();
    assertThat(runs.get(2).get("quarantined").asBoolean()).isTrue();
    assertThat(runs.get(2).get("reason").asString()).contains("36 prefill and 36 decode GPUs");
  }

  @Test
  void aBadFileIsNamedAndTheGoodOnesStillGoThrough() throws IOException {
    Path bad = Files.writeString(
        folder.resolve("bad.json"), "{\"mean_ttft_ms\": \"x\", \"total_token_throughput\": 1}");
    Outcome outcome = run("import", bad.toString(), RUNS + "sglang.jsonl", "--format", "csv");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err()).startsWith(bad + ":1: mean_ttft_ms: A number was expected [x].");
    assertThat(outcome.out().lines()).hasSize(2);
    assertThat(outcome.out()).startsWith("tool,model,").contains("SGLang bench_serving");
  }

  @Test
  void answersFillWhatTheFilesDoNotSay() {
    Outcome outcome = run("import", RUNS + "vllm-lines.json", "--gpus", "2", "--precision", "fp8");
    JsonNode first = JsonMapper.shared().readTree(outcome.out()).get(0);
    assertThat(first.get("gpus").asInt()).isEqualTo(2);
    assertThat(first.get("precision").asString()).isEqualTo("FP8");
    assertThat(first.get("totalTokensPerSecondPerGpu").asDouble()).isEqualTo(150);
    assertThat(first.get("missing").size()).isZero();
  }

  @Test
  void addsPointsToAPlatformOnce() throws IOException {
    Path workspace = Files.copy(SAMPLE, folder.resolve("mine.waterline"));
    String platform = WorkspaceFile.read(workspace).platforms().getLast().name();
    int before = points(workspace).size();
    String[] arguments = {
      "import", RUNS + "inferencex-api.json", "--into", workspace.toString(), "--platform", platform
    };
    Outcome first = run(arguments);
    assertThat(first.exit()).isZero();
    assertThat(first.out()).isEmpty();
    assertThat(first.err())
        .contains("2 runs added to " + platform + ", 0 already there, 1 set aside.");
    assertThat(points(workspace)).hasSize(before + 2);
    assertThat(run(arguments).err()).contains("0 runs added to " + platform + ", 2 already there");
    assertThat(points(workspace)).hasSize(before + 2);
  }

  /** 3,000 output tokens/s on 8 GPUs: $ per million output tokens, and no total made up. */
  @Test
  void anOutputOnlyRunGivesThePriceOfOutputTokens() throws IOException {
    Path workspace = folder.resolve("mine.waterline");
    Workspace sample = WorkspaceFile.read(SAMPLE);
    Platform bare = sample.platforms().getLast().withOperatingPoints(List.of());
    WorkspaceFile.write(
        sample
            .withPlatform(bare)
            .withScenario(sample
                .scenario()
                .withTargetInteractivity(90.0)
                .withWorkload(new Workload(null, null, null, null, null, 0))),
        workspace);
    Outcome added = run(
        "import",
        RUNS + "mlperf-log.txt",
        "--into",
        workspace.toString(),
        "--platform",
        bare.id(),
        "--gpus",
        "8",
        "--precision",
        "fp4",
        "--model",
        "DeepSeek-R1");
    assertThat(added.exit()).as(added.err()).isZero();
    Outcome figures = run("evaluate", workspace.toString(), "--format", "json");
    JsonNode metrics = new JsonMapper()
        .readTree(figures.out())
        .get("platforms")
        .get(sample.platforms().size() - 1)
        .get("metrics");
    double rate = metrics.at("/costPerGpuHour/value").asDouble();
    assertThat(metrics.at("/costPerMillionOutputTokens/value").asDouble())
        .isCloseTo(rate / (3600 * 375.0) * 1e6, within(1e-9));
    assertThat(metrics.at("/costPerMillionTokens/notAvailable").asString())
        .isEqualTo("the run reports output tokens only");
  }

  @Test
  void whatLacksAnAnswerIsNotAddedAndTheWorkspaceStays() throws IOException {
    Path workspace = Files.copy(SAMPLE, folder.resolve("mine.waterline"));
    byte[] before = Files.readAllBytes(workspace);
    String platform = WorkspaceFile.read(workspace).platforms().getLast().name();
    Outcome outcome = run(
        "import", RUNS + "vllm-lines.json", "--into", workspace.toString(), "--platform", platform);
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("2 runs not added: their files do not say how many GPUs. Add --gpus.")
        .contains("Add --precision.");
    assertThat(Files.readAllBytes(workspace)).isEqualTo(before);
  }

  @Test
  void whatIsMisusedIsToldWithTheValue() {
    assertThat(run("import").exit()).isEqualTo(2);
    assertThat(run("import", "x", "--precision", "fp5").err()).contains("[fp5]");
    assertThat(run("import", "x", "--format", "table").err()).contains("json or csv [table]");
    assertThat(run("import", "x", "--into", "y").exit()).isEqualTo(2);
    Outcome unknown = run("import", "x", "--into", SAMPLE.toString(), "--platform", "Abacus");
    assertThat(unknown.exit()).isEqualTo(1);
    assertThat(unknown.err()).contains("no platform of that name [Abacus]");
    assertThat(run("import", "x", "--gpus", "0").err()).contains("GPUs must be");
  }

  private static List<OperatingPoint> points(Path workspace) throws IOException {
    Platform last = WorkspaceFile.read(workspace).platforms().getLast();
    return last.operatingPoints();
  }
}
