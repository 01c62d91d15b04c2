package app.waterline.io.safe;

import app.waterline.io.AtomicWrite;
import app.waterline.io.UnreadableFile;
import app.waterline.io.UnwritableFile;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A workspace file that a window works on: whose it is, whether another program wrote it since, and its
 * versions. Its calls may take as long as the disk does; they belong on one thread at a time.
 */
public final class Hold {
  private static final Logger LOG = LoggerFactory.getLogger(Hold.class);

  private final Path file;
  private final LockNote mine;
  private final Versions versions;
  private @Nullable Stamp known;
  private @Nullable Stamp seen;
  private boolean locked;
  private volatile Optional<LockNote> other = Optional.empty();

  /** What has become of the file on disk since the window read or wrote it last. */
  public enum OnDisk {
    AS_KNOWN,
    CHANGED,
    /** It is not there, or can't be read. */
    AWAY
  }

  private Hold(Path file, Owner self, Versions versions, Clock clock) {
    this.file = file.toAbsolutePath();
    this.mine = LockNote.of(self, clock.instant());
    this.versions = versions;
  }

  /** A workspace with the hold on its file. */
  public record Opened(Workspace workspace, Hold hold) {}

  /**
   * Reads a file and takes the lock on it, where nobody has that.
   *
   * @throws UnreadableFile if it can't be read; no lock is taken then
   */
  static Opened open(Path file, Owner self, Versions versions, Clock clock) throws UnreadableFile {
    Hold hold = new Hold(file, self, versions, clock);
    hold.known = hold.stamp().orElse(null);
    Workspace workspace = WorkspaceFile.read(file);
    hold.lock();
    return new Opened(workspace, hold);
  }

  /** Takes the lock on a file that is about to be written, where nobody has that. */
  static Hold claim(Path file, Owner self, Versions versions, Clock clock) {
    Hold hold = new Hold(file, self, versions, clock);
    hold.known = hold.stamp().orElse(null);
    hold.lock();
    return hold;
  }

  public Path file() {
    return file;
  }

  /** Another program that works on the file, as of the last look; empty where nobody is known to. */
  public Optional<LockNote> other() {
    return other;
  }

  private Optional<LockNote> note() {
    try {
      return Optional.of(LockNote.read(LockNote.beside(file)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException damaged) {
      LOG.warn("The lock of a file can't be read and is taken for stale [{}]", file, damaged);
      return Optional.empty();
    }
  }

  private Optional<LockNote> findOther() {
    return note().filter(note -> !note.id().equals(mine.id())).filter(note -> !note.isStale());
  }

  private void lock() {
    other = findOther();
    if (other.isPresent()) {
      return;
    }
    try {
      // Over a stale note, and over one that can't be read.
      Files.deleteIfExists(LockNote.beside(file));
      Files.write(LockNote.beside(file), mine.bytes(), StandardOpenOption.CREATE_NEW);
      locked = true;
    } catch (FileAlreadyExistsException sooner) {
      LOG.info("Another program took the lock at the same moment [{}]", file);
    } catch (
        IOException
            unwritable) { // a folder that can't be written to: nobody else saves there either
      LOG.info("No lock can be left beside the file [{}]", file, unwritable);
    }
  }

  /** Makes the file this window's, whoever has it. */
  public void takeOver() {
    try {
      AtomicWrite.write(LockNote.beside(file), mine.bytes());
      locked = true;
      other = Optional.empty();
    } catch (IOException unwritable) {
      LOG.info("No lock can be left beside the file [{}]", file, unwritable);
    }
  }

  /** Gives the file back. */
  public void release() {
    if (locked && note().map(note -> note.id().equals(mine.id())).orElse(false)) {
      try {
        Files.deleteIfExists(LockNote.beside(file));
      } catch (IOException undeletable) {
        LOG.info("The lock beside the file can't be deleted [{}]", file, undeletable);
      }
    }
    locked = false;
  }

  /** Whether another program has written the file since, and whether one works on it. */
  public OnDisk look() {
    other = findOther();
    Optional<Stamp> now = stamp();
    if (now.isEmpty()) {
      return OnDisk.AWAY;
    }
    return now.get().equals(known) ? OnDisk.AS_KNOWN : OnDisk.CHANGED;
  }

  private Optional<Stamp> stamp() {
    try {
      return Optional.of(Stamp.of(file));
    } catch (IOException away) {
      return Optional.empty();
    }
  }

  /**
   * What the file holds now.
   *
   * @throws UnreadableFile if it can't be read
   */
  public Workspace read() throws UnreadableFile {
    seen = stamp().orElse(null);
    return WorkspaceFile.read(file);
  }

  /** What was read last counts as known: it may be written over, and is kept as a version then. */
  public void accept() {
    known = seen;
  }

  /**
   * Saves. What was there before is a version from then on, and so is what is written.
   *
   * @throws UnwritableFile if that fails; the file is as it was
   */
  public void save(Workspace workspace) throws UnwritableFile {
    versions.keep(file);
    WorkspaceFile.write(workspace, file);
    known = Stamp.of(WorkspaceFile.toJson(workspace));
    versions.keep(file);
  }
}
