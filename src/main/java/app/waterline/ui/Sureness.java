package app.waterline.ui;

import app.waterline.document.Levers;
import app.waterline.engine.why.Bands;
import app.waterline.model.Workspace;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * How sure the figures on the screen are, computed beside the screen: of several changes in a row only
 * the last is. Belongs to the JavaFX thread.
 */
final class Sureness {
  private final ReadOnlyObjectWrapper<Optional<Bands>> bands =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private @Nullable Workspace wanted;
  private boolean running;
  private boolean awaited;

  ReadOnlyObjectProperty<Optional<Bands>> bands() {
    return bands.getReadOnlyProperty();
  }

  /** Asks for the bands of another workspace; what was asked before no longer counts. */
  void of(Workspace workspace) {
    boolean certain = Levers.uncertain(workspace).isEmpty();
    wanted = certain ? null : workspace;
    awaited = !certain;
    if (certain) {
      bands.set(Optional.empty());
    } else if (!running) {
      start(workspace);
    }
  }

  boolean isAwaited() {
    return awaited;
  }

  /** The figures move: no band of before belongs to them, and the next are asked for at rest. */
  void expire() {
    wanted = null;
    awaited |= bands.get().isPresent();
    bands.set(Optional.empty());
  }

  /** Another document is open, or was edited so much that no band of before says anything. */
  void forget() {
    awaited = false;
    bands.set(Optional.empty());
  }

  private void start(Workspace workspace) {
    running = true;
    Thread.ofPlatform().daemon().name("bands").start(() -> {
      Optional<Bands> found = Levers.bands(workspace);
      Platform.runLater(() -> finished(workspace, found));
    });
  }

  // The very state that was asked for, not one like it.
  @SuppressWarnings("ReferenceEquality")
  private void finished(Workspace workspace, Optional<Bands> found) {
    running = false;
    Workspace next = wanted;
    if (next == workspace) {
      awaited = false;
      bands.set(found);
    } else if (next != null) {
      start(next);
    }
  }
}
