package app.waterline.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.engine.Term;
import app.waterline.engine.why.Lever;
import app.waterline.model.Capability;
import app.waterline.model.Distribution;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Scenario;
import app.waterline.model.Sparsity;
import app.waterline.model.Unit;
import app.waterline.model.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers that what-if questions move, and the way back from a term of a formula to its number. */
class LeversTest {
  private static final Evidence QUOTE =
      new Evidence(Evidence.Kind.PUBLISHED, "quote", "2026-01", null);
  private static final Platform A = FigureSlots.RATE.in(
      Card.named("a")
          .peak(Precision.FP8, Sparsity.DENSE, 2)
          .peak(Precision.FP4, Sparsity.SPARSE, 9)
          .power(1.5)
          .switchedOff(Capability.FP4, 2)
          .delivering(900)
          .platform(),
      new Figure(2, QUOTE));
  private static final Workspace STATE = Card.workspace(Scenario.DEFAULT, A);

  private static Optional<Lever> behind(Term term) {
    return Inputs.behind(term, STATE, "a");
  }

  @ParameterizedTest
  @EnumSource(ScenarioSlot.class)
  void aLeverOfTheScenarioIsNamedByItsPathAndKnowsItsSlot(ScenarioSlot slot) {
    Lever lever = Levers.of(slot);
    assertThat(lever.id()).isEqualTo("/scenario/" + String.join("/", slot.path()));
    assertThat(Levers.scenarioSlot(lever)).contains(slot);
    assertThat(Levers.figureSlot(lever)).isEmpty();
    assertThat(lever.platform()).isEmpty();
    double value = slot.input().domain().contains(1) ? 1 : 0.5;
    assertThat(lever.get(lever.set(STATE, value))).contains(value);
  }

  @Test
  void aLeverOfAPlatformKnowsItsSlotAndOwner() {
    Lever lever = Levers.of("a", FigureSlots.RATE);
    assertThat(lever.id()).isEqualTo("/platforms/a/pricing/ratePerGpuHour");
    assertThat(Levers.figureSlot(lever)).contains(FigureSlots.RATE);
    assertThat(Levers.scenarioSlot(lever)).isEmpty();
    assertThat(lever.get(lever.set(STATE, 7))).contains(7.0);
    assertThat(Levers.of("nobody", FigureSlots.RATE).set(STATE, 7)).isEqualTo(STATE);
  }

  @Test
  void thePartsOfAThroughputMoveWithTheirSum() {
    Platform split = Card.named("a")
        .delivering(new ManualThroughput(
            Card.published(100), Card.published(90), Card.published(10), null, null))
        .platform();
    Workspace moved =
        Levers.of("a", FigureSlots.THROUGHPUT).set(Card.workspace(Scenario.DEFAULT, split), 200);
    Platform now = moved.platform("a").orElseThrow();
    assertThat(FigureSlots.INPUT_THROUGHPUT.of(now).orElseThrow().value())
        .isCloseTo(180, within(1e-9));
    assertThat(FigureSlots.OUTPUT_THROUGHPUT.of(now).orElseThrow().value())
        .isCloseTo(20, within(1e-9));
  }

  @Test
  void everyNumberThatHasAValueIsALeverAndNoOther() {
    List<String> ids = Levers.of(STATE).stream().map(Lever::id).toList();
    assertThat(ids)
        .contains(
            "/scenario/utilization",
            "/platforms/a/pricing/ratePerGpuHour",
            "/platforms/a/hardware/peakPflops/FP8/dense",
            "/platforms/a/hardware/peakPflops/FP4/sparse",
            "/platforms/a/stack/fp4/multiplier",
            "/platforms/a/throughput/tokensPerSecondPerGpu")
        .doesNotContain(
            "/platforms/a/hardware/peakPflops/FP8/sparse",
            "/platforms/a/pricing/capitalPerGpu",
            "/scenario/targetInteractivity");
  }

  @Test
  void whatIsNotKnownExactlyIsListedWithItsRange() {
    Distribution range = new Distribution.Uniform(1, 3);
    Distribution load = new Distribution.Uniform(0.4, 0.9);
    Platform vague = FigureSlots.RATE.in(A, new Figure(2, range, QUOTE));
    Workspace state = STATE
        .withPlatform(vague)
        .withScenario(ScenarioSlot.UTILIZATION.in(Scenario.DEFAULT, 0.6, load));
    assertThat(Levers.uncertain(state))
        .containsEntry(Levers.of("a", FigureSlots.RATE), range)
        .containsEntry(Levers.of(ScenarioSlot.UTILIZATION), load);
    assertThat(Levers.uncertain(STATE))
        .doesNotContainKey(Levers.of("a", FigureSlots.RATE))
        .doesNotContainKey(Levers.of(ScenarioSlot.UTILIZATION));
  }

  @ParameterizedTest
  @EnumSource(ScenarioSlot.class)
  void aRangeStandsWhereTheModelTakesOneAndGoesWithAnExactValue(ScenarioSlot slot) {
    assertThat(slot.isUncertain()).isEqualTo(Scenario.UNCERTAIN.contains(slot.input()));
    if (slot.isUncertain()) {
      double value = slot.input().domain().contains(1) ? 1 : 0.5;
      Distribution range = slot.input().domain().contains(value * 1.1)
          ? new Distribution.Uniform(value, value * 1.1)
          : new Distribution.Uniform(value / 2, value);
      Scenario vague = slot.in(Scenario.DEFAULT, value, range);
      assertThat(slot.rangeIn(vague)).contains(range);
      assertThat(slot.rangeIn(slot.in(vague, value))).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"u,UTILIZATION", "e,POWER_PRICE", "w,COST_OF_CAPITAL"})
  void aSymbolOfTheScenarioLeadsToItsSetting(String symbol, ScenarioSlot slot) {
    double value = slot.of(STATE.scenario()).orElseThrow();
    assertThat(behind(new Term(symbol, value, Unit.NONE, null, null))).contains(Levers.of(slot));
    assertThat(behind(new Term(symbol, value / 3, Unit.NONE, null, null)))
        .as("a figure that is not the one in force")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10⁶", "3600", "pue"})
  void aConstantOrASettingWithoutValueLeadsNowhere(String name) {
    assertThat(behind(new Term(name, 1, Unit.NONE, null, null))).isEmpty();
  }

  @Test
  void aFigureOfACardLeadsToItsPlace() {
    assertThat(behind(new Term("rate", 2, Unit.NONE, QUOTE, null)))
        .contains(Levers.of("a", FigureSlots.RATE));
    assertThat(behind(new Term("rate", 3, Unit.NONE, QUOTE, null))).isEmpty();
    assertThat(behind(new Term("rate", 2, Unit.NONE, Card.MEASURED, null))).isEmpty();
    assertThat(Inputs.behind(new Term("rate", 2, Unit.NONE, QUOTE, null), STATE, "nobody"))
        .isEmpty();
  }

  @Test
  void aPeakLeadsToItsPrecisionAndSparsity() {
    Stream.of(2.0, 9.0)
        .forEach(value -> assertThat(
                behind(new Term("peak", value, Unit.PFLOPS, Card.PUBLISHED, null)))
            .contains(Levers.of(
                "a",
                value == 2
                    ? FigureSlots.peak(Precision.FP8, Sparsity.DENSE)
                    : FigureSlots.peak(Precision.FP4, Sparsity.SPARSE))));
    assertThat(behind(new Term("peak", 3, Unit.PFLOPS, Card.PUBLISHED, null))).isEmpty();
    assertThat(behind(new Term("peak", 2, Unit.PFLOPS, QUOTE, null))).isEmpty();
  }
}
