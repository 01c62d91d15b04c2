package app.waterline.engine.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.document.FigureSlots;
import app.waterline.document.Levers;
import app.waterline.document.ScenarioSlot;
import app.waterline.model.Amortization;
import app.waterline.model.Distribution;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UncertaintyTest {
  private static final Lever RATE = Levers.of("A", FigureSlots.RATE);
  private static final Lever TOKENS = Levers.of("A", FigureSlots.THROUGHPUT);
  private static final Lever OTHER_RATE = Levers.of("B", FigureSlots.RATE);
  private static final Lever UTILIZATION = Levers.of(ScenarioSlot.UTILIZATION);

  static List<Distribution> distributions() {
    return List.of(
        new Distribution.Uniform(2, 5),
        new Distribution.Triangular(2, 2.5, 5),
        new Distribution.Triangular(2, 5, 5),
        new Distribution.Pert(2, 2.5, 5),
        new Distribution.Pert(2, 2, 5),
        new Distribution.Normal(3, 0.25),
        new Distribution.LogNormal(3, 0.4),
        new Distribution.ThreePoints(2.3, 2.65, 3.5),
        new Distribution.ThreePoints(2, 3, 4));
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void theTableOfQuantilesIsTheDistributions(Distribution distribution) {
    DoubleUnaryOperator exact = Quantiles.exact(distribution);
    DoubleUnaryOperator fast = Quantiles.fast(distribution);
    Random random = new Random(7);
    double previous = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < 2000; i++) {
      double u = i / 2000.0 + (random.nextDouble() - 0.5) / 2001;
      assertThat(fast.applyAsDouble(u)).isCloseTo(exact.applyAsDouble(u), within(1e-7));
      assertThat(fast.applyAsDouble(u)).isGreaterThan(previous);
      previous = fast.applyAsDouble(u);
    }
    for (double u = 0.4; u > QuantileTable.SMALLEST; u *= 0.37) {
      assertClose(fast.applyAsDouble(u), exact.applyAsDouble(u));
      assertClose(fast.applyAsDouble(1 - u), exact.applyAsDouble(1 - u));
    }
  }

  private static void assertClose(double found, double exact) {
    assertThat(found).isCloseTo(exact, within(1e-6 * Math.max(1, Math.abs(exact))));
  }

  @Test
  void threePointsGoThroughTheirPoints() {
    DoubleUnaryOperator quantile = Quantiles.exact(new Distribution.ThreePoints(2.3, 2.65, 3.5));
    assertThat(quantile.applyAsDouble(0.1)).isCloseTo(2.3, within(1e-9));
    assertThat(quantile.applyAsDouble(0.5)).isCloseTo(2.65, within(1e-9));
    assertThat(quantile.applyAsDouble(0.9)).isCloseTo(3.5, within(1e-9));
  }

  @Test
  void theMiddleOfPertIsThePlannersMean() {
    DoubleUnaryOperator quantile = Quantiles.fast(new Distribution.Pert(2, 2.5, 5));
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      sum += quantile.applyAsDouble((i + 0.5) / 10_000);
    }
    assertThat(sum / 10_000).isCloseTo((2 + 4 * 2.5 + 5) / 6, within(1e-5));
  }

  @Test
  void theSpreadOfALognormalQuotientIsLognormal() { // cost = rate ÷ tokens; the logarithms'
    // variances add up
    Uncertainty result = Uncertainty.of(pair(), lognormal(), Uncertainty.LIVE_DRAWS);
    double median = 2 / (3600 * 100.0) * 1e6;
    double sigma = Math.hypot(0.2, 0.3);
    double z95 = new NormalDistribution().inverseCumulativeProbability(0.95);
    Uncertainty.Spread spread = result.spread("A").orElseThrow();
    assertThat(spread.p50()).isCloseTo(median, within(median * 1e-4));
    assertThat(spread.p95()).isCloseTo(median * Math.exp(z95 * sigma), within(median * 1e-3));
    assertThat(spread.p5()).isCloseTo(median * Math.exp(-z95 * sigma), within(median * 1e-3));
    assertThat(spread.mean())
        .isCloseTo(median * Math.exp(sigma * sigma / 2), within(median * 1e-4));
    assertThat(spread.missing()).isZero();
    assertThat(spread.histogram().shares().stream()
            .mapToDouble(Double::doubleValue)
            .sum())
        .isCloseTo(1, within(1e-9));
    assertThat(spread.histogram().cumulated().getLast()).isCloseTo(1, within(1e-9));
  }

  @Test
  void theErrorFallsFasterThanAlmostOneOverN() { // root mean square over 16 pairs of spreads
    List<Double> spreads = List.of(0.03, 0.08, 0.14, 0.2);
    SimpleRegression line = new SimpleRegression();
    for (int power = 8; power <= 15; power++) {
      double squares = 0;
      for (double rate : spreads) {
        for (double tokens : spreads) {
          double mean = Uncertainty.of(pair(), lognormal(rate, tokens), 1 << power)
              .spread("A")
              .orElseThrow()
              .mean();
          double exact = 2 / (3600 * 100.0) * 1e6 * Math.exp((rate * rate + tokens * tokens) / 2);
          squares += Math.pow(mean / exact - 1, 2);
        }
      }
      line.addData(Math.log(1 << power), Math.log(squares / 16) / 2);
    }
    assertThat(line.getSlope()).isLessThan(-0.9);
  }

  @Test
  void theChanceOfBeingCheaperIsThatOfTheirQuotient() {
    // Both rates lognormal, A's tokens for half of B's median price: P = Φ(ln 2 ÷ √(0.5² + 0.5²)).
    Map<Lever, Distribution> uncertain = new LinkedHashMap<>();
    uncertain.put(RATE, new Distribution.LogNormal(2, 0.5));
    uncertain.put(OTHER_RATE, new Distribution.LogNormal(4, 0.5));
    Uncertainty result = Uncertainty.of(pair(), uncertain, Uncertainty.LIVE_DRAWS);
    double expected = new NormalDistribution().cumulativeProbability(Math.log(2) / Math.sqrt(0.5));
    assertThat(result.chanceCheaper("A", "B").found().orElseThrow())
        .isCloseTo(expected, within(1e-3));
    assertThat(result.chanceCheaper("B", "A").found().orElseThrow())
        .isCloseTo(1 - expected, within(1e-3));
    assertThat(result.chanceCheaper("A", "A").found().orElseThrow()).isEqualTo(0.5);
  }

  @Test
  void sensitivityIndicesAreThoseOfALognormalProduct() {
    // S = (e^σᵢ² − 1) ÷ (e^Σσ² − 1), total = 1 − (e^(Σσ² − σᵢ²) − 1) ÷ (e^Σσ² − 1).
    List<Importance> found =
        Uncertainty.importance(pair(), lognormal(), "A", 1 << 14).found().orElseThrow();
    double all = Math.expm1(0.2 * 0.2 + 0.3 * 0.3);
    assertThat(found).extracting(Importance::lever).containsExactly(TOKENS, RATE);
    assertThat(found.get(0).first()).isCloseTo(Math.expm1(0.09) / all, within(0.01));
    assertThat(found.get(0).total()).isCloseTo(1 - Math.expm1(0.04) / all, within(0.01));
    assertThat(found.get(1).first()).isCloseTo(Math.expm1(0.04) / all, within(0.01));
    assertThat(found.get(1).total()).isCloseTo(1 - Math.expm1(0.09) / all, within(0.01));
  }

  @Test
  void whatBothShareFallsOutOfTheRatio() { // of lognormals again, with both rates as the factors
    Map<Lever, Distribution> uncertain = new LinkedHashMap<>();
    uncertain.put(UTILIZATION, new Distribution.Uniform(0.3, 0.9));
    uncertain.put(RATE, new Distribution.LogNormal(2, 0.2));
    uncertain.put(OTHER_RATE, new Distribution.LogNormal(4, 0.3));
    List<Importance> found = Uncertainty.importanceOfRatio(pair(), uncertain, "A", "B", 1 << 14)
        .found()
        .orElseThrow();
    double all = Math.expm1(0.2 * 0.2 + 0.3 * 0.3);
    assertThat(found).extracting(Importance::lever).containsExactly(OTHER_RATE, RATE, UTILIZATION);
    assertThat(found.get(0).first()).isCloseTo(Math.expm1(0.09) / all, within(0.01));
    assertThat(found.get(0).total()).isCloseTo(1 - Math.expm1(0.04) / all, within(0.01));
    assertThat(found.get(1).first()).isCloseTo(Math.expm1(0.04) / all, within(0.01));
    assertThat(found.get(2).total()).isCloseTo(0, within(1e-9));
    assertThat(Uncertainty.importance(pair(), uncertain, "A", 1 << 12).found().orElseThrow())
        .first()
        .extracting(Importance::lever)
        .isEqualTo(UTILIZATION);
  }

  @Test
  void whatDoesNotMatterHasNoImportance() {
    assertThat(Uncertainty.importance(
            pair(), Map.of(OTHER_RATE, new Distribution.Uniform(1, 2)), "A", 64))
        .isEqualTo(new Outcome.None<>("no uncertain input moves the cost"));
  }

  @Test
  void theSameWorkspaceGivesTheSameBits() {
    Uncertainty.Spread once =
        Uncertainty.of(pair(), lognormal(), 5000).spread("A").orElseThrow();
    assertThat(Uncertainty.of(pair(), lognormal(), 5000).spread("A").orElseThrow())
        .isEqualTo(once);
  }

  @Test
  void
      aTargetThatIsSometimesOutOfReachIsCountedAsMissing() { // B reaches 50; the target is 40 to 60
    Workspace workspace = Card.workspace(
        Scenario.DEFAULT.withTargetInteractivity(45.0),
        Card.named("A").rented(2).delivering(100).platform(),
        Card.named("B")
            .rented(2)
            .measured(Card.point(20, 900))
            .measured(Card.point(50, 300))
            .platform());
    Uncertainty result = Uncertainty.of(
        workspace,
        Map.of(Levers.of(ScenarioSlot.TARGET_INTERACTIVITY), new Distribution.Uniform(40, 60)),
        1024);
    assertThat(result.spread("B").orElseThrow().missing()).isCloseTo(0.5, within(1e-3));
    assertThat(result.spread("A").orElseThrow().missing()).isZero();
  }

  @Test
  void aDistributionOutsideItsInputsDomainIsRefused() {
    assertRefused(UTILIZATION, new Distribution.Uniform(0.5, 1.2), "[0.5 to 1.2]");
    assertRefused(UTILIZATION, new Distribution.Normal(0.9, 0.2), "Utilization");
    assertRefused(RATE, new Distribution.Normal(1, 0.5), "−");
  }

  private static void assertRefused(Lever lever, Distribution distribution, String part) {
    assertThatThrownBy(() -> Uncertainty.of(pair(), Map.of(lever, distribution), 64))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(part);
  }

  @Test
  void crossedRangesAreRefused() {
    assertThatThrownBy(() -> new Distribution.Uniform(3.1, 2.3))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("[3.1 to 2.3]");
    assertThatThrownBy(() -> new Distribution.Triangular(1, 4, 3)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Distribution.ThreePoints(1, 3, 2))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Distribution.Normal(1, 0)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Distribution.LogNormal(-1, 1)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Distribution.Normal(Double.NaN, 1))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void nothingUncertainIsRefused() {
    assertThatThrownBy(() -> Uncertainty.of(pair(), Map.of(), 64))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("[none]");
  }

  @Test
  void theCompiledCostIsTheEnginesCost() {
    Random random = new Random(11);
    for (int round = 0; round < 60; round++) {
      Workspace workspace = Card.workspace(randomScenario(random), randomCard("A", random));
      List<Lever> levers = Levers.of(workspace).stream()
          .filter(
              lever -> CompiledCost.of(workspace, workspace.platforms().getFirst(), List.of(lever))
                  .isPresent())
          .toList();
      assertThat(levers.size()).isGreaterThan(5);
      CostFunction fast =
          CompiledCost.of(workspace, workspace.platforms().getFirst(), levers).orElseThrow();
      CostFunction engine = new EngineCost(workspace, "A", levers);
      for (int draw = 0; draw < 20; draw++) {
        double[] values = levers.stream()
            .mapToDouble(lever -> nearby(lever, workspace, random))
            .toArray();
        double expected = engine.at(values);
        double found = fast.at(values);
        assertThat(Double.isNaN(found)).as("%s", workspace).isEqualTo(Double.isNaN(expected));
        if (!Double.isNaN(expected)) {
          assertThat(found).isCloseTo(expected, within(1e-12 * expected));
        }
      }
    }
  }

  private static double nearby(Lever lever, Workspace workspace, Random random) {
    double value = lever.get(workspace).orElseThrow() * (0.8 + 0.4 * random.nextDouble());
    return lever.domain().contains(value) ? value : lever.get(workspace).orElseThrow();
  }

  private static Scenario randomScenario(Random random) {
    Scenario scenario = Scenario.DEFAULT
        .withUtilization(0.3 + 0.7 * random.nextDouble())
        .withCostOfCapital(random.nextBoolean() ? 0.08 : 0.2 * random.nextDouble());
    Scenario paced = random.nextBoolean() ? scenario : scenario.withTargetInteractivity(30.0);
    return random.nextBoolean() ? paced : paced.withPue(1.1 + random.nextDouble());
  }

  private static Platform randomCard(String id, Random random) {
    Card card = Card.named(id);
    card.power(new Power(
        Card.published(1 + random.nextDouble()),
        random.nextBoolean() ? PowerBasis.UTILITY : PowerBasis.CRITICAL_IT,
        Card.published(1),
        Card.published(0.3)));
    switch (random.nextInt(4)) {
      case 0 -> card.rented(2);
      case 1 -> card.rentedWithPowerAt(2, 0.07);
      case 2 -> card.bought(Amortization.ANNUITY, 50_000, 5, 0.1);
      default ->
        card.priced(new Pricing.Owned(
            random.nextBoolean() ? Amortization.ANNUITY : Amortization.STRAIGHT_LINE,
            Card.published(60_000),
            Card.published(4),
            Card.published(0.2),
            Card.published(9_000),
            Card.published(15),
            null,
            Card.published(0.05),
            Card.published(900)));
    }
    if (random.nextBoolean()) {
      return card.delivering(500).platform();
    }
    return card.measured(Card.point(10, 3000))
        .measured(Card.point(25, 2000))
        .measured(Card.point(32, 900))
        .platform();
  }

  private static Map<Lever, Distribution> lognormal() {
    return lognormal(0.2, 0.3);
  }

  private static Map<Lever, Distribution> lognormal(double rate, double tokens) {
    Map<Lever, Distribution> uncertain = new LinkedHashMap<>();
    uncertain.put(RATE, new Distribution.LogNormal(2, rate));
    uncertain.put(TOKENS, new Distribution.LogNormal(100, tokens));
    return uncertain;
  }

  private static Workspace pair() {
    return Card.workspace(
        Scenario.DEFAULT,
        Card.named("A").rented(2).delivering(100).platform(),
        Card.named("B").rented(4).delivering(100).platform());
  }
}
