package app.waterline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

  private static JsonNode published(String id) {
    InputStream cases =
        Objects.requireNonNull(PlanCommandTest.class.getResourceAsStream("/published-cases.json"));
    return JsonMapper.shared().readTree(cases).get("cases").values().stream()
        .filter(each -> each.get("id").stringValue().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static double number(JsonNode node, String key) {
    return node.get(key).doubleValue();
  }

  private static JsonNode first(Run run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    return JsonMapper.shared().readTree(run.out()).get("platforms").get(0);
  }

  private static double metric(String workspace, String key, String... settings) {
    List<String> arguments = new ArrayList<>(List.of("evaluate", "-", "--format", "json"));
    for (String each : settings) {
      arguments.addAll(List.of("--set", each));
    }
    JsonNode platform = first(run(workspace, arguments.toArray(String[]::new)));
    return platform.get("metrics").get(key).get("value").doubleValue();
  }

  private static String workspace(String scenario, String power, String pricing, String delivered) {
    return """
        {"schemaVersion": 1, "writtenBy": "test", "title": "Published",
         "currency": {"code": "USD", "unitsPerDollar": 1}, "baseline": "a",
         "scenario": {"throughputGrowth": 0, "tokenPriceDecline": 0, "powerInflation": 0, %s},
         "platforms": [{"id": "a", "name": "A", "vendor": "V", "architecture": "X", "system": "S",
          "color": 0, "announced": false,
          "hardware": {"gpu": "G", "gpusPerSystem": 1, "peakPflops": {}, "power": {%s}},
          "pricing": {%s}, "throughput": {%s}}],
         "priceLists": []}""".formatted(scenario, power, pricing, delivered);
  }

  /** The published day: GPUs, their rent, and the tokens that they counted. */
  @Test
  void productionDay() {
    JsonNode day = published("deepseek-production-day");
    JsonNode in = day.get("inputs");
    JsonNode expected = day.get("expected");
    double gpuSeconds = number(in, "gpus") * number(in, "hours") * 3600;
    double input = number(in, "inputTokens") / gpuSeconds;
    double output = number(in, "outputTokens") / gpuSeconds;
    JsonNode prices = in.get("prices");
    String workspace = workspace(
        """
        "utilization": 1, "powerPrice": 0.08, "tokensCounted": "total", "horizonYears": 4,
        "costOfCapital": 0.08,
        "workload": {"cachedInputShare": %s},
        "tokenPrices": {"input": %s, "cachedInput": %s, "output": %s}""".formatted(
                number(in, "cachedInputTokens") / number(in, "inputTokens"),
                number(prices, "input"),
                number(prices, "cachedInput"),
                number(prices, "output")),
        """
        "kwPerGpu": 1, "powerBasis": "utility", "idlePowerFraction": 0""",
        """
        "type": "rental", "ratePerGpuHour": %s""".formatted(number(in, "ratePerGpuHour")),
        """
        "tokensPerSecondPerGpu": %s, "inputTokensPerSecondPerGpu": %s,
        "outputTokensPerSecondPerGpu": %s""".formatted(input + output, input, output));

    JsonNode plan =
        first(run(workspace, "plan", "-", "--gpus", in.get("gpus").asString(), "--format", "json"));

    assertThat(number(plan, "costPerYear") / 365)
        .isCloseTo(number(expected, "cost"), withinPercentage(0.1));
    assertThat(number(plan, "revenuePerYear") / 365)
        .isCloseTo(number(expected, "revenue"), withinPercentage(0.1));
    assertThat(number(plan, "grossMargin"))
        .isCloseTo(number(expected, "grossMargin"), withinPercentage(0.1));
    assertThat(metric(workspace, "costPerMillionTokens"))
        .isCloseTo(number(expected, "costPerMillionTokens"), withinPercentage(0.1));
  }

  /** The dearer power shows the share of electricity; what remains is the hardware's. */
  @Test
  void energyAndHardwareShare() {
    JsonNode example = published("energy-and-hardware-share");
    JsonNode in = example.get("inputs");
    JsonNode expected = example.get("expected");
    String workspace = workspace(
        """
        "utilization": %s, "powerPrice": %s, "pue": %s, "costOfCapital": %s,
        "workload": {"isl": 100, "osl": 900, "cachedInputShare": 0}, "tokensCounted": "total",
        "horizonYears": 5""".formatted(
                number(in, "utilization"),
                number(in, "powerPrice"),
                number(in, "pue"),
                number(in, "costOfCapital")),
        """
        "kwPerGpu": %s, "powerBasis": "criticalIt", "idlePowerFraction": 0""".formatted(number(in, "kwPerGpu")),
        """
        "type": "owned", "amortization": "straightLine", "capitalPerGpu": %s, "lifeYears": %s,
        "residualShare": %s, "maintenanceShare": 0, "staffAndSoftwarePerGpuYear": 0""".formatted(number(in, "capex"), number(in, "lifeYears"), number(in, "residual")),
        """
        "tokensPerSecondPerGpu": %s""".formatted(number(in, "tokensPerSecond")));
    double once = metric(workspace, "costPerMillionTokens");
    double twice = metric(
        workspace, "costPerMillionTokens", "/scenario/powerPrice=" + 2 * number(in, "powerPrice"));
    JsonNode plan = first(run(workspace, "plan", "-", "--gpus", "1000", "--format", "json"));

    assertThat(twice - once)
        .isCloseTo(number(expected, "electricityPerMillionTokens"), withinPercentage(0.05));
    assertThat(once - (twice - once))
        .isCloseTo(number(expected, "hardwarePerMillionTokens"), withinPercentage(0.05));
    assertThat(metric(workspace, "joulesPerToken") / 3.6)
        .isCloseTo(number(expected, "wattHoursPerThousandTokens"), withinPercentage(0.05));
    assertThat(number(plan, "costPerYear") / number(plan, "tokensPerYear") * 1e6)
        .isCloseTo(once, withinPercentage(1e-7));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void marginIsNotMarkup(int pair) {
    JsonNode margins = published("margin-is-not-markup");
    double cost = margins.get("inputs").get(pair).get(0).doubleValue();
    double price = margins.get("inputs").get(pair).get(1).doubleValue();
    // 10⁶ ÷ 3600 tokens/s make a million tokens an hour, so the rate is the cost of a million.
    String workspace =
        workspace("""
        "utilization": 1, "powerPrice": 0.08, "tokensCounted": "total", "horizonYears": 4,
        "costOfCapital": 0.08,
        "workload": {"isl": 1000, "osl": 1000, "cachedInputShare": 0},
        "tokenPrices": {"input": %s, "output": %s}""".formatted(price, price), """
        "kwPerGpu": 1, "powerBasis": "utility", "idlePowerFraction": 0""", """
        "type": "rental", "ratePerGpuHour": %s""".formatted(cost), """
        "tokensPerSecondPerGpu": %s""".formatted(1e6 / 3600));
    double expected = margins.get("expected").get("grossMargin").get(pair).doubleValue();

    assertThat(metric(workspace, "grossMargin")).isCloseTo(expected, within(0.0005));
    assertThat(number(
            first(run(workspace, "plan", "-", "--gpus", "8", "--format", "json")), "grossMargin"))
        .isCloseTo(expected, within(0.0005));
  }

  /** What cannot be, where it stands, and that nothing is printed of it. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      /scenario/horizonYears=0                | Horizon must be at least 1 and at most 30 years [0
      /scenario/horizonYears=100              | at most 30 years [100 years]
      /scenario/tokenPriceDecline=1           | Token price decline must be at least 0 and at most 99 % [100
      /scenario/costOfCapital=-1              | Cost of capital must be at least 0 and at most 100 % [-100
      /scenario/costOfCapital=-1.5            | [-150 %]
      /scenario/workload/cachedInputShare=1.2 | Cached share of input must be at least 0 and at most 100 % [120
      /scenario/tokenPrices/input=-1          | [-1 $/M input tokens]
      /scenario/tokenPrices/output=-3         | [-3 $/M output tokens]
      /platforms/0/pricing/ratePerGpuHour=0   | Price per GPU-hour must be above 0
      /platforms/0/pricing/ratePerGpuHour=-2  | [-2 $/GPU-hour]
      /scenario/powerPrice=-0.08              | [-0.08 $/kWh]
      /currency={"code": "EUR"}               | unitsPerDollar
      """)
  void refusesWhatCannotBe(String setting, String message) {
    Run run = run(FLEET, "plan", "-", "--gpus", "8", "--set", setting);

    assertThat(run.exit()).isNotZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  @Test
  void noCostOfCapitalAddsTheYearsUp() {
    JsonNode plan = first(run(
        FLEET,
        "plan",
        "-",
        "--gpus",
        "8",
        "--format",
        "json",
        "--set",
        "/scenario/costOfCapital=0"));

    double sum = plan.get("cashFlow").values().stream()
        .mapToDouble(year -> year.get("net").doubleValue())
        .sum();
    assertThat(number(plan, "npv")).isCloseTo(sum, within(1e-3));
  }

  @Test
  void noCapitalIsNoSize() {
    Run run = run(FLEET, "plan", "-", "--capital", "0");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("[0");
  }

  /** Machines of 5 years in a plan of 8: bought again after 5, which turns the sign again. */
  @Test
  void severalSignChangesAreSaidBesideTheValue() {
    String workspace = workspace("""
        "utilization": 1, "powerPrice": 0.08, "costOfCapital": 0.08, "horizonYears": 8,
        "workload": {"isl": 100, "osl": 900, "cachedInputShare": 0}, "tokensCounted": "total",
        "tokenPrices": {"input": 1, "output": 3}""", """
        "kwPerGpu": 1, "powerBasis": "utility", "idlePowerFraction": 0""", """
        "type": "owned", "amortization": "straightLine", "capitalPerGpu": 30000, "lifeYears": 5,
        "residualShare": 0, "maintenanceShare": 0, "staffAndSoftwarePerGpuYear": 0""", """
        "tokensPerSecondPerGpu": 200, "inputTokensPerSecondPerGpu": 20,
        "outputTokensPerSecondPerGpu": 180""");

    JsonNode plan = first(run(workspace, "plan", "-", "--gpus", "8", "--format", "json"));

    assertThat(plan.get("irr").get("notAvailable").asString())
        .contains("changes its sign 3 times")
        .contains("NPV");
    assertThat(number(plan, "npv")).isFinite().isNotZero();
  }
}
