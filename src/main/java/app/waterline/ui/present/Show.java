package app.waterline.ui.present;

import app.waterline.model.Snapshot;
import app.waterline.model.Workspace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a presentation goes through: the present state first or not at all, then the scenes in order.
 *
 * @param present the state that is open
 * @param view id of the view that is up
 * @param scenes the snapshots in their order
 * @param at the scene that is on; −1 for the present state
 */
record Show(Workspace present, String view, List<Snapshot> scenes, int at) {
  static final int NOW = -1;

  Show {
    scenes = List.copyOf(scenes);
  }

  /** From the first scene; from the present state where there is none. */
  static Show fromStart(Workspace present, String view) {
    return new Show(present, view, present.snapshots(), present.snapshots().isEmpty() ? NOW : 0);
  }

  /** From the present state, with the scenes to follow. */
  static Show fromNow(Workspace present, String view) {
    return new Show(present, view, present.snapshots(), NOW);
  }

  /** One further or back; at an end it stays. */
  Show step(int by) {
    int first = scenes.isEmpty() ? NOW : Math.min(at, 0);
    return new Show(present, view, scenes, Math.clamp(at + by, first, scenes.size() - 1));
  }

  /** The first or the last scene. */
  Show end(boolean last) {
    return scenes.isEmpty() ? this : new Show(present, view, scenes, last ? scenes.size() - 1 : 0);
  }

  private Optional<Snapshot> scene() {
    return at == NOW ? Optional.empty() : Optional.of(scenes.get(at));
  }

  Workspace state() {
    return scene().map(Snapshot::state).orElse(present);
  }

  /** The id of the view of what is on. */
  String shownIn() {
    @Nullable String own = scene().map(Snapshot::view).orElse(null);
    return own == null || own.isBlank() ? view : own;
  }

  /** What is said to it; the name of the comparison where nothing is. */
  String caption() {
    return scene()
        .flatMap(each -> Optional.ofNullable(each.caption()))
        .filter(said -> !said.isBlank())
        .orElse(state().title());
  }

  /** The name of the scene; empty for the present state. */
  Optional<String> name() {
    return scene().map(Snapshot::name);
  }
}
