package app.waterline.chart;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of a chart as text.
 *
 * @param header the name of each column
 * @param rows as many cells each as the header
 */
public record DataTable(List<String> header, List<List<String>> rows) {
  /** What a spreadsheet would run as a formula, after any blanks. */
  private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@].*", Pattern.DOTALL);

  /** A number with its sign, currency and unit, which is to stay one. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]\\s*\\p{Sc}?\\s*\\d[\\d.,'\\p{Zs}]*[\\p{L}\\p{Sc}%\\p{Zs}/·]*");

  public DataTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Rows as lines, cells apart by tabs: what a spreadsheet takes from the clipboard. */
  public String tabSeparated() {
    return Stream.concat(Stream.of(header), rows.stream())
        .map(cells -> cells.stream().map(DataTable::inOneCell).collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String inOneCell(String text) {
    String line = text.replaceAll("\\s*[\\t\\r\\n]\\s*", " ");
    boolean runs = FORMULA.matcher(line).matches() && !NUMBER.matcher(line).matches();
    // The apostrophe is what spreadsheets themselves put before text that looks like a formula.
    return runs ? "'" + line : line;
  }
}
