package app.waterline.io.safe;

import app.waterline.io.AtomicWrite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the recovery copy of one window on a thread of its own. Edits that follow each other are one
 * write: the first starts a short wait, and what is current at its end is written.
 */
public final class RecoveryWriter implements AutoCloseable {
  /** How long an edit waits for the next one. With the write itself it must stay within a second. */
  static final Duration WAIT = Duration.ofMillis(150);

  private static final Logger LOG = LoggerFactory.getLogger(RecoveryWriter.class);

  private final Path place;
  private final Consumer<Optional<String>> trouble;
  private final AtomicReference<@Nullable Job> pending = new AtomicReference<>();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
      Thread.ofPlatform().daemon().name("recovery").factory());
  private boolean failing; // belongs to the thread

  private record Job(Optional<RecoveryCopy> copy) {}

  RecoveryWriter(Path place, Consumer<Optional<String>> trouble) {
    this.place = place;
    this.trouble = trouble;
  }

  /** Where the copy is. */
  public Path place() {
    return place;
  }

  /** The work has become this; returns at once. */
  public void write(RecoveryCopy copy) {
    submit(new Job(Optional.of(copy)));
  }

  /** A file has all of the work; the copy goes. */
  public void clear() {
    submit(new Job(Optional.empty()));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the work tells its own faults
  private void submit(Job job) {
    if (pending.getAndSet(job) == null && !thread.isShutdown()) {
      thread.schedule(this::work, WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Brings what is pending to disk now.
   *
   * @return whether it got there in that time
   */
  public boolean flush(Duration atMost) {
    if (thread.isShutdown()) {
      return pending.get() == null;
    }
    Future<?> done = thread.submit(this::work);
    try {
      done.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return pending.get() == null;
    } catch (TimeoutException | ExecutionException late) {
      LOG.warn("The recovery copy was not written in time", late);
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void work() {
    Job job = pending.getAndSet(null);
    if (job == null) {
      return;
    }
    try {
      perform(job);
      tell(Optional.empty());
    } catch (IOException | RuntimeException failed) {
      LOG.warn("The recovery copy can't be written [{}]", place, failed);
      tell(Optional.of(AtomicWrite.reason(failed)));
      pending.compareAndSet(null, job); // the next edit, or the end, tries again
      retryLater();
    }
  }

  private void perform(Job job) throws IOException {
    if (job.copy().isPresent()) {
      Files.createDirectories(place.getParent());
      AtomicWrite.write(place, job.copy().get().bytes());
    } else {
      Files.deleteIfExists(place);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the work tells its own faults
  private void retryLater() {
    if (!thread.isShutdown()) {
      thread.schedule(this::work, 2, TimeUnit.SECONDS);
    }
  }

  private void tell(Optional<String> reason) {
    if (failing != reason.isPresent()) {
      failing = reason.isPresent();
      trouble.accept(reason);
    }
  }

  /** Ends the thread after what is pending; the copy, if there is one, stays. */
  @Override
  public void close() {
    flush(Duration.ofSeconds(2));
    thread.shutdown();
  }
}
