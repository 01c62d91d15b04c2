package app.waterline.io.runs;

import org.jspecify.annotations.Nullable;

/** A fault inside one record; turned into an {@link UnreadableRun} where file and line are known. */
public final class BadRecord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String field;
  private final long line;

  BadRecord(@Nullable String field, String message) {
    this(field, 0, message);
  }

  BadRecord(@Nullable String field, long line, String message) {
    super(message);
    this.field = field;
    this.line = line;
  }

  @Nullable String field() {
    return field;
  }

  /** The line of the fault, or 0 for that of the record. */
  long line() {
    return line;
  }

  String text() {
    String message = getMessage();
    return message == null
        ? "The record can't be read [unknown]. Let the tool write it anew, or drop it."
        : message;
  }
}
