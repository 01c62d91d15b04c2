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

  /** After how long a write that failed is tried again, where no edit comes before. */
  static final Duration RETRY = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(RecoveryWriter.class);

  private final Path place;
  private final Consumer<Optional<String>> trouble;
  private final ScheduledExecutorService thread;

  /** What nobody has tried to write yet; where there is something, a try is on its way. */
  private final AtomicReference<@Nullable Job> pending = new AtomicReference<>();

  /** What could not be written; set by the thread alone. */
  private volatile @Nullable Job failed;

  private boolean retrying; // belongs to the thread

  private record Job(Optional<RecoveryCopy> copy) {}

  RecoveryWriter(Path place, Consumer<Optional<String>> trouble) {
    this(
        place,
        trouble,
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("recovery").factory()));
  }

  /** @param thread a single one; the writer ends it */
  RecoveryWriter(Path place, Consumer<Optional<String>> trouble, ScheduledExecutorService thread) {
    this.place = place;
    this.trouble = trouble;
    this.thread = thread;
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
   * Brings what is not on disk there now.
   *
   * @return whether it got there in that time
   */
  public boolean flush(Duration atMost) {
    if (thread.isShutdown()) {
      return isOnDisk();
    }
    Future<?> done = thread.submit(this::work);
    try {
      done.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return isOnDisk();
    } catch (TimeoutException | ExecutionException late) {
      LOG.warn("The recovery copy was not written in time", late);
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean isOnDisk() {
    return pending.get() == null && failed == null;
  }

  private void work() {
    @Nullable Job next = pending.getAndSet(null);
    @Nullable Job job = next != null ? next : failed;
    if (job == null) {
      return;
    }
    try {
      perform(job);
      written();
    } catch (IOException | RuntimeException failure) {
      notWritten(job, failure);
    }
  }

  private void written() {
    if (failed != null) {
      failed = null;
      trouble.accept(Optional.empty());
    }
  }

  private void notWritten(Job job, Exception failure) {
    LOG.warn("The recovery copy can't be written [{}]", place, failure);
    boolean first = failed == null;
    failed = job; // the next edit, the retry or the end tries again
    if (first) {
      trouble.accept(Optional.of(AtomicWrite.reason(failure)));
    }
    retryLater();
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
    if (!retrying && !thread.isShutdown()) {
      retrying = true;
      thread.schedule(this::retry, RETRY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void retry() {
    retrying = false;
    if (!thread.isShutdown()) {
      work();
    }
  }

  /** Ends the thread after what is pending; what fails is not tried again. The copy, if there is one, stays. */
  @Override
  public void close() {
    flush(Duration.ofSeconds(2));
    thread.shutdown();
  }
}
