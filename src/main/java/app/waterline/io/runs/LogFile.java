package app.waterline.io.runs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The printed report of a tool: lines of {@code name : value}, perhaps behind bracketed marks; the
 * first of a name counts.
 */
final class LogFile {
  private static final int MOST_NAMES = 2_000;
  private static final int LONGEST_LINE = 2_000;
  private static final Pattern MARKS = Pattern.compile("^(\\[[^\\]]{0,80}\\]\\s{0,8}){1,4}");
  private static final Pattern PAIR = Pattern.compile("([^:=\\[\\]]{2,80}):(.*)");

  private LogFile() {}

  static void read(Reader in, RecordSink sink) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    BufferedReader lines = new BufferedReader(in);
    String line;
    while ((line = lines.readLine()) != null) {
      String bare = line.length() > LONGEST_LINE ? "" : MARKS.matcher(line).replaceFirst("");
      Matcher pair = PAIR.matcher(bare);
      if (pair.matches() && !pair.group(2).isBlank() && values.size() < MOST_NAMES) {
        values.putIfAbsent(pair.group(1).strip(), pair.group(2).strip());
      }
    }
    sink.record(new Fields(values, 1));
  }
}
