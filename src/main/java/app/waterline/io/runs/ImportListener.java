package app.waterline.io.runs;

import java.nio.file.Path;

/** Follows an import; called on the thread that runs it. */
public interface ImportListener {
  /** One run, as soon as it was read. */
  void outcome(RunOutcome outcome);

  /** A file or record that was meant to be read and could not. */
  void problem(UnreadableRun problem);

  /** A file in a folder that is no benchmark result; folders hold other things too. */
  default void skipped(UnreadableRun notAResult) {}

  /** Records of a benchmark file that are no runs, for example rows in other units. */
  default void ignored(Path file, long records) {}

  /** How far a file was read, in bytes as they stand on the disk. */
  default void progress(Path file, long read, long size) {}

  /** Asked before every file and every megabyte; true ends the import. */
  default boolean cancelled() {
    return false;
  }
}
