package app.waterline.io.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one file: hands its records to the readers and what they find to the listener. */
final class FileImport implements RecordSink {
  private final Path path;
  private final ImportListener listener;
  private final Consumer<UnreadableRun> problems;
  private final NameHints hints;
  private final RunReaders readers = new RunReaders();
  private long recordLine;
  private long known;
  private long unknown;
  private long faults;
  private long given;
  private @Nullable Set<String> firstUnknown;

  FileImport(Path path, ImportListener listener, Consumer<UnreadableRun> problems) {
    this.path = path;
    this.listener = listener;
    this.problems = problems;
    Path name = path.getFileName();
    this.hints = new NameHints(name == null ? "" : name.toString());
  }

  void run() {
    try {
      long size = Files.size(path);
      new RunFile(path, read -> listener.progress(path, read, size), listener::cancelled)
          .read(this);
      listener.progress(path, size, size);
    } catch (BadRecord bad) {
      fault(bad);
    } catch (BoundedGunzip.Bomb bomb) {
      fault(new BadRecord(null, String.valueOf(bomb.getMessage())));
    } catch (IOException broken) {
      faults++;
      problems.accept(RunImport.unreadable(path, broken));
    }
    finish();
  }

  @Override
  public void record(Fields fields) {
    RunReader reader = readers.readerOf(fields);
    if (reader == null) {
      unknown++;
      firstUnknown = firstUnknown == null ? fields.keys() : firstUnknown;
      return;
    }
    known++;
    recordLine = fields.line();
    long before = given;
    try {
      reader.read(fields, this::give);
      unknown += given == before && !reader.sumsUp() ? 1 : 0;
    } catch (BadRecord bad) {
      fault(bad);
    }
  }

  @Override
  public void fault(BadRecord bad) {
    faults++;
    long line = bad.line() > 0 ? bad.line() : recordLine;
    problems.accept(
        new UnreadableRun(UnreadableRun.Kind.DAMAGED, path, line, bad.field(), bad.text()));
  }

  private void give(RunBuilder found) {
    given++;
    found.at(path.toString(), found.line() > 0 ? found.line() : recordLine);
    Run run = hints.apply(found.build());
    listener.outcome(Checks.outcome(run, found.doubts()));
  }

  private void finish() {
    recordLine = 1;
    List<RunReader> all = readers.all();
    all.forEach(reader -> reader.finish(this::give));
    if (known == 0 && faults == 0) {
      problems.accept(
          new UnreadableRun(UnreadableRun.Kind.NOT_A_RESULT, path, 0, null, notAResult()));
    } else if (unknown > 0) {
      listener.ignored(path, unknown);
    }
  }

  private String notAResult() {
    return NoRuns.reason(firstUnknown == null ? Set.of("no records") : firstUnknown);
  }
}
