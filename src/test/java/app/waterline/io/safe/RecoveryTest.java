package app.waterline.io.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.waterline.Card;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
  static final Owner SELF = Owner.self();

  /** No process has that number: systems stop far below. */
  static final Owner GONE = new Owner("ann", SELF.machine(), Long.MAX_VALUE, Instant.EPOCH);

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir
  private Path folder;

  private final List<Optional<String>> trouble = new ArrayList<>();

  private static Workspace at(double utilization) {
    return Card.workspace(
        Scenario.DEFAULT.withUtilization(utilization), Card.named("a").rented(2).platform());
  }

  private RecoveryCopy copy(Owner owner, double utilization) {
    return new RecoveryCopy(
        owner,
        Instant.parse("2026-11-02T12:04:05.678Z"),
        Optional.of(Path.of("/customers/Größe = 1.waterline")),
        at(utilization));
  }

  private static long filesIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  @Test
  void aCopyIsReadAsItWasWritten() throws IOException {
    RecoveryCopy written = copy(GONE, 0.5);
    Path place = Files.write(folder.resolve("a.recovery"), written.bytes());
    assertThat(RecoveryCopy.read(place)).isEqualTo(written);
  }

  @Test
  void aCopyOfWorkThatHasNoFileSaysSo() throws IOException {
    RecoveryCopy written = new RecoveryCopy(GONE, Instant.EPOCH, Optional.empty(), at(0.5));
    Path place = Files.write(folder.resolve("a.recovery"), written.bytes());
    assertThat(RecoveryCopy.read(place).file()).isEmpty();
  }

  @Test
  void aDamagedCopyIsRefusedWhereverItIsCut() throws IOException {
    byte[] whole = copy(GONE, 0.5).bytes();
    Path place = folder.resolve("a.recovery");
    for (int end = 0; end < whole.length - 2; end += 37) {
      Files.write(place, java.util.Arrays.copyOf(whole, end));
      assertThatThrownBy(() -> RecoveryCopy.read(place)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void theWriterBringsTheLastStateOfManyEditsToDisk() throws IOException {
    RecoveryWriter writer = new RecoveryFolder(folder, SELF).writer(trouble::add);
    for (int i = 1; i <= 50; i++) {
      writer.write(copy(SELF, i / 50.0));
    }
    assertThat(writer.flush(LONG)).isTrue();
    assertThat(RecoveryCopy.read(writer.place()).workspace()).isEqualTo(at(1));
    writer.clear();
    assertThat(writer.flush(LONG)).isTrue();
    assertThat(writer.place()).doesNotExist();
    assertThat(trouble).isEmpty();
    writer.close();
  }

  @Test
  void aFolderThatCantBeWrittenToIsToldOnceAndTriedAgain() throws IOException {
    Path blocked = folder.resolve("recovery");
    Files.createFile(blocked); // no folder can be made here
    RecoveryWriter writer = new RecoveryFolder(blocked, SELF).writer(trouble::add);
    writer.write(copy(SELF, 0.5));
    assertThat(writer.flush(LONG)).isFalse();
    writer.write(copy(SELF, 0.6));
    assertThat(writer.flush(LONG)).isFalse();
    assertThat(trouble).hasSize(1);
    assertThat(trouble.getFirst()).contains("a file has the name of its folder");
    Files.delete(blocked);
    assertThat(writer.flush(LONG)).isTrue();
    assertThat(RecoveryCopy.read(writer.place()).workspace()).isEqualTo(at(0.6));
    assertThat(trouble.getLast()).isEmpty();
    writer.close();
  }

  /** A thread that does at once what is due at once; what is to wait, waits for the test. */
  private static final class Held extends ScheduledThreadPoolExecutor {
    private final List<Runnable> edits = new ArrayList<>();
    private final List<Runnable> retries = new ArrayList<>();

    Held() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
      if (delay == 0) {
        return super.schedule(task, 0, unit);
      }
      boolean retry = unit.toMillis(delay) == RecoveryWriter.RETRY.toMillis();
      (retry ? retries : edits).add(task);
      return super.schedule(() -> {}, 0, unit);
    }

    /** What was to wait, on this thread's turn. */
    void let(List<Runnable> waiting) throws Exception {
      List<Runnable> now = List.copyOf(waiting);
      waiting.clear();
      for (Runnable each : now) {
        submit(each).get();
      }
    }
  }

  private RecoveryWriter failing(Path blocked, Held thread) throws IOException {
    Files.createFile(blocked); // no folder can be made here
    RecoveryWriter writer = new RecoveryWriter(blocked.resolve("a.recovery"), trouble::add, thread);
    writer.write(copy(SELF, 0.5));
    assertThat(writer.flush(LONG)).isFalse();
    thread.edits.clear();
    return writer;
  }

  @Test
  void theEditAfterAFailedWriteDoesNotWaitForTheRetry() throws Exception {
    Held thread = new Held();
    Path blocked = folder.resolve("recovery");
    RecoveryWriter writer = failing(blocked, thread);
    Files.delete(blocked);
    writer.write(copy(SELF, 0.6));
    assertThat(thread.edits).hasSize(1);
    thread.let(thread.edits);
    assertThat(RecoveryCopy.read(writer.place()).workspace()).isEqualTo(at(0.6));
    assertThat(trouble).hasSize(2).last().isEqualTo(Optional.empty());
    Files.delete(writer.place());
    thread.let(thread.retries);
    assertThat(writer.place()).doesNotExist(); // nothing was left to be tried again
    writer.close();
  }

  @Test
  void aDiskThatFailsIsTriedByOneRetryHoweverManyEditsThereWere() throws Exception {
    Held thread = new Held();
    Path blocked = folder.resolve("recovery");
    RecoveryWriter writer = failing(blocked, thread);
    for (int i = 1; i <= 5; i++) {
      writer.write(copy(SELF, i / 10.0));
      thread.let(thread.edits);
    }
    assertThat(thread.retries).hasSize(1);
    thread.let(thread.retries);
    assertThat(thread.retries).hasSize(1);
    assertThat(trouble).hasSize(1);
    Files.delete(blocked);
    thread.let(thread.retries);
    assertThat(RecoveryCopy.read(writer.place()).workspace()).isEqualTo(at(0.5));
    assertThat(thread.retries).isEmpty();
    writer.close();
  }

  @Test
  void afterItsEndTheWriterWritesNothing() throws Exception {
    Held thread = new Held();
    Path blocked = folder.resolve("recovery");
    RecoveryWriter writer = failing(blocked, thread);
    writer.close();
    Files.delete(blocked);
    thread.retries.forEach(Runnable::run);
    writer.write(copy(SELF, 0.6));
    assertThat(writer.flush(LONG)).isFalse();
    assertThat(writer.place()).doesNotExist();
  }

  @Test
  void whatAProgramLeftIsOfferedAndTheWorkOfARunningOneIsNot() throws IOException {
    Files.write(folder.resolve("gone.recovery"), copy(GONE, 0.5).bytes());
    Files.write(folder.resolve("alive.recovery"), copy(SELF, 0.6).bytes());
    Files.writeString(folder.resolve("damaged.recovery"), "?");
    RecoveryFolder recovery = new RecoveryFolder(folder, SELF);
    assertThat(recovery.left())
        .extracting(left -> left.copy().workspace())
        .containsExactly(at(0.5));
    recovery.discard(recovery.left().getFirst());
    assertThat(recovery.left()).isEmpty();
    assertThat(filesIn(folder)).isEqualTo(2);
  }

  @Test
  void anotherProcessOfTheSameNumberIsNotTheOwner() {
    Owner reused = new Owner("ann", SELF.machine(), SELF.process(), Instant.EPOCH);
    assertThat(reused.life()).isEqualTo(Owner.Life.GONE);
    assertThat(SELF.life()).isEqualTo(Owner.Life.RUNS);
    assertThat(new Owner("ann", "another machine", 1, Instant.EPOCH).life())
        .isEqualTo(Owner.Life.ELSEWHERE);
  }
}
