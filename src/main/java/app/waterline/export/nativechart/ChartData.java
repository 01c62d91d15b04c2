package app.waterline.export.nativechart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures behind a chart as they lie in its workbook: columns with a name and a heading each. The name
 * stands in the first row, the heading with its unit in the second, the figures below.
 *
 * @param sheet the name of the sheet, without spaces
 * @param columns from left to right
 */
public record ChartData(String sheet, List<Column> columns) {
  /**
   * A cell that the workbook computes.
   *
   * @param text without the equals sign
   * @param value what it comes to
   */
  public record Formula(String text, double value) {}

  /** The row of the first figure, counted from 0. */
  public static final int FIRST = 2;

  /**
   * One column.
   *
   * @param name what its figures belong to; the legend of the chart reads it
   * @param heading what they are, with their unit
   * @param cells numbers, texts and formulas; null for an empty cell
   * @param codes a number format for each cell, or one for all, or none
   */
  public record Column(
      String name, String heading, List<@Nullable Object> cells, List<String> codes) {
    public Column {
      cells = Collections.unmodifiableList(new ArrayList<>(cells));
      codes = List.copyOf(codes);
    }

    static Column texts(String name, String heading, List<String> cells) {
      return new Column(name, heading, new ArrayList<@Nullable Object>(cells), List.of());
    }

    /** The number format of a cell. */
    public String code(int row) {
      if (codes.isEmpty()) {
        return "General";
      }
      return codes.get(Math.min(row, codes.size() - 1));
    }
  }

  public ChartData {
    columns = List.copyOf(columns);
  }

  /** A reference to the name of a column, for example {@code Data!$B$1}. */
  String nameOf(int column) {
    return "%s!$%s$1".formatted(sheet, letters(column));
  }

  /** How many rows the longest column has. */
  int rows() {
    return columns.stream().mapToInt(column -> column.cells().size()).max().orElse(1);
  }

  /** A reference to the figures of a column, for example {@code Data!$B$3:$B$8}. */
  // All as long as the longest: LibreOffice loses the series before one that is longer than they
  // are.
  String cellsOf(int column) {
    int last = FIRST + rows();
    return "%s!$%s$%d:$%s$%d".formatted(sheet, letters(column), FIRST + 1, letters(column), last);
  }

  private static String letters(int column) {
    int first = column / 26;
    String last = String.valueOf((char) ('A' + column % 26));
    return first == 0 ? last : letters(first - 1) + last;
  }
}
