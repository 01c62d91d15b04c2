package app.waterline.export.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cells in lines, for a terminal or in Markdown.
 *
 * @param rows the header, then the lines; all of one length
 * @param footnotes what stands below
 */
public record TextTable(List<List<String>> rows, List<String> footnotes) {
  private static final String GAP = "   ";

  /** Columns of characters that a terminal shows without breaking lines. */
  private static final int WIDEST = 120;

  /** Text without what would steer a terminal: a name comes from a file of somebody else. */
  public static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  /** Aligned columns for a terminal, in blocks of as many platforms as fit its usual width. */
  public String text() {
    List<Integer> widths = widths();
    StringBuilder text = new StringBuilder();
    int next = 1;
    do {
      List<Integer> block = new ArrayList<>(List.of(0));
      int width = widths.getFirst();
      while (next < widths.size()
          && (block.size() == 1 || width + GAP.length() + widths.get(next) <= WIDEST)) {
        width += GAP.length() + widths.get(next);
        block.add(next++);
      }
      append(text, block, widths, width);
    } while (next < widths.size());
    footnotes.forEach(note -> text.append(note).append('\n'));
    return text.toString();
  }

  private List<Integer> widths() {
    return IntStream.range(0, rows.getFirst().size())
        .map(column ->
            rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
        .boxed()
        .toList();
  }

  private void append(StringBuilder text, List<Integer> block, List<Integer> widths, int width) {
    for (List<String> row : rows) {
      String line = block.stream()
          .map(column -> padded(row.get(column), widths.get(column)))
          .collect(Collectors.joining(GAP));
      text.append(line.stripTrailing()).append('\n');
      if (row.equals(rows.getFirst())) {
        text.append("─".repeat(width)).append('\n');
      }
    }
    text.append('\n');
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - width(cell));
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  /** A table in Markdown. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(line(row));
      if (row.equals(rows.getFirst())) {
        text.append("|---").append("|---:".repeat(row.size() - 1)).append("|\n");
      }
    }
    footnotes.forEach(note -> text.append('\n').append(escaped(note)).append("  "));
    return text.append('\n').toString();
  }

  private static String line(List<String> row) {
    return row.stream().map(TextTable::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\|`*_<>\\[\\]])", "\\\\$1").replaceAll("\\R", " ");
  }
}
