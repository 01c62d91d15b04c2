package app.waterline.ui.shell;

import app.waterline.document.Differences;
import app.waterline.io.UnreadableFile;
import app.waterline.io.WorkspaceFile;
import app.waterline.io.safe.RecoveryCopy;
import app.waterline.io.safe.RecoveryFolder;
import app.waterline.model.Workspace;
import java.util.List;
import java.util.Optional;

/** Offers the work that an earlier program left when it ended before it could save. */
final class LeftWork {
  private final RecoveryFolder folder;

  /** A copy, and what there is to say about it. */
  record Found(RecoveryFolder.Left left, Dialogs.Offer offer) {}

  /** Shows a copy in a window; true once its work is safe there. */
  interface Restoring {
    boolean restore(RecoveryCopy copy);
  }

  LeftWork(RecoveryFolder folder) {
    this.folder = folder;
  }

  /** Finds the copies and compares each with its file; takes as long as the disk does. */
  List<Found> find() {
    return folder.left().stream()
        .map(left -> new Found(left, offerOf(left.copy())))
        .toList();
  }

  private static Dialogs.Offer offerOf(RecoveryCopy copy) {
    Optional<Workspace> saved = copy.file().flatMap(file -> {
      try {
        return Optional.of(WorkspaceFile.read(file));
      } catch (UnreadableFile away) {
        return Optional.empty();
      }
    });
    return new Dialogs.Offer(
        copy,
        saved.map(workspace -> Differences.between(workspace, copy.workspace())).orElse(List.of()),
        saved.isPresent());
  }

  /** Asks for each copy what to do. A copy goes once its work is safe in a window, or is discarded. */
  void ask(List<Found> found, Dialogs dialogs, Restoring restoring) {
    for (Found each : found) {
      switch (dialogs.askRecovered(each.offer())) {
        case RESTORE -> {
          if (restoring.restore(each.left().copy())) {
            folder.discard(each.left());
          }
        }
        case DISCARD -> folder.discard(each.left());
        case LATER -> {
          return;
        }
      }
    }
  }
}
