package app.waterline.io.runs;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads benchmark results from files and folders. One bad file never stops the others. */
public final class RunImport {
  private final ImportListener listener;

  private RunImport(ImportListener listener) {
    this.listener = listener;
  }

  /**
   * Reads files and, in the order of their names, all files of folders.
   *
   * @return whether it came to its end; false where the listener cancelled
   */
  public static boolean read(List<Path> paths, ImportListener listener) {
    RunImport run = new RunImport(listener);
    try {
      paths.forEach(run::named);
      return true;
    } catch (WatchedStream.Cancelled cancelled) {
      return false;
    }
  }

  /** Reads files and folders and keeps everything; for a million runs listen instead. */
  public static ImportReport read(List<Path> paths) {
    List<RunOutcome> outcomes = new ArrayList<>();
    List<UnreadableRun> problems = new ArrayList<>();
    List<UnreadableRun> skipped = new ArrayList<>();
    read(paths, new ImportListener() {
      @Override
      public void outcome(RunOutcome outcome) {
        outcomes.add(outcome);
      }

      @Override
      public void problem(UnreadableRun problem) {
        problems.add(problem);
      }

      @Override
      public void skipped(UnreadableRun notAResult) {
        skipped.add(notAResult);
      }
    });
    return new ImportReport(outcomes, problems, skipped);
  }

  private void named(Path path) {
    checkCancelled();
    if (Files.isDirectory(path)) {
      folder(path);
    } else {
      new FileImport(path, listener, listener::problem).run();
    }
  }

  private void folder(Path folder) {
    try {
      for (Path entry : entries(folder)) {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          folder(entry);
        } else if (Files.isRegularFile(entry) && !name(entry).startsWith(".")) {
          file(entry);
        }
      }
    } catch (IOException unreadable) {
      listener.problem(unreadable(folder, unreadable));
    }
  }

  /** AIPerf and GenAI-Perf write a table beside their JSON, with less in it. */
  private void file(Path file) {
    checkCancelled();
    String name = name(file);
    Path richer = file.resolveSibling(name.replaceFirst("\\.csv$", ".json"));
    if (name.matches(".*_(aiperf|genai_perf)\\.csv") && Files.isRegularFile(richer)) {
      listener.skipped(new UnreadableRun(
          UnreadableRun.Kind.NOT_A_RESULT,
          file,
          0,
          null,
          "The JSON beside the table holds the same run and more [%s]. Name the table itself to import it."
              .formatted(name(richer))));
    } else {
      new FileImport(file, listener, this::inFolder).run();
    }
  }

  private void checkCancelled() {
    if (listener.cancelled()) {
      throw new WatchedStream.Cancelled();
    }
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  private void inFolder(UnreadableRun problem) {
    if (problem.kind() == UnreadableRun.Kind.NOT_A_RESULT) {
      listener.skipped(problem);
    } else {
      listener.problem(problem);
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    }
    entries.sort(null);
    return entries;
  }

  static UnreadableRun unreadable(Path path, IOException cause) {
    return new UnreadableRun(UnreadableRun.Kind.DAMAGED, path, 0, null, reason(path, cause));
  }

  private static String reason(Path path, IOException cause) {
    return switch (cause) {
      case NoSuchFileException missing ->
        "There is no such file [%s]. Check the path.".formatted(path.getFileName());
      case AccessDeniedException denied ->
        "The file may not be read [%s]. Give yourself permission to read it."
            .formatted(path.getFileName());
      default ->
        "The file can't be read to its end [%s]. Copy it again.".formatted(cause.getMessage());
    };
  }
}
