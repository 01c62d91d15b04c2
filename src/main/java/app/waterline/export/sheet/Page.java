package app.waterline.export.sheet;

import app.waterline.export.file.PlainText;
import app.waterline.model.Unit;
import org.apache.poi.ss.usermodel.PageOrder;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** One sheet of the workbook, written from the top down. */
final class Page {
  private static final int LONGEST_CELL = 32_000;
  private static final int MOST_HEADING = 4;
  private static final float LINE_HEIGHT = 15;
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final XSSFSheet sheet;
  private final Look look;
  private final Words words;
  private int row;
  private int lines = 1;

  /**
   * @param words say in the language of the workbook what formulas say instead of figures
   */
  Page(XSSFSheet sheet, Look look, short paper, Words words) {
    this.words = words;
    this.sheet = sheet;
    this.look = look;
    sheet.setDisplayGridlines(false);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setPaperSize(paper);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.getPrintSetup().setPageOrder(PageOrder.DOWN_THEN_OVER);
    sheet.getFooter().setLeft("&F · &A");
    sheet.getFooter().setRight("&P / &N");
  }

  XSSFSheet sheet() {
    return sheet;
  }

  Look look() {
    return look;
  }

  /** The row that is written, from 0. */
  int row() {
    return row;
  }

  /** Makes room in this row for so many lines of text. */
  void atLeast(int wanted) {
    lines = Math.max(lines, wanted);
  }

  /** Goes on to the next row, once this one is high enough for its longest text. */
  void next() {
    if (lines > 1) {
      line().setHeightInPoints(LINE_HEIGHT * lines);
    }
    lines = 1;
    row++;
  }

  void backTo(int earlier) {
    row = earlier;
  }

  void skip(int rows) {
    row += rows;
  }

  void widths(int... characters) {
    for (int column = 0; column < characters.length; column++) {
      sheet.setColumnWidth(column, characters[column] * 256);
    }
  }

  void text(int column, String text, Look.Kind kind) {
    String written = PlainText.of(text);
    String cut =
        written.length() > LONGEST_CELL ? written.substring(0, LONGEST_CELL) + "…" : written;
    XSSFCell cell = cell(column);
    cell.setCellValue(cut);
    if (look.of(kind).getWrapText()) {
      int wanted = Math.ceilDiv(cut.length(), Math.max(4, sheet.getColumnWidth(column) / 240));
      atLeast(kind == Look.Kind.NAME_HEADING ? Math.min(MOST_HEADING, wanted) : wanted);
    }
    boolean dangerous = !cut.isEmpty() && FORMULA_STARTS.indexOf(cut.charAt(0)) >= 0;
    cell.setCellStyle(dangerous ? look.quoted(kind) : look.of(kind));
  }

  /** Text in a look of its own, which keeps it text. */
  void text(int column, String text, XSSFCellStyle style) {
    XSSFCell cell = cell(column);
    cell.setCellValue(PlainText.of(text));
    cell.setCellStyle(style);
  }

  /** A number in a look that fits its unit and size. */
  void number(int column, double value, Unit unit, Look.Kind kind) {
    XSSFCell cell = cell(column);
    cell.setCellValue(value);
    cell.setCellStyle(look.of(kind, NumberForms.of(unit, value, null)));
  }

  void formula(int column, String formula, Look.Kind kind, String format) {
    XSSFCell cell = cell(column);
    cell.setCellFormula(words.said(formula));
    cell.setCellStyle(look.of(kind, format));
  }

  /** Gives a cell of this row a name that formulas of all sheets know. */
  void name(int column, String name) {
    XSSFName defined = sheet.getWorkbook().createName();
    defined.setNameName(name);
    defined.setRefersToFormula(address(column, row));
  }

  /** A cell as formulas of other sheets name it. */
  String address(int column, int atRow) {
    return quotedName() + "!" + new CellReference(atRow, column, true, true).formatAsString();
  }

  /** Cells of a column as formulas of other sheets name them. */
  String range(int column, int from, int to) {
    return "%s!%s:%s"
        .formatted(
            quotedName(),
            new CellReference(from, column, true, true).formatAsString(),
            new CellReference(to, column, true, true).formatAsString());
  }

  private String quotedName() {
    return "'" + sheet.getSheetName() + "'";
  }

  /** A cell of this sheet. */
  static String at(int column, int atRow) {
    return new CellReference(atRow, column, false, false).formatAsString();
  }

  void section(String title, int columns) {
    for (int column = 0; column < columns; column++) {
      text(column, column == 0 ? title : "", Look.Kind.SECTION);
    }
    next();
  }

  private XSSFCell cell(int column) {
    return line().createCell(column);
  }

  private XSSFRow line() {
    XSSFRow line = sheet.getRow(row);
    return line == null ? sheet.createRow(row) : line;
  }
}
