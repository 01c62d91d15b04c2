package app.waterline.io.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.waterline.Card;
import app.waterline.io.UnreadableFile;
import app.waterline.io.UnwritableFile;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-02T12:04:00Z"), ZoneOffset.UTC);
  private static final Owner ELSEWHERE = new Owner("bob", "laptop", 7, Instant.EPOCH);

  @TempDir
  private Path folder;

  private Safety of(Owner owner) {
    return new Safety(owner, ProgramFolders.under(folder.resolve("home")), CLOCK);
  }

  private static Workspace at(double utilization) {
    return Card.workspace(
        Scenario.DEFAULT.withUtilization(utilization), Card.named("a").rented(2).platform());
  }

  private Path file() throws IOException {
    Path file = folder.resolve("Acme.waterline");
    if (!Files.exists(file)) {
      WorkspaceFile.write(at(1), file);
    }
    return file;
  }

  @Test
  void anOpenFileIsLockedAndFreeAgainWhenItIsGivenBack() throws IOException {
    Hold hold = of(RecoveryTest.SELF).open(file()).hold();
    assertThat(hold.other()).isEmpty();
    Hold second = of(RecoveryTest.SELF).open(file()).hold();
    assertThat(second.other().orElseThrow().owner()).isEqualTo(RecoveryTest.SELF);
    assertThat(second.other().orElseThrow().since()).isEqualTo(CLOCK.instant());
    second.release(); // not its own to give back
    assertThat(of(RecoveryTest.SELF).open(file()).hold().other()).isPresent();
    hold.release();
    assertThat(LockNote.beside(file())).doesNotExist();
    assertThat(of(RecoveryTest.SELF).open(file()).hold().other()).isEmpty();
  }

  /** More than an array can hold: the refusal comes before the memory ends. */
  @Test
  void anEndlessFileIsRefusedAndItsLockIsNoLock() throws IOException {
    Path endless = sparse("endless.waterline", 3L << 30);
    assertThatThrownBy(() -> of(RecoveryTest.SELF).open(endless))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("too large");
    assertThat(endless).hasSize(3L << 30);
    Hold hold = of(RecoveryTest.SELF).open(file()).hold();
    Files.delete(file());
    Files.move(endless, folder.resolve("Acme.waterline"));
    assertThat(hold.look()).isEqualTo(Hold.OnDisk.CHANGED);
    Path note = sparse(".Other.waterline.lock", 3L << 30);
    WorkspaceFile.write(at(1), folder.resolve("Other.waterline"));
    Hold other = of(RecoveryTest.SELF).open(folder.resolve("Other.waterline")).hold();
    assertThat(other.other()).isEmpty();
    assertThat(note).isRegularFile();
    assertThat(Files.size(note)).isLessThan(1000);
    Path copy = sparse("a.recovery", 3L << 30);
    assertThatThrownBy(() -> RecoveryCopy.read(copy)).hasMessageContaining("too large");
  }

  private Path sparse(String name, long size) throws IOException {
    Path place = folder.resolve(name);
    try (RandomAccessFile file = new RandomAccessFile(place.toFile(), "rw")) {
      file.setLength(size);
    }
    return place;
  }

  @Test
  void aLockOfAProgramThatIsGoneIsStaleAndOneOfAnotherMachineIsNot() throws IOException {
    assertThat(of(RecoveryTest.GONE).open(file()).hold().other()).isEmpty();
    assertThat(of(ELSEWHERE).open(file()).hold().other()).isEmpty();
    Hold mine = of(RecoveryTest.SELF).open(file()).hold();
    assertThat(mine.other().orElseThrow().owner()).isEqualTo(ELSEWHERE);
    mine.takeOver();
    assertThat(mine.other()).isEmpty();
    assertThat(mine.look()).isEqualTo(Hold.OnDisk.AS_KNOWN);
  }

  @Test
  void whoIsTakenOverNoticesAtTheNextLook() throws IOException {
    Hold first = of(RecoveryTest.SELF).open(file()).hold();
    of(RecoveryTest.SELF).open(file()).hold().takeOver();
    first.look();
    assertThat(first.other()).isPresent();
    first.release();
    assertThat(LockNote.beside(file())).exists();
  }

  @Test
  void aLockThatCantBeReadIsReplaced() throws IOException {
    Files.writeString(LockNote.beside(file()), "process=x\n\\u00");
    assertThat(of(RecoveryTest.SELF).open(file()).hold().other()).isEmpty();
    assertThat(LockNote.read(LockNote.beside(file())).owner()).isEqualTo(RecoveryTest.SELF);
  }

  @Test
  void aFileThatCantBeReadIsNotLocked() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.waterline"), "{");
    assertThatThrownBy(() -> of(RecoveryTest.SELF).open(file)).isInstanceOf(UnreadableFile.class);
    assertThat(LockNote.beside(file)).doesNotExist();
  }

  @Test
  void whatAnotherProgramWritesIsNoticedByItsContent() throws IOException {
    Hold hold = of(RecoveryTest.SELF).open(file()).hold();
    Files.setLastModifiedTime(file(), java.nio.file.attribute.FileTime.from(Instant.EPOCH));
    assertThat(hold.look()).isEqualTo(Hold.OnDisk.AS_KNOWN);
    WorkspaceFile.write(at(0.5), file());
    assertThat(hold.look()).isEqualTo(Hold.OnDisk.CHANGED);
    assertThat(hold.read()).isEqualTo(at(0.5));
    assertThat(hold.look()).isEqualTo(Hold.OnDisk.CHANGED);
    hold.accept();
    assertThat(hold.look()).isEqualTo(Hold.OnDisk.AS_KNOWN);
    Files.delete(file());
    assertThat(hold.look()).isEqualTo(Hold.OnDisk.AWAY);
  }

  @Test
  void aSaveIsKnownAndKeepsWhatWasThereBefore() throws IOException {
    Safety safety = of(RecoveryTest.SELF);
    Hold hold = safety.open(file()).hold();
    hold.save(at(0.9));
    hold.save(at(0.8));
    assertThat(hold.look()).isEqualTo(Hold.OnDisk.AS_KNOWN);
    assertThat(versions(safety)).containsExactly(at(0.8), at(0.9), at(1));
  }

  private List<Workspace> versions(Safety safety) throws IOException {
    List<Workspace> read = new java.util.ArrayList<>();
    for (Versions.Version version : safety.versions().of(file())) {
      read.add(WorkspaceFile.read(version.place()));
    }
    return read;
  }

  @Test
  void theLastTenVersionsAreKeptAndTheSameOneTwiceIsOne() throws IOException {
    Safety safety = of(RecoveryTest.SELF);
    Hold hold = safety.open(file()).hold();
    for (int i = 1; i <= 15; i++) {
      hold.save(at(i / 20.0));
      hold.save(at(i / 20.0));
    }
    assertThat(versions(safety))
        .hasSize(Versions.KEPT)
        .startsWith(at(15 / 20.0), at(14 / 20.0))
        .endsWith(at(6 / 20.0));
  }

  @Test
  void twoFilesOfOneNameKeepTheirOwnVersions() throws IOException {
    Safety safety = of(RecoveryTest.SELF);
    safety.open(file()).hold().save(at(0.9));
    Path other = Files.createDirectory(folder.resolve("other")).resolve("Acme.waterline");
    safety.claim(other).save(at(0.3));
    assertThat(safety.versions().of(other)).hasSize(1);
    assertThat(versions(safety)).hasSize(2);
  }

  @Test
  void aFolderThatIsGoneLeavesEverythingAsItWas() throws IOException {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    Path file = gone.resolve("a.waterline");
    WorkspaceFile.write(at(1), file);
    Hold hold = of(RecoveryTest.SELF).open(file).hold();
    Files.delete(LockNote.beside(file));
    Files.delete(file);
    Files.delete(gone);
    assertThat(hold.look()).isEqualTo(Hold.OnDisk.AWAY);
    assertThatThrownBy(() -> hold.save(at(0.5)))
        .isInstanceOf(UnwritableFile.class)
        .hasMessageContaining("the folder does not exist")
        .hasMessageContaining("Save as");
    hold.release();
  }
}
