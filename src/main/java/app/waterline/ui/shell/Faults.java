package app.waterline.ui.shell;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when something fails that nobody expected, on whatever thread: it is logged, the work goes
 * to the recovery copy, one dialog tells, and the program goes on. While the dialog is open, and for a
 * while for the same fault, more of them are only counted.
 */
final class Faults implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  /** For how long a fault that was told is not told again. */
  static final Duration QUIET = Duration.ofMinutes(2);

  private final Executor screen;
  private final Screen window;
  private final Function<Throwable, String> details;
  private final LongSupplier nanoTime;
  private final Map<String, Long> told = new HashMap<>(); // belongs to the screen's thread
  private @Nullable FaultReport open;

  /** The window that tells. */
  interface Screen {
    /** Brings the work of every window to its recovery copy. */
    void keepWork();

    /** Shows the dialog and returns when it is closed. */
    void tell(FaultReport report);

    /** Says in passing that a fault came again. */
    void note();
  }

  /**
   * @param screen runs on the screen's thread
   * @param details what may be copied for a report
   * @param nanoTime a clock in nanoseconds
   */
  Faults(
      Executor screen, Screen window, Function<Throwable, String> details, LongSupplier nanoTime) {
    this.screen = screen;
    this.window = window;
    this.details = details;
    this.nanoTime = nanoTime;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable fault) {
    LOG.error("Unexpected fault on {}", thread.getName(), fault);
    screen.execute(() -> take(fault));
  }

  private void take(Throwable fault) {
    try {
      window.keepWork();
      tell(fault);
    } catch (RuntimeException another) { // a handler that fails must not call itself
      LOG.error("The fault could not be told", another);
      open = null;
    }
  }

  private void tell(Throwable fault) {
    if (open != null) {
      open.addOne();
    } else if (isQuiet(fault)) {
      window.note();
    } else {
      FaultReport report = new FaultReport(details.apply(fault));
      open = report;
      window.tell(report);
      open = null;
      told.put(keyOf(fault), nanoTime.getAsLong());
    }
  }

  private boolean isQuiet(Throwable fault) {
    return Optional.ofNullable(told.get(keyOf(fault)))
        .map(time -> nanoTime.getAsLong() - time < QUIET.toNanos())
        .orElse(false);
  }

  private static String keyOf(Throwable fault) {
    StackTraceElement[] frames = fault.getStackTrace();
    return fault.getClass().getName() + (frames.length == 0 ? "" : frames[0]);
  }
}
