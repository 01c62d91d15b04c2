package app.waterline.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.waterline.Card;
import app.waterline.model.InvalidInput;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DocumentTest {
  private static final Workspace START = Card.workspace(
      Scenario.DEFAULT, Card.named("a").platform(), Card.named("b").platform());

  private long now;
  private final Document document = new Document(START, () -> now);

  private static Edit utilization(double share, Optional<Object> key) {
    return new Edit(
        "Utilization to " + share,
        workspace -> workspace.withScenario(workspace.scenario().withUtilization(share)),
        key);
  }

  private static Edit slide(double share) {
    return utilization(share, Optional.of("utilization"));
  }

  private void pass(long milliseconds) {
    now += Duration.ofMillis(milliseconds).toNanos();
  }

  private double shown() {
    return document.current().scenario().utilization();
  }

  private int steps() {
    int steps = 0;
    while (document.undoLabel().isPresent()) {
      document.undo();
      steps++;
    }
    return steps;
  }

  @RepeatedTest(100)
  void undoingAllGivesTheStartAndRedoingAllTheEnd(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    List<Workspace> states = new ArrayList<>(List.of(START));
    for (int i = 0; i < 30; i++) {
      double share = 1 - i / 100.0 - random.nextDouble(0.001, 0.009);
      document.apply(utilization(share, Optional.empty()));
      states.add(document.current());
    }
    String seed = "seed " + repetition.getCurrentRepetition();
    for (int i = states.size() - 2; i >= 0; i--) {
      document.undo();
      assertThat(document.current()).as(seed).isEqualTo(states.get(i));
    }
    assertThat(document.undoLabel()).isEmpty();
    for (int i = 1; i < states.size(); i++) {
      document.redo();
      assertThat(document.current()).as(seed).isEqualTo(states.get(i));
    }
    assertThat(document.redoLabel()).isEmpty();
  }

  @Test
  void editsOfOneKeyWithinHalfASecondAreOneStep() {
    document.apply(slide(0.9));
    pass(500);
    document.apply(slide(0.8));
    pass(500);
    document.apply(slide(0.7));
    assertThat(document.undoLabel()).contains("Utilization to 0.7");
    assertThat(steps()).isEqualTo(1);
    assertThat(document.current()).isEqualTo(START);
  }

  @Test
  void afterHalfASecondANewStepBegins() {
    document.apply(slide(0.9));
    pass(501);
    document.apply(slide(0.8));
    assertThat(steps()).isEqualTo(2);
  }

  @Test
  void anotherKeyOrNoneIsAStepOfItsOwn() {
    document.apply(slide(0.9));
    document.apply(utilization(0.8, Optional.of("field")));
    document.apply(utilization(0.7, Optional.empty()));
    document.apply(utilization(0.6, Optional.empty()));
    assertThat(steps()).isEqualTo(4);
  }

  @Test
  void aGestureIsOneStepHoweverLongItTakes() {
    document.apply(slide(0.95));
    document.beginGesture("utilization");
    document.apply(slide(0.9));
    pass(60_000);
    document.apply(slide(0.8));
    document.endGesture();
    document.apply(slide(0.7));
    assertThat(steps()).isEqualTo(3);
  }

  @Test
  void aDragBackToItsStartLeavesNoStep() {
    document.apply(utilization(0.5, Optional.empty()));
    document.beginGesture("utilization");
    document.apply(slide(0.6));
    document.apply(slide(0.5));
    assertThat(document.undoLabel()).contains("Utilization to 0.5");
    document.apply(slide(0.7));
    document.endGesture();
    document.undo();
    assertThat(shown()).isEqualTo(0.5);
    document.undo();
    assertThat(document.current()).isEqualTo(START);
  }

  @Test
  void undoAndRedoCloseTheStep() {
    document.apply(slide(0.9));
    document.undo();
    document.redo();
    document.apply(slide(0.8));
    document.undo();
    assertThat(shown()).isEqualTo(0.9);
  }

  @Test
  void whatWasDoneAgainCanBeUndoneAgain() {
    document.apply(slide(0.9));
    document.undo();
    document.redo();
    assertThat(document.undoLabel()).isPresent();
    assertThat(document.redoLabel()).isEmpty();
    document.undo();
    assertThat(document.current()).isEqualTo(START);
  }

  @Test
  void aNewEditForgetsWhatWasUndone() {
    document.apply(slide(0.9));
    document.undo();
    assertThat(document.redoLabel()).contains("Utilization to 0.9");
    document.apply(slide(0.8));
    assertThat(document.redoLabel()).isEmpty();
    document.redo();
    assertThat(shown()).isEqualTo(0.8);
  }

  @Test
  void anEditThatChangesNothingLeavesNoStepAndNoSignal() {
    AtomicInteger signals = new AtomicInteger();
    document.listen(signals::incrementAndGet);
    document.apply(slide(1));
    assertThat(document.undoLabel()).isEmpty();
    assertThat(signals).hasValue(0);
  }

  @Test
  void aRefusedEditChangesNothing() {
    document.apply(slide(0.9));
    assertThatThrownBy(() -> document.apply(slide(1.4))).isInstanceOf(InvalidInput.class);
    assertThat(shown()).isEqualTo(0.9);
    assertThat(steps()).isEqualTo(1);
  }

  @Test
  void theDirtyMarkGoesWhenUndoComesBackToTheSavedState() {
    document.apply(slide(0.9));
    assertThat(document.isDirty()).isTrue();
    document.markSaved(document.current());
    assertThat(document.isDirty()).isFalse();
    document.apply(slide(0.8)); // of the same key and at once, but saving closed the step
    assertThat(document.isDirty()).isTrue();
    document.undo();
    assertThat(shown()).isEqualTo(0.9);
    assertThat(document.isDirty()).isFalse();
    document.undo();
    assertThat(document.isDirty()).isTrue();
  }

  @Test
  void theStateThatWasWrittenIsTheSavedOneEvenIfEditsWentOn() {
    document.apply(slide(0.9));
    Workspace written = document.current();
    document.apply(utilization(0.8, Optional.empty()));
    document.markSaved(written);
    assertThat(document.isDirty()).isTrue();
    document.undo();
    assertThat(document.isDirty()).isFalse();
  }

  @Test
  void openingAnotherWorkspaceStartsANewHistory() {
    document.apply(slide(0.9));
    document.undo();
    Workspace other = START.withTitle("Other");
    document.replace(other);
    assertThat(document.redoLabel()).isEmpty();
    document.redo();
    assertThat(document.current()).isEqualTo(other);
    assertThat(document.isDirty()).isFalse();
    assertThat(document.undoLabel()).isEmpty();
    document.apply(slide(0.8));
    assertThat(steps()).isEqualTo(1);
  }

  @Test
  void everyChangeSignalsUntilTheListenerIsReleased() {
    AtomicInteger signals = new AtomicInteger();
    Runnable release = document.listen(signals::incrementAndGet);
    document.apply(slide(0.9));
    document.undo();
    document.redo();
    document.markSaved(document.current());
    assertThat(signals).hasValue(4);
    release.run();
    document.undo();
    assertThat(signals).hasValue(4);
  }
}
