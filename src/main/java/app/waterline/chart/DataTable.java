package app.waterline.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of a chart as text.
 *
 * @param header the name of each column
 * @param rows as many cells each as the header
 */
public record DataTable(List<String> header, List<List<String>> rows) {
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
    return text.replaceAll("\\s*[\\t\\r\\n]\\s*", " ");
  }
}
