package app.waterline.export.nativechart;

import app.waterline.chart.Axis;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.DistributionChart;
import app.waterline.chart.LineChart;
import app.waterline.chart.Scale;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.List;

/** Distributions as lines, which office programs can draw over bins that differ from platform to platform. */
final class Distributions {
  private Distributions() {}

  static LineChart lines(DistributionChart chart, ChartTexts texts) {
    boolean cumulative = chart.shape() == DistributionChart.Shape.CUMULATIVE;
    String name = new Words(texts).get(cumulative ? "distribution.below" : "distribution.share");
    return new LineChart(
        chart.title(),
        chart.subtitle(),
        chart.axis(),
        new Axis(name, Unit.SHARE, Scale.LINEAR),
        chart.series().stream().map(each -> line(each, cumulative)).toList(),
        List.of(),
        null,
        chart.notes());
  }

  private static LineChart.Series line(DistributionChart.Series each, boolean cumulative) {
    List<LineChart.Point> points = new ArrayList<>();
    double half = (each.high() - each.low()) / each.shares().size() / 2;
    List<Double> form = each.form();
    for (int bin = 0; bin < form.size(); bin++) {
      points.add(
          cumulative
              ? new LineChart.Point(each.end(bin), each.cumulated().get(bin), "")
              : new LineChart.Point(each.end(bin) - half, form.get(bin), ""));
    }
    return new LineChart.Series(
        each.name(),
        each.name(),
        each.color(),
        LineChart.Role.ENVELOPE,
        LineChart.Marker.CIRCLE,
        points);
  }
}
