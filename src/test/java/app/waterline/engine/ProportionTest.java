package app.waterline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.model.Figure;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.TokenCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProportionTest {
  private static final Scenario SCENARIO =
      Scenario.DEFAULT.withUtilization(0.6).withPowerPrice(0.11).withPue(1.2);

  private static Platform card() {
    Figure tokens = Card.published(4321);
    return Card.named("a")
        .rentedWithPowerAt(2.5, 0.07)
        .power(new Power(Card.published(1.9), PowerBasis.CRITICAL_IT, null, Card.assumed(0.3)))
        .delivering(
            new ManualThroughput(tokens, Card.published(4000), Card.published(321), null, null))
        .platform();
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void givesWhatTheEvaluationGives(Metric metric) {
    PlatformEvaluation evaluation = Figures.evaluate(card(), SCENARIO);
    Proportion.of(card(), SCENARIO, metric)
        .ifPresent(proportion -> assertThat(proportion.at(tokens(proportion.counted())))
            .isCloseTo(
                Figures.value(evaluation, metric),
                within(Figures.value(evaluation, metric) * 1e-13)));
  }

  private static double tokens(TokenCount counted) {
    return switch (counted) {
      case TOTAL -> 4321;
      case INPUT -> 4000;
      case OUTPUT -> 321;
    };
  }

  @Test
  void coversTheMetricsOfTheFrontier() {
    assertThat(Proportion.of(card(), SCENARIO, Metric.TOKENS_PER_SECOND_PER_GPU))
        .contains(new Proportion(TokenCount.TOTAL, 0.6, false));
    assertThat(Proportion.of(card(), SCENARIO, Metric.COST_PER_MILLION_OUTPUT_TOKENS))
        .isPresent();
    assertThat(Proportion.of(card(), SCENARIO, Metric.JOULES_PER_TOKEN)).isPresent();
    assertThat(Proportion.of(card(), SCENARIO, Metric.COST_PER_GPU_HOUR)).isEmpty();
  }

  @Test
  void aHostedApiHasNone() {
    Platform api = Card.named("api")
        .priced(new Pricing.HostedApi(Card.published(1), null, Card.published(2)))
        .platform();
    assertThat(Proportion.of(api, SCENARIO, Metric.COST_PER_MILLION_TOKENS)).isEmpty();
  }
}
