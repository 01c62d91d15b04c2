package app.waterline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanCommandTest {
  private static final String SAMPLE = "sample-data/hopper-vs-blackwell.waterline";

  /** InferenceX fleet estimator, case fleet-10mw: 2 kW, $2.5, 500 tok/s of which 450 output, at 50 tok/s/user. */
  private static final String FLEET = """
      {"schemaVersion": 1, "writtenBy": "test", "title": "Fleet",
       "currency": {"code": "USD", "unitsPerDollar": 1}, "baseline": "a",
       "scenario": {"utilization": 1, "powerPrice": 0.08,
        "workload": {"isl": 100, "osl": 900, "cachedInputShare": 0}, "tokensCounted": "total",
        "tokenPrices": {"input": 1, "output": 3},
        "costOfCapital": 0.08, "horizonYears": 4, "throughputGrowth": 0, "tokenPriceDecline": 0,
        "powerInflation": 0},
       "platforms": [{"id": "a", "name": "A", "vendor": "V", "architecture": "X", "system": "S",
        "color": 0, "announced": false,
        "hardware": {"gpu": "G", "gpusPerSystem": 1, "peakPflops": {},
         "power": {"kwPerGpu": 2.0, "powerBasis": "utility", "idlePowerFraction": 0}},
        "pricing": {"type": "rental", "ratePerGpuHour": 2.5},
        "throughput": {"tokensPerSecondPerGpu": 500, "outputTokensPerSecondPerGpu": 450,
         "interactivity": 50}}],
       "priceLists": []}""";

  private record Run(int exit, String out, String err) {}

  private static Run run(String input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    Terminal terminal =
        new Terminal(in, new PrintWriter(out), new PrintWriter(err, true), Locale.US);
    int exit = new Commands(terminal).run(arguments);
    terminal.out().flush();
    return new Run(exit, out.toString(), err.toString());
  }

  @Test
  void tenMegawatts() {
    Run run = run(FLEET, "plan", "-", "--megawatts", "10", "--format", "json");

    assertThat(run.err()).isEmpty();
    JsonNode platform = JsonMapper.shared().readTree(run.out()).get("platforms").get(0);
    assertThat(platform.propertyNames())
        .containsExactly(
            "name",
            "systems",
            "gpus",
            "megawatts",
            "utilization",
            "tokensPerSecond",
            "tokensPerYear",
            "costPerYear",
            "revenuePerYear",
            "grossMargin",
            "npv",
            "irr",
            "paybackYears",
            "cashFlow");
    assertThat(platform.get("gpus").intValue()).isEqualTo(5000);
    assertThat(platform.get("megawatts").doubleValue()).isEqualTo(10);
    assertThat(platform.get("tokensPerSecond").doubleValue()).isEqualTo(2_500_000);
    assertThat(platform.get("costPerYear").doubleValue() / 8760).isCloseTo(12_500, within(1e-9));
    // 2.5 M tokens/s of which a tenth is input at $1 and the rest output at $3 per million.
    double revenue = 2.5 * (0.1 * 1 + 0.9 * 3) * 31_536_000;
    assertThat(platform.get("revenuePerYear").doubleValue()).isCloseTo(revenue, within(1e-3));
    assertThat(platform.get("irr").get("notAvailable").asString()).startsWith("none");
    assertThat(platform.get("cashFlow")).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({
    "table, tokens per second",
    "markdown, | Tokens per second |",
    "csv, 'A,,gpus,5000,GPUs'"
  })
  void writesEveryForm(String format, String part) {
    Run run = run(FLEET, "plan", "-", "--megawatts", "10", "--format", format);

    assertThat(run.exit()).isZero();
    assertThat(run.out()).containsIgnoringCase(part);
  }

  @Test
  void theTableSaysWhatIsDecided() {
    Run run = run(FLEET, "plan", "-", "--gpus", "100", "--set", "/scenario/horizonYears=2");

    assertThat(run.out())
        .contains("A puts in no capital")
        .contains("over 2 years")
        .contains("The number of GPUs binds");
  }

  @Test
  void asksForASize() {
    Run run = run(FLEET, "plan", "-");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("no size").contains("--megawatts");
  }

  @Test
  void takesOneSizeOnly() {
    Run run = run(FLEET, "plan", "-", "--gpus", "8", "--megawatts", "1");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--gpus").contains("--megawatts");
  }

  @ParameterizedTest
  @CsvSource({"--gpus, 0", "--capital, -1", "--megawatts, NaN"})
  void refusesAnImpossibleSize(String option, String amount) {
    Run run = run(FLEET, "plan", "-", option + "=" + amount);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void lessThanOneSystemIsSaid() {
    Run run = run("", "plan", SAMPLE, "--megawatts", "0.1", "--format", "json");

    List<JsonNode> platforms =
        JsonMapper.shared().readTree(run.out()).get("platforms").values().stream()
            .toList();
    assertThat(platforms)
        .anySatisfy(each -> assertThat(each.get("gpus").path("notAvailable").asString(""))
            .startsWith("less than one system"));
  }
}
