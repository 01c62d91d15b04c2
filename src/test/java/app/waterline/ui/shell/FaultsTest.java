package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final AtomicLong clock = new AtomicLong();
  private final Window window = new Window();
  private final Faults faults = new Faults(Runnable::run, window, Throwable::toString, clock::get);

  /** A window in whose dialog more can happen before it is closed. */
  private static final class Window implements Faults.Screen {
    private final List<FaultReport> told = new ArrayList<>();
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private int kept;
    private int noted;
    private boolean broken;

    @Override
    public void keepWork() {
      kept++;
    }

    @Override
    public void tell(FaultReport report) {
      if (broken) {
        throw new IllegalStateException("no window");
      }
      told.add(report);
      while (!meanwhile.isEmpty()) {
        meanwhile.poll().run();
      }
    }

    @Override
    public void note() {
      noted++;
    }
  }

  private void happens(RuntimeException fault) {
    faults.uncaughtException(Thread.currentThread(), fault);
  }

  @Test
  void theWorkIsKeptBeforeTheFaultIsTold() {
    happens(new IllegalStateException("x"));
    assertThat(window.kept).isEqualTo(1);
    assertThat(window.told).hasSize(1);
    assertThat(window.told.getFirst().more().get()).isZero();
  }

  @Test
  void moreWhileTheDialogIsOpenAreCounted() {
    window.meanwhile.add(() -> happens(new IllegalStateException("a")));
    window.meanwhile.add(() -> happens(new IllegalArgumentException("b")));
    happens(new IllegalStateException("x"));
    assertThat(window.told).hasSize(1);
    assertThat(window.told.getFirst().more().get()).isEqualTo(2);
  }

  @Test
  void theSameFaultIsQuietForAWhileAndAnotherOneIsNot() {
    RuntimeException same = new IllegalStateException("x");
    happens(same);
    happens(same);
    assertThat(window.told).hasSize(1);
    assertThat(window.noted).isEqualTo(1);
    happens(new ArithmeticException("another"));
    assertThat(window.told).hasSize(2);
    clock.addAndGet(Faults.QUIET.toNanos());
    happens(same);
    assertThat(window.told).hasSize(3);
  }

  @Test
  void aFaultThatCantBeToldDoesNotSilenceTheNext() {
    window.broken = true;
    happens(new IllegalStateException("x"));
    window.broken = false;
    happens(new IllegalStateException("y"));
    assertThat(window.told).hasSize(1);
  }

  @Test
  void aFaultOnAThreadOfItsOwnIsTaken() throws InterruptedException {
    Thread thread = new Thread(() -> {
      throw new IllegalStateException("in the background");
    });
    thread.setUncaughtExceptionHandler(faults);
    thread.start();
    thread.join();
    assertThat(window.told).hasSize(1);
  }
}
