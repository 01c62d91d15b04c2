package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.Card;
import app.waterline.document.Difference;
import app.waterline.document.Document;
import app.waterline.document.Edits;
import app.waterline.document.ScenarioSlot;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.io.safe.LockNote;
import app.waterline.io.safe.Owner;
import app.waterline.io.safe.ProgramFolders;
import app.waterline.io.safe.RecoveryCopy;
import app.waterline.io.safe.Safety;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WorkspaceFilesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-02T12:04:00Z"), ZoneOffset.UTC);
  private static final Owner ELSEWHERE = new Owner("bob", "laptop", 7, Instant.EPOCH);

  @TempDir
  private Path folder;

  private final Answers answers = new Answers();
  private final Session session = new Session(
      new Document(at(1), System::nanoTime), new Evaluator(), new QuantityFormat(Locale.US), CLOCK);

  private static final class Answers implements Dialogs {
    private Optional<Path> file = Optional.empty();
    private Locked locked = Locked.CANCEL;
    private Changed changed = Changed.LATER;
    private boolean waits = true;
    private final List<String> asked = new ArrayList<>();
    private List<Difference> differences = List.of();

    @Override
    public Optional<Path> chooseFileToOpen() {
      return file;
    }

    @Override
    public Optional<Path> chooseFileToSave(String suggestedName) {
      asked.add("where");
      return file;
    }

    @Override
    public Unsaved askUnsaved(String name) {
      return Unsaved.DISCARD;
    }

    @Override
    public Locked askLocked(String name, LockNote by) {
      asked.add("locked by " + by.owner().user());
      return locked;
    }

    @Override
    public Changed askChanged(String name, List<Difference> found, boolean unsaved) {
      asked.add("changed");
      differences = found;
      return changed;
    }

    @Override
    public boolean waitFor(String what, CompletableFuture<?> outcome) {
      if (waits) { // a busy machine is a slow disk too
        return Dialogs.super.waitFor(what, outcome);
      }
      asked.add(what);
      return false;
    }

    @Override
    public void error(String title, String message) {
      asked.add(message);
    }

    @Override
    public void inform(String title, String message) {
      asked.add(message);
    }
  }

  private static Workspace at(double utilization) {
    return Card.workspace(
        Scenario.DEFAULT.withUtilization(utilization), Card.named("a").rented(2).platform());
  }

  private Safety of(Owner owner) {
    return new Safety(owner, ProgramFolders.under(folder.resolve("home")), CLOCK);
  }

  private WorkspaceFiles files() {
    return new WorkspaceFiles(
        session, answers, Texts.of("texts", Locale.US), of(Owner.self()), file -> {});
  }

  private Path saved(double utilization) throws IOException {
    Path file = folder.resolve("Acme.waterline");
    WorkspaceFile.write(at(utilization), file);
    return file;
  }

  private void edit(double utilization) {
    session.apply(Edits.scenario("edit", ScenarioSlot.UTILIZATION, utilization));
  }

  private double here() {
    return session.document().current().scenario().utilization();
  }

  private static double there(Path file) throws IOException {
    return WorkspaceFile.read(file).scenario().utilization();
  }

  @Test
  void aFileThatAnotherProgramHasIsOpenedReadOnlyAndSavedElsewhere(FxRobot robot)
      throws IOException {
    Path file = saved(0.9);
    of(ELSEWHERE).open(file);
    answers.locked = Dialogs.Locked.READ_ONLY;
    answers.file = Optional.of(folder.resolve("mine.waterline"));
    robot.interact(() -> {
      WorkspaceFiles files = files();
      files.open(file);
      assertThat(files.name()).isEqualTo("Acme.waterline (read-only)");
      edit(0.5);
      assertThat(files.save()).isTrue();
      assertThat(files.name()).isEqualTo("mine.waterline");
    });
    assertThat(answers.asked).containsExactly("locked by bob", "where");
    assertThat(there(file)).isEqualTo(0.9);
    assertThat(there(folder.resolve("mine.waterline"))).isEqualTo(0.5);
  }

  @Test
  void aCopyHasNoFileAndCancellingLeavesEverythingAsItWas(FxRobot robot) throws IOException {
    Path file = saved(0.9);
    of(ELSEWHERE).open(file);
    robot.interact(() -> {
      WorkspaceFiles files = files();
      files.open(file);
      assertThat(here()).isEqualTo(1);
      answers.locked = Dialogs.Locked.COPY;
      files.open(file);
      assertThat(here()).isEqualTo(0.9);
      assertThat(files.state().get().file()).isEmpty();
      assertThat(session.document().isDirty()).isTrue();
    });
  }

  @Test
  void aFileThatIsTakenOverWhileItIsOpenIsNotWrittenToUnasked(FxRobot robot) throws IOException {
    Path file = saved(0.9);
    robot.interact(() -> {
      WorkspaceFiles files = files();
      files.open(file);
      of(ELSEWHERE).claim(file).takeOver();
      edit(0.5);
      assertThat(files.save()).isFalse();
      answers.locked = Dialogs.Locked.TAKE_OVER;
      assertThat(files.save()).isTrue();
      return true;
    });
    assertThat(answers.asked).containsExactly("locked by bob", "locked by bob");
    assertThat(there(file)).isEqualTo(0.5);
  }

  @Test
  void whatAnotherProgramWroteIsComparedBeforeASaveAndNeverLost(FxRobot robot) throws IOException {
    Path file = saved(0.9);
    Safety safety = of(Owner.self());
    robot.interact(() -> {
      WorkspaceFiles files = files();
      files.open(file);
      edit(0.5);
      WorkspaceFile.write(at(0.7), file);
      assertThat(files.save()).isFalse();
      assertThat(answers.differences).hasSize(1);
      answers.changed = Dialogs.Changed.KEEP_MINE;
      assertThat(files.save()).isTrue();
      return true;
    });
    assertThat(there(file)).isEqualTo(0.5);
    assertThat(there(safety.versions().of(file).get(1).place())).isEqualTo(0.7);
  }

  @Test
  void takingTheirsIsAStepThatUndoTakesBack(FxRobot robot) throws IOException {
    Path file = saved(0.9);
    robot.interact(() -> {
      WorkspaceFiles files = files();
      files.open(file);
      edit(0.5);
      WorkspaceFile.write(at(0.7), file);
      answers.changed = Dialogs.Changed.TAKE_THEIRS;
      assertThat(files.save()).isFalse();
      assertThat(here()).isEqualTo(0.7);
      assertThat(session.document().isDirty()).isFalse();
      session.document().undo();
      assertThat(here()).isEqualTo(0.5);
      assertThat(session.document().isDirty()).isTrue();
      return true;
    });
  }

  @Test
  void unsavedWorkComesBackOverItsFileAndUndoGoesToTheFile(FxRobot robot) throws IOException {
    Path file = saved(0.9);
    RecoveryCopy copy = new RecoveryCopy(ELSEWHERE, CLOCK.instant(), Optional.of(file), at(0.4));
    robot.interact(() -> {
      WorkspaceFiles files = files();
      assertThat(files.restore(copy)).isTrue();
      assertThat(files.state().get().file()).contains(file.toAbsolutePath());
      assertThat(here()).isEqualTo(0.4);
      assertThat(session.document().isDirty()).isTrue();
      session.document().undo();
      assertThat(here()).isEqualTo(0.9);
    });
  }

  @Test
  void unsavedWorkWhoseFileIsGoneComesBackWithoutOne(FxRobot robot) {
    RecoveryCopy copy = new RecoveryCopy(
        ELSEWHERE, CLOCK.instant(), Optional.of(folder.resolve("gone.waterline")), at(0.4));
    robot.interact(() -> {
      WorkspaceFiles files = files();
      assertThat(files.restore(copy)).isTrue();
      assertThat(files.state().get().file()).isEmpty();
      assertThat(here()).isEqualTo(0.4);
      assertThat(session.document().isDirty()).isTrue();
    });
  }

  @Test
  void aFailedSaveSaysWhyAndTheWorkStays(FxRobot robot) throws IOException {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    Path file = gone.resolve("a.waterline");
    WorkspaceFile.write(at(0.9), file);
    robot.interact(() -> {
      WorkspaceFiles files = files();
      files.open(file);
      edit(0.5);
      Files.delete(file);
      Files.delete(gone.resolve(".a.waterline.lock"));
      Files.delete(gone);
      assertThat(files.save()).isFalse();
      return true;
    });
    assertThat(answers.asked.getLast())
        .contains("the folder does not exist", "Save as", "recovery copy");
    assertThat(here()).isEqualTo(0.5);
    assertThat(session.document().isDirty()).isTrue();
  }

  @Test
  void aSlowDiskIsWaitedForAndCanBeLeftToItself(FxRobot robot)
      throws InterruptedException, ExecutionException {
    Disk disk = new Disk(answers);
    CountDownLatch slow = new CountDownLatch(1);
    CompletableFuture<Boolean> late = new CompletableFuture<>();
    answers.waits = false;
    robot.interact(() -> {
      try {
        disk.call(
            "Saving Acme",
            () -> {
              slow.await();
              return true;
            },
            outcome -> late.complete(outcome.join()));
      } catch (Disk.GivenUp givenUp) {
        answers.asked.add("given up");
      } catch (IOException failed) {
        throw new AssertionError(failed);
      }
    });
    assertThat(answers.asked).containsExactly("Saving Acme", "given up");
    slow.countDown();
    assertThat(late.get()).isTrue();
    WaitForAsyncUtils.waitForFxEvents();
  }
}
