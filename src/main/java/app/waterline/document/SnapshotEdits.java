package app.waterline.document;

import app.waterline.model.Snapshot;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The edits of snapshots, each a step of its own but typing, which is one step. Labels come from the screen. */
public final class SnapshotEdits {
  private SnapshotEdits() {}

  /** What a snapshot freezes: the state without what was frozen before. */
  public static Workspace frozen(Workspace workspace) {
    return workspace.withSnapshots(List.of());
  }

  /** A name that no snapshot has yet: the wish itself, or the wish with a number. */
  public static String freeName(Workspace workspace, String wish) {
    String name = wish;
    for (int n = 2; workspace.snapshot(name).isPresent(); n++) {
      name = wish + " " + n;
    }
    return name;
  }

  /** Freezes the present state at the end of the list. */
  public static Edit add(
      String label, String name, String date, @Nullable String view, @Nullable String caption) {
    return Edit.of(label, workspace -> {
      List<Snapshot> next = new ArrayList<>(workspace.snapshots());
      next.add(new Snapshot(name, date, view, caption, frozen(workspace)));
      return workspace.withSnapshots(next);
    });
  }

  /** Adds a finished snapshot at the end of the list, for example a scene that was tried out. */
  public static Edit add(String label, Snapshot snapshot) {
    return Edit.of(label, workspace -> {
      List<Snapshot> next = new ArrayList<>(workspace.snapshots());
      next.add(snapshot);
      return workspace.withSnapshots(next);
    });
  }

  /**
   * Gives a snapshot another name.
   *
   * @throws app.waterline.model.InvalidInput when applied, if another has that name
   */
  public static Edit rename(String label, String name, String newName) {
    return Edit.of(label, onSnapshot(name, each -> each.withName(newName)));
  }

  /** Says something else to a snapshot; changes in a row are one step. */
  public static Edit caption(String label, String name, @Nullable String caption) {
    String said = caption == null || caption.isBlank() ? null : caption;
    return new Edit(
        label, onSnapshot(name, each -> each.withCaption(said)), Optional.of(captionKey(name)));
  }

  /** The merge key of {@link #caption}. */
  public static Object captionKey(String name) {
    return List.of("caption", name);
  }

  /** Shows a snapshot in another view. */
  public static Edit view(String label, String name, @Nullable String view) {
    return Edit.of(label, onSnapshot(name, each -> each.withView(view)));
  }

  /** Takes a snapshot away. */
  public static Edit delete(String label, String name) {
    return Edit.of(
        label,
        workspace -> workspace.withSnapshots(workspace.snapshots().stream()
            .filter(each -> !each.name().equals(name))
            .toList()));
  }

  /**
   * Moves a snapshot to another place in the order.
   *
   * @param index where it stands afterwards; beyond an end means at that end
   */
  public static Edit move(String label, String name, int index) {
    return Edit.of(label, workspace -> {
      List<Snapshot> next = new ArrayList<>(workspace.snapshots());
      Snapshot moved = found(workspace, name);
      next.remove(moved);
      next.add(Math.clamp(index, 0, next.size()), moved);
      return workspace.withSnapshots(next);
    });
  }

  /** Makes a frozen state the present one; the snapshots stay. */
  public static Edit restore(String label, String name) {
    return Edit.of(
        label, workspace -> found(workspace, name).state().withSnapshots(workspace.snapshots()));
  }

  private static UnaryOperator<Workspace> onSnapshot(String name, UnaryOperator<Snapshot> change) {
    return workspace -> {
      List<Snapshot> next = new ArrayList<>(workspace.snapshots());
      next.set(next.indexOf(found(workspace, name)), change.apply(found(workspace, name)));
      return workspace.withSnapshots(next);
    };
  }

  private static Snapshot found(Workspace workspace, String name) {
    return workspace
        .snapshot(name)
        .orElseThrow(() -> new IllegalArgumentException("No such snapshot [%s].".formatted(name)));
  }
}
