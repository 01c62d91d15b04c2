package app.waterline.engine;

import static app.waterline.Card.published;
import static app.waterline.engine.Figures.figure;
import static app.waterline.engine.Figures.reason;
import static app.waterline.engine.Figures.term;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.model.Amortization;
import app.waterline.model.Figure;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every expected figure is the formula of docs/model.md, section 2, worked out by hand beside it. */
class GpuHourCostTest {
  private static final Power IT_1_2_KW =
      new Power(published(1.2), PowerBasis.CRITICAL_IT, null, published(0.3));

  private static Explained cost(Platform platform, Scenario scenario) {
    return figure(GpuHourCost.of(platform, scenario));
  }

  private static Pricing.Owned owned(
      Amortization amortization,
      double residual,
      @Nullable Double facilityPerKw,
      @Nullable Double colocation) {
    return new Pricing.Owned(
        amortization,
        published(40_000),
        published(5),
        published(residual),
        facilityPerKw == null ? null : published(facilityPerKw),
        facilityPerKw == null ? null : published(15),
        colocation == null ? null : published(colocation),
        published(0.05),
        published(876));
  }

  private static Platform card(Pricing pricing) {
    return Card.named("card").priced(pricing).power(IT_1_2_KW).platform();
  }

  @Test
  void recoveryFactorOfAMortgageTable() {
    // 8 % over 5 years: 0.250456, any table of capital recovery factors
    assertThat(GpuHourCost.recoveryFactor(0.08, 5)).isCloseTo(0.2504564546, within(1e-10));
    assertThat(GpuHourCost.recoveryFactor(0, 4)).isEqualTo(0.25);
    assertThat(GpuHourCost.recoveryFactor(1e-15, 4)).isCloseTo(0.25, within(1e-14));
    assertThatThrownBy(() -> GpuHourCost.recoveryFactor(-0.01, 4)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void aRateLeavesThePowerPriceAlone() {
    Platform rented = Card.named("rented").rented(2.5).power(2).platform();
    assertThat(cost(rented, Scenario.DEFAULT.withPowerPrice(0.4)).value()).isEqualTo(2.5);
    assertThat(cost(rented, Scenario.DEFAULT).name()).isEqualTo("cost per GPU-hour, rented");
  }

  @Test
  void aRateThatFollowsThePowerPrice() {
    Platform rented =
        Card.named("rented").rentedWithPowerAt(2.5, 0.06).power(IT_1_2_KW).platform();
    Scenario scenario = Scenario.DEFAULT.withPowerPrice(0.16).withPue(1.25).withUtilization(0.5);
    // k_s = 1.2 · 1.25 = 1.5; k_avg = 1.5 · (0.3 + 0.7 · 0.5) = 0.975; 2.5 + 0.975 · (0.16 − 0.06)
    assertThat(cost(rented, scenario).value()).isCloseTo(2.5975, within(1e-12));
  }

  @Test
  void powerWorthMoreThanTheRateIsNoPrice() {
    Platform odd = Card.named("odd").rentedWithPowerAt(0.5, 1).power(2).platform();
    assertThat(reason(GpuHourCost.of(odd, Scenario.DEFAULT.withPowerPrice(0))))
        .contains("worth more than the rate");
  }

  @Test
  void aRateThatFollowsThePowerPriceNeedsAPowerFigure() {
    Platform unknown = Card.named("unknown").rentedWithPowerAt(2, 0.06).platform();
    assertThat(reason(GpuHourCost.of(unknown, Scenario.DEFAULT)))
        .isEqualTo("no power figure for unknown GPU");
  }

  @Test
  void ownedByAnnuityInAFacilityOfItsOwn() {
    Scenario scenario = Scenario.DEFAULT.withPue(1.25).withUtilization(0.5).withPowerPrice(0.1);
    Explained hour = cost(card(owned(Amortization.ANNUITY, 0.1, 12_000.0, null)), scenario);
    // CRF(8 %, 5) = 0.2504564546; 0.2504564546 · (40 000 − 4 000 ÷ 1.08⁵) ÷ 8760
    assertThat(term(hour, "capital")).isCloseTo(1.0658028, within(1e-7));
    // CRF(8 %, 15) = 0.1168295449; 0.1168295449 · 12 000 · 1.5 ÷ 8760
    assertThat(term(hour, "facility")).isCloseTo(0.2400607, within(1e-6));
    assertThat(term(hour, "maintenance")).isCloseTo(2_000 / 8760.0, within(1e-12));
    assertThat(term(hour, "staff and software")).isCloseTo(0.1, within(1e-12));
    // k_avg = 1.5 · (0.3 + 0.7 · 0.5) = 0.975
    assertThat(term(hour, "energy")).isCloseTo(0.0975, within(1e-12));
    assertThat(hour.name()).isEqualTo("cost per GPU-hour, owned, annuity");
    assertThat(hour.formula())
        .isEqualTo("capital + facility + maintenance + staff and software + energy");
    assertTermsAddUp(hour);
  }

  @Test
  void ownedInColocation() {
    Explained hour =
        cost(card(owned(Amortization.ANNUITY, 0, null, 146.0)), Scenario.DEFAULT.withPue(1.25));
    // 12 · 146 · 1.5 ÷ 8760
    assertThat(term(hour, "colocation")).isCloseTo(0.3, within(1e-12));
    assertTermsAddUp(hour);
  }

  @Test
  void ownedByStraightLine() {
    Scenario scenario = Scenario.DEFAULT.withPue(1.25);
    Explained hour = cost(card(owned(Amortization.STRAIGHT_LINE, 0.1, 12_000.0, null)), scenario);
    // 0.9 · 40 000 ÷ 5 = 7 200 a year, and 8 % on (40 000 + 4 000) ÷ 2 = 1 760
    assertThat(term(hour, "capital")).isCloseTo((7_200 + 1_760) / 8760.0, within(1e-12));
    // (12 000 ÷ 15 + 8 % · 12 000 ÷ 2) · 1.5 kW
    assertThat(term(hour, "facility")).isCloseTo((800 + 480) * 1.5 / 8760, within(1e-12));
    assertThat(hour.name()).endsWith("straight-line");
    assertTermsAddUp(hour);
  }

  @Test
  void withoutCostOfCapitalBothConventionsAgree() {
    Scenario free = Scenario.DEFAULT.withCostOfCapital(0);
    double annuity =
        cost(card(owned(Amortization.ANNUITY, 0.2, 9_000.0, null)), free).value();
    double straight =
        cost(card(owned(Amortization.STRAIGHT_LINE, 0.2, 9_000.0, null)), free).value();
    assertThat(annuity).isCloseTo(straight, within(1e-12));
  }

  @Test
  void aNegligibleCostOfCapitalIsTheLimitOfNone() {
    Platform card = card(owned(Amortization.ANNUITY, 0.2, 9_000.0, null));
    double none = cost(card, Scenario.DEFAULT.withCostOfCapital(0)).value();
    double hardlyAny = cost(card, Scenario.DEFAULT.withCostOfCapital(1e-12)).value();
    assertThat(hardlyAny).isCloseTo(none, within(1e-10));
  }

  @Test
  void ownedNeedsAPowerFigure() {
    Platform unknown =
        Card.named("unknown").priced(owned(Amortization.ANNUITY, 0, null, null)).platform();
    assertThat(reason(GpuHourCost.of(unknown, Scenario.DEFAULT)))
        .isEqualTo("no power figure for unknown GPU");
  }

  @Test
  void aFacilityAndColocationExcludeEachOther() {
    assertThatThrownBy(() -> owned(Amortization.ANNUITY, 0, 12_000.0, 146.0))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("[12000.0 $/kW and 146.0 $/kW-month]")
        .hasMessageContaining("Set one of them to 0");
  }

  @Test
  void aUtilityFigureIsRescaledByItsOwnPue() {
    Scenario at1_3 = Scenario.DEFAULT.withPue(1.3);
    Platform known = utility(published(1.25));
    // 2 kW · 1.3 ÷ 1.25
    assertThat(figure(FacilityPower.provisioned(known.hardware(), at1_3)).value())
        .isCloseTo(2.08, within(1e-12));
    assertThat(reason(FacilityPower.provisioned(utility(null).hardware(), at1_3)))
        .isEqualTo("the power figure does not say which PUE is inside it");
    assertThat(figure(FacilityPower.provisioned(utility(null).hardware(), Scenario.DEFAULT))
            .value())
        .isEqualTo(2);
  }

  private static Platform utility(@Nullable Figure referencePue) {
    return Card.named("utility")
        .power(new Power(published(2), PowerBasis.UTILITY, referencePue, published(0)))
        .platform();
  }

  private static void assertTermsAddUp(Explained hour) {
    double sum = hour.terms().stream().mapToDouble(Term::value).sum();
    assertThat(sum)
        .isCloseTo(hour.value(), within(Math.ulp(hour.value()) * hour.terms().size()));
  }
}
