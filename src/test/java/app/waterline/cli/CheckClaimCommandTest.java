package app.waterline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckClaimCommandTest {
  private static final String PUBLISHED = "sample-data/hopper-vs-blackwell.claim.json";

  private record Outcome(int exit, String out, String err) {}

  private static Outcome run(String input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintWriter(out),
        new PrintWriter(err, true),
        Locale.US);
    int exit = new Commands(terminal).run(arguments);
    return new Outcome(exit, out.toString(), err.toString());
  }

  @Test
  void theTableSaysWhatThePublishedClaimNeeds() {
    Outcome outcome = run("", "check-claim", PUBLISHED);
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .contains("4.20 needs 93.14–93.37 tok/s/GPU (given 1.41)")
        .contains("5.6 is cut off")
        .contains("FP8 sparse of HGX H200, FP4 dense of GB300 NVL72")
        .contains("HGX H200, power");
  }

  @Test
  void jsonGivesTheIntervalsInFullPrecision() {
    JsonNode check = JsonMapper.shared()
        .readTree(run("", "check-claim", PUBLISHED, "--format", "json").out());
    JsonNode tokens = check
        .get("inputs")
        .valueStream()
        .filter(input -> input.get("row").asString().equals("HGX H200"))
        .filter(input -> input.get("input").asString().equals("throughput"))
        .findFirst()
        .orElseThrow();
    JsonNode need = tokens.get("toTheLetter").get(0);
    assertThat(need.get("metric").asString()).isEqualTo("costPerMillionTokens");
    assertThat(need.get("low").asDouble()).isCloseTo(1.41e6 / (3600 * 4.205), within(1e-9));
    assertThat(need.get("high").asDouble()).isCloseTo(1.41e6 / (3600 * 4.195), within(1e-9));
    assertThat(check.get("findings").valueStream().map(each -> each.get("kind").asString()))
        .contains("needsFinerInput", "cutOff", "mixedPeaks", "nearestFive");
  }

  @Test
  void markdownIsATable() {
    assertThat(run("", "check-claim", PUBLISHED, "--format", "markdown").out())
        .startsWith("## DeepSeek-R1")
        .contains(
            "| Input | printed | needed, cell by cell | all cells together |\n|---|---|---|---|\n");
  }

  @Test
  void anEmptyClaimIsWrongInput() {
    Outcome outcome = run(
        "{\"schemaVersion\":1,\"title\":\"t\",\"source\":\"s\",\"metrics\":[],\"platforms\":[]}",
        "check-claim",
        "-");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("[empty]");
  }

  @Test
  void aFileThatIsNoClaimIsWrongInput() {
    Outcome outcome = run("54K", "check-claim", "-");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err()).isNotBlank().doesNotContain("Exception");
  }

  @Test
  void csvIsWrongUsage() {
    assertThat(run("", "check-claim", PUBLISHED, "--format", "csv").exit()).isEqualTo(2);
    assertThat(run("", "check-claim").exit()).isEqualTo(2);
  }
}
