package app.waterline.export.nativechart;

import app.waterline.chart.BarChart;
import app.waterline.chart.CashFlowChart;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.DistributionChart;
import app.waterline.chart.LineChart;
import app.waterline.chart.StackChart;
import app.waterline.chart.TornadoChart;
import app.waterline.chart.WaterfallChart;
import java.util.Optional;

/**
 * A chart that an office program draws and lets its reader edit.
 *
 * @param xml the chart part, a {@code c:chartSpace} without a word on where its workbook lies
 * @param data the workbook; each value in the chart part repeats one of its cells
 */
public record NativeChart(String xml, ChartData data) {
  /**
   * The native form of a chart; empty where office programs have none, and a picture must do.
   *
   * @param look colours and sizes
   * @param texts words and numbers
   */
  public static Optional<NativeChart> of(ChartSpec spec, ChartLook look, ChartTexts texts) {
    return switch (spec) {
      case BarChart bars -> Optional.of(new NativeBars(bars, look, texts).chart());
      case LineChart lines -> Optional.of(new NativeLines(lines, look, texts).chart());
      case StackChart stack -> Optional.of(new NativeStack(stack, look, texts).chart());
      case CashFlowChart cash -> Optional.of(new NativeCash(cash, look, texts).chart());
      case TornadoChart tornado -> Optional.of(new NativeTornado(tornado, look, texts).chart());
      case WaterfallChart waterfall -> bridge(new NativeWaterfall(waterfall, look, texts));
      case DistributionChart distribution ->
        of(Distributions.lines(distribution, texts), look, texts);
      default -> Optional.empty();
    };
  }

  /** The same with its figures on a sheet of another workbook, so many rows further down. */
  public NativeChart on(String sheet, int rows) {
    ChartData moved = data.on(sheet, rows);
    String places = xml;
    for (int column = 0; column < data.columns().size(); column++) {
      places = places
          .replace(element(data.nameOf(column)), element(moved.nameOf(column)))
          .replace(element(data.cellsOf(column)), element(moved.cellsOf(column)));
    }
    return new NativeChart(places, moved);
  }

  private static String element(String place) {
    return Xml.text("c:f", place).text();
  }

  private static Optional<NativeChart> bridge(NativeWaterfall waterfall) {
    return waterfall.isDrawable() ? Optional.of(waterfall.chart()) : Optional.empty();
  }
}
