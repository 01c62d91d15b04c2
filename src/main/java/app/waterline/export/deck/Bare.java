package app.waterline.export.deck;

import app.waterline.chart.ChartSpec;
import app.waterline.chart.FlowChart;
import app.waterline.chart.HeatChart;
import app.waterline.chart.IcebergChart;
import app.waterline.export.nativechart.PlainText;
import java.util.List;

/** Charts without the words that a slide sets itself, and with names short enough for it. */
final class Bare {
  private static final int LONGEST_NAME = 40;

  private Bare() {}

  static ChartSpec of(ChartSpec spec) {
    return switch (spec) {
      case IcebergChart iceberg ->
        new IcebergChart(
            "",
            "",
            iceberg.bergs().stream().map(Bare::brief).toList(),
            iceberg.common(),
            iceberg.room(),
            List.of());
      case FlowChart flow ->
        new FlowChart(
            "", "", flow.stages(), flow.lanes().stream().map(Bare::brief).toList(), List.of());
      case HeatChart heat ->
        new HeatChart(
            "",
            "",
            heat.x(),
            heat.y(),
            heat.xs(),
            heat.ys(),
            heat.cells(),
            heat.lines(),
            heat.now(),
            heat.flips(),
            heat.findings(),
            List.of());
      default -> spec;
    };
  }

  private static IcebergChart.Berg brief(IcebergChart.Berg berg) {
    return new IcebergChart.Berg(
        berg.platform(),
        PlainText.brief(berg.name(), LONGEST_NAME),
        berg.color(),
        berg.common(),
        berg.quoted(),
        berg.tip(),
        berg.layers(),
        berg.cost(),
        berg.counted(),
        berg.range(),
        berg.reason());
  }

  private static FlowChart.Lane brief(FlowChart.Lane lane) {
    return new FlowChart.Lane(
        lane.platform(),
        PlainText.brief(lane.name(), LONGEST_NAME),
        lane.color(),
        lane.baseline(),
        lane.steps(),
        lane.outcome());
  }
}
