package app.waterline.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.Card;
import app.waterline.model.Amortization;
import app.waterline.model.Currency;
import app.waterline.model.Distribution;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Platform;
import app.waterline.model.PriceList;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Prices of a list that are copied into the cards, and which list a workspace is at. */
class RepricingTest {
  private static final Evidence QUOTE =
      new Evidence(Evidence.Kind.PUBLISHED, "Winter list", "2026-01", null);
  private static final Platform A = Card.named("a").rented(2).platform();
  private static final Platform B = Card.named("b").rented(5).platform();
  private static final Platform OWNED =
      Card.named("o").bought(Amortization.ANNUITY, 40_000, 4, 0).platform();
  private static final Workspace STATE = Card.workspace(Scenario.DEFAULT, A, B, OWNED);

  private static PriceList list(String id, PriceList.Entry... entries) {
    return new PriceList(id, id, "2026-01", "for a test", List.of(entries));
  }

  private static PriceList.Entry price(String platform, double rate) {
    return new PriceList.Entry(platform + " GPU", new Figure(rate, QUOTE));
  }

  private static Figure rate(Workspace workspace, String platform) {
    return workspace.platform(platform).flatMap(FigureSlots.RATE::of).orElseThrow();
  }

  @Test
  void rentedPlatformsThatTheListDoesNotKnowKeepTheirPriceAndAreNamed() {
    PriceList list = list("x", price("a", 3));
    Workspace after = Repricing.with(list, STATE);
    assertThat(rate(after, "a")).isEqualTo(new Figure(3, QUOTE));
    assertThat(rate(after, "b")).isEqualTo(rate(STATE, "b"));
    assertThat(after.platform("o")).contains(OWNED);
    assertThat(Repricing.without(list, STATE)).containsExactly(B);
    assertThat(Repricing.without(list("y", price("a", 3), price("b", 4)), STATE))
        .isEmpty();
  }

  @Test
  void thePowerPriceInsideTheOldRateGoesWithIt() {
    Workspace powered = Card.workspace(
        Scenario.DEFAULT, Card.named("a").rentedWithPowerAt(2, 0.05).platform());
    Workspace after = Repricing.with(list("x", price("a", 3)), powered);
    assertThat(after.platform("a").map(Platform::pricing))
        .contains(new Pricing.Rental(new Figure(3, QUOTE), null));
  }

  /** 3 dollars × 0.9 euro a dollar = 2.7 euro; by hand. */
  @Test
  void aPriceInAnotherCurrencyIsConvertedAndSaysHow() {
    Workspace euro = STATE.withCurrency(new Currency("EUR", Card.published(0.9)));
    Evidence noted = new Evidence(QUOTE.kind(), QUOTE.source(), QUOTE.date(), "list price");
    PriceList list = list("x", price("a", 3), new PriceList.Entry("b GPU", new Figure(4, noted)));
    Workspace after = Repricing.with(list, euro);
    assertThat(rate(after, "a").value()).isEqualTo(3 * 0.9);
    assertThat(rate(after, "a").evidence())
        .isEqualTo(
            new Evidence(QUOTE.kind(), QUOTE.source(), QUOTE.date(), "$3.0 at 0.9 EUR per dollar"));
    assertThat(rate(after, "b").evidence().note())
        .isEqualTo("list price; $4.0 at 0.9 EUR per dollar");
  }

  @Test
  void theRangeOfAPriceIsConvertedWithIt() {
    Workspace euro = STATE.withCurrency(new Currency("EUR", Card.published(0.5)));
    Figure vague = new Figure(3, new Distribution.Uniform(2, 4), QUOTE);
    Workspace after = Repricing.with(list("x", new PriceList.Entry("a GPU", vague)), euro);
    assertThat(rate(after, "a").range()).isEqualTo(new Distribution.Uniform(1, 2));
  }

  @Test
  void ofListsWithEqualPricesTheOneThatTheCardsNameIsInForce() {
    PriceList other = list(
        "other",
        new PriceList.Entry("a GPU", Card.assumed(3)),
        new PriceList.Entry("b GPU", Card.assumed(4)));
    PriceList named = list("named", price("a", 3), price("b", 4));
    Workspace with = STATE.withPriceLists(List.of(other, named));
    assertThat(Repricing.inForce(Repricing.with(named, with))).contains(named);
    assertThat(Repricing.inForce(Repricing.with(other, with))).contains(other);
  }

  @Test
  void aListOfEqualPricesIsInForceAlsoWhereTheCardsNameAnotherSource() {
    PriceList list = list("x", price("a", 2), price("b", 5));
    assertThat(Repricing.inForce(STATE.withPriceLists(List.of(list)))).contains(list);
  }

  @Test
  void noListIsInForceWherePricesAreMixedOrItKnowsNone() {
    PriceList mixed = list("mixed", price("a", 2), price("b", 6));
    PriceList strange = list("strange", price("another", 2));
    PriceList empty = list("empty");
    assertThat(Repricing.inForce(STATE.withPriceLists(List.of(mixed, strange, empty))))
        .isEmpty();
    assertThat(Repricing.inForce(STATE)).isEqualTo(Optional.empty());
  }

  @Test
  void listsAreAddedReplacedByTheirIdAndTakenAway() {
    PriceList first = list("x", price("a", 3));
    PriceList second = list("y", price("a", 4));
    PriceList better = list("x", price("a", 5));
    Workspace both = Edits.addPriceLists("", List.of(first, second)).change().apply(STATE);
    assertThat(both.priceLists()).containsExactly(first, second);
    assertThat(Edits.addPriceLists("", List.of(better)).change().apply(both).priceLists())
        .containsExactly(better, second);
    assertThat(Edits.deletePriceList("", "x").change().apply(both).priceLists())
        .containsExactly(second);
  }
}
