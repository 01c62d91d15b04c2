package app.waterline.engine;

import static app.waterline.Card.published;
import static app.waterline.engine.Figures.evaluate;
import static app.waterline.engine.Figures.figure;
import static app.waterline.engine.Figures.value;
import static app.waterline.engine.Metric.COST_PER_GPU_HOUR;
import static app.waterline.engine.Metric.COST_PER_MILLION_TOKENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Hardware;
import app.waterline.model.ManualThroughput;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Snapshot;
import app.waterline.model.TokenPrices;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * What must hold whatever the inputs are. A failure names its seed: the repetition, which gives the
 * same inputs again.
 */
class LawsTest {
  private static final int TIMES = 200;

  private static String seed(RepetitionInfo repetition) {
    return "seed " + repetition.getCurrentRepetition();
  }

  private static Chance chance(RepetitionInfo repetition) {
    return new Chance(repetition.getCurrentRepetition());
  }

  @RepeatedTest(TIMES)
  void costFallsAsThroughputRises(RepetitionInfo repetition) {
    Chance chance = chance(repetition);
    Platform slow = chance.byHand("card");
    Platform fast = slow.withThroughput(faster(slow, chance.between(1.001, 10)));
    Scenario scenario = chance.scenario();
    assertThat(value(evaluate(fast, scenario), COST_PER_MILLION_TOKENS))
        .as(seed(repetition))
        .isLessThan(value(evaluate(slow, scenario), COST_PER_MILLION_TOKENS));
  }

  private static ManualThroughput faster(Platform platform, double factor) {
    ManualThroughput slow = Objects.requireNonNull(platform.throughput());
    return new ManualThroughput(
        published(slow.tokensPerSecondPerGpu().value() * factor), null, null, null, null);
  }

  @RepeatedTest(TIMES)
  void costFallsAsUtilizationRises(RepetitionInfo repetition) {
    Chance chance = chance(repetition);
    Platform card = chance.byHand("card");
    Scenario busy = chance.scenario().withUtilization(chance.between(0.5, 1));
    Scenario idle = busy.withUtilization(busy.utilization() * chance.between(0.1, 0.99));
    assertThat(value(evaluate(card, busy), COST_PER_MILLION_TOKENS))
        .as(seed(repetition))
        .isLessThan(value(evaluate(card, idle), COST_PER_MILLION_TOKENS));
  }

  /** How one compares with the other is the inverse of how the other compares with it. */
  @RepeatedTest(TIMES)
  void anotherBaselineInvertsTheRatio(RepetitionInfo repetition) {
    Chance chance = chance(repetition);
    Workspace first = Card.workspace(chance.scenario(), chance.byHand("a"), chance.byHand("b"))
        .withBaseline("a");
    Evaluation one = evaluate(first);
    Evaluation other = evaluate(first.withBaseline("b"));
    double there =
        figure(one.relative(one.platforms().get(1), COST_PER_MILLION_TOKENS)).value();
    double back = figure(other.relative(other.platforms().get(0), COST_PER_MILLION_TOKENS))
        .value();
    assertThat(there * back).as(seed(repetition)).isCloseTo(1, within(1e-12));
  }

  @RepeatedTest(50)
  void snapshotsAndTheOrderOfCardsChangeNoFigure(RepetitionInfo repetition) {
    Chance chance = chance(repetition);
    Workspace plain = Card.workspace(
            chance.scenario(), chance.byHand("a"), chance.measured("b"), chance.byHand("c"))
        .withBaseline("a");
    Snapshot frozen = new Snapshot("then", "2026-11-02", null, null, plain);
    Evaluation before = evaluate(plain);
    Evaluation after =
        evaluate(plain.withPlatforms(plain.platforms().reversed()).withSnapshots(List.of(frozen)));
    for (int i = 0; i < 3; i++) {
      for (Metric metric : Metric.values()) {
        assertThat(after.platforms().get(2 - i).of(metric))
            .as(metric + ", " + seed(repetition))
            .isEqualTo(before.platforms().get(i).of(metric));
      }
    }
  }

  @RepeatedTest(TIMES)
  void costRisesWithTheRate(RepetitionInfo repetition) {
    Chance chance = chance(repetition);
    double rate = chance.magnitude(0.5, 20);
    Platform cheap = chance.card("card").delivering(1000).rented(rate).platform();
    Platform dear =
        cheap.withPricing(new Pricing.Rental(published(rate * chance.between(1.001, 3)), null));
    Scenario scenario = chance.scenario();
    assertThat(value(evaluate(dear, scenario), COST_PER_MILLION_TOKENS))
        .as(seed(repetition))
        .isGreaterThan(value(evaluate(cheap, scenario), COST_PER_MILLION_TOKENS));
  }

  @RepeatedTest(TIMES)
  void costRisesWithThePowerPriceUnlessTheRateIncludesIt(RepetitionInfo repetition) {
    Chance chance = chance(repetition);
    Platform card = chance.byHand("card");
    Scenario cheap = chance.scenario();
    Scenario dear = cheap.withPowerPrice(cheap.powerPrice() * chance.between(1.01, 3));
    double before = value(evaluate(card, cheap), COST_PER_MILLION_TOKENS);
    double after = value(evaluate(card, dear), COST_PER_MILLION_TOKENS);
    if (card.pricing() instanceof Pricing.Rental rental && rental.includedPowerPrice() == null) {
      assertThat(after).as(seed(repetition)).isEqualTo(before);
    } else {
      assertThat(after).as(seed(repetition)).isGreaterThan(before);
    }
  }

  /** With every amount in another currency, costs are in that currency and all else stays. */
  @RepeatedTest(TIMES)
  void theCurrencyChangesNothingButTheUnitOfMoney(RepetitionInfo repetition) {
    Chance chance = chance(repetition);
    // Up to 15, so that no power price leaves its domain.
    double units = chance.magnitude(0.01, 15);
    Scenario dollars = chance.scenario();
    TokenPrices prices = dollars.tokenPrices();
    Scenario other = dollars.withPowerPrice(dollars.powerPrice() * units);
    if (prices != null) {
      Double cached = prices.cachedInput();
      other = other.withTokenPrices(new TokenPrices(
          prices.input() * units, cached == null ? null : cached * units, prices.output() * units));
    }
    Platform first = chance.byHand("first");
    Platform second = chance.byHand("second");
    Evaluation before = evaluate(Card.workspace(dollars, first, second));
    Evaluation after =
        evaluate(Card.workspace(other, inCurrency(first, units), inCurrency(second, units)));
    for (Metric metric : Metric.values()) {
      assertSame(before, after, metric, factor(metric, units), seed(repetition));
    }
  }

  private static Platform inCurrency(Platform platform, double units) {
    return platform.withPricing(Chance.inCurrency(platform.pricing(), units));
  }

  private static double factor(Metric metric, double units) {
    return switch (metric) {
      case PFLOPS_PER_DOLLAR, TOKENS_PER_DOLLAR -> 1 / units;
      default -> metric.unit().isMoney() ? units : 1;
    };
  }

  private static void assertSame(
      Evaluation before, Evaluation after, Metric metric, double factor, String seed) {
    for (int i = 0; i < before.platforms().size(); i++) {
      Result was = before.platforms().get(i).of(metric);
      Result is = after.platforms().get(i).of(metric);
      assertClose(was, is, factor, metric + ", " + seed);
      assertClose(
          before.relative(before.platforms().get(i), metric),
          after.relative(after.platforms().get(i), metric),
          1,
          metric + " relative, " + seed);
    }
  }

  private static void assertClose(Result was, Result is, double factor, String where) {
    assertThat(is.figure().isPresent()).as(where).isEqualTo(was.figure().isPresent());
    was.figure().ifPresent(figure -> {
      double expected = figure.value() * factor;
      // A margin near zero is a difference of two almost equal amounts.
      double tolerance = Math.max(1e-9 * Math.abs(expected), 1e-9);
      assertThat(figure(is).value()).as(where).isCloseTo(expected, within(tolerance));
    });
  }

  @RepeatedTest(TIMES)
  void termsOfOwnershipAddUp(RepetitionInfo repetition) {
    Chance chance = chance(repetition);
    Platform owned = chance.card("card").priced(chance.owned()).platform();
    Explained hour = figure(evaluate(owned, chance.scenario()), COST_PER_GPU_HOUR);
    double sum = hour.terms().stream().mapToDouble(Term::value).sum();
    assertThat(hour.terms()).extracting(Term::name).contains("capital", "energy");
    assertThat(sum)
        .as(seed(repetition))
        .isCloseTo(hour.value(), within(Math.ulp(hour.value()) * hour.terms().size()));
  }

  @RepeatedTest(TIMES)
  void theFrontierIsWhatNoPointBeats(RepetitionInfo repetition) {
    Chance chance = chance(repetition);
    List<OperatingPoint> all = chance.points(Card.plainRun(), 1 + chance.below(60));
    Frontier frontier = Frontier.of(all);
    List<OperatingPoint> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(repetition.getCurrentRepetition()));
    assertThat(Frontier.of(shuffled)).as(seed(repetition)).isEqualTo(frontier);
    assertThat(Frontier.of(frontier.points())).as(seed(repetition)).isEqualTo(frontier);
    assertThat(all).as(seed(repetition)).containsAll(frontier.points());
    for (OperatingPoint kept : frontier.points()) {
      assertThat(all).as(seed(repetition)).noneMatch(other -> beats(other, kept));
    }
    for (OperatingPoint any : all) {
      assertThat(frontier.points())
          .as(seed(repetition))
          .anyMatch(
              kept -> kept.interactivity() >= any.interactivity() && total(kept) >= total(any));
    }
  }

  private static boolean beats(OperatingPoint one, OperatingPoint other) {
    boolean noWorse = one.interactivity() >= other.interactivity() && total(one) >= total(other);
    return noWorse && (one.interactivity() > other.interactivity() || total(one) > total(other));
  }

  private static double total(OperatingPoint point) {
    return point.tokensPerSecondPerGpu().known();
  }

  @RepeatedTest(TIMES)
  void interpolationStaysWithinItsNeighbours(RepetitionInfo repetition) {
    Chance chance = chance(repetition);
    Frontier frontier = Frontier.of(chance.points(Card.plainRun(), 2 + chance.below(30)));
    Curve curve = new Curve(Card.plainRun(), frontier);
    for (OperatingPoint knot : frontier.points()) {
      assertThat(curve.rateAt(knot.interactivity())).as(seed(repetition)).isEqualTo(total(knot));
    }
    for (int i = 1; i < frontier.points().size(); i++) {
      OperatingPoint slower = frontier.points().get(i - 1);
      OperatingPoint faster = frontier.points().get(i);
      double last = total(slower);
      for (double share = 0.05; share < 1; share += 0.05) {
        double at =
            slower.interactivity() + share * (faster.interactivity() - slower.interactivity());
        double now = curve.rateAt(at);
        assertThat(now).as(seed(repetition)).isBetween(total(faster), total(slower));
        assertThat(now).as(seed(repetition)).isLessThanOrEqualTo(last * (1 + 1e-12));
        last = now;
      }
    }
  }

  @RepeatedTest(50)
  void anEvaluatorThatRemembersAnswersLikeANewOne(RepetitionInfo repetition) {
    Chance chance = chance(repetition);
    Workspace workspace = Card.workspace(
        chance.scenario(), chance.measured("a"), chance.measured("b"), chance.byHand("c"));
    Evaluator reused = new Evaluator();
    for (int step = 0; step < 12; step++) {
      assertThat(reused.evaluate(workspace))
          .as("%s, step %d", seed(repetition), step)
          .isEqualTo(new Evaluator().evaluate(workspace));
      workspace = edited(workspace, chance);
    }
  }

  private static Workspace edited(Workspace workspace, Chance chance) {
    Platform card = workspace.platforms().get(chance.below(workspace.platforms().size()));
    return switch (chance.below(6)) {
      case 0 -> workspace.withScenario(chance.scenario());
      case 1 -> workspace.withScenario(workspace.scenario().withWorkload(chance.workload()));
      case 2 -> workspace.withPlatform(switched(card, chance));
      case 3 -> workspace.withPlatform(card.withHardware(otherScaleUp(card, chance)));
      case 4 -> workspace.withPlatform(withoutOnePoint(card));
      default -> workspace.withPlatform(card.withPricing(chance.pricing()));
    };
  }

  private static Platform switched(Platform card, Chance chance) {
    Map<Capability, CapabilityState> stack = new EnumMap<>(Capability.class);
    stack.putAll(card.stack());
    stack.replaceAll((capability, state) -> state.switched(chance.toss()));
    return card.withStack(stack);
  }

  private static Hardware otherScaleUp(Platform card, Chance chance) {
    Hardware old = Objects.requireNonNull(card.hardware());
    return new Hardware(
        old.gpu(),
        old.gpusPerSystem(),
        old.peakPflops(),
        old.quotedPeak(),
        old.memoryGb(),
        old.memoryTbPerS(),
        published(chance.toss() ? 8 : 72),
        old.scaleUpGbPerS(),
        old.power());
  }

  private static Platform withoutOnePoint(Platform card) {
    List<OperatingPoint> points = card.operatingPoints();
    return points.size() < 2 ? card : card.withOperatingPoints(points.subList(1, points.size()));
  }

  @RepeatedTest(50)
  void nothingThatIsShownIsInfiniteOrNotANumber(RepetitionInfo repetition) {
    Chance chance = chance(repetition);
    Function<Double, Platform> extreme =
        tokens -> chance.card("card").delivering(tokens).platform();
    Scenario scenario = chance.scenario().withUtilization(Double.MIN_VALUE);
    for (Platform platform :
        List.of(chance.byHand("b"), chance.measured("c"), extreme.apply(Double.MIN_VALUE))) {
      PlatformEvaluation at = evaluate(platform, scenario);
      for (Metric metric : Metric.values()) {
        at.of(metric)
            .figure()
            .ifPresent(figure ->
                assertThat(figure.value()).as(metric + ", " + seed(repetition)).isFinite());
      }
    }
  }
}
