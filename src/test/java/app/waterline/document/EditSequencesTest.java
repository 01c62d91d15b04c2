package app.waterline.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random edits in a row: every state can be evaluated, saved and read back equal, a refused edit changes
 * nothing, and the history leads back to the start and forward to the end.
 * <p>
 * A longer run: {@code mvn test -Dtest=EditSequencesTest -Dwaterline.edits=100000 -Dwaterline.seed=7
 * -Dwaterline.checked=1}; edits a start, another seed, and every n-th state saved, evaluated and read.
 */
class EditSequencesTest {
  private static final int EDITS = Integer.getInteger("waterline.edits", 5000);
  private static final long SEED = Long.getLong("waterline.seed", 1);
  private static final int CHECKED = Integer.getInteger("waterline.checked", 20);

  private final Evaluator evaluator = new Evaluator();

  @ParameterizedTest
  @ValueSource(strings = {"hopper-vs-blackwell", "factory-10mw"})
  void anyEditsKeepTheWorkspaceWhole(String sample) throws IOException {
    Workspace start = WorkspaceFile.read(Path.of("sample-data", sample + ".waterline"));
    AtomicLong clock = new AtomicLong();
    Document document = new Document(start, clock::get);
    RandomEdits edits = new RandomEdits(SEED);
    Set<String> applied = new HashSet<>();
    int refused = 0;
    for (int i = 0; i < EDITS; i++) {
      clock.addAndGet(edits.pauses() ? 1_000_000_000L : 1_000_000L);
      refused += apply(document, edits, applied) ? 0 : 1;
      if (i % CHECKED == 0) {
        requireWhole(document.current(), "seed %d, edit %d".formatted(SEED, i));
      }
    }
    assertThat(refused).as("refused of %d", EDITS).isBetween(EDITS / 50, EDITS * 3 / 5);
    assertThat(applied)
        .as("kinds of edits that were made")
        .hasSizeGreaterThan(EDITS < 1000 ? 20 : 60);
    requireHistory(document, start);
  }

  /** Whether it was taken. */
  private static boolean apply(Document document, RandomEdits edits, Set<String> applied) {
    Workspace before = document.current();
    try {
      Edit edit = edits.next(before);
      document.apply(edit);
      applied.add(edit.label());
      return true;
    } catch (IllegalArgumentException refused) { // InvalidInput is one
      assertThat(refused.getMessage()).contains("[", "]");
      assertThat(document.current()).isSameAs(before);
      return false;
    }
  }

  private void requireWhole(Workspace workspace, String where) throws IOException {
    byte[] saved = WorkspaceFile.toJson(workspace).getBytes(StandardCharsets.UTF_8);
    assertThat(WorkspaceFile.read(new ByteArrayInputStream(saved), where))
        .as(where)
        .isEqualTo(workspace);
    Evaluation evaluation = evaluator.evaluate(workspace);
    for (PlatformEvaluation platform : evaluation.platforms()) {
      for (Metric metric : Metric.values()) {
        platform
            .of(metric)
            .figure()
            .ifPresent(
                figure -> assertThat(figure.value()).as("%s, %s", where, metric).isFinite());
      }
    }
  }

  private static void requireHistory(Document document, Workspace start) {
    Workspace end = document.current();
    int steps = 0;
    while (document.undoLabel().isPresent()) {
      document.undo();
      steps++;
    }
    assertThat(document.current()).isEqualTo(start);
    assertThat(document.isDirty()).isFalse();
    int again = 0;
    while (document.redoLabel().isPresent()) {
      document.redo();
      again++;
    }
    assertThat(document.current()).isEqualTo(end);
    assertThat(again).isEqualTo(steps);
  }
}
