package app.waterline.export.nativechart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/**
 * The figures behind a chart as they lie in its workbook: columns with a name and a heading each. The name
 * stands in the first row, the heading with its unit in the second, the figures below.
 *
 * @param sheet the name of the sheet
 * @param columns from left to right
 * @param top the row of the names, counted from 0
 */
public record ChartData(String sheet, List<Column> columns, int top) {
  private static final Pattern CELL = Pattern.compile("\\b[A-Z]{1,2}\\d+\\b");

  /**
   * A cell that the workbook computes.
   *
   * @param text without the equals sign
   * @param value what it comes to
   */
  public record Formula(String text, double value) {
    private static String moved(CellReference cell, int rows) {
      return new CellReference(cell.getRow() + rows, cell.getCol()).formatAsString();
    }

    private Formula moved(int rows) {
      return new Formula(
          CELL.matcher(text).replaceAll(cell -> moved(new CellReference(cell.group()), rows)),
          value);
    }
  }

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

    private Column moved(int rows) {
      return new Column(
          name,
          heading,
          cells.stream()
              .map(cell -> cell instanceof Formula formula ? formula.moved(rows) : cell)
              .collect(Collectors.toCollection(ArrayList<@Nullable Object>::new)),
          codes);
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

  /** In a workbook of its own. */
  ChartData(String sheet, List<Column> columns) {
    this(sheet, columns, 0);
  }

  /** The same on another sheet, so many rows further down; what the cells compute moves with them. */
  ChartData on(String otherSheet, int rows) {
    return new ChartData(
        otherSheet, columns.stream().map(column -> column.moved(rows)).toList(), top + rows);
  }

  /** A reference to the name of a column, for example {@code Data!$B$1}. */
  String nameOf(int column) {
    return "%s!$%s$%d".formatted(quoted(), letters(column), top + 1);
  }

  /** How many rows the longest column has. */
  int rows() {
    return columns.stream().mapToInt(column -> column.cells().size()).max().orElse(1);
  }

  /** A reference to the figures of a column, for example {@code Data!$B$3:$B$8}. */
  // All as long as the longest: LibreOffice loses the series before one that is longer than they
  // are.
  String cellsOf(int column) {
    int first = top + FIRST + 1;
    return "%s!$%s$%d:$%s$%d"
        .formatted(quoted(), letters(column), first, letters(column), first + rows() - 1);
  }

  private String quoted() {
    return sheet.chars().allMatch(each -> each < 0x80 && Character.isLetterOrDigit(each))
        ? sheet
        : "'" + sheet.replace("'", "''") + "'";
  }

  private static String letters(int column) {
    int first = column / 26;
    String last = String.valueOf((char) ('A' + column % 26));
    return first == 0 ? last : letters(first - 1) + last;
  }
}
