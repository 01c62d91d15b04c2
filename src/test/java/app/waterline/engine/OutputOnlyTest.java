package app.waterline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.model.Capability;
import app.waterline.model.Configuration;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Scenario;
import app.waterline.model.Throughput;
import app.waterline.model.TokenCount;
import app.waterline.model.Workload;
import app.waterline.model.WorkloadKind;
import java.util.EnumSet;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Runs that count one kind of token only. Source of the figures: MLPerf inference 5.1, DeepSeek-R1,
 * Server scenario, GB300 NVL72: 209,328 output tokens/s on 72 GPUs; $2.652 per GPU-hour.
 */
class OutputOnlyTest {
  private static final double SERVER = 209_328.0 / 72;
  private static final Workload ANY = new Workload(null, null, null, null, null, 0);
  private static final Scenario SCENARIO = Scenario.DEFAULT.withWorkload(ANY);

  @Test
  void costPerOutputTokenWithoutATotal() {
    PlatformEvaluation rack = evaluate(card().measured(Card.point(run("a"), 12.5, output(SERVER))));
    // 2.652 ÷ (3600 · 2907.33) · 10⁶
    assertThat(rack.of(Metric.COST_PER_MILLION_OUTPUT_TOKENS)
            .figure()
            .orElseThrow()
            .value())
        .isCloseTo(0.253382, within(1e-6));
    assertThat(rack.of(Metric.OUTPUT_TOKENS_PER_SECOND_PER_GPU)
            .figure()
            .orElseThrow()
            .value())
        .isCloseTo(2907.3333, within(1e-4));
    for (Metric missing : List.of(
        Metric.TOKENS_PER_SECOND_PER_GPU,
        Metric.COST_PER_MILLION_TOKENS,
        Metric.COST_PER_MILLION_INPUT_TOKENS,
        Metric.JOULES_PER_TOKEN)) {
      assertThat(rack.of(missing))
          .as("%s", missing)
          .isEqualTo(new NotAvailable("the run reports output tokens only"));
    }
  }

  @Test
  void inputOnlyLikewise() {
    PlatformEvaluation rack =
        evaluate(card().measured(Card.point(run("a"), 12.5, new Throughput(null, 100.0, null))));
    assertThat(
            rack.of(Metric.COST_PER_MILLION_INPUT_TOKENS).figure().orElseThrow().value())
        .isCloseTo(2.652 / 360_000 * 1e6, within(1e-9));
    assertThat(rack.of(Metric.COST_PER_MILLION_OUTPUT_TOKENS))
        .isEqualTo(new NotAvailable("the run reports input tokens only"));
  }

  @Test
  void theFrontierIsOfOutputTokens() {
    Platform rack = card()
        .measured(Card.point(run("a"), 10, output(3000)))
        .measured(Card.point(run("a"), 20, output(1000)))
        .measured(Card.point(run("a"), 15, output(900)))
        .platform();
    Curve curve = Curves.allowed(rack, ANY).getFirst();
    assertThat(curve.counted()).isEqualTo(TokenCount.OUTPUT);
    assertThat(curve.frontier().points()).hasSize(2);
    assertThat(curve.rateAt(15, TokenCount.OUTPUT)).isBetween(1000.0, 3000.0);
    assertThat(curve.rateAt(15, TokenCount.TOTAL)).isNull();
  }

  /** 5,000 output tokens/s look better than 4,000 of both kinds, and must not be compared with them. */
  @Test
  void runsWithATotalDecideAloneWhereThereAreAny() {
    Platform mixed = card()
        .measured(Card.point(run("a"), 10, output(5000)))
        .measured(Card.point(run("b"), 10, new Throughput(4000.0, null, null)))
        .platform();
    assertThat(Curves.allowed(mixed, ANY))
        .extracting(curve -> curve.configuration().servingStack())
        .containsExactly("b");
    assertThat(SwitchableCurves.of(mixed, ANY).with(EnumSet.allOf(Capability.class)))
        .extracting(curve -> curve.configuration().servingStack())
        .containsExactly("b");
  }

  /** The same configuration, measured by two tools, is two curves. */
  @Test
  void oneConfigurationIsNeverACurveOfBothCounts() {
    Platform mixed = card()
        .measured(Card.point(run("a"), 10, output(5000)))
        .measured(Card.point(run("a"), 20, new Throughput(4000.0, null, null)))
        .platform();
    Curve curve =
        Assertions.assertThat(Curves.allowed(mixed, ANY)).singleElement().actual();
    assertThat(curve.slowest()).isEqualTo(20);
  }

  @Test
  void aRunThatCountsNothingIsRefused() {
    Assertions.assertThatThrownBy(() -> new Throughput(null, null, null))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("at least one");
    assertThat(new Throughput(null, 1.0, 2.0).total()).isEqualTo(3.0);
  }

  private static Throughput output(double rate) {
    return new Throughput(null, null, rate);
  }

  private static Card card() {
    return Card.named("rack").rented(2.652).scaleUp(72);
  }

  private static Configuration run(String stack) {
    return new Configuration(
        "DeepSeek-R1",
        WorkloadKind.SINGLE_TURN,
        null,
        null,
        Precision.FP4,
        stack,
        false,
        false,
        false,
        false);
  }

  private static PlatformEvaluation evaluate(Card card) {
    Platform platform = card.platform();
    return Figures.evaluate(platform, SCENARIO);
  }
}
