package app.waterline.engine.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.document.FigureSlots;
import app.waterline.document.Levers;
import app.waterline.document.ScenarioSlot;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.why.BreakEven.Moved;
import app.waterline.model.Amortization;
import app.waterline.model.InvalidInput;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static final Evaluator EVALUATOR = new Evaluator();
  private static final Gauge COST_OF_H200 = Gauge.of("H200", Metric.COST_PER_MILLION_TOKENS);
  private static final Lever UTILIZATION = Levers.of(ScenarioSlot.UTILIZATION);
  private static final Lever POWER_PRICE = Levers.of(ScenarioSlot.POWER_PRICE);
  private static final Lever RATE = Levers.of("H200", FigureSlots.RATE);

  @Test
  void leversAreNamedByTheirPlaceInTheFile() {
    List<Lever> levers = Levers.of(published());
    assertThat(levers)
        .extracting(Lever::id)
        .doesNotHaveDuplicates()
        .contains(
            "/scenario/utilization",
            "/platforms/H200/pricing/ratePerGpuHour",
            "/platforms/GB300/throughput/tokensPerSecondPerGpu",
            "/platforms/GB300/hardware/power/kwPerGpu")
        .doesNotContain("/scenario/pue", "/platforms/H200/pricing/capitalPerGpu");
  }

  @Test
  void aLeverReadsWhatItWrote() {
    Workspace workspace = published();
    for (Lever lever : Levers.of(workspace)) {
      double moved = lever.get(workspace).orElseThrow() * 0.999;
      if (lever.domain().contains(moved)) {
        assertThat(lever.get(lever.set(workspace, moved)).orElseThrow())
            .as(lever.id())
            .isCloseTo(moved, within(0.5));
      }
    }
  }

  @Test
  void theTornadoIsSortedBySwing() { // cost is in proportion to the rate, and to 1 ÷ tokens
    Tornado tornado = Tornado.of(EVALUATOR, published(), COST_OF_H200, Levers.of(published()), 0.2);
    double cost = 1.41 / (3600 * 93.25) * 1e6;
    assertThat(tornado.bars())
        .extracting(bar -> bar.lever().id())
        .containsExactly(
            "/platforms/H200/throughput/tokensPerSecondPerGpu",
            "/platforms/H200/pricing/ratePerGpuHour",
            "/scenario/utilization");
    assertThat(tornado.bars().get(0).swing()).isCloseTo(cost / 0.8 - cost / 1.2, within(1e-12));
    assertThat(tornado.bars().get(1).swing()).isCloseTo(cost * 0.4, within(1e-12));
    assertThat(tornado.bars().get(2).swing()).isCloseTo(cost / 0.8 - cost, within(1e-12));
  }

  @Test
  void anEndOutsideTheDomainStopsAtItsEdgeAndSaysSo() {
    Tornado tornado =
        Tornado.of(EVALUATOR, published(), COST_OF_H200, List.of(UTILIZATION, RATE), 0.2);
    Tornado.Bar rate = tornado.bars().get(0);
    Tornado.Bar utilization = tornado.bars().get(1);
    assertThat(rate.span().clamped()).isFalse();
    assertThat(utilization.span()).isEqualTo(new Span(0.8, 1, true));
  }

  @Test
  void theRatioToTheBaselineCanBeTheOutcome() {
    Gauge ratio = new Gauge("GB300", Metric.COST_PER_MILLION_TOKENS, "H200");
    Tornado tornado = Tornado.of(EVALUATOR, published(), ratio, List.of(UTILIZATION, RATE), 0.1);
    assertThat(tornado.bars()).hasSize(1);
    double base = 2.652 / 5970 / (1.41 / 93.25);
    assertThat(tornado.bars().getFirst().swing()).isCloseTo(base / 0.9 - base / 1.1, within(1e-12));
  }

  @Test
  void crossedAndEmptyRangesAreRefused() {
    assertThatThrownBy(() -> new Span(3, 2, false))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("[3.0 to 2.0]");
    assertThatThrownBy(() -> Span.around(1, 0, UTILIZATION.domain()))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> Sweep.steps(2, 1, 10)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void aSweepGivesEveryPlatformAtEveryStep() {
    Sweep sweep = Sweep.of(
        EVALUATOR,
        published(),
        Metric.COST_PER_MILLION_TOKENS,
        UTILIZATION,
        Sweep.steps(0.25, 1, 4));
    assertThat(sweep.values()).containsExactly(0.25, 0.5, 0.75, 1.0);
    assertThat(sweep.lines()).extracting(Sweep.Line::platform).containsExactly("H200", "GB300");
    Explained half = (Explained) sweep.lines().getFirst().results().get(1);
    assertThat(half.value()).isCloseTo(2 * 1.41 / (3600 * 93.25) * 1e6, within(1e-12));
  }

  @Test
  void aSweepBeyondTheDomainSaysWhy() {
    Sweep sweep = Sweep.of(
        EVALUATOR, published(), Metric.COST_PER_MILLION_TOKENS, UTILIZATION, new double[] {1, 1.4});
    NotAvailable refused = (NotAvailable) sweep.lines().getFirst().results().get(1);
    assertThat(refused.reason()).contains("[140 %]");
  }

  @Test
  void breakEvenPrice() {
    BreakEven price =
        BreakEven.of(EVALUATOR, published(), RATE, Moved.FIRST_ALONE, "H200", "GB300");
    assertThat(price.now()).isEqualTo(1.41);
    assertThat(price.value().found().orElseThrow()).isCloseTo(2.652 * 93.25 / 5970, within(1e-10));
  }

  @Test
  void breakEvenThroughput() {
    assertThat(BreakEven.throughput(EVALUATOR, published(), "H200", "GB300")
            .found()
            .orElseThrow())
        .isCloseTo(5970 * 1.41 / 2.652, within(1e-9));
  }

  @Test
  void breakEvenPowerPrice() {
    // Owned: 87,600 $ over 10 years at no cost of capital is 1 $/h, and 2 kW at e; rented: 1.5 $/h,
    // as many tokens.
    Workspace workspace = Card.workspace(
        Scenario.DEFAULT.withCostOfCapital(0),
        Card.named("own")
            .bought(Amortization.ANNUITY, 87_600, 10, 0)
            .power(2)
            .delivering(100)
            .platform(),
        Card.named("rent").rented(1.5).delivering(100).platform());
    BreakEven power = BreakEven.of(EVALUATOR, workspace, POWER_PRICE, Moved.BOTH, "own", "rent");
    assertThat(power.value().found().orElseThrow()).isCloseTo(0.25, within(1e-10));
  }

  @Test
  void utilizationThatNeverPaysIsNoneInRange() {
    BreakEven none =
        BreakEven.of(EVALUATOR, published(), UTILIZATION, Moved.FIRST_ALONE, "H200", "GB300");
    assertThat(none.value()).isEqualTo(new Outcome.None<>("none in range"));
    BreakEven idle =
        BreakEven.of(EVALUATOR, published(), UTILIZATION, Moved.FIRST_ALONE, "GB300", "H200");
    assertThat(idle.value().found().orElseThrow())
        .isCloseTo(2.652 / 5970 / (1.41 / 93.25), within(1e-10));
  }

  @Test
  void theBridgeAddsUp() {
    Decomposition why = Decomposition.of(
            EVALUATOR.evaluate(published()), "H200", "GB300", Decomposition.Subject.COST)
        .found()
        .orElseThrow();
    Bridge bridge = Bridge.of(why);
    double sum = bridge.steps().stream().mapToDouble(Bridge.Step::amount).sum();
    assertThat(bridge.from() + sum).isCloseTo(bridge.to(), within(1e-12));
    assertThat(bridge.from()).isCloseTo(4.2001787, within(1e-6));
    assertThat(bridge.steps().getFirst().amount()).isPositive();
  }

  @Test
  void aBridgeBetweenEqualsHasNoSlope() {
    Workspace same = Card.workspace(
        Scenario.DEFAULT,
        Card.named("A").rented(2).delivering(100).platform(),
        Card.named("B").rented(4).delivering(200).platform());
    Bridge bridge =
        Bridge.of(Decomposition.of(EVALUATOR.evaluate(same), "A", "B", Decomposition.Subject.COST)
            .found()
            .orElseThrow());
    double cost = 2 / (3600 * 100.0) * 1e6;
    assertThat(bridge.steps())
        .extracting(Bridge.Step::amount)
        .satisfiesExactly(
            price -> assertThat(price).isCloseTo(cost * Math.log(2), within(1e-12)),
            rest -> assertThat(rest).isCloseTo(-cost * Math.log(2), within(1e-12)));
  }

  private static Workspace published() {
    return Card.workspace(
        Scenario.DEFAULT,
        Card.named("H200").rented(1.41).power(1.73).delivering(93.25).platform(),
        Card.named("GB300").rented(2.652).power(2.1).delivering(5970).platform());
  }
}
