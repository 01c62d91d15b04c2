package app.waterline.engine.plan;

import static app.waterline.Card.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import app.waterline.Card;
import app.waterline.engine.BestSoFar;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Quality;
import app.waterline.engine.Result;
import app.waterline.model.Amortization;
import app.waterline.model.Figure;
import app.waterline.model.InvalidInput;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Planning;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Sizing;
import app.waterline.model.TokenPrices;
import app.waterline.model.Workload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
  /** What input and output tokens sell for, $ per million. */
  private static final TokenPrices PRICES = new TokenPrices(0.5, null, 2);

  private static final Scenario SELLING = Scenario.DEFAULT
      .withTokenPrices(PRICES)
      .withWorkload(new Workload(null, null, null, 1000, 1000, 0));

  private static PlatformPlan plan(Scenario scenario, Platform platform) {
    return Planner.plan(new Evaluator().evaluate(Card.workspace(scenario, platform)))
        .platforms()
        .getFirst();
  }

  private static double value(PlatformPlan plan, PlanMetric metric) {
    Result result = plan.of(metric);
    assertThat(result).as(metric.key()).isInstanceOf(Explained.class);
    return ((Explained) result).value();
  }

  private static String reason(PlatformPlan plan, PlanMetric metric) {
    Result result = plan.of(metric);
    assertThat(result).as(metric.key()).isInstanceOf(NotAvailable.class);
    return ((NotAvailable) result).reason();
  }

  private static ManualThroughput split(
      double total, double output, @Nullable Double interactivity) {
    return new ManualThroughput(
        published(total),
        published(total - output),
        published(output),
        interactivity == null ? null : published(interactivity),
        Precision.FP8);
  }

  private static Platform singles(double kw, double rate, ManualThroughput throughput) {
    return Card.named("A")
        .gpusPerSystem(1)
        .power(kw)
        .rented(rate)
        .delivering(throughput)
        .platform();
  }

  /** C = 30,000, 5 years, 20 % residual, 5 % maintenance, $1,000 a year for staff, 1.5 kW, φ = 0. */
  private static Platform owned(double tokensPerSecond) {
    return Card.named("Own")
        .power(1.5)
        .priced(new Pricing.Owned(
            Amortization.ANNUITY,
            published(30_000),
            published(5),
            published(0.2),
            null,
            null,
            null,
            published(0.05),
            published(1_000)))
        .delivering(split(tokensPerSecond, tokensPerSecond / 2, null))
        .platform();
  }

  private static Scenario sized(Sizing.Basis basis, double amount) {
    return SELLING.withSizing(new Sizing(basis, amount));
  }

  /** InferenceX fleet estimator: case fleet-10mw. */
  @ParameterizedTest
  @CsvSource({"2.0, 5000, 2500000, 45000, 12500", "2.17, 4608, 2304000, 41472, 11520"})
  void tenMegawatts(double kw, double gpus, double tokens, double users, double costPerHour) {
    PlatformPlan plan =
        plan(sized(Sizing.Basis.MEGAWATTS, 10), singles(kw, 2.5, split(500, 450, 50.0)));

    assertThat(value(plan, PlanMetric.GPUS)).isEqualTo(gpus);
    assertThat(value(plan, PlanMetric.TOKENS_PER_SECOND)).isEqualTo(tokens);
    assertThat(value(plan, PlanMetric.CONCURRENT_USERS)).isEqualTo(users);
    assertThat(value(plan, PlanMetric.COST_PER_HOUR)).isEqualTo(costPerHour);
  }

  /** DeepSeek, open-infra-index, day 6: 608 B input tokens, 342 B of them cached, 168 B output. */
  @Test
  void productionDay() {
    double gpus = 1814;
    double perGpu = 86_400 * gpus;
    Scenario scenario = Scenario.DEFAULT
        .withTokenPrices(new TokenPrices(0.55, 0.14, 2.19))
        .withWorkload(new Workload(null, null, null, null, null, 342.0 / 608))
        .withSizing(new Sizing(Sizing.Basis.GPUS, gpus));

    PlatformPlan plan =
        plan(scenario, singles(1, 2, split((608e9 + 168e9) / perGpu, 168e9 / perGpu, null)));

    assertThat(value(plan, PlanMetric.COST_PER_YEAR) / 365).isCloseTo(87_072, within(1e-6));
    assertThat(value(plan, PlanMetric.REVENUE_PER_YEAR) / 365)
        .isCloseTo(562_100, withinPercentage(0.1));
    assertThat(value(plan, PlanMetric.GROSS_MARGIN)).isCloseTo(0.845, withinPercentage(0.1));
    assertThat(value(plan, PlanMetric.COST_PER_MILLION_TOKENS))
        .isCloseTo(0.1122, withinPercentage(0.1));
  }

  /** Published worked example, energy cost of intelligence: case energy-and-hardware-share. */
  @Test
  void hardwareAndElectricityShares() {
    Platform platform = Card.named("A")
        .power(new Power(published(1.2), PowerBasis.CRITICAL_IT, null, published(0)))
        .bought(Amortization.ANNUITY, 30_000, 5, 0)
        .delivering(60)
        .platform();
    Scenario scenario = sized(Sizing.Basis.GPUS, 8)
        .withPue(1.25)
        .withPowerPrice(0.06)
        .withCostOfCapital(0)
        .withUtilization(0.6);

    PlatformPlan plan = plan(scenario, platform);

    double tokens = value(plan, PlanMetric.TOKENS_PER_YEAR);
    double electricity = 1.2 * 1.25 * 0.6 * 8 * 8760 * 0.06 / tokens * 1e6;
    assertThat(electricity).isCloseTo(0.41667, withinPercentage(0.05));
    assertThat(value(plan, PlanMetric.COST_PER_MILLION_TOKENS) - electricity)
        .isCloseTo(5.285, withinPercentage(0.05));
    assertThat(value(plan, PlanMetric.METER_MEGAWATTS)).isCloseTo(0.012, within(1e-12));
    assertThat(value(plan, PlanMetric.RACK_MEGAWATTS)).isCloseTo(0.0096, within(1e-12));
  }

  @Test
  void sizesInWholeSystemsAndNeverMoreThanFit() {
    Platform rack = Card.named("A").gpusPerSystem(72).power(2.1).delivering(100).platform();

    PlatformPlan plan = plan(sized(Sizing.Basis.MEGAWATTS, 10), rack);

    assertThat(value(plan, PlanMetric.SYSTEMS)).isEqualTo(66); // 10,000 ÷ (72 · 2.1) = 66.1
    assertThat(value(plan, PlanMetric.GPUS)).isEqualTo(66 * 72);
    assertThat(value(plan, PlanMetric.MEGAWATTS)).isCloseTo(9.9792, within(1e-9));
    assertThat(plan.binding()).contains("Power binds").contains("66 whole systems");
  }

  @ParameterizedTest
  @CsvSource({"MEGAWATTS, 0.01", "GPUS, 7", "CAPITAL, 239999"})
  void refusesLessThanOneSystem(Sizing.Basis basis, double amount) {
    PlatformPlan plan = plan(sized(basis, amount), owned(1000));

    assertThat(reason(plan, PlanMetric.GPUS)).startsWith("less than one system's worth");
    assertThat(reason(plan, PlanMetric.NPV)).startsWith("less than one system's worth");
    assertThat(plan.cashFlow()).isEmpty();
  }

  @Test
  void sizesForAPeakAndSaysTheUtilizationThatFollows() {
    // 8.64e9 tokens a day are 100,000 tok/s on average, 250,000 at the peak: 250 GPUs of 1,000
    // tok/s.
    Scenario scenario = sized(Sizing.Basis.TOKENS_PER_DAY, 8.64e9)
        .withPlanning(new Planning(2.5, List.of(), 2, 0, null));

    PlatformPlan plan = plan(scenario, Card.named("A").delivering(1000).platform());

    assertThat(value(plan, PlanMetric.SYSTEMS)).isEqualTo(32 + 2); // ⌈250 ÷ 8⌉ and two spare
    assertThat(value(plan, PlanMetric.UTILIZATION))
        .isCloseTo(100_000 / (1000.0 * 272), within(1e-15));
    assertThat(value(plan, PlanMetric.TOKENS_PER_DAY)).isCloseTo(8.64e9, withinPercentage(1e-9));
  }

  @Test
  void sizesForUsers() {
    // 1,000 users at 50 tok/s read 50,000 output tokens/s; a GPU writes 400 of them: 125 GPUs.
    PlatformPlan plan = plan(
        sized(Sizing.Basis.USERS, 1000),
        Card.named("A").delivering(split(800, 400, 50.0)).platform());

    assertThat(value(plan, PlanMetric.SYSTEMS)).isEqualTo(16);
    assertThat(value(plan, PlanMetric.TOKENS_PER_SECOND)).isCloseTo(100_000, within(1e-6));
  }

  @Test
  void servesHourByHourNoMoreThanThereIs() {
    // Half the hours have no load, the others twice the average: at 80 % on average they would need
    // 160 %, get 100 %, so half of all hours are full.
    List<Double> halfDay = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      halfDay.add(hour < 12 ? 0.0 : 2.0);
    }
    Scenario scenario = sized(Sizing.Basis.GPUS, 80)
        .withUtilization(0.8)
        .withPlanning(new Planning(null, halfDay, 0, 0, null));

    PlatformPlan plan = plan(scenario, owned(1000));

    assertThat(value(plan, PlanMetric.UTILIZATION)).isCloseTo(0.5, within(1e-12));
    assertThat(((Explained) plan.of(PlanMetric.UTILIZATION)).notes().getFirst())
        .contains("unserved");
  }

  @Test
  void hourlyServiceIsWhatAWalkThroughTheHoursGives() {
    List<Double> hours = new ArrayList<>();
    for (int hour = 0; hour < 8760; hour++) {
      hours.add(1 + Math.sin(hour * 0.37) * 0.9 + (hour % 24) * 0.05);
    }
    LoadProfile load = LoadProfile.of(new Planning(null, hours, 0, 0, null));
    double mean = hours.stream().mapToDouble(Double::doubleValue).average().orElseThrow();

    for (double offered : new double[] {0.01, 0.3, 0.5, 0.77, 1, 1.8, 30}) {
      double walked = hours.stream()
          .mapToDouble(hour -> Math.min(1, offered * hour / mean))
          .average()
          .orElseThrow();
      assertThat(load.served(offered)).isCloseTo(walked, within(1e-12));
    }
  }

  /** Restated by hand: one GPU-system of 8, 4 years, revenue and energy with growth, decline and inflation. */
  @Test
  void cashFlowOfAnOwnedFleet() {
    double w = 0.1;
    Scenario scenario = sized(Sizing.Basis.GPUS, 8)
        .withCostOfCapital(w)
        .withThroughputGrowth(0.2)
        .withTokenPriceDecline(0.3)
        .withPowerInflation(0.05)
        .withPowerPrice(0.1)
        .withUtilization(0.5);

    PlatformPlan plan = plan(scenario, owned(1000));

    double capital = 8 * 30_000;
    double npv = -capital;
    double tokens = 8 * 1000 * 0.5 * 8760 * 3600;
    for (int year = 1; year <= 4; year++) {
      double sold = tokens * Math.pow(1.2, year - 1);
      double revenue = sold * (0.5 + 2) / 2 / 1e6 * Math.pow(0.7, year - 1);
      double energy = 8 * 1.5 * 0.5 * 8760 * 0.1 * Math.pow(1.05, year - 1);
      double upkeep = 8 * (0.05 * 30_000 + 1_000);
      double net = revenue - energy - upkeep + (year == 4 ? 0.2 * capital : 0);
      npv += net / Math.pow(1 + w, year);
      CashYear row = plan.cashFlow().get(year);
      assertThat(row.tokens().value()).isCloseTo(sold, withinPercentage(1e-9));
      assertThat(row.revenue().value()).isCloseTo(revenue, withinPercentage(1e-9));
      assertThat(row.runningCost().value()).isCloseTo(-energy - upkeep, withinPercentage(1e-9));
      assertThat(row.net().value()).isCloseTo(net, withinPercentage(1e-9));
    }
    assertThat(plan.cashFlow().getFirst().net().value()).isEqualTo(-capital);
    assertThat(value(plan, PlanMetric.NPV)).isCloseTo(npv, withinPercentage(1e-9));
  }

  @Test
  void taxIsPaidOnProfitAfterLossesAndWriteOffs() {
    Scenario untaxed = sized(Sizing.Basis.GPUS, 8).withHorizonYears(2);
    Scenario taxed = untaxed.withPlanning(new Planning(null, List.of(), 0, 12, 0.25));
    Scenario ramped = untaxed.withPlanning(new Planning(null, List.of(), 0, 12, null));

    PlatformPlan plan = plan(taxed, owned(1000));
    PlatformPlan before = plan(ramped, owned(1000));

    double writeOff = 0.8 * 240_000 / 2;
    double first = before.cashFlow().get(1).revenue().value()
        + before.cashFlow().get(1).runningCost().value()
        - writeOff;
    double second = before.cashFlow().get(2).revenue().value()
        + before.cashFlow().get(2).runningCost().value()
        - writeOff;
    double carried = Math.max(0, -first);
    assertThat(plan.cashFlow().get(1).tax().value())
        .isCloseTo(-0.25 * Math.max(0, first), within(1e-6));
    assertThat(plan.cashFlow().get(2).tax().value())
        .isCloseTo(-0.25 * Math.max(0, second - carried), within(1e-6));
    assertThat(plan.cashFlow().get(1).tokens().value())
        .isCloseTo(plan.cashFlow().get(2).tokens().value() / 2, withinPercentage(1e-9));
  }

  @Test
  void paysBackWithAFraction() {
    double in = 8 * 400 * 31_536_000.0 * 1.25 / 1e6;
    double out = 8 * (1_500 + 1_000) + 8 * 1.5 * 8760 * 0.08;
    double expected = 240_000 / (in - out);
    assertThat(expected).isBetween(2.0, 3.0);

    PlatformPlan plan = plan(sized(Sizing.Basis.GPUS, 8), owned(400));

    assertThat(value(plan, PlanMetric.PAYBACK_YEARS)).isCloseTo(expected, within(1e-9));
    assertThat(plan.decision().verdict()).isEqualTo(Decision.Verdict.PAYS_BACK);
  }

  @Test
  void neverPaysBackAndSaysWhatItWouldTake() {
    PlatformPlan plan = plan(sized(Sizing.Basis.GPUS, 8), owned(10));

    assertThat(reason(plan, PlanMetric.PAYBACK_YEARS)).isEqualTo("never within 4 years");
    assertThat(plan.decision().verdict()).isEqualTo(Decision.Verdict.NEVER_PAYS_BACK);
    assertThat(plan.decision().sentence())
        .contains("never pays back")
        .contains("it would earn its cost of capital at")
        .contains("of today's token prices");
    double level = value(plan, PlanMetric.NPV_ZERO_PRICE_LEVEL);
    Scenario dearer =
        sized(Sizing.Basis.GPUS, 8).withTokenPrices(new TokenPrices(0.5 * level, null, 2 * level));
    assertThat(value(plan(dearer, owned(10)), PlanMetric.NPV)).isCloseTo(0, within(1e-4));
  }

  @Test
  void theUtilizationAtWhichTheValueIsZeroIsOne() {
    Scenario scenario = sized(Sizing.Basis.GPUS, 8).withHorizonYears(5);
    double u = value(plan(scenario, owned(500)), PlanMetric.NPV_ZERO_UTILIZATION);

    assertThat(u).isBetween(0.1, 0.9);
    assertThat(value(plan(scenario.withUtilization(u), owned(500)), PlanMetric.NPV))
        .isCloseTo(0, within(1e-4));
  }

  @Test
  void rentingPutsInNoCapital() {
    PlatformPlan plan = plan(
        sized(Sizing.Basis.GPUS, 8),
        Card.named("R").rented(2).delivering(split(1000, 500, null)).platform());

    assertThat(plan.cashFlow().getFirst().net().value()).isZero();
    assertThat(reason(plan, PlanMetric.PAYBACK_YEARS)).startsWith("nothing to pay back");
    assertThat(reason(plan, PlanMetric.IRR)).startsWith("none");
    assertThat(reason(plan, PlanMetric.CAPITAL)).startsWith("rented");
    assertThat(plan.decision().verdict()).isEqualTo(Decision.Verdict.EARNS_WITHOUT_CAPITAL);
  }

  @Test
  void severalSignChangesAreSaidAndTheValueGiven() {
    // A second purchase after 5 of 8 years turns the sign again.
    PlatformPlan plan = plan(sized(Sizing.Basis.GPUS, 8).withHorizonYears(8), owned(180));

    assertThat(plan.cashFlow().get(5).net().value()).isNegative();
    assertThat(reason(plan, PlanMetric.IRR))
        .contains("changes its sign 3 times")
        .contains("see the NPV");
    assertThat(value(plan, PlanMetric.NPV)).isFinite();
  }

  @Test
  void withoutTokenPricesThereIsAFleetButNoCashFlow() {
    PlatformPlan plan = plan(sized(Sizing.Basis.GPUS, 8).withTokenPrices(null), owned(100));

    assertThat(value(plan, PlanMetric.COST_PER_YEAR)).isPositive();
    assertThat(reason(plan, PlanMetric.NPV)).isEqualTo("no token prices");
    assertThat(reason(plan, PlanMetric.GROSS_MARGIN)).isEqualTo("no token prices");
  }

  @Test
  void aHostedApiIsPlannedFromADemandOnly() {
    Platform api = Card.named("API")
        .priced(new Pricing.HostedApi(published(0.4), null, published(1.6)))
        .platform();

    PlatformPlan demanded = plan(sized(Sizing.Basis.TOKENS_PER_DAY, 1e9), api);
    PlatformPlan powered = plan(sized(Sizing.Basis.MEGAWATTS, 10), api);

    assertThat(value(demanded, PlanMetric.COST_PER_YEAR))
        .isCloseTo(365e9 * 1.0 / 1e6, within(1e-3));
    assertThat(value(demanded, PlanMetric.REVENUE_PER_YEAR))
        .isCloseTo(365e9 * 1.25 / 1e6, within(1e-3));
    assertThat(value(demanded, PlanMetric.GROSS_MARGIN)).isCloseTo(0.2, within(1e-12));
    assertThat(reason(demanded, PlanMetric.GPUS)).isEqualTo("hosted API");
    assertThat(reason(powered, PlanMetric.TOKENS_PER_YEAR)).contains("not from a demand");
  }

  @Test
  void marginOfAnInteraction() {
    PlatformPlan plan = plan(
        sized(Sizing.Basis.GPUS, 8),
        Card.named("R").rented(3.6).delivering(split(1000, 500, null)).platform());

    // $1 per million tokens; 1,000 tokens in at 0.5 and 1,000 out at 2 $ per million bring 0.0025
    // $.
    assertThat(value(plan, PlanMetric.MARGIN_PER_INTERACTION))
        .isCloseTo(0.0025 - 0.002, within(1e-12));
    assertThat(value(plan, PlanMetric.ZERO_MARGIN_OUTPUT_PRICE))
        .isCloseTo(2 * 1 / 1.25, within(1e-12));
  }

  @Test
  void whatThePlanHangsOnIsAsGoodAsThePlan() {
    PlatformPlan plan = plan(sized(Sizing.Basis.GPUS, 8), owned(500));

    Quality npv = ((Explained) plan.of(PlanMetric.NPV)).quality();
    assertThat(npv).isEqualTo(Quality.PUBLISHED);
    assertThat(((Explained) plan.of(PlanMetric.NPV_ZERO_PRICE_LEVEL)).quality()).isEqualTo(npv);
    assertThat(((Explained) plan.of(PlanMetric.NPV_ZERO_UTILIZATION)).quality()).isEqualTo(npv);
  }

  /** Three times the throughput after a year of 365 days. */
  @Test
  void growthIsReadOffTheDatedMeasurements() {
    List<BestSoFar> steps = List.of(
        new BestSoFar("2025-01-01", 1000, Card.plainRun()),
        new BestSoFar("2025-03-01", 1500, Card.plainRun()),
        new BestSoFar("2026-01-01", 3000, Card.plainRun()));

    MeasuredGrowth growth = MeasuredGrowth.of(steps).orElseThrow();
    assertThat(growth.factor()).isEqualTo(3);
    assertThat(((Explained) growth.perYear()).value())
        .isCloseTo(Math.pow(3, 365.25 / 365) - 1, within(1e-12));
    MeasuredGrowth twoMonths = MeasuredGrowth.of(steps.subList(0, 2)).orElseThrow();
    assertThat(twoMonths.factor()).isEqualTo(1.5);
    assertThat(twoMonths.perYear()).isInstanceOf(NotAvailable.class);
    assertThat(MeasuredGrowth.of(steps.subList(0, 1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 100, -1, Double.NaN})
  void refusesAHorizonOutsideItsDomain(double years) {
    assertThatThrownBy(() -> SELLING.withHorizonYears(years)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void refusesImpossibleAssumptions() {
    assertThatThrownBy(() -> SELLING.withTokenPriceDecline(1)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> SELLING.withCostOfCapital(-1.1)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Workload(null, null, null, null, null, 1.01))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new TokenPrices(-1, null, 1)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Pricing.Rental(new Figure(0, Card.PUBLISHED), null))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Planning(null, List.of(1.0, 2.0), 0, 0, null))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("[2]");
  }

  @Test
  void atNoCostOfCapitalTheValueIsTheSum() {
    PlatformPlan plan = plan(sized(Sizing.Basis.GPUS, 8).withCostOfCapital(0), owned(500));

    assertThat(value(plan, PlanMetric.NPV))
        .isCloseTo(plan.cashFlow().getLast().cumulative().value(), within(1e-6));
  }
}
