package app.waterline.io.safe;

import app.waterline.io.UnreadableFile;
import java.nio.file.Path;
import java.time.Clock;

/** What the window needs to keep work safe: locks and versions of files, and recovery copies. */
public final class Safety {
  private final Owner self;
  private final Versions versions;
  private final RecoveryFolder recovery;
  private final Clock clock;

  /**
   * @param self this program
   * @param folders where it keeps its files
   * @param clock dates versions, locks and copies
   */
  public Safety(Owner self, ProgramFolders folders, Clock clock) {
    this.self = self;
    this.clock = clock;
    this.versions = new Versions(folders.versions(), clock);
    this.recovery = new RecoveryFolder(folders.recovery(), self);
  }

  /**
   * Reads a file and takes the lock on it, where nobody has that.
   *
   * @throws UnreadableFile if it can't be read
   */
  public Hold.Opened open(Path file) throws UnreadableFile {
    return Hold.open(file, self, versions, clock);
  }

  /** Takes the lock on a file that is about to be written, where nobody has that. */
  public Hold claim(Path file) {
    return Hold.claim(file, self, versions, clock);
  }

  public Versions versions() {
    return versions;
  }

  public RecoveryFolder recovery() {
    return recovery;
  }

  /** This program. */
  public Owner self() {
    return self;
  }

  public Clock clock() {
    return clock;
  }
}
