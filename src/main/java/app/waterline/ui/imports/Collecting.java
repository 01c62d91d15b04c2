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

/** Collects what is read, up to a number that a sheet can still show. */
final class Collecting implements ImportListener {
  /** Runs that are kept; what is beyond is counted and told. */
  static final int MOST = 100_000;

  private final List<RunOutcome> runs = new ArrayList<>();
  private final List<Found.Unread> unread = new ArrayList<>();
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
    if (runs.size() < most) {
      runs.add(outcome);
    } else {
      beyond.merge(outcome.run().origin().file(), 1L, Long::sum);
    }
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
    List<Found.Unread> all = new ArrayList<>(unread);
    beyond.forEach((file, count) ->
        all.add(new Found.Unread(file, 0, null, words.tooMany().apply(count, most), true)));
    return new Found(runs, all, files.size());
  }
}
