package app.waterline.ui.snapshot;

import app.waterline.document.Edit;
import app.waterline.document.SnapshotEdits;
import app.waterline.model.InvalidInput;
import app.waterline.model.Snapshot;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What can be done with snapshots, each as an edit that names itself. */
public final class Snapshots {
  private final Session session;
  private final Texts texts;
  private final Supplier<String> view;

  /**
   * @param session the document
   * @param texts {@code textsSnapshot}
   * @param view id of the view that is up
   */
  public Snapshots(Session session, Texts texts, Supplier<String> view) {
    this.session = session;
    this.texts = texts;
    this.view = view;
  }

  /** Every snapshot, in the order of the presentation. */
  public List<Snapshot> all() {
    return session.document().current().snapshots();
  }

  /** Freezes the present state and compares with it from now on: it is A. */
  public void freeze() {
    add("snapshot.name", null).ifPresent(session::compareWith);
  }

  /** Freezes the present state with the view that is up, as the next scene. */
  public void addScene() {
    add("scene.name", "");
  }

  private Optional<String> add(String key, @Nullable String caption) {
    Workspace now = session.document().current();
    String name = SnapshotEdits.freeName(now, texts.get(key, now.snapshots().size() + 1));
    Edit edit = SnapshotEdits.add(
        texts.get("edit.freeze", name), name, session.today().toString(), view.get(), caption);
    return apply(edit) ? Optional.of(name) : Optional.empty();
  }

  /** Keeps a state that was tried out, for example while presenting, as the next scene. */
  public void keep(Workspace state, String shownIn) {
    Workspace now = session.document().current();
    String name =
        SnapshotEdits.freeName(now, texts.get("scene.name", now.snapshots().size() + 1));
    Snapshot kept =
        new Snapshot(name, session.today().toString(), shownIn, null, SnapshotEdits.frozen(state));
    apply(SnapshotEdits.add(texts.get("edit.freeze", name), kept));
  }

  /** Makes the snapshot the present state, as a step that can be undone. */
  public void restore(Snapshot snapshot) {
    apply(SnapshotEdits.restore(texts.get("edit.restore", snapshot.name()), snapshot.name()));
  }

  /** Gives it another name; one that is taken is refused with a notice. */
  public void rename(Snapshot snapshot, String name) {
    apply(SnapshotEdits.rename(
        texts.get("edit.renameSnapshot", snapshot.name(), name), snapshot.name(), name));
  }

  /** Says something else to it. */
  public void caption(Snapshot snapshot, String caption) {
    apply(SnapshotEdits.caption(
        texts.get("edit.caption", snapshot.name()), snapshot.name(), caption));
  }

  /** Shows it in another view. */
  public void show(Snapshot snapshot, String shownIn) {
    apply(SnapshotEdits.view(texts.get("edit.view", snapshot.name()), snapshot.name(), shownIn));
  }

  /** Moves it up or down in the order. */
  public void move(Snapshot snapshot, int by) {
    apply(SnapshotEdits.move(
        texts.get("edit.moveSnapshot", snapshot.name()),
        snapshot.name(),
        Math.max(0, all().indexOf(snapshot) + by)));
  }

  /** Takes it away. */
  public void delete(Snapshot snapshot) {
    apply(SnapshotEdits.delete(texts.get("edit.deleteSnapshot", snapshot.name()), snapshot.name()));
  }

  private boolean apply(Edit edit) {
    try {
      session.apply(edit);
      return true;
    } catch (InvalidInput refused) {
      session.notice().set(Optional.of(session.format().phrases().say(refused)));
      return false;
    }
  }
}
