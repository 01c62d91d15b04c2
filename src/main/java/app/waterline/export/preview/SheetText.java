package app.waterline.export.preview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The first rows of each sheet of a finished workbook as text. */
public final class SheetText {
  private static final int ROWS = 14;

  private SheetText() {}

  /** Sheet by sheet, its name first; a formula as its value. */
  public static String of(byte[] xlsx, Locale locale) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      DataFormatter format = new DataFormatter(locale);
      format.setUseCachedValuesForFormulaCells(true);
      StringBuilder text = new StringBuilder();
      book.sheetIterator().forEachRemaining(sheet -> append(text, sheet, format));
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(StringBuilder text, Sheet sheet, DataFormatter format) {
    text.append("── ").append(sheet.getSheetName()).append(" ──\n");
    int shown = 0;
    for (Row row : sheet) {
      if (shown++ == ROWS) {
        text.append("…\n");
        break;
      }
      for (Cell cell : row) {
        text.append(format.formatCellValue(cell)).append("   ");
      }
      text.append('\n');
    }
    text.append('\n');
  }
}
