package app.waterline.export.sheet;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of a workbook look: what may be changed is blue on yellow, all else follows from it. */
final class Look {
  /** What a cell is. */
  enum Kind {
    TITLE,
    SUBTITLE,
    SECTION,
    HEADING,
    NAME_HEADING,
    LABEL,
    TEXT,
    FAINT,
    INPUT,
    INPUT_TEXT,
    FIGURE,
    FIGURE_TEXT,
    HEADLINE,
    HEADLINE_LABEL
  }

  private static final byte[] NAVY = {0x14, 0x20, 0x33};
  private static final byte[] GREY = {0x5b, 0x67, 0x7a};
  private static final byte[] BLUE = {0x00, 0x3c, (byte) 0xa6};
  private static final byte[] YELLOW = {(byte) 0xff, (byte) 0xf9, (byte) 0xe3};
  private static final byte[] WATER = {(byte) 0xdf, (byte) 0xee, (byte) 0xf8};
  private static final byte[] LINE = {(byte) 0xc9, (byte) 0xd3, (byte) 0xe0};

  private final XSSFWorkbook workbook;
  private final Map<Kind, XSSFCellStyle> plain = new EnumMap<>(Kind.class);
  private final Map<String, XSSFCellStyle> formatted = new HashMap<>();

  Look(XSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  XSSFCellStyle of(Kind kind) {
    return plain.computeIfAbsent(kind, this::made);
  }

  /** The same for a number in a format of the spreadsheet, which shows it as the reader's language does. */
  XSSFCellStyle of(Kind kind, String format) {
    return formatted.computeIfAbsent(kind + format, key -> {
      XSSFCellStyle style = made(kind);
      style.setDataFormat(workbook.createDataFormat().getFormat(format));
      return style;
    });
  }

  /** The same for text that would else become a formula as soon as somebody touches it. */
  XSSFCellStyle quoted(Kind kind) {
    return formatted.computeIfAbsent(kind + "'", key -> {
      XSSFCellStyle style = made(kind);
      style.setQuotePrefixed(true);
      return style;
    });
  }

  private XSSFCellStyle made(Kind kind) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    switch (kind) {
      case TITLE -> style.setFont(font(16, true, NAVY));
      case SUBTITLE -> style.setFont(font(10, false, GREY));
      case FAINT -> {
        style.setFont(font(10, false, GREY));
        style.setIndention((short) 1);
      }
      case SECTION -> {
        style.setFont(font(11, true, NAVY));
        fill(style, WATER);
      }
      case HEADING, NAME_HEADING -> heading(style, kind);
      case LABEL, FIGURE -> style.setFont(font(11, false, NAVY));
      case TEXT -> {
        style.setFont(font(10, false, NAVY));
        style.setWrapText(true);
      }
      case FIGURE_TEXT -> {
        style.setFont(font(10, false, NAVY));
        style.setWrapText(true);
        style.setAlignment(HorizontalAlignment.RIGHT);
      }
      case INPUT, INPUT_TEXT -> {
        style.setFont(font(11, false, BLUE));
        fill(style, YELLOW);
        style.setAlignment(HorizontalAlignment.RIGHT);
      }
      case HEADLINE, HEADLINE_LABEL -> style.setFont(font(11, true, NAVY));
    }
    if (kind == Kind.FIGURE || kind == Kind.HEADLINE) {
      style.setAlignment(HorizontalAlignment.RIGHT);
    }
    return style;
  }

  private void heading(XSSFCellStyle style, Kind kind) {
    style.setFont(font(11, true, NAVY));
    style.setBorderBottom(BorderStyle.MEDIUM);
    style.setBottomBorderColor(color(LINE));
    style.setWrapText(true);
    style.setAlignment(
        kind == Kind.NAME_HEADING ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
  }

  private static void fill(XSSFCellStyle style, byte[] color) {
    style.setFillForegroundColor(color(color));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  private XSSFFont font(int size, boolean bold, byte[] color) {
    XSSFFont font = workbook.createFont();
    font.setFontName("Calibri");
    font.setFontHeightInPoints((short) size);
    font.setBold(bold);
    font.setColor(color(color));
    return font;
  }

  private static XSSFColor color(byte[] rgb) {
    return new XSSFColor(rgb.clone(), null);
  }
}
