package app.waterline.engine.why;

import static java.lang.Math.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Metric;
import app.waterline.engine.Quality;
import app.waterline.engine.why.Decomposition.Subject;
import app.waterline.model.Amortization;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Configuration;
import app.waterline.model.InvalidInput;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Support;
import app.waterline.model.Throughput;
import app.waterline.model.WorkloadKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecompositionTest {
  private static final Scenario ALWAYS = Scenario.DEFAULT;

  @Test
  void publishedPair() { // 1.41 and 2.652 $/h, 93.25 and 5970 tok/s: $4.20 and $0.123, 34.0×
    Decomposition why = cost(hopper(), blackwell());
    assertThat(why.factor()).isCloseTo(5970 / 93.25 * 1.41 / 2.652, within(1e-12));
    assertThat(why.factor()).isCloseTo(34.0, within(0.05));
    assertThat(ln(why, Driver.PRICE)).isCloseTo(log(1.41 / 2.652), within(1e-15));
    assertThat(ln(why, Driver.FP4)).isCloseTo(log(1.9), within(1e-12));
    assertThat(ln(why, Driver.MULTI_TOKEN_PREDICTION)).isCloseTo(log(2.5), within(1e-12));
    assertThat(ln(why, Driver.HARDWARE_AND_SOFTWARE))
        .isCloseTo(log(5970 / 1.9 / 2.5 / 93.25), within(1e-12));
    assertThat(sum(why)).isCloseTo(why.ln(), within(1e-12));
    assertThat(why.shares())
        .extracting(Share::driver)
        .containsExactly(
            Driver.PRICE, Driver.FP4, Driver.MULTI_TOKEN_PREDICTION, Driver.HARDWARE_AND_SOFTWARE);
  }

  @Test
  void aMultiplierIsAnAssumptionAndShownAsTheGrounds() {
    Share fp4 = cost(hopper(), blackwell()).share(Driver.FP4).orElseThrow();
    assertThat(fp4.quality()).isEqualTo(Quality.ASSUMED);
    assertThat(fp4.baseline()).isNull();
    assertThat(candidate(fp4).grounds()).isEqualTo(new Grounds.Multiplier(Card.assumed(1.9)));
  }

  @Test
  void perMegawattPowerTakesThePlaceOfThePrice() { // 1.73 and 2.1 kW: 53.9 K and 2.84 M tok/s/MW
    Evaluation evaluation = evaluate(ALWAYS, hopper(), blackwell());
    Decomposition why =
        found(Decomposition.of(evaluation, "H200", "GB300", Subject.TOKENS_PER_MEGAWATT));
    assertThat(why.factor()).isCloseTo(5970 / 2.1 / (93.25 / 1.73), within(1e-10));
    assertThat(ln(why, Driver.POWER)).isCloseTo(log(1.73 / 2.1), within(1e-15));
    assertThat(why.share(Driver.PRICE)).isEmpty();
    assertThat(sum(why)).isCloseTo(why.ln(), within(1e-12));
  }

  @Test
  void measuredPointsGiveTheMeanOverBothOrders() {
    // T: nothing 100, FP4 220, MTP 150, both 480. Worth of FP4: (220/100 and 480/150), each half.
    Platform candidate = Card.named("B")
        .rented(2)
        .measured(point(Precision.FP8, false, 100))
        .measured(point(Precision.FP4, false, 220))
        .measured(point(Precision.FP8, true, 150))
        .measured(point(Precision.FP4, true, 480))
        .platform();
    Decomposition why = cost(Card.named("A").rented(1).delivering(50).platform(), candidate);
    Share fp4 = why.share(Driver.FP4).orElseThrow();
    assertThat(fp4.ln()).isCloseTo((log(2.2) + log(3.2)) / 2, within(1e-14));
    assertThat(ln(why, Driver.MULTI_TOKEN_PREDICTION))
        .isCloseTo((log(1.5) + log(480.0 / 220)) / 2, within(1e-14));
    assertThat(ln(why, Driver.HARDWARE_AND_SOFTWARE)).isCloseTo(log(2), within(1e-14));
    assertThat(fp4.quality()).isEqualTo(Quality.MEASURED);
    assertThat(fp4.notes()).isEmpty();
    Grounds.Pair pair = (Grounds.Pair) candidate(fp4).grounds();
    assertThat(pair.factor()).isCloseTo(3.2, within(1e-12));
    assertThat(pair.with().points().getFirst().configuration().precision())
        .isEqualTo(Precision.FP4);
    assertThat(pair.without().points().getFirst().configuration().precision())
        .isEqualTo(Precision.FP8);
  }

  @Test
  void aCombinationWithoutPointLeansOnTheMultiplierAndSaysSo() {
    // No run without FP4: the card says ×2. MTP is measured with FP4 on only.
    Platform candidate = Card.named("B")
        .rented(1)
        .measured(point(Precision.FP4, false, 300))
        .measured(point(Precision.FP4, true, 600))
        .platform()
        .withStack(Map.of(Capability.FP4, on(2)));
    Decomposition why = cost(Card.named("A").rented(1).delivering(50).platform(), candidate);
    Share fp4 = why.share(Driver.FP4).orElseThrow();
    assertThat(fp4.ln()).isCloseTo(log(2), within(1e-14));
    assertThat(fp4.quality()).isEqualTo(Quality.ASSUMED);
    assertThat(candidate(fp4).grounds()).isEqualTo(new Grounds.Multiplier(Card.assumed(2)));
    assertThat(fp4.notes())
        .singleElement()
        .asString()
        .contains("no operating point without it")
        .contains("FP4 ×2");
    assertThat(why.share(Driver.MULTI_TOKEN_PREDICTION).orElseThrow().quality())
        .isEqualTo(Quality.MEASURED);
    assertThat(ln(why, Driver.MULTI_TOKEN_PREDICTION)).isCloseTo(log(2), within(1e-14));
    assertThat(ln(why, Driver.HARDWARE_AND_SOFTWARE)).isCloseTo(log(150.0 / 50), within(1e-14));
    assertThat(why.share(Driver.HARDWARE_AND_SOFTWARE).orElseThrow().quality())
        .isEqualTo(Quality.ASSUMED);
  }

  /** A lone run at a tenth of the load says little about what MTP is worth at full load. */
  @Test
  void aRunAtASmallLoadOnlyIsNoMeasureOfACapability() {
    Platform base = Card.named("A").rented(1).delivering(50).platform();
    Platform near = Card.named("B")
        .rented(1)
        .measured(point(Precision.FP8, true, 20, 600))
        .measured(point(Precision.FP8, false, 60, 20))
        .platform();
    assertThat(ln(cost(base, near), Driver.MULTI_TOKEN_PREDICTION))
        .isCloseTo(log(30), within(1e-14));
    Platform far = Card.named("B")
        .rented(1)
        .measured(point(Precision.FP8, true, 20, 600))
        .measured(point(Precision.FP8, false, 61, 20))
        .platform();
    Share mtp = cost(base, far).share(Driver.MULTI_TOKEN_PREDICTION).orElseThrow();
    assertThat(mtp.ln()).isZero();
    assertThat(mtp.quality()).isEqualTo(Quality.ASSUMED);
    assertThat(mtp.notes())
        .singleElement()
        .asString()
        .contains("only runs at 61 tok/s/user and faster, against 20 with it");
  }

  @Test
  void aGapInTheCombinationsIsFilledFromItsNeighboursAndSaysSo() {
    // Nothing was run with both off: FP4 alone 220 ÷ 2 and MTP alone 150 ÷ 1.5 stand in, in the
    // mean.
    Platform candidate = Card.named("B")
        .rented(1)
        .measured(point(Precision.FP4, false, 220))
        .measured(point(Precision.FP8, true, 150))
        .measured(point(Precision.FP4, true, 480))
        .platform()
        .withStack(Map.of(Capability.FP4, on(2), Capability.MULTI_TOKEN_PREDICTION, on(1.5)));
    Decomposition why = cost(Card.named("A").rented(1).delivering(50).platform(), candidate);
    double bare = (log(220 / 2.0) + log(150 / 1.5)) / 2;
    assertThat(ln(why, Driver.HARDWARE_AND_SOFTWARE)).isCloseTo(bare - log(50), within(1e-14));
    Share fp4 = why.share(Driver.FP4).orElseThrow();
    assertThat(fp4.ln()).isCloseTo((log(480.0 / 150) + log(220) - bare) / 2, within(1e-14));
    assertThat(fp4.quality()).isEqualTo(Quality.ASSUMED);
    assertThat(fp4.notes())
        .singleElement()
        .asString()
        .contains("1 of 4")
        .contains("FP4 ×2, multi-token prediction ×1.5");
  }

  @Test
  void whatBothHaveCountsWithTheDifferenceOfItsWorth() { // ×5.5 there, ×1.98 here
    Platform first = Card.named("A")
        .rented(1)
        .delivering(90)
        .platform()
        .withStack(Map.of(Capability.MULTI_TOKEN_PREDICTION, on(1.98)));
    Platform second = Card.named("B")
        .rented(1)
        .delivering(6000)
        .platform()
        .withStack(Map.of(Capability.MULTI_TOKEN_PREDICTION, on(5.5)));
    Share mtp = cost(first, second).share(Driver.MULTI_TOKEN_PREDICTION).orElseThrow();
    assertThat(mtp.factor()).isCloseTo(5.5 / 1.98, within(1e-12));
    assertThat(candidate(mtp).factor()).isCloseTo(5.5, within(1e-12));
  }

  @Test
  void theOtherWayRoundEveryShareChangesItsSign() {
    Platform first = Card.named("A")
        .rented(1)
        .measured(point(Precision.FP8, true, 20, 900))
        .measured(point(Precision.FP8, false, 20, 500))
        .platform();
    Platform second = Card.named("B")
        .rented(3)
        .measured(point(Precision.FP4, false, 10, 5000))
        .measured(point(Precision.FP4, false, 30, 2000))
        .measured(point(Precision.FP8, false, 10, 2500))
        .measured(point(Precision.FP8, false, 30, 1200))
        .platform();
    Decomposition there = cost(first, second);
    Decomposition back =
        found(Decomposition.of(evaluate(ALWAYS, first, second), "B", "A", Subject.COST));
    assertThat(there.shares())
        .extracting(Share::driver)
        .containsExactly(
            Driver.PRICE,
            Driver.FP4,
            Driver.MULTI_TOKEN_PREDICTION,
            Driver.OPERATING_POINT,
            Driver.HARDWARE_AND_SOFTWARE);
    for (Share share : there.shares()) {
      assertThat(ln(back, share.driver())).isCloseTo(-share.ln(), within(1e-13));
    }
    assertThat(ln(there, Driver.MULTI_TOKEN_PREDICTION)).isCloseTo(log(500.0 / 900), within(1e-13));
  }

  @Test
  void thePowerOfOwnedHardwareIsADriverOfItsOwn() {
    Decomposition why = cost(owned("A", 30_000, 1), owned("B", 50_000, 2));
    // The four combinations of whose price and whose power, each a card of its own.
    double both = hour(owned("A", 30_000, 1));
    double otherPower = hour(owned("A", 30_000, 2));
    double otherPrice = hour(owned("B", 50_000, 1));
    double neither = hour(owned("B", 50_000, 2));
    double power = (log(both / otherPower) + log(otherPrice / neither)) / 2;
    double price = (log(both / otherPrice) + log(otherPower / neither)) / 2;
    assertThat(ln(why, Driver.POWER)).isCloseTo(power, within(1e-13)).isNegative();
    assertThat(ln(why, Driver.PRICE)).isCloseTo(price, within(1e-13)).isNegative();
    assertThat(why.hourFactor()).isCloseTo(both / neither, within(1e-13));
    assertThat(sum(why)).isCloseTo(why.ln(), within(1e-13));
    assertThat(candidate(why.share(Driver.POWER).orElseThrow()).grounds())
        .isInstanceOfSatisfying(
            Grounds.Amount.class, amount -> assertThat(amount.figure().value()).isEqualTo(2));
    assertThat(cost(hopper(), blackwell()).share(Driver.POWER))
        .as("a tariff that includes the power does not follow it")
        .isEmpty();
  }

  private static Platform owned(String id, double capital, double kilowatts) {
    return Card.named(id)
        .priced(new Pricing.Owned(
            Amortization.ANNUITY,
            Card.published(capital),
            Card.published(4),
            Card.published(0.1),
            null,
            null,
            Card.published(150),
            Card.published(0.05),
            Card.published(900)))
        .power(kilowatts)
        .delivering(1000)
        .platform();
  }

  private static double hour(Platform platform) {
    return evaluate(ALWAYS, platform)
        .platforms()
        .getFirst()
        .of(Metric.COST_PER_GPU_HOUR)
        .figure()
        .orElseThrow()
        .value();
  }

  @Test
  void withATargetTheOperatingPointIsNoDriver() {
    Platform first =
        Card.named("A").rented(1).measured(point(Precision.FP8, false, 50, 90)).platform();
    Platform second = Card.named("B")
        .rented(1)
        .measured(point(Precision.FP8, false, 20, 400))
        .measured(point(Precision.FP8, false, 60, 100))
        .platform();
    assertThat(cost(first, second).share(Driver.OPERATING_POINT)).isPresent();
    Evaluation held = evaluate(ALWAYS.withTargetInteractivity(50.0), first, second);
    assertThat(found(Decomposition.of(held, "A", "B", Subject.COST)).share(Driver.OPERATING_POINT))
        .isEmpty();
  }

  @Test
  void sharesAddUpOverRandomCards() {
    Random random = new Random(20261123);
    for (int round = 0; round < 200; round++) {
      Scenario scenario = random.nextBoolean()
          ? ALWAYS
          : ALWAYS.withTargetInteractivity(1 + 40 * random.nextDouble()).withUtilization(0.5);
      Evaluation evaluation = evaluate(scenario, randomCard("A", random), randomCard("B", random));
      Outcome<Decomposition> why = Decomposition.of(evaluation, "A", "B", Subject.COST);
      why.found().ifPresent(each -> {
        double size =
            each.shares().stream().mapToDouble(share -> Math.abs(share.ln())).sum();
        assertThat(sum(each)).isCloseTo(each.ln(), within(1e-12 * Math.max(1, size)));
      });
      assertThat(why.found()).isPresent();
    }
  }

  @Test
  void aPlatformWithNothingMeasuredSaysWhy() {
    Evaluation evaluation = evaluate(ALWAYS, hopper(), Card.named("empty").platform());
    assertThat(Decomposition.of(evaluation, "H200", "empty", Subject.COST))
        .isEqualTo(
            new Outcome.None<>("empty: no operating point: import runs or enter a throughput"));
  }

  @Test
  void aHostedApiSaysWhy() {
    Platform api = Card.named("api")
        .priced(new Pricing.HostedApi(Card.published(1), null, Card.published(3)))
        .platform();
    assertThat(Decomposition.of(evaluate(ALWAYS, hopper(), api), "H200", "api", Subject.COST))
        .isEqualTo(new Outcome.None<>("api: hosted API"));
  }

  @Test
  void anUnknownPlatformIsRefused() {
    assertThatThrownBy(
            () -> Decomposition.of(evaluate(ALWAYS, hopper()), "H200", "H300", Subject.COST))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("[H300]");
  }

  private static Platform hopper() {
    return Card.named("H200").rented(1.41).power(1.73).delivering(93.25).platform();
  }

  private static Platform blackwell() {
    return Card.named("GB300")
        .rented(2.652)
        .power(2.1)
        .delivering(5970)
        .platform()
        .withStack(Map.of(Capability.FP4, on(1.9), Capability.MULTI_TOKEN_PREDICTION, on(2.5)));
  }

  private static CapabilityState on(double multiplier) {
    return new CapabilityState(Support.YES, true, Card.assumed(multiplier));
  }

  private static Platform randomCard(String id, Random random) {
    Card card = Card.named(id).rented(1 + random.nextDouble()).scaleUp(72);
    boolean measured = random.nextBoolean();
    if (measured) {
      for (int i = 0; i < 40; i++) {
        card.measured(randomPoint(random));
      }
      card.measured(point(Precision.FP8, true, 50, 10));
    } else {
      card.delivering(100 + 900 * random.nextDouble());
    }
    Map<Capability, CapabilityState> stack = new EnumMap<>(Capability.class);
    for (Capability capability : List.of(Capability.values())) {
      if (random.nextInt(3) > 0) {
        boolean on = random.nextInt(4) > 0 || capability == Capability.MULTI_TOKEN_PREDICTION;
        stack.put(
            capability,
            new CapabilityState(Support.YES, on, Card.assumed(1 + random.nextDouble())));
      }
    }
    return card.platform().withStack(stack);
  }

  private static OperatingPoint randomPoint(Random random) {
    Configuration run = new Configuration(
        "DeepSeek-R1",
        WorkloadKind.SINGLE_TURN,
        1024,
        1024,
        random.nextBoolean() ? Precision.FP4 : Precision.FP8,
        "Dynamo",
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean());
    double speed = 5 + 60 * random.nextDouble();
    return new OperatingPoint(
        run,
        new Throughput(10_000 * random.nextDouble() / speed, null, null),
        speed,
        null,
        null,
        null,
        null,
        random.nextBoolean() ? 8 : 72,
        null,
        null,
        Card.MEASURED);
  }

  private static OperatingPoint point(Precision precision, boolean mtp, double total) {
    return point(precision, mtp, 20, total);
  }

  private static OperatingPoint point(
      Precision precision, boolean mtp, double speed, double total) {
    Configuration run = new Configuration(
        "DeepSeek-R1",
        WorkloadKind.SINGLE_TURN,
        1024,
        1024,
        precision,
        "SGLang",
        mtp,
        false,
        false,
        false);
    return Card.point(run, speed, new Throughput(total, null, null));
  }

  private static Evaluation evaluate(Scenario scenario, Platform... platforms) {
    return new Evaluator().evaluate(Card.workspace(scenario, platforms));
  }

  private static Decomposition cost(Platform baseline, Platform candidate) {
    return found(Decomposition.of(
        evaluate(ALWAYS, baseline, candidate), baseline.id(), candidate.id(), Subject.COST));
  }

  private static Decomposition found(Outcome<Decomposition> outcome) {
    return outcome.found().orElseThrow(() -> new AssertionError(outcome));
  }

  private static Worth candidate(Share share) {
    return Objects.requireNonNull(share.candidate());
  }

  private static double ln(Decomposition why, Driver driver) {
    return why.share(driver)
        .orElseThrow(() -> new AssertionError("no " + driver))
        .ln();
  }

  private static double sum(Decomposition why) {
    return why.shares().stream().mapToDouble(Share::ln).sum();
  }
}
