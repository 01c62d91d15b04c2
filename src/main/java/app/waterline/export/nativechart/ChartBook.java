package app.waterline.export.nativechart;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes the workbook that lies in a chart and that opens on "Edit data". */
public final class ChartBook {
  private static final int NARROWEST = 10;
  private static final int WIDEST = 48;
  private static final int OF_A_CHARACTER = 256;

  private final XSSFWorkbook book;
  private final Map<String, CellStyle> styles = new HashMap<>();
  private final CellStyle bold;
  private final CellStyle quoted;

  private ChartBook(XSSFWorkbook book) {
    this.book = book;
    this.bold = book.createCellStyle();
    this.quoted = book.createCellStyle();
    Font font = book.createFont();
    font.setBold(true);
    bold.setFont(font);
    quoted.setQuotePrefixed(true);
  }

  /** The figures as a workbook of one sheet. */
  public static XSSFWorkbook of(ChartData data) {
    XSSFWorkbook made = new XSSFWorkbook();
    Sheet sheet = made.createSheet(data.sheet());
    write(made, sheet, data);
    sheet.createFreezePane(0, ChartData.FIRST);
    return made;
  }

  /** Writes the figures on a sheet, in the rows that they say. */
  public static void write(XSSFWorkbook book, Sheet sheet, ChartData data) {
    ChartBook made = new ChartBook(book);
    for (int column = 0; column < data.columns().size(); column++) {
      made.fill(sheet, column, data.columns().get(column), data.top());
    }
  }

  private void fill(Sheet sheet, int place, ChartData.Column column, int top) {
    set(cell(sheet, top, place), column.name(), bold);
    set(cell(sheet, top + 1, place), column.heading(), bold);
    int longest = column.heading().length();
    for (int row = 0; row < column.cells().size(); row++) {
      Object value = column.cells().get(row);
      set(cell(sheet, top + ChartData.FIRST + row, place), value, style(column.code(row)));
      longest = Math.max(longest, value instanceof String text ? text.length() : 0);
    }
    sheet.setColumnWidth(place, Math.clamp(longest + 2, NARROWEST, WIDEST) * OF_A_CHARACTER);
  }

  private static Cell cell(Sheet sheet, int row, int column) {
    Row existing = sheet.getRow(row);
    return (existing == null ? sheet.createRow(row) : existing).createCell(column);
  }

  private void set(Cell cell, @Nullable Object value, CellStyle style) {
    if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
      cell.setCellStyle(style);
    } else if (value instanceof ChartData.Formula formula) {
      cell.setCellFormula(formula.text());
      cell.setCellValue(formula.value());
      cell.setCellStyle(style);
    } else if (value instanceof String text) {
      cell.setCellValue(PlainText.of(text));
      cell.setCellStyle(isLikeAFormula(text) ? quoted : style);
    }
  }

  /** Such a text is text here; the prefix keeps it one when somebody edits the cell. */
  private static boolean isLikeAFormula(String text) {
    return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
  }

  private CellStyle style(String code) {
    return styles.computeIfAbsent(code, this::made);
  }

  private CellStyle made(String code) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(code));
    return style;
  }
}
