package app.waterline.export.sheet;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTheme;
import app.waterline.chart.DistributionChart;
import app.waterline.chart.HeatChart;
import app.waterline.chart.IcebergCharts;
import app.waterline.document.Levers;
import app.waterline.engine.Evaluation;
import app.waterline.engine.why.Outcome;
import app.waterline.export.file.Progress;
import app.waterline.export.image.ChartFile;
import app.waterline.export.image.WhatIf;
import app.waterline.export.nativechart.ChartBook;
import app.waterline.export.nativechart.ChartLook;
import app.waterline.export.nativechart.NativeChart;
import app.waterline.export.nativechart.PlainText;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;

/**
 * The iceberg and the answers to what-if questions, each on a sheet of its own: the finding, a native chart
 * or coloured cells, and the figures that are drawn. They stay as they were when the sheet was written.
 */
final class AnswerPages {
  private static final int FIRST_ROW = 3;
  private static final int CHART_ROWS = 24;
  private static final int CHARACTERS = 120;
  private static final double LETTERS = 10;
  private static final double MUTED = 0.65;
  /** A row that nobody has made higher, and a column that nobody has made wider, in points. */
  private static final double ROW = 15;

  private static final double COLUMN = 48;
  private static final int EMU = 12_700;

  private final XSSFWorkbook workbook;
  private final Words words;
  private final ChartFonts fonts;
  private final BiFunction<XSSFWorkbook, String, Page> pages;

  /**
   * @param pages makes the page of a key
   */
  AnswerPages(
      XSSFWorkbook workbook,
      Words words,
      ChartFonts fonts,
      BiFunction<XSSFWorkbook, String, Page> pages) {
    this.workbook = workbook;
    this.words = words;
    this.fonts = fonts;
    this.pages = pages;
  }

  void write(Evaluation evaluation, Progress progress) {
    if (evaluation.platforms().isEmpty()) {
      return;
    }
    WhatIf questions = new WhatIf(evaluation, words.charts());
    picture(IcebergCharts.of(evaluation, words.charts(), Levers.bands(evaluation)));
    progress.at(0.2);
    if (questions.priced() > 0) {
      chart("tornado", questions.tornado());
    }
    progress.at(0.4);
    answer("bridge", questions::bridge);
    answer("stack", questions::costStack);
    progress.at(0.6);
    answer("distribution", () -> questions.distribution(DistributionChart.Shape.HISTOGRAM));
    answer("cumulative", () -> questions.distribution(DistributionChart.Shape.CUMULATIVE));
    progress.at(0.8);
    answer("map", questions::winners);
  }

  private void answer(String key, Supplier<Outcome<ChartSpec>> question) {
    if (question.get() instanceof Outcome.Found<ChartSpec> found) {
      chart(key, found.value());
    }
  }

  private void chart(String key, ChartSpec spec) {
    ChartLook look = new ChartLook(ChartTheme.light(), false, "tx1", MUTED, LETTERS);
    Optional<NativeChart> made = NativeChart.of(spec, look, words.charts());
    if (made.isPresent()) {
      Page page = begun(key, spec);
      put(page.sheet(), made.get().on(page.sheet().getSheetName(), FIRST_ROW + CHART_ROWS + 1));
    } else if (spec instanceof HeatChart heat) {
      new MapPage(begun(key, spec), words).write(heat);
    }
  }

  private Page begun(String key, ChartSpec spec) {
    Page page = pages.apply(workbook, key);
    page.sheet().getPrintSetup().setFitHeight((short) 1);
    page.text(0, spec.title(), Look.Kind.TITLE);
    page.next();
    page.text(0, spec.subtitle(), Look.Kind.SUBTITLE);
    page.next();
    page.text(0, words.get("answers.fixed"), Look.Kind.SUBTITLE);
    page.skip(FIRST_ROW - 2);
    return page;
  }

  private void put(XSSFSheet sheet, NativeChart chart) {
    ChartBook.write(workbook, sheet, chart.data());
    int right = 0;
    for (int characters = 0; characters < CHARACTERS; right++) {
      characters += sheet.getColumnWidth(right) / 256;
    }
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    XSSFChart part = drawing.createChart(
        drawing.createAnchor(0, 0, 0, 0, 0, FIRST_ROW, right, FIRST_ROW + CHART_ROWS));
    try {
      part.getCTChartSpace()
          .set(ChartSpaceDocument.Factory.parse(withoutTheme(chart.xml())).getChartSpace());
    } catch (XmlException e) {
      throw new IllegalStateException(e); // written by us: a defect
    }
  }

  /** A new workbook has no theme, and not every program knows what its colours would be. */
  private static String withoutTheme(String xml) {
    return xml.replace("<a:schemeClr val=\"tx1\"", "<a:srgbClr val=\"142033\"")
        .replace("<a:schemeClr val=\"bg1\"", "<a:srgbClr val=\"FFFFFF\"")
        .replace("</a:schemeClr>", "</a:srgbClr>");
  }

  private void picture(ChartSpec spec) {
    Page page = begun("iceberg", spec);
    ChartFile file = ChartFile.of(
        new ChartDrawing(ChartTheme.light(), fonts, words.charts()), spec.withoutWords());
    int picture = workbook.addPicture(file.png(2), XSSFWorkbook.PICTURE_TYPE_PNG);
    XSSFDrawing drawing = page.sheet().createDrawingPatriarch();
    XSSFPicture shape =
        drawing.createPicture(anchor(drawing, file.width(), file.height()), picture);
    shape
        .getCTPicture()
        .getNvPicPr()
        .getCNvPr()
        .setDescr(PlainText.of(spec.describe(words.charts())));
  }

  private static ClientAnchor anchor(XSSFDrawing drawing, double width, double height) {
    int right = (int) (width / COLUMN);
    int bottom = FIRST_ROW + (int) (height / ROW);
    return drawing.createAnchor(
        0,
        0,
        (int) ((width % COLUMN) * EMU),
        (int) ((height % ROW) * EMU),
        0,
        FIRST_ROW,
        right,
        bottom);
  }
}
