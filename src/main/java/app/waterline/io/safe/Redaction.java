package app.waterline.io.safe;

import java.util.regex.Pattern;

/**
 * Takes the user's own words out of what is copied for a report. By what may stay, not by what must go:
 * of a log line its time, level and place, and of the program's own messages the part before the first
 * value; of an exception its class and its frames.
 */
public final class Redaction {
  /** Stands between the place of a log line, or the class of an exception, and its message. */
  static final String MESSAGE = " | ";

  private static final String OWN = " app.waterline.";
  private static final Pattern FRAME = Pattern.compile("\t  [\\w.$/@<>-]+\\([\\w .$:]*\\)");
  private static final Pattern WORD =
      Pattern.compile("[A-Z]?[a-z’']+(-[a-z]+)*[.,]?|A|I|ms|JavaFX");

  private Redaction() {}

  /** A line of the log as it may be shown to others. */
  static String ofLogLine(String line) {
    if (line.startsWith("\t  ")) {
      return FRAME.matcher(line).matches() ? line : "\t  …";
    }
    int end = line.indexOf(MESSAGE);
    if (end < 0) {
      return "…";
    }
    String place = line.substring(0, end);
    boolean own = !line.startsWith("\t") && place.contains(OWN);
    return own ? place + MESSAGE + ownMessage(line.substring(end + MESSAGE.length())) : place;
  }

  // Values stand in brackets at the end; what else is no plain word of a sentence is left out as
  // well.
  private static String ownMessage(String message) {
    int value = message.indexOf('[');
    String words = value < 0 ? message : message.substring(0, value);
    StringBuilder kept = new StringBuilder();
    for (String word : words.split(" ", -1)) {
      kept.append(WORD.matcher(word).matches() ? word : "…").append(' ');
    }
    return kept.toString().strip();
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
