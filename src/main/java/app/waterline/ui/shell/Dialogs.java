package app.waterline.ui.shell;

import app.waterline.document.Difference;
import app.waterline.io.safe.LockNote;
import app.waterline.io.safe.RecoveryCopy;
import app.waterline.io.safe.Versions.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What the window asks and tells outside of itself. An interface, because no test can drive native file dialogs. */
public interface Dialogs {
  /** What to do with changes that no file has yet. */
  enum Unsaved {
    SAVE,
    DISCARD,
    CANCEL
  }

  /** What to do with a file that another program works on. */
  enum Locked {
    /** Look at it; a save asks for another file. */
    READ_ONLY,
    /** Go on with a copy that has no file yet. */
    COPY,
    /** Write to it all the same. */
    TAKE_OVER,
    CANCEL
  }

  /** What to do with a file that another program has written. */
  enum Changed {
    KEEP_MINE,
    TAKE_THEIRS,
    LATER
  }

  /** What to do with work that a program left when it ended before it could save. */
  enum Recovered {
    RESTORE,
    DISCARD,
    LATER
  }

  /**
   * Work that can be brought back.
   *
   * @param copy the work, from when and where
   * @param differences to the file as it is now, or to nothing where there is none
   * @param fileIsThere whether the file it belongs to can be read
   */
  record Offer(RecoveryCopy copy, List<Difference> differences, boolean fileIsThere) {}

  /** The workspace file to open; empty when the user thinks better of it. */
  Optional<Path> chooseFileToOpen();

  /** Where to save; empty when the user thinks better of it. */
  Optional<Path> chooseFileToSave(String suggestedName);

  /** A file of prices; empty when the user thinks better of it. */
  default Optional<Path> choosePrices() {
    return Optional.empty();
  }

  /** Files of benchmark results; empty when the user thinks better of it. */
  default List<Path> chooseRuns() {
    return List.of();
  }

  /** A folder of benchmark results; empty when the user thinks better of it. */
  default Optional<Path> chooseFolderOfRuns() {
    return Optional.empty();
  }

  /** A printed table to check; empty when the user thinks better of it. */
  default Optional<Path> chooseClaim() {
    return Optional.empty();
  }

  /** Where to write an export; empty when the user thinks better of it. */
  default Optional<Path> chooseExport(Path suggested, String kind, String extension) {
    return Optional.empty();
  }

  /** A deck that gives its look; empty when the user thinks better of it. */
  default Optional<Path> chooseTemplate() {
    return Optional.empty();
  }

  /** Asks what to do with unsaved changes. */
  Unsaved askUnsaved(String name);

  /** Asks what to do with a file that another program works on. */
  default Locked askLocked(String name, LockNote by) {
    return Locked.CANCEL;
  }

  /**
   * Asks what to do with a file that another program has written.
   *
   * @param differences from what is open here to what is on disk
   * @param unsaved whether what is open here has changes that no file has
   */
  default Changed askChanged(String name, List<Difference> differences, boolean unsaved) {
    return Changed.LATER;
  }

  /** Another program has written something that can't be read; whether to write over it. */
  default boolean askDamagedOnDisk(String name, String reason) {
    return false;
  }

  /** Asks what to do with work that was not saved. */
  default Recovered askRecovered(Offer offer) {
    return Recovered.LATER;
  }

  /**
   * Lets the user choose a saved version.
   *
   * @param differences from a version to what is open; empty where it can't be read
   */
  default Optional<Version> chooseVersion(
      String name,
      List<Version> versions,
      Function<Version, Optional<List<Difference>>> differences) {
    return Optional.empty();
  }

  /** Waits for work on a slow disk; false where the user does not want to wait. */
  default boolean waitFor(String what, CompletableFuture<?> outcome) {
    outcome.handle((value, fault) -> true).join();
    return true;
  }

  /**
   * Tells of a fault that nobody expected, until the user goes on.
   *
   * @param saveACopy saves the open workspace to another file
   */
  default void fault(FaultReport report, Runnable saveACopy) {
    error("", report.details());
  }

  /** Says what went wrong and what to do. */
  void error(String title, String message);

  /** Says something worth knowing. */
  void inform(String title, String message);

  /** Tells something, with a long text below it to read and copy. */
  default void inform(String title, String message, String details) {
    inform(title, message + "\n\n" + details);
  }
}
