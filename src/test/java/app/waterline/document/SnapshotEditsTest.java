package app.waterline.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.waterline.Card;
import app.waterline.model.InvalidInput;
import app.waterline.model.Scenario;
import app.waterline.model.Snapshot;
import app.waterline.model.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Freezing, arranging and going back; every one of them can be undone. */
class SnapshotEditsTest {
  private static final String DAY = "2026-07-14";

  private final Document document = new Document(
      Card.workspace(Scenario.DEFAULT, Card.named("a").rented(2).delivering(100).platform()),
      () -> 0);

  private void freeze(String name) {
    document.apply(SnapshotEdits.add("Freeze " + name, name, DAY, "iceberg", null));
  }

  private void utilize(double share) {
    document.apply(Edits.scenario("", old -> old.withUtilization(share)));
  }

  private List<String> names() {
    return document.current().snapshots().stream().map(Snapshot::name).toList();
  }

  @Test
  void aSnapshotKeepsTheStateWhileThePresentGoesOn() {
    Workspace before = document.current();
    freeze("A");
    utilize(0.5);
    Snapshot frozen = document.current().snapshots().getFirst();
    assertThat(frozen.state()).isEqualTo(before);
    assertThat(frozen.view()).isEqualTo("iceberg");
    assertThat(document.current().scenario().utilization()).isEqualTo(0.5);
  }

  @Test
  void whatWasFrozenHoldsNoSnapshots() {
    freeze("A");
    freeze("B");
    assertThat(document.current().snapshots())
        .allSatisfy(each -> assertThat(each.state().snapshots()).isEmpty());
  }

  @Test
  void goingBackIsAStepThatCanBeUndone() {
    freeze("A");
    utilize(0.5);
    freeze("B");
    Workspace late = document.current();
    document.apply(SnapshotEdits.restore("Go back to A", "A"));
    assertThat(document.current().scenario()).isEqualTo(Scenario.DEFAULT);
    assertThat(names()).containsExactly("A", "B");
    assertThat(document.undoLabel()).contains("Go back to A");
    document.undo();
    assertThat(document.current()).isEqualTo(late);
  }

  @Test
  void snapshotsAreRenamedCaptionedMovedAndDeleted() {
    List.of("A", "B", "C").forEach(this::freeze);
    document.apply(SnapshotEdits.rename("", "A", "Today"));
    document.apply(SnapshotEdits.move("", "Today", 9));
    document.apply(SnapshotEdits.delete("", "B"));
    document.apply(SnapshotEdits.view("", "C", "compare"));
    assertThat(names()).containsExactly("C", "Today");
    assertThat(document.current().snapshots().getFirst().view()).isEqualTo("compare");
    List.of(1, 2, 3, 4).forEach(each -> document.undo());
    assertThat(names()).containsExactly("A", "B", "C");
  }

  @Test
  void typingACaptionIsOneStepAndAnEmptyOneIsNone() {
    freeze("A");
    document.apply(SnapshotEdits.caption("Caption", "A", "W"));
    document.apply(SnapshotEdits.caption("Caption", "A", "Why"));
    assertThat(document.current().snapshots().getFirst().caption()).isEqualTo("Why");
    document.undo();
    assertThat(document.current().snapshots().getFirst().caption()).isNull();
    document.apply(SnapshotEdits.caption("Caption", "A", "  "));
    assertThat(document.current().snapshots().getFirst().caption()).isNull();
  }

  @Test
  void aNameIsTakenOnce() {
    freeze("A");
    assertThat(SnapshotEdits.freeName(document.current(), "A")).isEqualTo("A 2");
    assertThat(SnapshotEdits.freeName(document.current(), "B")).isEqualTo("B");
    freeze("A 2");
    assertThat(SnapshotEdits.freeName(document.current(), "A")).isEqualTo("A 3");
    assertThatThrownBy(() -> freeze("A"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("[A]");
    assertThat(names()).containsExactly("A", "A 2");
    assertThatThrownBy(() -> document.apply(SnapshotEdits.restore("", "C")))
        .hasMessage("No such snapshot [C].");
  }

  @Test
  void refusesWhatIsOutOfBounds() {
    Workspace state = document.current();
    assertThatThrownBy(() -> new Snapshot(" ", DAY, null, null, state))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Snapshot("A", "yesterday", null, null, state))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("[yesterday]");
    assertThatThrownBy(() -> new Snapshot("A", DAY, null, "x".repeat(2001), state))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("[2001]");
    List<Snapshot> many = java.util.stream.IntStream.rangeClosed(0, Snapshot.MAX)
        .mapToObj(each -> new Snapshot("S" + each, DAY, null, null, state))
        .toList();
    assertThatThrownBy(() -> state.withSnapshots(many))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("[201]");
    Workspace holding = state.withSnapshots(many.subList(0, 1));
    assertThatThrownBy(() -> new Snapshot("A", DAY, null, null, holding))
        .isInstanceOf(InvalidInput.class);
  }
}
