package app.waterline.ui.shell;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files are read and written on a thread of their own: a share that has gone to sleep must not freeze
 * the window. Mostly the answer is there before the eye could see; otherwise a dialog waits for it.
 */
final class Disk {
  private static final Logger LOG = LoggerFactory.getLogger(Disk.class);
  private static final long AT_ONCE_MILLIS = 80;

  private final Dialogs dialogs;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(
      Thread.ofPlatform().daemon().name("files").factory());

  /** The user does not want to wait any longer; the work goes on. */
  static final class GivenUp extends IOException {
    private static final long serialVersionUID = 1L;
  }

  Disk(Dialogs dialogs) {
    this.dialogs = dialogs;
  }

  /**
   * Does the work and waits for its outcome.
   *
   * @param what the dialog says that it is waiting for
   * @param late is told the outcome, null where it failed, if the user gives up waiting
   * @throws IOException what the work throws, or {@link GivenUp}
   */
  <T> T call(String what, Callable<T> work, Consumer<CompletableFuture<T>> late)
      throws IOException {
    CompletableFuture<T> outcome = start(work);
    try {
      return outcome.get(AT_ONCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      return waitFor(what, outcome, late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } catch (java.util.concurrent.ExecutionException failed) {
      throw reason(failed.getCause());
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the late outcome carries its own fault
  private <T> T waitFor(
      String what, CompletableFuture<T> outcome, Consumer<CompletableFuture<T>> late)
      throws IOException {
    if (!dialogs.waitFor(what, outcome)) {
      outcome.whenComplete((value, fault) -> Platform.runLater(() -> late.accept(outcome)));
      throw new GivenUp();
    }
    try {
      return outcome.join();
    } catch (CompletionException failed) {
      throw reason(failed.getCause());
    }
  }

  private static IOException reason(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException fault) {
      throw fault;
    }
    if (cause instanceof Error fault) {
      throw fault;
    }
    return cause instanceof IOException failed ? failed : new IOException(cause);
  }

  private <T> CompletableFuture<T> start(Callable<T> work) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    thread.execute(() -> {
      try {
        outcome.complete(work.call());
      } catch (Exception | Error fault) {
        outcome.completeExceptionally(fault);
      }
    });
    return outcome;
  }

  /** Does the work in its own time, and tells the outcome on the JavaFX thread. */
  @SuppressWarnings("FutureReturnValueIgnored") // what follows is told or logged in it
  <T> void later(Callable<T> work, Consumer<T> then) {
    start(work).whenComplete((value, fault) -> {
      if (fault != null) {
        LOG.warn("Work on a file failed", fault);
      } else {
        Platform.runLater(() -> then.accept(value));
      }
    });
  }

  /** Does the work after what is under way, then ends the thread. */
  void finish(Runnable work) {
    thread.execute(work);
    thread.shutdown();
  }
}
