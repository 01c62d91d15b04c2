package app.waterline.engine.plan;

import static app.waterline.Card.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Result;
import app.waterline.model.Amortization;
import app.waterline.model.Platform;
import app.waterline.model.PriceList;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Workload;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private static final Scenario SCENARIO =
      Scenario.DEFAULT.withWorkload(new Workload(null, null, null, 1000, 1000, 0));

  private static Pricing.Owned owned(@Nullable Double colocation) {
    return new Pricing.Owned(
        Amortization.STRAIGHT_LINE,
        published(35_040),
        published(4),
        published(0),
        null,
        null,
        colocation == null ? null : published(colocation),
        published(0),
        published(0));
  }

  private static SideBySide compare(Scenario scenario, Platform machine, Platform api) {
    PriceList list = new PriceList(
        "list",
        "Rented",
        "2026",
        "by the hour",
        List.of(new PriceList.Entry("M GPU", published(2))));
    Evaluation evaluation = new Evaluator()
        .evaluate(Card.workspace(scenario, machine, api).withPriceLists(List.of(list)));
    return SideBySide.of(evaluation, evaluation.platforms().getFirst());
  }

  private static Platform api(double price) {
    return Card.named("API")
        .priced(new Pricing.HostedApi(published(price), null, published(price)))
        .platform();
  }

  private static double value(Result result) {
    return ((Explained) result).value();
  }

  @Test
  void theStackAddsUpToTheCost() {
    Platform machine =
        Card.named("M").power(1).priced(owned(100.0)).delivering(1000).platform();

    SideBySide compared = compare(SCENARIO, machine, api(1));

    assertThat(compared.offers())
        .extracting(Offer::way)
        .containsExactly(Offer.Way.COLOCATE, Offer.Way.API, Offer.Way.RENT);
    for (Offer offer : compared.offers()) {
      double sum = offer.stack().stream()
          .mapToDouble(part -> value(part.perMillionTokens()))
          .sum();
      assertThat(sum)
          .isCloseTo(value(offer.figures().of(Metric.COST_PER_MILLION_TOKENS)), within(1e-12));
    }
  }

  /** $1 an hour of capital alone, 1,000 tok/s: 3.6 M tokens an hour at full load. */
  @Test
  void owningBeatsTheApiAboveAVolume() {
    Platform machine =
        Card.named("M").power(1).priced(owned(null)).delivering(1000).platform();

    SideBySide compared =
        compare(SCENARIO.withCostOfCapital(0).withPowerPrice(0), machine, api(0.5));

    Crossing crossing = compared.crossings().getFirst();
    double u = 1 / (3.6 * 0.5);
    assertThat(value(crossing.utilization())).isCloseTo(u, within(1e-12));
    assertThat(value(crossing.tokensPerDay())).isCloseTo(u * 1000 * 8 * 86_400, within(1e-3));
    assertThat(crossing.cheaperAbove().name()).isEqualTo("M");
    assertThat(crossing.sentence())
        .isEqualTo(
            "Above 55.6 % utilization, 384 M tokens a day on one system, M is cheaper; below, API.");
  }

  @Test
  void aCrossingThatIsNotThereIsSaid() {
    Platform machine =
        Card.named("M").power(1).priced(owned(null)).delivering(1000).platform();

    SideBySide compared = compare(SCENARIO, machine, api(0.01));

    assertThat(compared.crossings().getFirst().utilization()).isInstanceOf(NotAvailable.class);
    assertThat(compared.crossings().getFirst().sentence())
        .isEqualTo("API is cheaper than M at any utilization.");
  }
}
