package app.waterline.ui.export;

import app.waterline.export.file.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.application.Platform;

/** Does one thing at a time beside the window; what is asked for next stops what is running. */
final class Background {
  private final String name;
  private final AtomicInteger latest = new AtomicInteger();

  Background(String name) {
    this.name = name;
  }

  /** Work that takes its time. */
  interface Work<T> {
    T run(Progress progress) throws Exception;
  }

  /**
   * Starts it and stops what was running.
   *
   * @param step follows the progress, on the JavaFX thread
   * @param done takes the result, on the JavaFX thread
   * @param failed takes what went wrong, on the JavaFX thread
   */
  <T> void run(Work<T> work, DoubleConsumer step, Consumer<T> done, Consumer<Exception> failed) {
    int mine = latest.incrementAndGet();
    Progress progress = share -> {
      if (latest.get() != mine) {
        throw new CancellationException("another was asked for");
      }
      Platform.runLater(() -> ifLatest(mine, () -> step.accept(share)));
    };
    Thread.ofPlatform().daemon().name(name).start(() -> {
      try {
        T result = work.run(progress);
        Platform.runLater(() -> ifLatest(mine, () -> done.accept(result)));
      } catch (CancellationException stopped) {
        // nobody waits for it any more
      } catch (Exception fault) {
        Platform.runLater(() -> ifLatest(mine, () -> failed.accept(fault)));
      }
    });
  }

  private void ifLatest(int mine, Runnable action) {
    if (latest.get() == mine) {
      action.run();
    }
  }

  /** Stops what is running. */
  void stop() {
    latest.incrementAndGet();
  }
}
