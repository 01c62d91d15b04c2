package app.waterline.engine.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.document.FigureSlots;
import app.waterline.document.Levers;
import app.waterline.engine.Metric;
import app.waterline.model.Distribution;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.Platform;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bands of figures whose distribution is known by hand. */
class BandsTest {
  private static final Evidence HAND = Evidence.assumption("by hand");

  private static Workspace workspace() {
    Platform uncertain = FigureSlots.RATE.in(
        platform("A", 2.7), new Figure(2.7, new Distribution.Uniform(2.3, 3.1), HAND));
    return Card.workspace(Scenario.DEFAULT, uncertain, platform("B", 1.41));
  }

  private static Platform platform(String id, double rate) {
    return Card.named(id).rented(rate).delivering(1000).platform();
  }

  private static Bands bands(Workspace workspace) {
    return Bands.of(workspace, Levers.uncertain(workspace)).orElseThrow();
  }

  @Test
  void findsTheRangesOfAWorkspace() {
    Workspace both = workspace()
        .withScenario(Scenario.DEFAULT
            .withUtilization(0.7)
            .withRange(Input.UTILIZATION, new Distribution.Uniform(0.5, 0.8)));
    assertThat(Levers.uncertain(both).keySet().stream().map(Lever::id))
        .containsExactly("/scenario/utilization", "/platforms/A/pricing/ratePerGpuHour");
    assertThat(Levers.uncertain(both).values())
        .containsExactly(new Distribution.Uniform(0.5, 0.8), new Distribution.Uniform(2.3, 3.1));
  }

  /** A rent anywhere from 2.3 to 3.1: one in twenty is below 2.34, half below 2.7, one in twenty above 3.06. */
  @Test
  void theRentIsTheRangeItself() {
    Band rent = bands(workspace()).of("A", Metric.COST_PER_GPU_HOUR).orElseThrow();
    assertThat(rent.p5()).isCloseTo(2.34, within(1e-3));
    assertThat(rent.p50()).isCloseTo(2.7, within(1e-3));
    assertThat(rent.p95()).isCloseTo(3.06, within(1e-3));
    assertThat(rent.missing()).isZero();
  }

  /** 1,000 tokens/s are 3.6 million an hour. */
  @Test
  void theCostFollowsFromIt() {
    Band cost = bands(workspace()).of("A", Metric.COST_PER_MILLION_TOKENS).orElseThrow();
    assertThat(cost.p5()).isCloseTo(2.34 / 3.6, within(1e-4));
    assertThat(cost.p95()).isCloseTo(3.06 / 3.6, within(1e-4));
  }

  @Test
  void tokensPerDollarFallAsTheRentRises() {
    Band tokens = bands(workspace()).of("A", Metric.TOKENS_PER_DOLLAR).orElseThrow();
    assertThat(tokens.p5()).isCloseTo(3.6e6 / 3.06, within(1e3));
    assertThat(tokens.p95()).isCloseTo(3.6e6 / 2.34, within(1e3));
  }

  @Test
  void whatDoesNotMoveHasNoBand() {
    Bands bands = bands(workspace());
    assertThat(bands.of("A", Metric.TOKENS_PER_SECOND_PER_GPU)).isEmpty();
    assertThat(bands.of("B", Metric.COST_PER_MILLION_TOKENS)).isEmpty();
    assertThat(bands.of("A", Metric.REVENUE_PER_GPU_HOUR)).isEmpty();
    assertThat(bands.has(Metric.TOKENS_PER_SECOND_PER_GPU)).isFalse();
    assertThat(bands.has(Metric.COST_PER_GPU_HOUR)).isTrue();
  }

  @Test
  void nothingUncertainHasNoBands() {
    assertThat(Bands.of(workspace(), Map.of())).isEmpty();
    Workspace empty = workspace().withPlatforms(List.of());
    assertThat(Bands.of(empty, Levers.uncertain(empty))).isEmpty();
  }

  @Test
  void theSameWorkspaceGivesTheSameBits() {
    for (Metric metric : Metric.values()) {
      assertThat(bands(workspace()).of("A", metric))
          .isEqualTo(bands(workspace()).of("A", metric));
    }
  }

  /** At 60 tok/s/user wanted, and anything from 50 to 70 uncertain, a card that reaches 60 can't in half of the cases. */
  @Test
  void saysInHowManyCasesThereIsNoFigure() {
    Workspace reaching = Card.workspace(
        Scenario.DEFAULT
            .withTargetInteractivity(60.0)
            .withRange(Input.TARGET_INTERACTIVITY, new Distribution.Uniform(50, 70)),
        FigureSlots.INTERACTIVITY.in(platform("A", 2), new Figure(60, HAND)));
    Band cost = bands(reaching).of("A", Metric.COST_PER_MILLION_TOKENS).orElseThrow();
    assertThat(cost.missing()).isCloseTo(0.5, within(1e-3));
    assertThat(cost.p50()).isCloseTo(2 / 3.6, within(1e-9));
  }

  /** The parts of a throughput move with it, else no draw of it would have a cost. */
  @Test
  void theRangeOfAThroughputTakesItsPartsAlong() {
    Platform parts = FigureSlots.OUTPUT_THROUGHPUT.in(
        FigureSlots.INPUT_THROUGHPUT.in(platform("A", 2), new Figure(800, HAND)),
        new Figure(200, HAND));
    Platform uncertain = FigureSlots.THROUGHPUT.in(
        parts, new Figure(1000, new Distribution.Uniform(900, 1100), HAND));
    Band output = bands(Card.workspace(Scenario.DEFAULT, uncertain))
        .of("A", Metric.COST_PER_MILLION_OUTPUT_TOKENS)
        .orElseThrow();
    assertThat(output.missing()).isZero();
    assertThat(output.p50()).isCloseTo(2 / 0.72, within(1e-3));
  }
}
