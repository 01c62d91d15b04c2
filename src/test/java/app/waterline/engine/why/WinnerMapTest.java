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
import app.waterline.model.Amortization;
import app.waterline.model.InvalidInput;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WinnerMapTest {
  private static final Lever TARGET = Levers.of(ScenarioSlot.TARGET_INTERACTIVITY);
  private static final Lever POWER_PRICE = Levers.of(ScenarioSlot.POWER_PRICE);
  private static final Lever UTILIZATION = Levers.of(ScenarioSlot.UTILIZATION);

  @Test
  void everyCellIsTheEnginesCheapest() {
    double[] targets = Sweep.steps(5, 100, 20);
    double[] utilizations = Sweep.steps(0.1, 1, 7);
    WinnerMap map = WinnerMap.of(three(), TARGET, targets, UTILIZATION, utilizations);
    for (int x = 0; x < map.width(); x++) {
      for (int y = 0; y < map.height(); y++) {
        assertThat(map.winnerId(x, y))
            .as("%s tok/s/user at %s", targets[x], utilizations[y])
            .isEqualTo(cheapest(targets[x], utilizations[y]));
      }
    }
  }

  private static Optional<String> cheapest(double target, double utilization) {
    Workspace moved = three()
        .withScenario(
            three().scenario().withTargetInteractivity(target).withUtilization(utilization));
    String best = null;
    double lowest = Double.POSITIVE_INFINITY;
    for (var each : new Evaluator().evaluate(moved).platforms()) {
      double cost =
          each.of(Metric.COST_PER_MILLION_TOKENS).figure().map(Explained::value).orElse(1e300);
      if (cost < lowest && cost < 1e300) {
        lowest = cost;
        best = each.platform().id();
      }
    }
    return Optional.ofNullable(best);
  }

  @Test
  void flipsAreWhereTheCostsCross() {
    // Owned: 1 $/h and 2 kW at e; rented: 1.5 $/h, as many tokens. They cost the same at 0.25
    // $/kWh.
    Workspace workspace = Card.workspace(
        Scenario.DEFAULT.withCostOfCapital(0),
        Card.named("own")
            .bought(Amortization.ANNUITY, 87_600, 10, 0)
            .power(2)
            .delivering(100)
            .platform(),
        Card.named("rent").rented(1.5).delivering(100).platform());
    Lever rate = Levers.of("rent", FigureSlots.RATE);
    WinnerMap map =
        WinnerMap.of(workspace, POWER_PRICE, Sweep.steps(0, 1, 11), rate, Sweep.steps(1, 2, 11));
    List<WinnerMap.Flip> flips = map.flipsAlongX(1.5);
    assertThat(flips).hasSize(1);
    assertThat(flips.getFirst().value()).isCloseTo(0.25, within(1e-12));
    assertThat(flips.getFirst().below()).contains("own");
    assertThat(flips.getFirst().above()).contains("rent");
    assertThat(flips.getFirst().words(value -> "$0.25/kWh", UnaryOperator.identity()))
        .isEqualTo("below $0.25/kWh own is cheaper, above it rent");
    assertThat(map.flipsAlongY(0.25).getFirst().value()).isCloseTo(1.5, within(1e-12));
  }

  @Test
  void theEndOfAFrontierIsAFlipToo() { // three() : fast reaches 90, wide 50
    WinnerMap map =
        WinnerMap.of(three(), TARGET, Sweep.steps(5, 100, 96), UTILIZATION, new double[] {1});
    List<WinnerMap.Flip> flips = map.flipsAlongX(1);
    assertThat(flips.getLast().value()).isCloseTo(90, within(1e-9));
    assertThat(flips.getLast().above()).isEmpty();
    assertThat(flips.getLast().words(value -> "90 tok/s/user", UnaryOperator.identity()))
        .isEqualTo("up to 90 tok/s/user fast is cheapest, above it none has a cost");
    assertThat(flips).extracting(WinnerMap.Flip::below).doesNotContain(Optional.empty());
  }

  @Test
  void onePlatformWinsEverywhereWithoutAFlip() {
    Workspace alone = Card.workspace(
        Scenario.DEFAULT, Card.named("A").rented(2).delivering(100).platform());
    WinnerMap map =
        WinnerMap.of(alone, UTILIZATION, Sweep.steps(0.1, 1, 5), POWER_PRICE, Sweep.steps(0, 1, 5));
    assertThat(map.winnerId(3, 3)).contains("A");
    assertThat(map.flipsAlongX(0.5)).isEmpty();
  }

  @Test
  void valuesOutsideTheDomainAndNoPlatformAreRefused() {
    assertThatThrownBy(() ->
            WinnerMap.of(three(), UTILIZATION, new double[] {0.5, 1.4}, TARGET, new double[] {10}))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("[140 %]");
    assertThatThrownBy(() -> WinnerMap.of(
            Card.workspace(Scenario.DEFAULT),
            UTILIZATION,
            new double[] {0.5},
            TARGET,
            new double[] {10}))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("[0]");
  }

  private static Workspace three() {
    return Card.workspace(
        Scenario.DEFAULT,
        Card.named("wide")
            .rented(2)
            .measured(Card.point(10, 3000))
            .measured(Card.point(30, 1500))
            .measured(Card.point(50, 400))
            .platform(),
        Card.named("fast")
            .rented(3)
            .measured(Card.point(20, 2600))
            .measured(Card.point(60, 1200))
            .measured(Card.point(90, 300))
            .platform(),
        Card.named("empty").rented(1).platform());
  }
}
