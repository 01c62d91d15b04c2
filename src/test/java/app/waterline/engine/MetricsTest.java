package app.waterline.engine;

import static app.waterline.Card.published;
import static app.waterline.engine.Figures.evaluate;
import static app.waterline.engine.Figures.figure;
import static app.waterline.engine.Figures.reason;
import static app.waterline.engine.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.model.Amortization;
import app.waterline.model.Capability;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Sparsity;
import app.waterline.model.TokenPrices;
import app.waterline.model.Workload;
import org.junit.jupiter.api.Test;

/** Every expected figure is the formula of docs/model.md, section 4, worked out by hand beside it. */
class MetricsTest {
  private static final Workload R1_1K_1K = new Workload("DeepSeek-R1", 37e9, 671e9, 1024, 1024, 0);

  private static Card gpu() {
    return Card.named("gpu")
        .rented(3.6)
        .power(new Power(published(2), PowerBasis.CRITICAL_IT, null, published(0.25)))
        .quotedPeak(Precision.FP8, Sparsity.DENSE, 5)
        .delivering(1000);
  }

  @Test
  void theMetricsAtHalfLoad() {
    Scenario half = Scenario.DEFAULT
        .withUtilization(0.5)
        .withPue(1.2)
        .withWorkload(R1_1K_1K)
        .withTokenPrices(new TokenPrices(1, null, 4));
    PlatformEvaluation at = evaluate(gpu().platform(), half);
    assertThat(value(at, Metric.COST_PER_GPU_HOUR)).isEqualTo(3.6); // the bill is not scaled
    assertThat(value(at, Metric.TOKENS_PER_SECOND_PER_GPU)).isEqualTo(500);
    assertThat(value(at, Metric.PFLOPS_PER_DOLLAR)).isCloseTo(5 / 3.6, within(1e-12));
    // k_s = 2 · 1.2 = 2.4 kW, provisioned; k_avg = 2.4 · (0.25 + 0.75 · 0.5) = 1.5 kW
    assertThat(value(at, Metric.TOKENS_PER_SECOND_PER_MW)).isCloseTo(500_000 / 2.4, within(1e-6));
    assertThat(value(at, Metric.JOULES_PER_TOKEN)).isCloseTo(3, within(1e-12)); // 1500 W ÷ 500
    // 3.6 ÷ (3600 · 500) · 10⁶; half of the tokens are input, half output
    assertThat(value(at, Metric.COST_PER_MILLION_TOKENS)).isCloseTo(2, within(1e-12));
    assertThat(value(at, Metric.COST_PER_MILLION_INPUT_TOKENS)).isCloseTo(4, within(1e-12));
    assertThat(value(at, Metric.COST_PER_MILLION_OUTPUT_TOKENS)).isCloseTo(4, within(1e-12));
    assertThat(value(at, Metric.TOKENS_PER_DOLLAR)).isCloseTo(500_000, within(1e-6));
    // 500 · 2 · 37·10⁹ ÷ 5·10¹⁵
    assertThat(value(at, Metric.FLOPS_YIELD)).isCloseTo(0.0074, within(1e-15));
    // 3.6·10⁻³ · (250 · 1 + 250 · 4)
    assertThat(value(at, Metric.REVENUE_PER_GPU_HOUR)).isCloseTo(4.5, within(1e-12));
    assertThat(value(at, Metric.GROSS_MARGIN)).isCloseTo(0.2, within(1e-12)); // 0.9 ÷ 4.5
    // 4.5 · 8760 · 1000 ÷ 2.4
    assertThat(value(at, Metric.REVENUE_PER_MW_YEAR)).isCloseTo(16_425_000, within(1e-3));
  }

  @Test
  void cachedInputSellsForItsOwnPrice() {
    Scenario scenario = Scenario.DEFAULT
        .withWorkload(new Workload(null, null, null, 3000, 1000, 0.8))
        .withTokenPrices(new TokenPrices(1, 0.1, 4));
    // 750 input, 250 output tokens/s: 750 · (0.2 · 1 + 0.8 · 0.1) + 250 · 4 = 1210 $ per 10⁶ s
    assertThat(value(evaluate(gpu().platform(), scenario), Metric.REVENUE_PER_GPU_HOUR))
        .isCloseTo(4.356, within(1e-12));
  }

  @Test
  void aLossIsANegativeMargin() {
    Scenario scenario =
        Scenario.DEFAULT.withWorkload(R1_1K_1K).withTokenPrices(new TokenPrices(0.5, null, 0.5));
    // 1000 tokens/s earn 1.80 $/h and cost 3.60 $/h
    assertThat(value(evaluate(gpu().platform(), scenario), Metric.GROSS_MARGIN))
        .isCloseTo(-1, within(1e-12));
  }

  @Test
  void everyMissingInputIsNamed() {
    PlatformEvaluation bare = evaluate(Card.named("bare").platform(), Scenario.DEFAULT);
    String noPoint = "no operating point: import runs or enter a throughput";
    assertThat(reason(bare, Metric.TOKENS_PER_SECOND_PER_GPU)).isEqualTo(noPoint);
    assertThat(reason(bare, Metric.COST_PER_MILLION_TOKENS)).isEqualTo(noPoint);
    assertThat(reason(bare, Metric.PFLOPS_PER_DOLLAR)).isEqualTo("no quoted peak for bare GPU");
    assertThat(reason(bare, Metric.REVENUE_PER_GPU_HOUR)).isEqualTo("no token prices");
    assertThat(reason(bare, Metric.GROSS_MARGIN)).isEqualTo("no token prices");

    PlatformEvaluation noPower =
        evaluate(Card.named("dark").delivering(10).platform(), Scenario.DEFAULT);
    assertThat(reason(noPower, Metric.TOKENS_PER_SECOND_PER_MW))
        .isEqualTo("no power figure for dark GPU");
    assertThat(reason(noPower, Metric.JOULES_PER_TOKEN)).isEqualTo("no power figure for dark GPU");
    assertThat(reason(noPower, Metric.COST_PER_MILLION_OUTPUT_TOKENS))
        .startsWith("input and output tokens are not told apart");
    assertThat(reason(noPower, Metric.FLOPS_YIELD))
        .isEqualTo("the workload does not say how many parameters are active");

    Scenario sold =
        Scenario.DEFAULT.withWorkload(R1_1K_1K).withTokenPrices(new TokenPrices(0, null, 0));
    assertThat(reason(evaluate(gpu().platform(), sold), Metric.GROSS_MARGIN))
        .isEqualTo("no revenue");
  }

  @Test
  void withoutFp4TheYieldIsThatOfFp8() {
    Scenario scenario = Scenario.DEFAULT.withWorkload(R1_1K_1K);
    Card card = Card.named("gpu")
        .delivering(new ManualThroughput(published(6100), null, null, null, Precision.FP4))
        .peak(Precision.FP4, Sparsity.DENSE, 15)
        .switchedOff(Capability.FP4, 6.1);
    assertThat(reason(evaluate(card.platform(), scenario), Metric.FLOPS_YIELD))
        .isEqualTo("FP4 is off, and the platform has no FP8 peak to serve at instead");
    PlatformEvaluation eight =
        evaluate(card.peak(Precision.FP8, Sparsity.DENSE, 5).platform(), scenario);
    assertThat(eight.delivery().precision()).isEqualTo(Precision.FP8);
    Explained yield = figure(eight, Metric.FLOPS_YIELD);
    // 6,100 ÷ 6.1 tokens/s, 2 · 37·10⁹ operations each, of 5 PFLOP/s
    assertThat(yield.value()).isCloseTo(1000 * 2 * 37e9 / 5e15, within(1e-12));
    assertThat(yield.quality()).isEqualTo(Quality.ASSUMED);
    assertThat(yield.notes()).containsExactly("FP4 is off: the platform is taken to serve in FP8");
  }

  @Test
  void theYieldNeedsThePrecisionAndItsDensePeak() {
    Scenario scenario = Scenario.DEFAULT.withWorkload(R1_1K_1K);
    Platform unsaid = gpu()
        .delivering(new ManualThroughput(published(1000), null, null, null, null))
        .platform();
    assertThat(reason(evaluate(unsaid, scenario), Metric.FLOPS_YIELD))
        .isEqualTo("the operating point does not say its precision");
    Platform noPeak = gpu()
        .delivering(new ManualThroughput(published(1000), null, null, null, Precision.FP4))
        .platform();
    assertThat(reason(evaluate(noPeak, scenario), Metric.FLOPS_YIELD))
        .isEqualTo("no dense FP4 peak for gpu GPU");
  }

  @Test
  void aGpuHourThatCostsNothingHasNoFlopsPerDollar() {
    // All capital comes back, capital costs nothing, and so does the power.
    Platform free = gpu().bought(Amortization.ANNUITY, 1000, 4, 1).platform();
    PlatformEvaluation at = evaluate(free, Scenario.DEFAULT.withCostOfCapital(0).withPowerPrice(0));
    assertThat(value(at, Metric.COST_PER_MILLION_TOKENS)).isZero();
    assertThat(reason(at, Metric.PFLOPS_PER_DOLLAR)).isEqualTo("the GPU-hour costs nothing");
    assertThat(reason(at, Metric.TOKENS_PER_DOLLAR)).isEqualTo("the GPU-hour costs nothing");
  }

  @Test
  void aHostedApiChargesForTheMix() {
    Pricing.HostedApi prices =
        new Pricing.HostedApi(published(0.55), published(0.14), published(2.19));
    Platform api = Card.named("api").priced(prices).platform();
    Scenario scenario =
        Scenario.DEFAULT.withWorkload(new Workload(null, null, null, 3000, 1000, 0.5));
    PlatformEvaluation at = evaluate(api, scenario);
    // 3000 · (0.5 · 0.55 + 0.5 · 0.14) + 1000 · 2.19 = 3225 over 4000, 3000 and 1000 tokens
    assertThat(value(at, Metric.COST_PER_MILLION_TOKENS)).isCloseTo(0.80625, within(1e-12));
    assertThat(value(at, Metric.COST_PER_MILLION_INPUT_TOKENS)).isCloseTo(1.075, within(1e-12));
    assertThat(value(at, Metric.COST_PER_MILLION_OUTPUT_TOKENS)).isCloseTo(3.225, within(1e-12));
    assertThat(value(at, Metric.TOKENS_PER_DOLLAR)).isCloseTo(1e6 / 0.80625, within(1e-6));
    assertThat(reason(at, Metric.PFLOPS_PER_DOLLAR)).isEqualTo("hosted API");
    assertThat(reason(at, Metric.TOKENS_PER_SECOND_PER_MW)).isEqualTo("hosted API");
    assertThat(reason(at, Metric.FLOPS_YIELD)).isEqualTo("hosted API");
    assertThat(reason(evaluate(api, Scenario.DEFAULT), Metric.COST_PER_MILLION_TOKENS))
        .isEqualTo("the price of a mix needs the workload's input and output length");
  }

  @Test
  void aFigureIsAsGoodAsItsWorstInput() {
    Platform measured = Card.named("measured").measured(Card.point(50, 1000)).platform();
    PlatformEvaluation at = evaluate(measured, Scenario.DEFAULT);
    assertThat(figure(at, Metric.TOKENS_PER_SECOND_PER_GPU).quality()).isEqualTo(Quality.MEASURED);
    assertThat(figure(at, Metric.COST_PER_MILLION_TOKENS).quality()).isEqualTo(Quality.PUBLISHED);

    Platform guessed = Card.named("guessed")
        .priced(new Pricing.Rental(Card.assumed(2), null))
        .measured(Card.point(50, 1000))
        .platform();
    assertThat(figure(evaluate(guessed, Scenario.DEFAULT), Metric.COST_PER_MILLION_TOKENS)
            .quality())
        .isEqualTo(Quality.ASSUMED);
  }

  @Test
  void theIdleFractionBoundsTheQualityOnlyBelowFullLoad() {
    Platform platform = gpu()
        .power(new Power(published(2), PowerBasis.UTILITY, null, Card.assumed(0.3)))
        .platform();
    assertThat(figure(evaluate(platform, Scenario.DEFAULT), Metric.JOULES_PER_TOKEN)
            .quality())
        .isEqualTo(Quality.PUBLISHED);
    Scenario half = Scenario.DEFAULT.withUtilization(0.5);
    assertThat(figure(evaluate(platform, half), Metric.JOULES_PER_TOKEN).quality())
        .isEqualTo(Quality.ASSUMED);
  }

  @Test
  void aFigureExplainsItself() {
    Evidence contract = new Evidence(Evidence.Kind.QUOTE, "contract", "2026-10", null);
    Platform platform = Card.named("gpu")
        .priced(new Pricing.Rental(new Figure(3.6, contract), null))
        .measured(Card.point(50, 1000))
        .platform();
    Explained cost = figure(evaluate(platform, Scenario.DEFAULT), Metric.COST_PER_MILLION_TOKENS);
    assertThat(cost.formula()).isEqualTo("c ÷ (3600 · T_d) · 10⁶");
    assertThat(cost.terms()).extracting(Term::name).containsExactly("c", "T_d");
    assertThat(cost.terms()).extracting(Term::value).containsExactly(3.6, 1000.0);
    assertThat(cost.sources()).containsExactly(contract, Card.MEASURED);
    assertThat(cost.terms().getLast().step())
        .isNotNull()
        .extracting(Explained::formula)
        .isEqualTo("T · u");
    assertThatThrownBy(() -> cost.terms().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void everyMetricCarriesItsUnit() {
    Scenario scenario =
        Scenario.DEFAULT.withWorkload(R1_1K_1K).withTokenPrices(new TokenPrices(1, null, 4));
    PlatformEvaluation at = evaluate(gpu().platform(), scenario);
    for (Metric metric : Metric.values()) {
      assertThat(figure(at, metric).unit()).as(metric.key()).isEqualTo(metric.unit());
    }
  }

  @Test
  void aMegawattSaysWhichOne() {
    assertThat(figure(evaluate(gpu().platform(), Scenario.DEFAULT), Metric.TOKENS_PER_SECOND_PER_MW)
            .notes())
        .containsExactly("per MW of critical IT power");
    Scenario atTheMeter = Scenario.DEFAULT.withPue(1.3);
    assertThat(figure(evaluate(gpu().platform(), atTheMeter), Metric.TOKENS_PER_SECOND_PER_MW)
            .notes())
        .containsExactly("per MW of utility power");
  }
}
