package app.waterline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a range may be, and what happens to it when the value that it stands round moves. */
class DistributionTest {
  private static final Evidence QUOTE = Evidence.assumption("a quote");

  static List<Distribution> shapes() {
    return List.of(
        new Distribution.Uniform(2.3, 3.1),
        new Distribution.Triangular(2.3, 2.65, 3.1),
        new Distribution.Pert(2.3, 2.65, 3.1),
        new Distribution.Normal(2.65, 0.1),
        new Distribution.LogNormal(2.65, 0.1),
        new Distribution.ThreePoints(2.3, 2.65, 3.5),
        new Distribution.ThreePoints(2.5, 2.65, 2.8));
  }

  /** The table of quantiles goes to one value in 2³³; Hipparchus says where that is. */
  @Test
  void bellsEndWhereOneDrawInEightBillionFalls() {
    double far = new NormalDistribution(0, 1).inverseCumulativeProbability(Math.scalb(1.0, -33));
    assertThat(Distribution.REACH).isCloseTo(-far, within(1e-9));
  }

  @Test
  void threePointsEndBeyondTheirDeciles() {
    Distribution.ThreePoints points = new Distribution.ThreePoints(2.3, 2.65, 3.5);
    assertThat(points.at(-1.2815515655446008)).isCloseTo(2.3, within(1e-12));
    assertThat(points.at(1.2815515655446008)).isCloseTo(3.5, within(1e-12));
    assertThat(points.low()).isBetween(2.0, 2.3);
    assertThat(points.high()).isGreaterThan(3.5);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void movesRoundAnotherCentreAndKeepsItsShape(Distribution range) {
    Distribution moved = range.around(range.centre() + 0.5);
    assertThat(moved).hasSameClassAs(range);
    assertThat(moved.centre()).isCloseTo(range.centre() + 0.5, within(1e-12));
    assertThat(range.times(2).centre()).isCloseTo(2 * range.centre(), within(1e-12));
    assertThat(range.times(2).high()).isCloseTo(2 * range.high(), within(1e-9));
  }

  @Test
  void movesInDecimals() {
    assertThat(new Distribution.Uniform(2.3, 3.1).around(2.8))
        .isEqualTo(new Distribution.Uniform(2.4, 3.2));
  }

  @Test
  void stopsAtTheEdgeOfTheDomain() {
    Distribution range = new Distribution.Pert(0.67, 0.72, 0.77);
    assertThat(Input.UTILIZATION.moved(range, 0.99).high()).isCloseTo(1, within(1e-12));
    assertThat(Input.UTILIZATION.moved(range, 0.99).centre()).isCloseTo(0.95, within(1e-12));
    assertThat(Input.UTILIZATION.moved(range, 0.01).low()).isBetween(0.0, 0.001);
    assertThat(Input.UTILIZATION
            .domain()
            .contains(Input.UTILIZATION.moved(range, 0).low()))
        .isTrue();
  }

  @Test
  void aFigureRefusesARangeThatIsNotRoundIt() {
    assertThatThrownBy(() -> new Figure(2.65, new Distribution.Uniform(3, 4), QUOTE))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "The value lies outside its own range [2.65 in 3.0 to 4.0]. Move the range, or take it away.");
  }

  @Test
  void crossedEndsAreRefused() {
    assertThatThrownBy(() -> new Distribution.Uniform(3.1, 2.3))
        .hasMessage(
            "The low end of a uniform distribution must lie below the high end [3.1 to 2.3]. Swap them.");
    assertThatThrownBy(() -> new Distribution.Pert(2.3, 3.2, 3.1))
        .hasMessageContaining("likeliest");
  }

  @Test
  void aRangeOutsideTheDomainIsRefusedWhereTheFigureStands() {
    Figure rate = new Figure(2.65, new Distribution.Normal(2.65, 1), QUOTE);
    assertThatThrownBy(() -> new Pricing.Rental(rate, null))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("The range of Price per GPU-hour leaves what it may be, above 0")
        .hasMessageContaining("Narrow it, or choose a shape with fixed ends");
  }

  @Test
  void theScenarioKeepsARangeRoundItsValueOnly() {
    Distribution range = new Distribution.Uniform(0.5, 0.8);
    Scenario scenario = Scenario.DEFAULT.withUtilization(0.7).withRange(Input.UTILIZATION, range);
    assertThat(scenario.ranges()).isEqualTo(Map.of(Input.UTILIZATION, range));
    assertThat(scenario.withPowerPrice(0.1).ranges()).containsKey(Input.UTILIZATION);
    assertThat(scenario.withUtilization(0.7).ranges()).isEmpty();
    assertThat(scenario.withRange(Input.UTILIZATION, null))
        .isEqualTo(Scenario.DEFAULT.withUtilization(0.7));
    assertThatThrownBy(() -> Scenario.DEFAULT.withRange(Input.UTILIZATION, range))
        .hasMessageContaining("outside its own range [1.0 in 0.5 to 0.8]");
    assertThatThrownBy(
            () -> Scenario.DEFAULT.withRange(Input.PUE, new Distribution.Uniform(1.1, 1.4)))
        .hasMessage(
            "PUE can't have a range here [no value]. Take the range away, or enter the value first.");
    assertThatThrownBy(
            () -> Scenario.DEFAULT.withRange(Input.HORIZON_YEARS, new Distribution.Uniform(3, 5)))
        .hasMessageContaining("Horizon can't have a range here");
  }

  @Test
  void theScenarioRefusesARangeBeyondTheDomain() {
    assertThatThrownBy(
            () -> Scenario.DEFAULT.withRange(Input.UTILIZATION, new Distribution.Uniform(0.6, 1.1)))
        .hasMessage(
            "The range of Utilization leaves what it may be, above 0 to 100 % [60 % to 110 %]. Narrow it, or choose a shape with fixed ends.");
  }

  @Test
  void pricesOfTokensLoseTheirRangeWithTheirValue() {
    Scenario selling = Scenario.DEFAULT
        .withTokenPrices(new TokenPrices(1, null, 4))
        .withRange(Input.OUTPUT_TOKEN_PRICE, new Distribution.Uniform(3, 5));
    assertThat(selling.withTokenPrices(new TokenPrices(2, null, 4)).ranges()).hasSize(1);
    assertThat(selling.withTokenPrices(new TokenPrices(1, null, 4.5)).ranges()).isEmpty();
    assertThat(selling.withTokenPrices(null).ranges()).isEmpty();
  }
}
