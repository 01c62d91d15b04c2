package app.waterline.engine;

import static app.waterline.engine.Figures.evaluate;
import static app.waterline.engine.Figures.figure;
import static app.waterline.engine.Figures.reason;
import static app.waterline.engine.Figures.term;
import static app.waterline.engine.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import app.waterline.Card;
import app.waterline.model.Amortization;
import app.waterline.model.Configuration;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Precision;
import app.waterline.model.Scenario;
import app.waterline.model.Sparsity;
import app.waterline.model.Throughput;
import app.waterline.model.TokenPrices;
import app.waterline.model.Workload;
import app.waterline.model.WorkloadKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Published results with their inputs, recomputed; figures and sources in published-cases.json. */
class PublishedCasesTest {
  private static final JsonNode CASES = read();

  private static JsonNode read() {
    try (InputStream in = PublishedCasesTest.class.getResourceAsStream("/published-cases.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in)).get("cases");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static JsonNode caseOf(String id) {
    for (JsonNode each : CASES) {
      if (each.get("id").asString().equals(id)) {
        return each;
      }
    }
    throw new AssertionError("no case " + id);
  }

  private static double number(JsonNode node, String key) {
    return node.get(key).doubleValue();
  }

  /** 1e-8 relative, or half a unit of the last digit where the eight digits given are coarser. */
  private static double tolerance(JsonNode expected) {
    double halfUnit = 0.5 * Math.pow(10, -expected.decimalValue().scale());
    return Math.max(1e-8 * expected.doubleValue(), halfUnit);
  }

  private static Platform publishedPlatform(JsonNode inputs, String name) {
    JsonNode row = inputs.get(name);
    String quoted = row.get("quotedPeak").asString();
    Precision precision = Precision.valueOf(quoted.substring(0, quoted.indexOf(' ')));
    return Card.named(name)
        .rented(number(row, "ratePerGpuHour"))
        .power(number(row, "kwPerGpu"))
        .quotedPeak(
            precision,
            quoted.endsWith("sparse") ? Sparsity.SPARSE : Sparsity.DENSE,
            number(row, "quotedPeakPflops"))
        .delivering(number(row, "tokensPerSecondPerGpu"))
        .platform();
  }

  @Test
  void hopperVersusBlackwell() {
    JsonNode published = caseOf("hopper-vs-blackwell");
    Platform hopper = publishedPlatform(published.get("inputs"), "HGX H200");
    Platform blackwell = publishedPlatform(published.get("inputs"), "GB300 NVL72");
    Evaluation evaluation = evaluate(Card.workspace(Scenario.DEFAULT, hopper, blackwell));
    JsonNode expected = published.get("expected");
    for (PlatformEvaluation platform : evaluation.platforms()) {
      expected
          .get(platform.platform().name())
          .properties()
          .forEach(cell -> assertThat(
                  value(platform, Metric.ofKey(cell.getKey()).orElseThrow()))
              .as("%s, %s", platform.platform().name(), cell.getKey())
              .isCloseTo(cell.getValue().doubleValue(), within(tolerance(cell.getValue()))));
    }
    PlatformEvaluation candidate = evaluation.platforms().getLast();
    expected
        .get("candidateOverBaseline")
        .properties()
        .forEach(cell -> assertThat(figure(
                    evaluation.relative(candidate, Metric.ofKey(cell.getKey()).orElseThrow()))
                .value())
            .as("relative %s", cell.getKey())
            .isCloseTo(cell.getValue().doubleValue(), within(tolerance(cell.getValue()))));
  }

  @Test
  void thePrintedInputsContradictThePrintedCost() {
    JsonNode published = caseOf("printed-inputs-contradict");
    JsonNode inputs = published.get("inputs");
    Platform printed = Card.named("printed")
        .rented(number(inputs, "ratePerGpuHour"))
        .delivering(number(inputs, "tokensPerSecondPerGpu"))
        .platform();
    double cost = value(evaluate(printed, Scenario.DEFAULT), Metric.COST_PER_MILLION_TOKENS);
    assertThat(cost)
        .isCloseTo(number(published.get("expected"), "costPerMillionTokens"), within(0.005));
    assertThat(cost).isNotCloseTo(4.20, within(0.005));
  }

  @Test
  void deepseekOnGb200AndB200AtEveryPublishedInteractivity() {
    JsonNode published = caseOf("deepseek-r1-fp4-1k1k-gb200-vs-b200");
    Platform gb200 = measured(published.get("inputs").get("GB200 NVL72"), "GB200 NVL72");
    Platform b200 = measured(published.get("inputs").get("B200"), "B200");
    for (JsonNode row : published.get("expected")) {
      Scenario scenario = Scenario.DEFAULT.withTargetInteractivity(row.get(0).doubleValue());
      Evaluation evaluation = evaluate(Card.workspace(scenario, gb200, b200));
      checkRow(evaluation.platforms().get(0), row.get(1), row.get(3), row.get(0));
      checkRow(evaluation.platforms().get(1), row.get(2), row.get(4), row.get(0));
    }
    assertThat(cheaperAt(200, gb200, b200)).isEqualTo("GB200 NVL72");
    assertThat(cheaperAt(225, gb200, b200)).isEqualTo("B200");
  }

  private static void checkRow(
      PlatformEvaluation platform, JsonNode throughput, JsonNode cost, JsonNode target) {
    String where = platform.platform().name() + " at " + target;
    if (throughput.isString()) {
      assertThat(throughput.asString()).isEqualTo("not reachable");
      assertThat(reason(platform, Metric.TOKENS_PER_SECOND_PER_GPU))
          .as(where)
          .isEqualTo("cannot meet 300 tok/s/user: the fastest measured point reaches 286.4");
      assertThat(reason(platform, Metric.COST_PER_MILLION_TOKENS)).startsWith("cannot meet 300");
    } else if (!throughput.isNull()) {
      assertThat(value(platform, Metric.TOKENS_PER_SECOND_PER_GPU))
          .as(where)
          .isCloseTo(throughput.doubleValue(), within(0.5));
    }
    if (cost.isNumber()) {
      assertThat(value(platform, Metric.COST_PER_MILLION_TOKENS))
          .as(where)
          .isCloseTo(cost.doubleValue(), within(0.0005));
    }
  }

  private static String cheaperAt(double target, Platform first, Platform second) {
    Scenario scenario = Scenario.DEFAULT.withTargetInteractivity(target);
    double left = value(evaluate(first, scenario), Metric.COST_PER_MILLION_TOKENS);
    double right = value(evaluate(second, scenario), Metric.COST_PER_MILLION_TOKENS);
    return left < right ? first.name() : second.name();
  }

  private static Platform measured(JsonNode inputs, String name) {
    Configuration run = new Configuration(
        "DeepSeek-R1",
        WorkloadKind.SINGLE_TURN,
        1024,
        1024,
        Precision.FP4,
        "Dynamo TensorRT-LLM",
        true,
        true,
        false,
        false);
    Card card = Card.named(name).rented(number(inputs, "ratePerGpuHour"));
    for (JsonNode point : inputs.get("points")) {
      card.measured(Card.point(
          run, point.get(0).doubleValue(), new Throughput(point.get(1).doubleValue(), null, null)));
    }
    return card.platform();
  }

  /** Per GPU only; how many GPUs and users 10 MW carry belongs to fleet sizing, which plans with these. */
  @Test
  void fleetOf10MwPerGpu() {
    JsonNode published = caseOf("fleet-10mw");
    JsonNode inputs = published.get("inputs");
    double total = number(inputs, "tokensPerSecondPerGpu");
    ManualThroughput byHand = new ManualThroughput(
        Card.published(total),
        null,
        Card.published(number(inputs, "outputTokensPerSecondPerGpu")),
        Card.published(number(inputs, "interactivity")),
        null);
    PlatformEvaluation gpu = evaluate(
        Card.named("fleet")
            .rented(number(inputs, "ratePerGpuHour"))
            .power(number(inputs, "kwPerGpu"))
            .delivering(byHand)
            .platform(),
        Scenario.DEFAULT);
    JsonNode expected = published.get("expected");
    double megawatts = number(inputs, "megawatts");
    assertThat(megawatts * value(gpu, Metric.TOKENS_PER_SECOND_PER_MW))
        .isEqualTo(number(expected, "tokensPerSecond"));
    double gpus = number(expected, "gpus");
    assertThat(gpus * value(gpu, Metric.COST_PER_GPU_HOUR))
        .isEqualTo(number(expected, "costPerHour"));
    assertThat(gpus * figure(gpu.delivery().output()).value() / number(inputs, "interactivity"))
        .isEqualTo(number(expected, "concurrentUsers"));
    assertThat(figure(gpu.delivery().input()).value()).isCloseTo(50, within(1e-9));
  }

  @Test
  void deepseekProductionDay() {
    JsonNode published = caseOf("deepseek-production-day");
    JsonNode inputs = published.get("inputs");
    double gpuSeconds = number(inputs, "gpus") * number(inputs, "hours") * 3600;
    double input = number(inputs, "inputTokens") / gpuSeconds;
    double output = number(inputs, "outputTokens") / gpuSeconds;
    ManualThroughput day = new ManualThroughput(
        Card.published(input + output), Card.published(input), Card.published(output), null, null);
    JsonNode prices = inputs.get("prices");
    double cachedShare = number(inputs, "cachedInputTokens") / number(inputs, "inputTokens");
    Scenario scenario = Scenario.DEFAULT
        .withWorkload(new Workload("DeepSeek-R1", 37e9, 671e9, null, null, cachedShare))
        .withTokenPrices(new TokenPrices(
            number(prices, "input"), number(prices, "cachedInput"), number(prices, "output")));
    PlatformEvaluation h800 = evaluate(
        Card.named("H800")
            .rented(number(inputs, "ratePerGpuHour"))
            .delivering(day)
            .platform(),
        scenario);
    double gpuHours = gpuSeconds / 3600;
    JsonNode expected = published.get("expected");
    assertThat(gpuHours * value(h800, Metric.COST_PER_GPU_HOUR))
        .isCloseTo(number(expected, "cost"), withinPercentage(0.1));
    assertThat(gpuHours * value(h800, Metric.REVENUE_PER_GPU_HOUR))
        .isCloseTo(number(expected, "revenue"), withinPercentage(0.1));
    assertThat(value(h800, Metric.GROSS_MARGIN))
        .isCloseTo(number(expected, "grossMargin"), withinPercentage(0.1));
    assertThat(value(h800, Metric.COST_PER_MILLION_TOKENS))
        .isCloseTo(number(expected, "costPerMillionTokens"), withinPercentage(0.1));
  }

  @Test
  void energyAndHardwareShare() {
    JsonNode published = caseOf("energy-and-hardware-share");
    JsonNode inputs = published.get("inputs");
    Power atTheRack = new Power(
        Card.published(number(inputs, "kwPerGpu")),
        PowerBasis.CRITICAL_IT,
        null,
        Card.published(0));
    Power atTheMeter = new Power(
        Card.published(number(inputs, "kwPerGpu") * number(inputs, "pue")),
        PowerBasis.UTILITY,
        Card.published(number(inputs, "pue")),
        Card.published(0));
    Scenario scenario = Scenario.DEFAULT
        .withPowerPrice(number(inputs, "powerPrice"))
        .withPue(number(inputs, "pue"))
        .withCostOfCapital(number(inputs, "costOfCapital"))
        .withUtilization(number(inputs, "utilization"));
    for (Power power : new Power[] {atTheRack, atTheMeter}) {
      PlatformEvaluation owned = evaluate(
          Card.named("owned")
              .bought(
                  Amortization.STRAIGHT_LINE,
                  number(inputs, "capex"),
                  number(inputs, "lifeYears"),
                  number(inputs, "residual"))
              .power(power)
              .delivering(number(inputs, "tokensPerSecond"))
              .platform(),
          scenario);
      Explained hour = figure(owned, Metric.COST_PER_GPU_HOUR);
      double millionTokensPerHour = value(owned, Metric.TOKENS_PER_SECOND_PER_GPU) * 3600 / 1e6;
      JsonNode expected = published.get("expected");
      assertThat(term(hour, "energy") / millionTokensPerHour)
          .isCloseTo(number(expected, "electricityPerMillionTokens"), withinPercentage(0.05));
      assertThat(term(hour, "capital") / millionTokensPerHour)
          .isCloseTo(number(expected, "hardwarePerMillionTokens"), withinPercentage(0.05));
      assertThat(value(owned, Metric.JOULES_PER_TOKEN) * 1000 / 3600)
          .isCloseTo(number(expected, "wattHoursPerThousandTokens"), withinPercentage(0.05));
    }
  }

  @Test
  void priceAndThroughputPairs() {
    JsonNode published = caseOf("price-throughput-pairs");
    for (int i = 0; i < published.get("inputs").size(); i++) {
      JsonNode pair = published.get("inputs").get(i);
      Platform rented = Card.named("rented")
          .rented(pair.get(0).doubleValue())
          .delivering(pair.get(1).doubleValue())
          .platform();
      assertThat(value(evaluate(rented, Scenario.DEFAULT), Metric.COST_PER_MILLION_TOKENS))
          .isCloseTo(published.get("expected").get(i).doubleValue(), within(0.005));
    }
  }

  @Test
  void marginIsNotMarkup() {
    JsonNode published = caseOf("margin-is-not-markup");
    JsonNode margins = published.get("expected").get("grossMargin");
    for (int i = 0; i < margins.size(); i++) {
      JsonNode pair = published.get("inputs").get(i);
      double price = pair.get(1).doubleValue();
      Scenario scenario = Scenario.DEFAULT
          .withTokenPrices(new TokenPrices(price, null, price))
          .withWorkload(new Workload(null, null, null, 1000, 1000, 0));
      // 10⁶ ÷ 3600 tokens/s make a million tokens an hour, so the rate is the cost of a million.
      Platform provider = Card.named("provider")
          .rented(pair.get(0).doubleValue())
          .delivering(1e6 / 3600)
          .platform();
      assertThat(value(evaluate(provider, scenario), Metric.GROSS_MARGIN))
          .isCloseTo(margins.get(i).doubleValue(), within(0.0005));
    }
  }

  @Test
  void ratesOfADisaggregatedRunArePerGpuOfTheirOwnKind() {
    JsonNode published = caseOf("inputs-outputs-disaggregated");
    JsonNode inputs = published.get("inputs");
    Throughput run = Throughput.disaggregated(
        number(inputs, "inputPerPrefillGpu"),
        inputs.get("prefillGpus").intValue(),
        number(inputs, "outputPerDecodeGpu"),
        inputs.get("decodeGpus").intValue());
    assertThat(run)
        .isEqualTo(
            new Throughput(number(published.get("expected"), "totalPerGpu"), 1000.0, 1000.0));
  }
}
