package app.waterline.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the window asks and tells outside of itself. An interface, because no test can drive native file dialogs. */
public interface Dialogs {
  /** What to do with changes that no file has yet. */
  enum Unsaved {
    SAVE,
    DISCARD,
    CANCEL
  }

  /** The workspace file to open; empty when the user thinks better of it. */
  Optional<Path> chooseFileToOpen();

  /** Where to save; empty when the user thinks better of it. */
  Optional<Path> chooseFileToSave(String suggestedName);

  /** Files of benchmark results; empty when the user thinks better of it. */
  default List<Path> chooseRuns() {
    return List.of();
  }

  /** A folder of benchmark results; empty when the user thinks better of it. */
  default Optional<Path> chooseFolderOfRuns() {
    return Optional.empty();
  }

  /** Asks what to do with unsaved changes. */
  Unsaved askUnsaved(String name);

  /** Says what went wrong and what to do. */
  void error(String title, String message);

  /** Says something worth knowing. */
  void inform(String title, String message);
}
