package app.waterline.ui.whatif;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Computes away from the JavaFX thread, one thing at a time. What has been asked again before its turn is
 * left out; answers come in the order of their questions, so that a drag shows every answer that is
 * ready and ends with the last.
 */
final class Latest {
  private static final ExecutorService WORKER = Executors.newSingleThreadExecutor(task -> {
    Thread thread = new Thread(task, "what-if");
    thread.setDaemon(true);
    return thread;
  });

  private final AtomicLong asked = new AtomicLong();
  private long valid;

  /**
   * Asks; called on the JavaFX thread.
   *
   * @param work computes the answer on another thread
   * @param done takes it on the JavaFX thread
   */
  <T> void ask(Supplier<T> work, Consumer<T> done) {
    long mine = asked.incrementAndGet();
    WORKER.execute(() -> {
      if (mine == asked.get()) {
        T answer = work.get();
        Platform.runLater(() -> take(mine, answer, done));
      }
    });
  }

  private <T> void take(long mine, T answer, Consumer<T> done) {
    if (mine >= valid) {
      done.accept(answer);
    }
  }

  /** Answers to what was asked until now are not wanted any more. */
  void forget() {
    valid = asked.incrementAndGet();
  }
}
