package app.waterline.export.deck;

import java.awt.Color;
import java.util.List;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTableCell;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTableProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;

/** Puts one page of a table on a slide, as a table that PowerPoint can edit. */
final class TableShape {
  /** "No style, no grid": the lines are ours, whatever the template's tables look like. */
  private static final String NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}";

  private static final double HAIRLINE = 0.75;
  private static final double PLATFORM_LINE = 3;
  private static final List<BorderEdge> EDGES =
      List.of(BorderEdge.left, BorderEdge.right, BorderEdge.top, BorderEdge.bottom);

  private final Words words;
  private final SlideTable table;
  private final TableSetting setting;

  TableShape(Words words, SlideTable table, TableSetting setting) {
    this.words = words;
    this.table = table;
    this.setting = setting;
  }

  XSLFTable add(XSLFSlide slide, Box place, int page) {
    List<TableSetting.Row> rows = setting.pages().get(page);
    XSLFTable shape = slide.createTable(rows.size() + 1, table.columns().size());
    style(shape);
    shape.setAnchor(place.points());
    for (int column = 0; column < setting.widths().size(); column++) {
      shape.setColumnWidth(column, setting.widths().get(column));
    }
    fill(shape.getRows().getFirst(), setting.header(), true);
    for (int row = 0; row < rows.size(); row++) {
      fill(shape.getRows().get(row + 1), rows.get(row), false);
    }
    return shape;
  }

  private static void style(XSLFTable shape) {
    CTTableProperties properties = shape.getCTTable().getTblPr();
    properties.setTableStyleId(NO_STYLE);
    properties.setFirstRow(true);
    properties.setBandRow(false);
  }

  private void fill(XSLFTableRow shape, TableSetting.Row row, boolean header) {
    shape.setHeight(row.height());
    for (int column = 0; column < row.cells().size(); column++) {
      fill(
          shape.getCells().get(column),
          row.cells().get(column),
          table.columns().get(column).number(),
          header);
    }
  }

  private void fill(XSLFTableCell shape, SlideTable.Cell cell, boolean number, boolean header) {
    begin(shape);
    shape.setLeftInset(TableSetting.SIDE);
    shape.setRightInset(TableSetting.SIDE);
    shape.setTopInset(0);
    shape.setBottomInset(0);
    shape.setVerticalAlignment(header ? VerticalAlignment.BOTTOM : VerticalAlignment.MIDDLE);
    borders(shape, cell, header);
    double size = header ? setting.headerSize() : setting.size();
    boolean strong = cell.tone() == SlideTable.Tone.STRONG;
    XSLFTextRun run = run(shape, cell.text(), number, size * TableSetting.scale(cell));
    run.setBold(strong);
    words.color(run, ink(cell.tone()));
    if (!cell.below().isEmpty()) {
      below(shape, cell, number, size * TableSetting.BELOW);
    }
  }

  /** The library writes a text without the properties that the schema asks for first. */
  private static void begin(XSLFTableCell shape) {
    CTTextBody text = CTTextBody.Factory.newInstance();
    text.addNewBodyPr();
    text.addNewLstStyle();
    CTTableCell cell = (CTTableCell) shape.getXmlObject();
    cell.setTxBody(text);
  }

  private static Words.Ink ink(SlideTable.Tone tone) {
    return switch (tone) {
      case MUTED, REASON -> Words.Ink.MUTED;
      case NORMAL, STRONG -> Words.Ink.NORMAL;
    };
  }

  private void below(XSLFTableCell shape, SlideTable.Cell cell, boolean number, double size) {
    Boolean better = cell.better();
    String sign = better == null ? "" : better ? "▲ " : "▼ ";
    XSLFTextRun run = run(shape, sign + cell.below(), number, size);
    words.color(
        run, better == null ? Words.Ink.MUTED : better ? Words.Ink.BETTER : Words.Ink.WORSE);
  }

  private static XSLFTextRun run(XSLFTableCell shape, String text, boolean number, double size) {
    XSLFTextParagraph paragraph = shape.addNewTextParagraph();
    paragraph.setTextAlign(number ? TextAlign.RIGHT : TextAlign.LEFT);
    XSLFTextRun run = paragraph.addNewTextRun();
    run.setText(text);
    run.setFontFamily(Words.BODY_FONT);
    run.setFontSize(Math.round(size * 2) / 2.0);
    return run;
  }

  private void borders(XSLFTableCell shape, SlideTable.Cell cell, boolean header) {
    EDGES.forEach(edge -> shape.removeBorder(edge));
    Integer color = cell.color();
    if (header) {
      edge(shape, BorderEdge.bottom, color, words.look().theme().token("line-strong"));
      return;
    }
    edge(shape, BorderEdge.bottom, null, words.look().theme().token("line"));
    if (color != null) {
      edge(shape, BorderEdge.left, color, Color.GRAY);
    }
  }

  private void edge(XSLFTableCell shape, BorderEdge edge, @Nullable Integer platform, Color plain) {
    shape.setBorderWidth(edge, platform == null ? HAIRLINE : PLATFORM_LINE);
    shape.setBorderColor(edge, platform == null ? plain : words.look().theme().platform(platform));
  }
}
