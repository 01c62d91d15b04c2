package app.waterline.io.safe;

import java.util.regex.Pattern;

/**
 * Takes the user's own words out of what is copied for a report. By what may stay, not by what must go:
 * of a log line its time, level and place, of an exception its class and its frames. No message stays,
 * because any of them may hold a figure, a name or a path.
 */
public final class Redaction {
  /** Stands between the place of a log line, or the class of an exception, and its message. */
  static final String MESSAGE = " | ";

  private static final Pattern FRAME = Pattern.compile("\t  [\\w.$/@<>-]+\\([\\w .$:]*\\)");
  private static final Pattern PLACE =
      Pattern.compile("\\t[\\w.$]+|[\\d-]{10} [\\d:.]{12} [A-Z]+ [\\w.$]+");

  private Redaction() {}

  /** A line of the log as it may be shown to others. */
  static String ofLogLine(String line) {
    if (line.startsWith("\t  ")) {
      return FRAME.matcher(line).matches() ? line : "\t  …";
    }
    int end = line.indexOf(MESSAGE);
    String place = end < 0 ? "" : line.substring(0, end);
    return PLACE.matcher(place).matches() ? place : "…";
  }

  /** An exception without its messages: classes and frames. */
  public static String of(Throwable fault) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = fault; each != null; each = each.getCause()) {
      text.append(text.isEmpty() ? "" : "Caused by ")
          .append(each.getClass().getName())
          .append('\n');
      for (StackTraceElement frame : each.getStackTrace()) {
        text.append("  at ").append(frame).append('\n');
      }
    }
    return text.toString();
  }
}
