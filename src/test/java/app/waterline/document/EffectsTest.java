package app.waterline.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.engine.Evaluator;
import app.waterline.model.Amortization;
import app.waterline.model.Answer;
import app.waterline.model.Distribution;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Platform;
import app.waterline.model.Question;
import app.waterline.model.Scenario;
import app.waterline.model.Support;
import app.waterline.model.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each change alone, on the first state, through the engine; cost = rate ÷ (3600 · tokens/s) · 10⁶. */
class EffectsTest {
  private static final Platform A = Card.named("a").rented(2).delivering(100).platform();
  private static final Platform B = Card.named("b").rented(3).delivering(1000).platform();
  private static final Workspace STATE = Card.workspace(Scenario.DEFAULT, A, B);

  private static List<Effect> between(Workspace before, Workspace after) {
    return Effects.between(before, after, new Evaluator());
  }

  private static Platform priced(Platform platform, double rate) {
    return FigureSlots.RATE.in(platform, Card.published(rate));
  }

  @Test
  void nothingDiffersBetweenAStateAndItself() {
    assertThat(between(STATE, STATE)).isEmpty();
  }

  @Test
  void theLargestEffectComesFirst() {
    Workspace after = STATE
        .withPlatform(priced(A, 2.1)) // × 1.05
        .withPlatform(FigureSlots.THROUGHPUT.in(B, Card.published(2000))) // ÷ 2
        .withScenario(
            STATE.scenario().withUtilization(STATE.scenario().utilization() * 0.8)); // × 1.25
    List<Effect> effects = between(STATE, after);
    assertThat(effects)
        .extracting(each -> each.differences().getFirst().path().getLast())
        .containsExactly("tokensPerSecondPerGpu", "utilization", "ratePerGpuHour");
    assertThat(effects)
        .extracting(each -> each.reach().orElseThrow().ratio())
        .satisfiesExactly(
            ratio -> assertThat(ratio).isCloseTo(0.5, within(1e-12)),
            ratio -> assertThat(ratio).isCloseTo(1.25, within(1e-12)),
            ratio -> assertThat(ratio).isCloseTo(1.05, within(1e-12)));
    assertThat(effects.getFirst().reach().orElseThrow().platform()).isEqualTo("b");
  }

  @Test
  void aChangeThatMovesNoCostStandsLastWithoutReach() {
    Workspace after = STATE.withTitle("Other").withPlatform(priced(B, 4)).withBaseline("b");
    List<Effect> effects = between(STATE, after);
    assertThat(effects.getFirst().differences().getFirst().path()).endsWith("ratePerGpuHour");
    assertThat(effects.subList(1, effects.size()))
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.reach()).isEmpty());
  }

  /** Input and output must add up to the total, so none of the three can change alone. */
  @Test
  void whatTheModelTakesOnlyTogetherIsOneChange() {
    Platform split = Card.named("a").rented(2).delivering(parts(100, 90, 10)).platform();
    Platform faster = Card.named("a").rented(2).delivering(parts(200, 180, 20)).platform();
    List<Effect> effects =
        between(Card.workspace(Scenario.DEFAULT, split), Card.workspace(Scenario.DEFAULT, faster));
    assertThat(effects).hasSize(1);
    assertThat(effects.getFirst().differences()).hasSize(3);
    assertThat(effects.getFirst().reach().orElseThrow().ratio()).isCloseTo(0.5, within(1e-12));
  }

  private static ManualThroughput parts(double total, double in, double out) {
    return new ManualThroughput(
        Card.published(total), Card.published(in), Card.published(out), null, null);
  }

  @Test
  void anotherKindOfPriceChangesAsAWhole() {
    Platform bought = A.withPricing(
        Card.named("a").bought(Amortization.ANNUITY, 40_000, 4, 0).platform().pricing());
    List<Effect> effects = between(STATE, STATE.withPlatform(bought));
    assertThat(effects).hasSize(1);
    assertThat(effects.getFirst().differences().getFirst().path()).containsExactly("pricing");
  }

  @Test
  void aCostThatGoesAwayIsTheLargestEffect() {
    Workspace after =
        STATE.withPlatform(FigureSlots.THROUGHPUT.in(A, null)).withPlatform(priced(B, 300));
    Effect first = between(STATE, after).getFirst();
    assertThat(first.size()).isInfinite();
    assertThat(first.reach().orElseThrow().after().figure()).isEmpty();
  }

  @Test
  void platformsThatComeAndGoAreTold() {
    Platform c = Card.named("c").rented(1).delivering(10).platform();
    List<Effect> effects = between(STATE, STATE.withPlatforms(List.of(A, c)));
    assertThat(effects)
        .flatExtracting(Effect::differences)
        .extracting(Difference::kind)
        .contains(Difference.Kind.ADDED, Difference.Kind.REMOVED);
  }

  /** A range moves no figure, an answer neither; what moves one stands before them. */
  @Test
  void rangesAndAnswersStandBehindWhatMovesACost() {
    Answer yes = new Answer(Support.YES, Evidence.assumption("asked"));
    Platform asked =
        Components.with(priced(A, 2.1), List.of("lifecycle", Question.SCALE_UP_ALL_TO_ALL), yes);
    Workspace after = STATE
        .withPlatform(asked)
        .withScenario(
            STATE.scenario().withRange(Input.UTILIZATION, new Distribution.Uniform(0.1, 1)));
    List<Effect> effects = between(STATE, after);
    assertThat(effects.getFirst().differences().getFirst().path()).endsWith("ratePerGpuHour");
    assertThat(effects.subList(1, effects.size()))
        .allSatisfy(each -> assertThat(each.reach()).isEmpty())
        .anySatisfy(each -> assertThat(each.differences()).allMatch(Difference::isRange))
        .anySatisfy(each -> assertThat(each.differences().getFirst().path())
            .startsWith("lifecycle", "SCALE_UP_ALL_TO_ALL"));
  }

  /** The value and its range move together: the old value may lie outside of the new range. */
  @Test
  void aValueThatBringsItsRangeIsOneChange() {
    Figure dearer =
        new Figure(4, new Distribution.Uniform(3.8, 4.4), Card.published(4).evidence());
    List<Effect> effects = between(STATE, STATE.withPlatform(FigureSlots.RATE.in(A, dearer)));
    assertThat(effects).allSatisfy(each -> assertThat(each.reach()).isPresent());
    assertThat(effects.getFirst().reach().orElseThrow().ratio()).isCloseTo(2, within(1e-12));
  }
}
