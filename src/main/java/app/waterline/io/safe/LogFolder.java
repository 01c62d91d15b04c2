package app.waterline.io.safe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The program's log: a file that turns over at a megabyte, and the four before it. */
public final class LogFolder {
  private static final int LIMIT = 1 << 20;
  private static final int FILES = 5;
  private static final String PATTERN = "waterline.%u.%g.log";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  private final Path folder;

  public LogFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder itself. */
  public Path folder() {
    return folder;
  }

  /**
   * Sends everything that is logged from now on to the folder, and warnings to the console as before.
   *
   * @return why that is not possible; empty where it is
   */
  public Optional<String> open() {
    try {
      Files.createDirectories(folder);
      Handler file = new FileHandler(pattern(), LIMIT, FILES, true);
      file.setFormatter(new OneLine());
      file.setLevel(Level.ALL);
      Logger root = Logger.getLogger("");
      Stream.of(root.getHandlers()).forEach(console -> console.setLevel(Level.WARNING));
      root.addHandler(file);
      return Optional.empty();
    } catch (IOException | RuntimeException unwritable) {
      return Optional.of(String.valueOf(unwritable.getMessage()));
    }
  }

  private String pattern() {
    return folder.toString().replace("%", "%%") + "/" + PATTERN;
  }

  /** The last lines that were logged, the oldest first, with the user's own words taken out. */
  public List<String> lastLines(int most) {
    Deque<String> last = new ArrayDeque<>();
    for (Path file : files()) {
      try (Stream<String> lines = Files.lines(file)) {
        lines.forEach(line -> {
          last.addLast(Redaction.ofLogLine(line));
          if (last.size() > most) {
            last.removeFirst();
          }
        });
      } catch (IOException | RuntimeException unreadable) {
        last.addLast("(a log file can't be read)");
      }
    }
    return List.copyOf(last);
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".log"))
          .sorted(Comparator.comparingLong(LogFolder::time).reversed())
          .limit(2)
          .sorted(Comparator.comparingLong(LogFolder::time))
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static long time(Path file) {
    return file.toFile().lastModified();
  }

  /** A record is a line; what it was thrown by follows, each line beginning with a tab. */
  static final class OneLine extends Formatter {
    @Override
    public String format(LogRecord record) {
      StringBuilder text = new StringBuilder()
          .append(TIME.format(record.getInstant()))
          .append(' ')
          .append(record.getLevel())
          .append(' ')
          .append(record.getLoggerName())
          .append(Redaction.MESSAGE)
          .append(oneLine(formatMessage(record)))
          .append('\n');
      for (Throwable fault = record.getThrown(); fault != null; fault = fault.getCause()) {
        append(text, fault);
      }
      return text.toString();
    }

    private static void append(StringBuilder text, Throwable fault) {
      text.append('\t')
          .append(fault.getClass().getName())
          .append(Redaction.MESSAGE)
          .append(oneLine(String.valueOf(fault.getMessage())))
          .append('\n');
      for (StackTraceElement frame : fault.getStackTrace()) {
        text.append("\t  ").append(frame).append('\n');
      }
    }

    private static String oneLine(String text) {
      return text.replaceAll("\\R", " ⏎ ");
    }
  }
}
