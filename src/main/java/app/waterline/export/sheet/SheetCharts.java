package app.waterline.export.sheet;

import app.waterline.chart.ChartTheme;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Metric;
import app.waterline.model.Platform;
import app.waterline.model.Unit;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.ScatterStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFScatterChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xddf.usermodel.text.XDDFRunProperties;
import org.apache.poi.xddf.usermodel.text.XDDFTextParagraph;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Native charts over the cells, in the colours that platforms have everywhere. */
final class SheetCharts {
  private static final double LOG_BASE = 10;
  private static final double TITLE = 12;

  private final Words words;
  private final ChartTheme theme = ChartTheme.light();

  SheetCharts(Words words) {
    this.words = words;
  }

  /** Bars of the headline price and of the delivered tokens, beside each other. */
  void bars(ResultsPage results, Evaluation evaluation) {
    int count = evaluation.platforms().size();
    if (count == 0) {
      return;
    }
    int left = 0;
    for (Map.Entry<Metric, Integer> each : results.drawnRows().entrySet()) {
      bars(results, evaluation, each.getKey(), each.getValue(), left);
      left += 2;
    }
  }

  private void bars(ResultsPage results, Evaluation evaluation, Metric metric, int row, int left) {
    XSSFSheet sheet = results.page().sheet();
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    int right =
        left == 0 ? 2 : Math.max(4, ResultsPage.FIRST + evaluation.platforms().size());
    XSSFChart chart = drawing.createChart(drawing.createAnchor(
        0,
        0,
        0,
        0,
        left,
        results.charts(),
        Math.min(right, left + 5),
        results.charts() + results.chartRows() - 1));
    title(chart, words.charts().heading(words.charts().name(metric), metric.unit()));
    XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.LEFT);
    XDDFValueAxis values = chart.createValueAxis(AxisPosition.BOTTOM);
    values.setCrossBetween(AxisCrossBetween.BETWEEN);
    values.setNumberFormat("General");
    values.setCrosses(AxisCrosses.MAX);
    values.setLogBase(LOG_BASE);
    names.setOrientation(AxisOrientation.MAX_MIN);
    int last = ResultsPage.FIRST + evaluation.platforms().size() - 1;
    XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, values);
    data.setBarDirection(BarDirection.BAR);
    data.setGapWidth(60);
    data.setVaryColors(false);
    XDDFChartData.Series series = data.addSeries(
        XDDFDataSourcesFactory.fromStringCellRange(
            sheet, new CellRangeAddress(results.names(), results.names(), ResultsPage.FIRST, last)),
        XDDFDataSourcesFactory.fromNumericCellRange(
            sheet, new CellRangeAddress(row, row, ResultsPage.FIRST, last)));
    series.setTitle(words.charts().name(metric), null);
    for (int i = 0; i < evaluation.platforms().size(); i++) {
      Platform platform = evaluation.platforms().get(i).platform();
      series.getDataPoint(i).setFillProperties(fill(platform));
    }
    chart.plot(data);
    settle(chart);
  }

  /** Interactivity against throughput of every measured point, a colour a platform. */
  void runs(RunsPages runs, ResultsPage results, Evaluation evaluation) {
    XSSFSheet sheet = runs.runs().sheet();
    List<Platform> measured = evaluation.workspace().platforms().stream()
        .filter(each -> runs.pointsOf(each) != null)
        .toList();
    if (measured.isEmpty()) {
      return;
    }
    int top = results.charts() + results.chartRows();
    int right = Math.max(4, ResultsPage.FIRST + evaluation.platforms().size());
    XSSFDrawing drawing = results.page().sheet().createDrawingPatriarch();
    XSSFChart chart = drawing.createChart(
        drawing.createAnchor(0, 0, 0, 0, 0, top, right, top + results.chartRows() - 1));
    title(chart, words.get("runs.chart"));
    chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    XDDFValueAxis x = chart.createValueAxis(AxisPosition.BOTTOM);
    XDDFValueAxis y = chart.createValueAxis(AxisPosition.LEFT);
    x.setTitle(words.get("runs.interactivity"));
    y.setTitle(words.get("runs.rate"));
    x.setNumberFormat("General");
    y.setNumberFormat("#,##0");
    y.setLogBase(LOG_BASE);
    XDDFScatterChartData data = (XDDFScatterChartData) chart.createData(ChartTypes.SCATTER, x, y);
    data.setStyle(ScatterStyle.LINE_MARKER);
    data.setVaryColors(false);
    for (Platform platform : measured) {
      int[] rows = runs.pointsOf(platform);
      if (rows != null) {
        points(data, sheet, platform, rows);
      }
    }
    chart.plot(data);
    settle(chart);
  }

  private void points(XDDFScatterChartData data, XSSFSheet sheet, Platform platform, int[] rows) {
    XDDFScatterChartData.Series series = (XDDFScatterChartData.Series) data.addSeries(
        XDDFDataSourcesFactory.fromNumericCellRange(
            sheet, new CellRangeAddress(rows[0], rows[1], 2, 2)),
        XDDFDataSourcesFactory.fromNumericCellRange(
            sheet, new CellRangeAddress(rows[0], rows[1], 3, 3)));
    series.setTitle(platform.name(), null);
    series.setMarkerStyle(MarkerStyle.CIRCLE);
    series.setMarkerSize((short) 5);
    XDDFShapeProperties shape = new XDDFShapeProperties();
    shape.setFillProperties(fill(platform));
    XDDFLineProperties none = new XDDFLineProperties();
    none.setFillProperties(new XDDFNoFillProperties());
    series.setLineProperties(none);
    series.getCTScatterSer().getMarker().setSpPr(shape.getXmlObject());
  }

  /** The net of each year as columns, and what has come back so far as lines, a colour a platform. */
  void cash(CashPage cash, int top) {
    if (cash.series().isEmpty()) {
      return;
    }
    XSSFSheet sheet = cash.page().sheet();
    sheet.setRowBreak(top - 1); // a chart is not cut by the end of a page
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    XSSFChart chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 0, top, 8, top + 20));
    title(chart, words.get("cash.chart"));
    chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    XDDFCategoryAxis x = chart.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis y = chart.createValueAxis(AxisPosition.LEFT);
    x.setTitle(words.get("year.end"));
    x.setTickLabelPosition(AxisTickLabelPosition.LOW);
    y.setTitle(words.charts().unit(Unit.DOLLARS));
    y.setNumberFormat("#,##0");
    y.setCrossBetween(AxisCrossBetween.BETWEEN);
    chart.plot(nets(chart, sheet, cash, x, y));
    chart.plot(cumulated(chart, sheet, cash, x, y));
    settle(chart);
  }

  private XDDFBarChartData nets(
      XSSFChart chart, XSSFSheet sheet, CashPage cash, XDDFCategoryAxis x, XDDFValueAxis y) {
    XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, x, y);
    data.setBarDirection(BarDirection.COL);
    data.setVaryColors(false);
    data.setGapWidth(80);
    for (CashPage.Series each : cash.series()) {
      XDDFChartData.Series series = data.addSeries(
          years(sheet, each),
          XDDFDataSourcesFactory.fromNumericCellRange(sheet, column(each, CashPage.Series.NET)));
      series.setTitle(words.get("cash.perYear", each.platform().name()), null);
      series.setFillProperties(fill(each.platform()));
    }
    return data;
  }

  private XDDFLineChartData cumulated(
      XSSFChart chart, XSSFSheet sheet, CashPage cash, XDDFCategoryAxis x, XDDFValueAxis y) {
    XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, x, y);
    data.setGrouping(Grouping.STANDARD);
    data.setVaryColors(false);
    for (CashPage.Series each : cash.series()) {
      XDDFLineChartData.Series series = (XDDFLineChartData.Series) data.addSeries(
          years(sheet, each),
          XDDFDataSourcesFactory.fromNumericCellRange(
              sheet, column(each, CashPage.Series.CUMULATIVE)));
      series.setTitle(words.get("cash.soFar", each.platform().name()), null);
      series.setSmooth(false);
      series.setMarkerStyle(MarkerStyle.CIRCLE);
      XDDFLineProperties line = new XDDFLineProperties();
      line.setFillProperties(fill(each.platform()));
      line.setWidth(2.25);
      series.setLineProperties(line);
      XDDFShapeProperties shape = new XDDFShapeProperties();
      shape.setFillProperties(fill(each.platform()));
      series.getCTLineSer().getMarker().setSpPr(shape.getXmlObject());
    }
    return data;
  }

  private static XDDFNumericalDataSource<Double> years(XSSFSheet sheet, CashPage.Series series) {
    return XDDFDataSourcesFactory.fromNumericCellRange(sheet, column(series, CashPage.Series.END));
  }

  private static void title(XSSFChart chart, String text) {
    chart.setTitleText(text);
    chart.setTitleOverlay(false);
    XDDFTextParagraph paragraph = chart.getTitle().getBody().getParagraph(0);
    XDDFRunProperties look = paragraph.addDefaultRunProperties();
    look.setFontSize(TITLE);
    look.setBold(true);
    paragraph.getTextRuns().forEach(run -> {
      run.setFontSize(TITLE);
      run.setBold(true);
    });
  }

  private static CellRangeAddress column(CashPage.Series series, int column) {
    return new CellRangeAddress(series.first(), series.last(), column, column);
  }

  private XDDFSolidFillProperties fill(Platform platform) {
    Color color = theme.platform(platform.color());
    return new XDDFSolidFillProperties(XDDFColor.from(
        new byte[] {(byte) color.getRed(), (byte) color.getGreen(), (byte) color.getBlue()}));
  }

  // What the library leaves open is read differently by each program.
  private static void settle(XSSFChart chart) {
    chart.getCTChart().getPlotArea().getValAxList().forEach(axis -> {
      if (axis.isSetNumFmt()) {
        axis.getNumFmt().setSourceLinked(false);
      }
    });
    if (chart.getCTChart().isSetAutoTitleDeleted()) {
      chart.getCTChart().getAutoTitleDeleted().setVal(false);
    } else {
      chart.getCTChart().addNewAutoTitleDeleted().setVal(false);
    }
  }
}
