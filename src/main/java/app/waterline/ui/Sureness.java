package app.waterline.ui;

import app.waterline.document.Levers;
import app.waterline.engine.Evaluation;
import app.waterline.engine.why.Bands;
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
  private @Nullable Evaluation wanted;
  private boolean running;
  private boolean awaited;

  ReadOnlyObjectProperty<Optional<Bands>> bands() {
    return bands.getReadOnlyProperty();
  }

  /** Asks for the bands of other figures; what was asked before no longer counts. */
  void of(Evaluation evaluation) {
    boolean certain = Levers.uncertain(evaluation.workspace()).isEmpty();
    wanted = certain ? null : evaluation;
    awaited = !certain;
    if (certain) {
      bands.set(Optional.empty());
    } else if (!running) {
      start(evaluation);
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

  private void start(Evaluation evaluation) {
    running = true;
    Thread.ofPlatform().daemon().name("bands").start(() -> {
      Optional<Bands> found = Levers.bands(evaluation);
      Platform.runLater(() -> finished(evaluation, found));
    });
  }

  // The very state that was asked for, not one like it.
  @SuppressWarnings("ReferenceEquality")
  private void finished(Evaluation evaluation, Optional<Bands> found) {
    running = false;
    Evaluation next = wanted;
    if (next == evaluation) {
      awaited = false;
      bands.set(found);
    } else if (next != null) {
      start(next);
    }
  }
}
