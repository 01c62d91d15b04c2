package app.waterline.export.sheet;

import app.waterline.chart.ChartTheme;
import app.waterline.chart.HeatChart;
import app.waterline.model.Unit;
import java.awt.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFColorScaleFormatting;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;

/** A map over two inputs as coloured cells, the highest row first as on the screen. */
final class MapPage {
  private static final int MOST = 25;
  private static final double STRENGTH = 0.55;

  private final Page page;
  private final Words words;
  private final ChartTheme theme = ChartTheme.light();
  private final Map<Integer, XSSFCellStyle> fills = new HashMap<>();

  MapPage(Page page, Words words) {
    this.page = page;
    this.words = words;
  }

  void write(HeatChart chart) {
    page.widths(26);
    page.text(
        0,
        words.charts().heading(chart.y().name(), chart.y().unit()) + " ↓   "
            + words.charts().heading(chart.x().name(), chart.x().unit()) + " →",
        Look.Kind.TEXT);
    List<Integer> columns = some(chart.xs().size());
    for (int place = 0; place < columns.size(); place++) {
      page.number(
          place + 1, chart.xs().get(columns.get(place)), chart.x().unit(), Look.Kind.FIGURE);
      page.sheet().setColumnWidth(place + 1, 11 * 256);
    }
    page.next();
    int first = page.row();
    for (int row : some(chart.ys().size()).reversed()) {
      page.number(0, chart.ys().get(row), chart.y().unit(), Look.Kind.FIGURE);
      for (int place = 0; place < columns.size(); place++) {
        cell(chart.cells(), columns.get(place), row, place + 1);
      }
      page.next();
    }
    if (chart.cells() instanceof HeatChart.Cells.Values values) {
      scale(values, new CellRangeAddress(first, page.row() - 1, 1, columns.size()));
    }
    page.next();
    Stream.concat(chart.findings().stream(), chart.notes().stream()).forEach(each -> {
      page.text(0, each, Look.Kind.LABEL);
      page.next();
    });
  }

  private static List<Integer> some(int count) {
    int stride = Math.ceilDiv(count, MOST);
    return IntStream.range(0, count)
        .filter(place -> place % stride == 0)
        .boxed()
        .toList();
  }

  private void cell(HeatChart.Cells cells, int column, int row, int place) {
    switch (cells) {
      case HeatChart.Cells.Values values -> {
        OptionalDouble value = values.grid().at(column, row);
        if (value.isPresent()) {
          Unit unit = values.measured().unit();
          page.number(place, value.getAsDouble(), unit, Look.Kind.FIGURE);
        } else {
          page.text(place, words.get("map.none"), Look.Kind.FAINT);
        }
      }
      case HeatChart.Cells.Winners winners -> {
        int winner = winners.winner(column, row);
        if (winner < 0) {
          page.text(place, words.get("map.none"), Look.Kind.FAINT);
        } else {
          HeatChart.Region region = winners.platforms().get(winner).region();
          page.text(place, region.name(), fill(region.color()));
        }
      }
    }
  }

  private XSSFCellStyle fill(int platform) {
    return fills.computeIfAbsent(platform, color -> {
      XSSFCellStyle style = page.sheet().getWorkbook().createCellStyle();
      style.cloneStyleFrom(page.look().of(Look.Kind.SUBTITLE));
      style.setFillForegroundColor(
          color(ChartTheme.mix(Color.WHITE, theme.platform(color), STRENGTH)));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      style.setAlignment(HorizontalAlignment.CENTER);
      style.setQuotePrefixed(true);
      return style;
    });
  }

  private void scale(HeatChart.Cells.Values values, CellRangeAddress cells) {
    XSSFSheet sheet = page.sheet();
    XSSFSheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
    XSSFConditionalFormattingRule rule = formatting.createConditionalFormattingColorScaleRule();
    XSSFColorScaleFormatting scale = rule.getColorScaleFormatting();
    scale.setNumControlPoints(2);
    scale.getThresholds()[0].setRangeType(RangeType.MIN);
    scale.getThresholds()[1].setRangeType(RangeType.MAX);
    HeatChart.Region more = values.more();
    Color full = more == null ? theme.token("accent") : theme.platform(more.color());
    scale.setColors(
        new XSSFColor[] {color(Color.WHITE), color(ChartTheme.mix(Color.WHITE, full, STRENGTH))});
    formatting.addConditionalFormatting(new CellRangeAddress[] {cells}, rule);
  }

  private static XSSFColor color(Color color) {
    return new XSSFColor(
        new byte[] {(byte) color.getRed(), (byte) color.getGreen(), (byte) color.getBlue()}, null);
  }
}
