package app.waterline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.io.WorkspaceFile;
import app.waterline.model.Distribution;
import app.waterline.model.Input;
import app.waterline.model.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {
  private static final String SAMPLE = "sample-data/hopper-vs-blackwell.waterline";

  @TempDir
  private Path folder;

  private record Run(int exit, String out, String err) {}

  private static Run run(String... arguments) {
    return run(InputStream.nullInputStream(), arguments);
  }

  private static Run run(InputStream in, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(in, new PrintWriter(out), new PrintWriter(err, true), Locale.US);
    int exit = new Commands(terminal).run(arguments);
    terminal.out().flush();
    return new Run(exit, out.toString(), err.toString());
  }

  private static JsonNode json(String... options) {
    String[] arguments = new String[options.length + 4];
    arguments[0] = "evaluate";
    arguments[1] = SAMPLE;
    arguments[2] = "--format";
    arguments[3] = "json";
    System.arraycopy(options, 0, arguments, 4, options.length);
    Run run = run(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    return JsonMapper.shared().readTree(run.out());
  }

  /** The sample with a utilization somewhere between 0.6 and 0.8: u is 0.61 to 0.79 in nine cases of ten. */
  private static Path uncertain(Path folder) throws IOException {
    Workspace sample = WorkspaceFile.read(Path.of(SAMPLE));
    Path file = folder.resolve("uncertain.waterline");
    WorkspaceFile.write(
        sample.withScenario(sample
            .scenario()
            .withUtilization(0.7)
            .withRange(Input.UTILIZATION, new Distribution.Uniform(0.6, 0.8))),
        file);
    return file;
  }

  @Test
  void everyFormSaysHowSureTheFiguresAre(@TempDir Path folder) throws IOException {
    String file = uncertain(folder).toString();
    JsonNode evaluation =
        JsonMapper.shared().readTree(run("evaluate", file, "--format", "json").out());
    JsonNode cost = evaluation.at("/platforms/0/metrics/costPerMillionTokens");
    assertThat(cost.at("/p5").asDouble()).isCloseTo(4.2001787 / 0.79, within(1e-3));
    assertThat(cost.at("/p50").asDouble()).isCloseTo(4.2001787 / 0.7, within(1e-3));
    assertThat(cost.at("/p95").asDouble()).isCloseTo(4.2001787 / 0.61, within(1e-3));
    assertThat(evaluation.at("/platforms/1/chanceCheaper").asDouble()).isEqualTo(1);
    assertThat(evaluation.at("/platforms/0/chanceCheaper").isMissingNode()).isTrue();
    String[] line = run("evaluate", file, "--format", "csv")
        .out()
        .lines()
        .filter(each -> each.startsWith("GB300 NVL72,false,costPerMillionTokens,"))
        .findFirst()
        .orElseThrow()
        .split(",", -1);
    assertThat(Double.parseDouble(line[9]))
        .isCloseTo(2.652 / 3600 / 5970 * 1e6 / 0.7, within(1e-4));
    assertThat(line[11]).isEqualTo("1");
    assertThat(run("evaluate", file).out())
        .contains("[$5.32 to $6.89]", "[ ] P5 to P95", "cheaper than HGX H200 in 100");
  }

  // The published table of docs/model.md, section 5: 1.41 ÷ (3600 · 93.25) · 10⁶ and its fellow.
  @Test
  void jsonHasThePublishedCosts() {
    JsonNode evaluation = json();
    assertThat(evaluation.propertyNames()).containsExactly("baseline", "platforms");
    assertThat(evaluation.at("/baseline").asString()).isEqualTo("HGX H200");
    JsonNode cost = evaluation.at("/platforms/0/metrics/costPerMillionTokens");
    assertThat(cost.propertyNames()).containsExactly("value", "unit", "quality");
    assertThat(cost.at("/value").asDouble()).isCloseTo(4.2001787, within(1e-6));
    assertThat(cost.at("/unit").asString()).isEqualTo("$/M tokens");
    assertThat(cost.at("/quality").asString()).isEqualTo("published");
    assertThat(evaluation.at("/platforms/1/relative/costPerMillionTokens/value").asDouble())
        .isCloseTo(2.652 / 5970 / (1.41 / 93.25), within(1e-12));
  }

  @Test
  void jsonHasEveryMetricOfEveryPlatformOrTheReason() {
    for (JsonNode platform : json().at("/platforms")) {
      assertThat(platform.propertyNames()).containsExactly("name", "metrics", "relative");
      for (String part : new String[] {"/metrics", "/relative"}) {
        assertThat(platform.at(part).propertyNames())
            .containsExactly(
                "costPerGpuHour",
                "pflopsPerDollar",
                "tokensPerSecondPerGpu",
                "inputTokensPerSecondPerGpu",
                "outputTokensPerSecondPerGpu",
                "tokensPerSecondPerMw",
                "costPerMillionTokens",
                "costPerMillionInputTokens",
                "costPerMillionOutputTokens",
                "joulesPerToken",
                "tokensPerDollar",
                "flopsYield",
                "revenuePerGpuHour",
                "grossMargin",
                "revenuePerMwYear");
      }
    }
  }

  @Test
  void settingUtilizationScalesTokensAndNotTheBill() {
    JsonNode half = json("--set", "/scenario/utilization=0.5");
    assertThat(half.at("/platforms/0/metrics/tokensPerSecondPerGpu/value").asDouble())
        .isEqualTo(93.25 * 0.5);
    assertThat(half.at("/platforms/0/metrics/costPerGpuHour/value").asDouble()).isEqualTo(1.41);
  }

  @Test
  void aFigureThatIsSetBecomesAnAssumption() {
    for (String end : new String[] {"", "/value"}) {
      JsonNode set = json("--set", "/platforms/0/pricing/ratePerGpuHour" + end + "=2.82");
      JsonNode cost = set.at("/platforms/0/metrics/costPerMillionTokens");
      assertThat(cost.at("/value").asDouble()).isCloseTo(2 * 4.2001787, within(2e-6));
      assertThat(cost.at("/quality").asString()).isEqualTo("assumed");
    }
  }

  @Test
  void nullTakesAnOptionalValueAway() {
    assertThat(json("--set", "/scenario/pue=1.5")).isNotEqualTo(json());
    assertThat(json("--set", "/scenario/pue=null")).isEqualTo(json());
  }

  @Test
  void anotherBaselineTurnsTheRatioRound() {
    JsonNode turned = json("--baseline", "gb300 nvl72");
    assertThat(turned.at("/baseline").asString()).isEqualTo("GB300 NVL72");
    assertThat(turned.at("/platforms/0/relative/tokensPerSecondPerGpu/value").asDouble())
        .isEqualTo(93.25 / 5970);
  }

  // The list of July 2026 prices the H200 at another rate than the sample's own.
  @Test
  void aPriceListReplacesTheRates() {
    JsonNode priced = json("--price-list", "InferenceX Jul 2026 survey, hyperscaler-owned");
    double own = json().at("/platforms/0/metrics/costPerGpuHour/value").asDouble();
    JsonNode rate = JsonMapper.shared()
        .readTree(Path.of(SAMPLE).toFile())
        .at("/priceLists")
        .valueStream()
        .filter(list -> list.at("/name").asString().contains("Jul 2026 survey, hyperscaler"))
        .flatMap(list -> list.at("/entries").valueStream())
        .filter(entry -> entry.at("/gpu").asString().equals("H200 SXM"))
        .findFirst()
        .orElseThrow()
        .at("/ratePerGpuHour/value");
    assertThat(priced.at("/platforms/0/metrics/costPerGpuHour/value").asDouble())
        .isEqualTo(rate.asDouble())
        .isNotEqualTo(own);
  }

  @Test
  void tableReadsInTheGivenLocale() {
    assertThat(run("evaluate", SAMPLE).out())
        .contains("$4.20 ○", "5,970 ○  64.0× higher", "HGX H200 ★");
    assertThat(run("evaluate", SAMPLE, "--set", "/scenario/tokenPrices=null").out())
        .contains("not available: no token prices");
    assertThat(run("evaluate", SAMPLE, "--locale", "de-DE").out()).contains("4,20", "64,0×");
  }

  @Test
  void markdownIsATable() {
    assertThat(run("evaluate", SAMPLE, "--format", "markdown")
            .out()
            .lines()
            .skip(1)
            .findFirst())
        .contains("|---|---:|---:|");
  }

  @Test
  void csvIsTheSameInEveryLocale() {
    String csv = run("evaluate", SAMPLE, "--format", "csv").out();
    assertThat(csv)
        .startsWith(
            "platform,baseline,metric,value,unit,quality,relative,notAvailable,p5,p50,p95,chanceCheaper\n")
        .contains("HGX H200,true,costPerGpuHour,1.41,$/GPU-hour,published,1,,,,,\n");
    assertThat(run("evaluate", SAMPLE, "--format", "csv", "--locale", "de-DE").out())
        .isEqualTo(csv);
  }

  @ParameterizedTest
  @CsvSource({"=1+1", "+1a", "-1a", "@SUM(A1)"})
  void csvNeutralisesFormulas(String formula) {
    String csv = run("evaluate", SAMPLE, "--format", "csv", "--set", "/platforms/0/name=" + formula)
        .out();
    assertThat(csv).contains("\n'" + formula + ",true,costPerGpuHour,1.41,");
  }

  @Test
  void csvQuotesText() {
    String csv = run("evaluate", SAMPLE, "--format", "csv", "--set", "/platforms/0/name=a \"b\", c")
        .out();
    assertThat(csv).contains("\n\"a \"\"b\"\", c\",true,costPerGpuHour,1.41,");
  }

  @Test
  void aNameCannotSteerTheTerminalOrBreakTheTable() {
    String name = "/platforms/0/name=\"evil \\u001b[31m | pipe\"";
    assertThat(run("evaluate", SAMPLE, "--set", name).out())
        .contains("evil")
        .doesNotContain("\u001b");
    assertThat(run("evaluate", SAMPLE, "--format", "markdown", "--set", name).out())
        .contains("\\| pipe");
  }

  @Test
  void readsStandardInput() throws IOException {
    byte[] sample = Files.readAllBytes(Path.of(SAMPLE));
    assertThat(run(new ByteArrayInputStream(sample), "evaluate", "-"))
        .isEqualTo(run("evaluate", SAMPLE));
  }

  @Test
  void aMissingFileIsNamed() {
    assertRefused(run("evaluate", "nowhere.waterline"), "nowhere.waterline");
  }

  @Test
  void brokenJsonIsLocated() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.waterline"), "{\n  \"title\": ,\n}");
    assertRefused(run("evaluate", broken.toString()), "broken.waterline", "line 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/scenario/utilization=1.4 | at most 100 % [140 %]",
        "/scenario/utilization=NaN | The value of /scenario/utilization can't be read [NaN]",
        "/scenario/utilisation=0.5 | no such place [utilisation in /scenario/utilisation]",
        "/platforms/9/name=x | no such place [9 in /platforms/9/name]",
        "/platforms/9=x | no such place [9 in /platforms/9]",
        "scenario/utilization=1 | must read POINTER=VALUE [scenario/utilization=1]",
      })
  void aValueThatCannotBeIsRefused(String change, String message) {
    assertRefused(run("evaluate", SAMPLE, "--set", change), message);
  }

  @Test
  void unknownNamesListTheKnownOnes() {
    assertRefused(run("evaluate", SAMPLE, "--baseline", "H300"), "[H300]", "HGX H200, GB300 NVL72");
    assertRefused(run("evaluate", SAMPLE, "--price-list", "mine"), "[mine]", "InferenceX");
  }

  private static void assertRefused(Run run, String... parts) {
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(parts);
    assertThat(run.err().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "evaluate x --format xml | [xml]",
        "evaluate x --locale q_ | [q_]",
        "evaluate x --set nothing | '--set'",
        "evaluate | FILE",
        "evaluate x --wrong | --wrong",
        "fly | fly",
      })
  void wrongUsageIsToldApart(String arguments, String part) {
    Run run = run(arguments.split(" ", -1));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(part).contains("--help");
  }

  @Test
  void helpAndVersionAreResults() {
    assertThat(run("--help").out()).contains("evaluate", "Exit codes");
    assertThat(run("evaluate", "--help").out())
        .contains("--price-list", "table, json, csv, markdown");
    assertThat(run("help", "evaluate").out())
        .isEqualTo(run("evaluate", "--help").out());
    assertThat(run("--version").out()).startsWith("Waterline ");
  }

  @Test
  void commandsAreToldFromFiles() {
    Commands commands = new Commands(new Terminal(
        InputStream.nullInputStream(),
        new PrintWriter(new StringWriter()),
        new PrintWriter(new StringWriter()),
        Locale.US));
    assertThat(commands.handles("evaluate", "x")).isTrue();
    assertThat(commands.handles("--help")).isTrue();
    assertThat(commands.handles()).isFalse();
    assertThat(commands.handles("my.waterline")).isFalse();
  }
}
