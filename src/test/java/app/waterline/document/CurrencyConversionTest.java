package app.waterline.document;

import static app.waterline.Card.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import app.waterline.Card;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.model.Amortization;
import app.waterline.model.Currency;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Sizing;
import app.waterline.model.TokenPrices;
import app.waterline.model.Workload;
import app.waterline.model.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrencyConversionTest {
  private static final Scenario SCENARIO = Scenario.DEFAULT
      .withWorkload(new Workload(null, null, null, 1000, 500, 0.5))
      .withTokenPrices(new TokenPrices(0.55, 0.14, 2.19))
      .withSizing(new Sizing(Sizing.Basis.CAPITAL, 1e6));

  private static final Workspace DOLLARS = Card.workspace(
      SCENARIO,
      Card.named("Rent").power(1.5).rentedWithPowerAt(2.5, 0.1).delivering(500).platform(),
      Card.named("Own")
          .power(1.5)
          .priced(new Pricing.Owned(
              Amortization.ANNUITY,
              published(30_000),
              published(4),
              published(0.1),
              published(10_000),
              published(15),
              null,
              published(0.05),
              published(500)))
          .delivering(500)
          .platform(),
      Card.named("API")
          .priced(new Pricing.HostedApi(published(0.4), published(0.1), published(1.6)))
          .platform());

  @Test
  void aDefaultIsWorthTheSameInEveryCurrency() {
    Currency yen = new Currency("JPY", published(157.3));
    assertThat(ScenarioSlot.POWER_PRICE.defaultValue(Currency.DOLLAR)).contains(0.08);
    assertThat(ScenarioSlot.POWER_PRICE.defaultValue(yen)).contains(0.08 * 157.3);
    assertThat(ScenarioSlot.UTILIZATION.defaultValue(yen)).contains(1.0);
    assertThat(CurrencyConversion.defaults(Currency.DOLLAR)).isEqualTo(Scenario.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({"EUR, 0.92", "JPY, 157.3", "IDR, 16250"})
  void whatAnythingCostsInDollarsStays(String code, double rate) {
    Workspace converted = CurrencyConversion.to(new Currency(code, published(rate)), DOLLARS);
    Evaluation before = new Evaluator().evaluate(DOLLARS);
    Evaluation after = new Evaluator().evaluate(converted);

    assertThat(converted.currency().code()).isEqualTo(code);
    for (int i = 0; i < before.platforms().size(); i++) {
      for (Metric metric : Metric.values()) {
        switch (before.platforms().get(i).of(metric)) {
          case NotAvailable missing ->
            assertThat(after.platforms().get(i).of(metric)).isEqualTo(missing);
          case Explained dollars -> {
            double perDollar = switch (metric) {
              case PFLOPS_PER_DOLLAR, TOKENS_PER_DOLLAR -> 1 / rate;
              default -> metric.unit().isMoney() ? rate : 1;
            };
            double found =
                after.platforms().get(i).of(metric).figure().orElseThrow().value();
            assertThat(found / perDollar)
                .as(metric.key())
                .isCloseTo(dollars.value(), withinPercentage(1e-9));
          }
        }
      }
    }
  }

  @Test
  void thereAndBackIsWhereItWas() {
    Workspace there = CurrencyConversion.to(new Currency("EUR", published(0.5)), DOLLARS);

    assertThat(there).isNotEqualTo(DOLLARS);
    assertThat(CurrencyConversion.to(Currency.DOLLAR, there)).isEqualTo(DOLLARS);
  }
}
