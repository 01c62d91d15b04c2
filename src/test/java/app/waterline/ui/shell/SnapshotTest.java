package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.document.Document;
import app.waterline.document.Edits;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Snapshot;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.compare.CompareView;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Freeze, go on, flip, see what differs; arrange the scenes. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class SnapshotTest {
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-02T12:04:00Z"), ZoneOffset.UTC);

  @TempDir
  private Path folder;

  private Session session;
  private Workbench workbench;

  private static final class Silent implements Dialogs {
    @Override
    public Optional<Path> chooseFileToOpen() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> chooseFileToSave(String suggestedName) {
      return Optional.empty();
    }

    @Override
    public Unsaved askUnsaved(String name) {
      return Unsaved.DISCARD;
    }

    @Override
    public void error(String title, String message) {}

    @Override
    public void inform(String title, String message) {}
  }

  @Start
  void start(Stage stage) throws Exception {
    Fonts.load();
    Workspace sample = WorkspaceFile.read(Path.of("sample-data/hopper-vs-blackwell.waterline"));
    session = new Session(
        new Document(sample, System::nanoTime),
        new Evaluator(),
        new QuantityFormat(Locale.US),
        CLOCK);
    workbench = new Workbench(
        stage,
        session,
        List.of(new CompareView(session, Locale.US)),
        Texts.of("texts", Locale.US),
        new Silent(),
        new SettingsFile(folder.resolve("settings.properties")),
        CLOCK);
    workbench.show();
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(1000);
  }

  private void utilize(FxRobot robot, double share) {
    robot.interact(() -> {
      session.apply(Edits.scenario("Utilization", old -> old.withUtilization(share)));
      session.refresh();
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void fire(FxRobot robot, String action) {
    robot.interact(() -> {
      workbench.allActions().get(action).fire();
      session.refresh();
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String headline(FxRobot robot, String id) {
    return robot.lookup("#headline-" + id).queryAs(Labeled.class).getText();
  }

  private static boolean isChanged(Node node) {
    return node.getPseudoClassStates().contains(CHANGED);
  }

  @Test
  void flippingShowsTheOtherStateAtOnceAndEditsNothing(FxRobot robot) {
    fire(robot, "snapshot.freeze");
    utilize(robot, 0.5);
    Workspace present = session.document().current();
    Optional<String> undo = session.history().get().undo();
    assertThat(headline(robot, "h200")).isEqualTo("$8.40");
    robot.clickOn("#snapshot-a");
    assertThat(headline(robot, "h200")).isEqualTo("$4.20");
    assertThat(robot.lookup("#frozen-badge").query().isVisible()).isTrue();
    assertThat(robot.lookup("#snapshot-a").queryAs(ToggleButton.class).isSelected())
        .isTrue();
    robot.press(KeyCode.CONTROL).type(KeyCode.B).release(KeyCode.CONTROL);
    assertThat(headline(robot, "h200")).isEqualTo("$8.40");
    assertThat(session.document().current()).isSameAs(present);
    assertThat(session.history().get().undo()).isEqualTo(undo);
  }

  @Test
  void whatDiffersIsMarkedOnCardsAndInTheTable(FxRobot robot) {
    fire(robot, "snapshot.freeze");
    Node headline = robot.lookup("#headline-h200").query();
    assertThat(isChanged(headline)).isFalse();
    utilize(robot, 0.5);
    assertThat(isChanged(headline)).isTrue();
    assertThat(robot.lookup(".figure").queryAll().stream()
            .filter(SnapshotTest::isChanged)
            .count())
        .isEqualTo(6); // three of the five metrics follow utilization, on both platforms
    assertThat(robot.lookup(".figure-other").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("A $4.20");
    robot.clickOn("#snapshot-stop");
    assertThat(isChanged(headline)).isFalse();
    assertThat(session.document().current().snapshots()).hasSize(1);
  }

  @Test
  void anEditOrUndoLeadsBackToThePresent(FxRobot robot) {
    fire(robot, "snapshot.freeze");
    utilize(robot, 0.5);
    fire(robot, "snapshot.flip");
    utilize(robot, 0.25);
    assertThat(session.looksBack().get()).isFalse();
    assertThat(headline(robot, "h200")).isEqualTo("$16.80");
    fire(robot, "snapshot.flip");
    fire(robot, "edit.undo");
    assertThat(session.looksBack().get()).isFalse();
    assertThat(headline(robot, "h200")).isEqualTo("$8.40");
  }

  @Test
  void aPressOnAFrozenCardLeadsBackInsteadOfEditing(FxRobot robot) {
    fire(robot, "snapshot.freeze");
    utilize(robot, 0.5);
    fire(robot, "snapshot.flip");
    Workspace present = session.document().current();
    robot.clickOn("#baseline-gb300");
    assertThat(session.looksBack().get()).isFalse();
    assertThat(session.document().current()).isSameAs(present);
  }

  @Test
  void goingBackToAIsAStep(FxRobot robot) {
    fire(robot, "snapshot.freeze");
    utilize(robot, 0.5);
    robot.clickOn("#snapshot-restore");
    robot.interact(session::refresh);
    assertThat(headline(robot, "h200")).isEqualTo("$4.20");
    assertThat(session.history().get().undo()).contains("Go back to Snapshot 1");
    fire(robot, "edit.undo");
    assertThat(headline(robot, "h200")).isEqualTo("$8.40");
  }

  @Test
  void theListSaysWhatEachChangeDoes(FxRobot robot) {
    fire(robot, "snapshot.freeze");
    utilize(robot, 0.8);
    robot.clickOn("#snapshot-differences");
    List<String> rows = robot.lookup(".differences-row").queryAll().stream()
        .map(Node::getAccessibleText)
        .toList();
    assertThat(rows.getFirst()).startsWith("Utilization, 100 % → 80 %, ▲ 25.0 %, cost on");
    assertThat(rows).anyMatch(row -> row.startsWith("HGX H200 · cost per million tokens, $4.20"));
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup("#differences").tryQuery()).isEmpty();
  }

  @Test
  void whatIsFrozenFollowsUndoAndIsGoneWithIt(FxRobot robot) {
    fire(robot, "snapshot.freeze");
    assertThat(session.compared().get()).isPresent();
    fire(robot, "edit.undo");
    assertThat(session.compared().get()).isEmpty();
    assertThat(robot.lookup("#snapshot-choice").query().getParent().isVisible()).isFalse();
  }

  private List<String> names() {
    return session.document().current().snapshots().stream().map(Snapshot::name).toList();
  }

  @Test
  void scenesAreAddedArrangedCaptionedAndDeleted(FxRobot robot) {
    fire(robot, "scene.arrange");
    robot.clickOn("#add-scene");
    robot.clickOn("#add-scene");
    assertThat(names()).containsExactly("Scene 1", "Scene 2");
    assertThat(session.document().current().snapshots().getFirst().view()).isEqualTo("compare");
    TextInputControl name =
        robot.from(robot.lookup("#scene-1")).lookup(".scene-name").query();
    robot.interact(name::requestFocus);
    robot.interact(name::selectAll);
    robot.write("Today").type(KeyCode.ENTER);
    assertThat(names()).containsExactly("Scene 1", "Today");
    TextArea caption = robot.from(robot.lookup("#scene-1")).lookup(".text-area").query();
    robot.clickOn(caption).write("At list price");
    assertThat(session.document().current().snapshots().get(1).caption())
        .isEqualTo("At list price");
    press(robot, 1, 0);
    assertThat(names()).containsExactly("Today", "Scene 1");
    press(robot, 0, 2);
    assertThat(names()).containsExactly("Scene 1");
    fire(robot, "edit.undo");
    assertThat(names()).containsExactly("Today", "Scene 1");
  }

  private static void press(FxRobot robot, int scene, int button) {
    List<Node> buttons =
        robot.from(robot.lookup("#scene-" + scene)).lookup(".icon-button").queryAll().stream()
            .toList();
    robot.clickOn(buttons.get(button));
  }
}
