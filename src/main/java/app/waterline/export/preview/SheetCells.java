package app.waterline.export.preview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The first cells of one sheet of a finished workbook.
 *
 * @param name of the sheet
 * @param rows from the top; each as long as what stands in it
 */
public record SheetCells(String name, List<List<Cell>> rows) {
  private static final int ROWS = 14;
  private static final int COLUMNS = 8;

  /**
   * A cell.
   *
   * @param text as it reads; a formula as its value
   * @param bold whether it stands out
   * @param number whether it stands at the right
   * @param fill six hexadecimal digits; empty for none
   */
  public record Cell(String text, boolean bold, boolean number, String fill) {
    private static final Cell EMPTY = new Cell("", false, false, "");
  }

  public SheetCells {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The first cells of every sheet. */
  public static List<SheetCells> of(byte[] xlsx, Locale locale) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      DataFormatter format = new DataFormatter(locale);
      format.setUseCachedValuesForFormulaCells(true);
      List<SheetCells> sheets = new ArrayList<>();
      book.sheetIterator().forEachRemaining(sheet -> sheets.add(of(sheet, format)));
      return sheets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SheetCells of(Sheet sheet, DataFormatter format) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Row row : sheet) {
      if (rows.size() < ROWS) {
        rows.add(cells((XSSFRow) row, format));
      }
    }
    return new SheetCells(sheet.getSheetName(), rows);
  }

  private static List<Cell> cells(XSSFRow row, DataFormatter format) {
    List<Cell> cells = new ArrayList<>();
    for (int column = 0; column < Math.min(COLUMNS, row.getLastCellNum()); column++) {
      XSSFCell cell = row.getCell(column);
      cells.add(cell == null ? Cell.EMPTY : cell(cell, format));
    }
    return cells;
  }

  private static Cell cell(XSSFCell cell, DataFormatter format) {
    boolean number = cell.getCellType() == CellType.NUMERIC
        || (cell.getCellType() == CellType.FORMULA
            && cell.getCachedFormulaResultType() == CellType.NUMERIC);
    XSSFColor fill = cell.getCellStyle().getFillForegroundXSSFColor();
    String rgb = fill == null ? "" : fill.getARGBHex();
    return new Cell(
        format.formatCellValue(cell),
        cell.getCellStyle().getFont().getBold(),
        number,
        rgb == null || rgb.length() != 8 ? "" : rgb.substring(2));
  }
}
