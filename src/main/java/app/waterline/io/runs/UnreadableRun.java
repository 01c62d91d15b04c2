package app.waterline.io.runs;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file, or one record of it, that could not be read. The message says what happened, the value in
 * brackets and what to do; all other records and files still go through.
 */
public final class UnreadableRun extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whether the file was damaged or just not a benchmark result. */
  public enum Kind {
    /** The file is a benchmark result or meant to be one, and can't be read. */
    DAMAGED,
    /** The file is sound but holds no result of a known tool. */
    NOT_A_RESULT
  }

  private final Kind kind;
  private final String file;
  private final long line;
  private final @Nullable String field;

  UnreadableRun(Kind kind, Path file, long line, @Nullable String field, String message) {
    super(message);
    this.kind = kind;
    this.file = file.toString();
    this.line = line;
    this.field = field;
  }

  /** Whether the file was damaged or just not a benchmark result. */
  public Kind kind() {
    return kind;
  }

  /** The file as it was named. */
  public String file() {
    return file;
  }

  /** The line that the record starts on, from 1; 0 where the whole file is meant. */
  public long line() {
    return line;
  }

  /** The field at fault; null where no single one is. */
  public @Nullable String field() {
    return field;
  }

  /** File, line, field and message in one line. */
  public String located() {
    String place = line > 0 ? file + ":" + line : file;
    return field == null ? place + ": " + getMessage() : place + ": " + field + ": " + getMessage();
  }
}
