package app.waterline.io.runs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The printed report of a tool: lines of {@code name : value}; the first of a name counts. */
final class LogFile {
  private static final int MOST_NAMES = 2_000;
  private static final int LONGEST_LINE = 2_000;
  private static final Pattern PAIR =
      Pattern.compile("\\s*([^:=\\[\\]]{2,80}?)\\s*:\\s*(\\S.*?)\\s*");

  private LogFile() {}

  static void read(Reader in, RecordSink sink) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    BufferedReader lines = new BufferedReader(in);
    String line;
    while ((line = lines.readLine()) != null) {
      Matcher pair = PAIR.matcher(line.length() > LONGEST_LINE ? "" : line);
      if (pair.matches() && values.size() < MOST_NAMES) {
        values.putIfAbsent(pair.group(1), pair.group(2));
      }
    }
    sink.record(new Fields(values, 1));
  }
}
