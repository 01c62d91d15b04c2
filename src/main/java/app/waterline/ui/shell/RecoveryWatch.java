package app.waterline.ui.shell;

import app.waterline.document.Document;
import app.waterline.io.safe.RecoveryCopy;
import app.waterline.io.safe.RecoveryWriter;
import app.waterline.io.safe.Safety;
import java.time.Duration;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Keeps a recovery copy of what a window holds and no file has, from every edit on. */
final class RecoveryWatch {
  private static final Duration AT_THE_END = Duration.ofSeconds(2);

  private final Document document;
  private final WorkspaceFiles files;
  private final Safety safety;
  private final RecoveryWriter writer;
  private final ReadOnlyObjectWrapper<Optional<String>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Runnable end;

  RecoveryWatch(Document document, WorkspaceFiles files, Safety safety) {
    this.document = document;
    this.files = files;
    this.safety = safety;
    this.writer = safety.recovery().writer(reason -> Platform.runLater(() -> trouble.set(reason)));
    this.end = document.listen(this::changed);
  }

  /** Why no recovery copy can be written at present; empty where all is well. */
  ReadOnlyObjectProperty<Optional<String>> trouble() {
    return trouble.getReadOnlyProperty();
  }

  private void changed() {
    if (document.isDirty()) {
      writer.write(new RecoveryCopy(
          safety.self(), safety.clock().instant(), files.state().get().file(), document.current()));
    } else {
      writer.clear();
    }
  }

  /** Brings the copy to disk now, for an end that nobody asked for. */
  boolean flush() {
    return writer.flush(AT_THE_END);
  }

  /** The user has saved or discarded the work. */
  void discard() {
    end.run();
    writer.clear();
  }

  /** The window is gone; work that nobody saved or discarded stays in the copy. */
  void close() {
    end.run();
    writer.close();
  }
}
