package app.waterline.ui.imports;

import app.waterline.io.runs.ImportListener;
import app.waterline.io.runs.RunOutcome;
import app.waterline.io.runs.UnreadableRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/**
 * Collects what is read, up to a number that a sheet can still show; of the runs beyond it those that a
 * frontier is made of.
 */
final class Collecting implements ImportListener {
  /** Runs that are all kept; what is left out beyond them is counted and told. */
  static final int MOST = 100_000;

  private final List<RunOutcome> runs = new ArrayList<>();
  private final List<Found.Unread> unread = new ArrayList<>();
  private final List<RunOutcome> late = new ArrayList<>();
  private final Leaders leaders = new Leaders();
  private final Map<String, Long> beyond = new LinkedHashMap<>();
  private final Set<Path> files = new LinkedHashSet<>();
  private final int most;
  private final Words words;
  private final Watch watch;

  /** Follows the reading and may end it; called on the thread that reads. */
  interface Watch {
    /** So many bytes of a file were read. */
    void read(Path file, long bytes, Collecting so);

    /** Whether to stop. */
    boolean isCancelled();
  }

  /**
   * The reasons in the language of the screen.
   *
   * @param ignored of so many records that are no runs
   * @param tooMany of so many runs beyond so many
   */
  record Words(LongFunction<String> ignored, BiFunction<Long, Integer, String> tooMany) {}

  Collecting(int most, Words words, Watch watch) {
    this.most = most;
    this.words = words;
    this.watch = watch;
  }

  @Override
  public void outcome(RunOutcome outcome) {
    boolean leads = leaders.add(outcome);
    if (runs.size() < most) {
      runs.add(outcome);
    } else if (leads) {
      late.add(outcome);
      thin();
    } else {
      leaveOut(outcome);
    }
  }

  private void leaveOut(RunOutcome outcome) {
    beyond.merge(outcome.run().origin().file(), 1L, Long::sum);
  }

  /** Late runs that lead no longer make room; should all of them lead, the last is left out. */
  private void thin() {
    if (late.size() <= most) {
      return;
    }
    List<RunOutcome> leading = new ArrayList<>();
    late.forEach(each -> {
      if (leaders.leads(each) && leading.size() < most) {
        leading.add(each);
      } else {
        leaveOut(each);
      }
    });
    late.clear();
    late.addAll(leading);
  }

  @Override
  public void problem(UnreadableRun problem) {
    unread.add(unread(problem, true));
  }

  @Override
  public void skipped(UnreadableRun notAResult) {
    unread.add(unread(notAResult, false));
  }

  private static Found.Unread unread(UnreadableRun run, boolean damaged) {
    return new Found.Unread(
        run.file(), run.line(), run.field(), String.valueOf(run.getMessage()), damaged);
  }

  @Override
  public void ignored(Path file, long records) {
    unread.add(new Found.Unread(file.toString(), 0, null, words.ignored().apply(records), false));
  }

  @Override
  public void progress(Path file, long read, long size) {
    files.add(file);
    watch.read(file, read, this);
  }

  @Override
  public boolean cancelled() {
    return watch.isCancelled();
  }

  int runs() {
    return runs.size();
  }

  int files() {
    return files.size();
  }

  Found found() {
    List<RunOutcome> kept = new ArrayList<>(runs);
    late.forEach(each -> {
      if (leaders.leads(each) && kept.size() < 2 * most) {
        kept.add(each);
      } else {
        leaveOut(each);
      }
    });
    late.clear();
    List<Found.Unread> all = new ArrayList<>(unread);
    beyond.forEach((file, count) ->
        all.add(new Found.Unread(file, 0, null, words.tooMany().apply(count, most), true)));
    return new Found(kept, all, files.size());
  }
}
