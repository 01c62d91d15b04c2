package app.waterline.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.waterline.Card;
import app.waterline.document.Difference.Kind;
import app.waterline.engine.why.Lever;
import app.waterline.model.Amortization;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.Planning;
import app.waterline.model.Platform;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static final Platform A = Card.named("a")
      .rentedWithPowerAt(2, 0.1)
      .power(1.4)
      .measured(Card.point(20, 900))
      .measured(Card.point(40, 500))
      .platform();
  private static final Platform B = Card.named("b").rented(3).delivering(200).platform();
  private static final Workspace START = Card.workspace(Scenario.DEFAULT, A, B);

  private static List<Difference> after(Workspace changed) {
    return Differences.between(START, changed);
  }

  private static Difference only(Workspace changed) {
    List<Difference> found = after(changed);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void aWorkspaceDoesNotDifferFromItself() {
    assertThat(Differences.between(START, START)).isEmpty();
  }

  @Test
  void aNumberOfTheScenarioIsFoundWithItsQuantity() {
    Difference found = only(START.withScenario(START.scenario().withUtilization(0.55)));
    assertThat(found)
        .isEqualTo(new Difference(
            Kind.CHANGED,
            Optional.empty(),
            List.of("scenario", "utilization"),
            Optional.of(Input.UTILIZATION),
            Optional.of(1.0),
            Optional.of(0.55)));
  }

  @Test
  void aValueThatComesHasNothingBefore() {
    Difference found = only(START.withScenario(START.scenario().withPue(1.2)));
    assertThat(found.before()).isEmpty();
    assertThat(found.after()).contains(1.2);
  }

  @Test
  void aFigureIsOneDifferenceWhateverItRestsOn() {
    Figure entered = new Figure(2.5, Evidence.assumption("by hand"));
    Difference found = only(START.withPlatform(FigureSlots.RATE.in(A, entered)));
    assertThat(found.platform()).contains("a");
    assertThat(found.input()).contains(Input.RATE_PER_GPU_HOUR);
    assertThat(found.before()).contains(2.0);
    assertThat(found.after()).contains(2.5);
  }

  @Test
  void anotherEvidenceOfTheSameValueIsFound() {
    Figure same = new Figure(2, Evidence.assumption("a second look"));
    assertThat(only(START.withPlatform(FigureSlots.RATE.in(A, same))).kind())
        .isEqualTo(Kind.EVIDENCE);
  }

  @Test
  void anotherKindOfPriceIsOneDifference() {
    Pricing owned =
        Card.named("x").bought(Amortization.ANNUITY, 40_000, 4, 0).platform().pricing();
    Difference found = only(START.withPlatform(B.withPricing(owned)));
    assertThat(found.before()).contains("Rental");
    assertThat(found.after()).contains("Owned");
  }

  @Test
  void platformsThatComeAndGoAreNamed() {
    List<Difference> found =
        after(START.withPlatforms(List.of(A, Card.named("c").rented(1).platform())));
    assertThat(found)
        .extracting(Difference::kind, each -> each.platform().orElse(""))
        .containsExactly(tuple(Kind.REMOVED, "b"), tuple(Kind.ADDED, "c"));
  }

  @Test
  void anotherOrderIsADifference() {
    Difference found = only(START.withPlatforms(List.of(B, A)));
    assertThat(found.kind()).isEqualTo(Kind.MOVED);
    assertThat(found.after()).contains("b, a");
  }

  @Test
  void aPlatformThatWasRenamedIsTheSameOne() {
    Difference found = only(START.withPlatform(A.withName("A new")));
    assertThat(found.platform()).contains("A new");
    assertThat(found.path()).containsExactly("name");
  }

  @Test
  void entriesOfAListAreCounted() {
    Platform fewer =
        A.withOperatingPoints(List.of(A.operatingPoints().getFirst(), Card.point(60, 300)));
    assertThat(after(START.withPlatform(fewer)))
        .extracting(Difference::kind, each -> each.before().or(each::after).orElseThrow())
        .containsExactly(tuple(Kind.ADDED, 1), tuple(Kind.REMOVED, 1));
    Platform turned = A.withOperatingPoints(A.operatingPoints().reversed());
    assertThat(only(START.withPlatform(turned)).kind()).isEqualTo(Kind.MOVED);
  }

  @Test
  void aGroupThatHoldsNothingIsStillADifference() {
    assertThat(after(START.withScenario(START.scenario().withPlanning(Planning.DEFAULT))))
        .isNotEmpty();
    Planning loaded = new Planning(2.0, List.of(), 3, 6, null);
    assertThat(after(START.withScenario(START.scenario().withPlanning(loaded))))
        .extracting(each -> each.path().getLast())
        .containsExactly("peakToAverage", "spareSystems", "rampUpMonths");
  }

  /** The law: a lever that moves is found as itself, and nothing else is. */
  @Test
  void everyLeverThatMovesIsFound() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 400; i++) {
      List<Lever> levers = new ArrayList<>(Levers.of(START));
      Lever lever = levers.get(random.nextInt(levers.size()));
      double value = lever.get(START).orElseThrow();
      double other = lever.input().domain().contains(value * 0.5) ? value * 0.5 : value;
      Workspace moved = lever.set(START, other);
      assertThat(after(moved).isEmpty()).isEqualTo(moved.equals(START));
      if (value != lever.get(moved).orElseThrow()) {
        assertThat(only(moved).input()).contains(lever.input());
      }
    }
  }
}
