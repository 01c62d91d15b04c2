package app.waterline.chart;

import java.util.List;

/**
 * What a chart shows, without a word on how it is drawn. Everything that draws takes one: screen,
 * image, slide, sheet and screen reader.
 */
public sealed interface ChartSpec
    permits BarChart,
        LineChart,
        IcebergChart,
        StackChart,
        FlowChart,
        CashFlowChart,
        TornadoChart,
        WaterfallChart,
        HeatChart,
        DistributionChart {
  /** A sentence that states the finding. */
  String title();

  /** What was compared under which conditions. */
  String subtitle();

  /** What a reader must know beside the chart. */
  List<String> notes();

  /** The chart in words, for a screen reader. */
  String describe(ChartTexts texts);

  /** The figures behind it. */
  DataTable table(ChartTexts texts);

  /** The same without title, subtitle and notes, where the screen sets them itself. */
  default ChartSpec withoutWords() {
    return this;
  }
}
