package app.waterline.chart;

import app.waterline.model.Unit;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/** Draws one distribution. */
final class DistributionDrawing {
  private static final BasicStroke CURVE =
      new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke MEDIAN = new BasicStroke(1.5f);
  private static final double ROW = 22;
  private static final double PANEL = 268;
  private static final double PANEL_FROM = 760;

  private final ChartStyle style;
  private final DistributionChart chart;
  private final IdentityHashMap<DistributionChart.Series, List<Double>> forms =
      new IdentityHashMap<>();

  DistributionDrawing(ChartStyle style, DistributionChart chart) {
    this.style = style;
    this.chart = chart;
  }

  private boolean cumulative() {
    return chart.shape() == DistributionChart.Shape.CUMULATIVE;
  }

  Drawn draw(Graphics2D graphics, double width, double height) {
    Brush brush = new Brush(graphics, style);
    boolean panel = width >= PANEL_FROM && !chart.influences().isEmpty();
    double above = ROW * chart.series().size() + 22;
    PlotFrame.Side upwards = new PlotFrame.Side(
        new Axis("", Unit.SHARE, Scale.LINEAR), 0, 1.04, cumulative(), cumulative());
    Drawn drawn = new PlotFrame(style, measured(), upwards)
        .keeping(above, 0, 0, panel ? PANEL + 24 : 16)
        .draw(graphics, chart, width, height);
    chart.series().forEach(series -> curve(graphics, brush, drawn, series));
    double y = drawn.plot().getY() - above + 18;
    for (DistributionChart.Series series : chart.series()) {
      reading(graphics, brush, series, y);
      y += ROW;
    }
    if (panel) {
      influences(brush, drawn, drawn.plot().getMaxX() + 32);
    }
    return drawn;
  }

  private PlotFrame.Side measured() {
    double low =
        chart.series().stream().mapToDouble(DistributionChart.Series::low).min().orElse(0);
    double high = chart.series().stream()
        .mapToDouble(DistributionChart.Series::high)
        .max()
        .orElse(1);
    boolean log = chart.axis().scale() == Scale.LOG;
    double margin = (high - low) * 0.03 + Math.abs(high) * 1e-9;
    return new PlotFrame.Side(
        chart.axis(),
        log ? low / 1.1 : low - margin,
        log ? high * 1.1 : high > low ? high + margin : low + Math.max(1e-12, Math.abs(low) * 0.1),
        true,
        true);
  }

  private void curve(
      Graphics2D graphics, Brush brush, Drawn drawn, DistributionChart.Series series) {
    Color color = style.theme().platform(series.color());
    Path2D outline = outline(drawn, series);
    if (!cumulative()) {
      fill(graphics, drawn, series, outline, color);
    }
    graphics.setPaint(ChartTheme.mix(color, style.text(), 0.15));
    graphics.setStroke(CURVE);
    graphics.draw(outline);
    double median = drawn.placeOf(series.p50().value());
    brush.line(
        median,
        drawn.heightOf(heightAt(series, series.p50().value())),
        median,
        drawn.plot().getMaxY(),
        ChartTheme.mix(color, style.text(), 0.4),
        MEDIAN);
  }

  /** Nine draws of ten are filled more strongly. */
  private void fill(
      Graphics2D graphics,
      Drawn drawn,
      DistributionChart.Series series,
      Path2D outline,
      Color color) {
    Path2D closed = new Path2D.Double(outline);
    closed.lineTo(drawn.placeOf(series.high()), drawn.plot().getMaxY());
    closed.lineTo(drawn.placeOf(series.low()), drawn.plot().getMaxY());
    closed.closePath();
    graphics.setPaint(ChartTheme.faded(color, 0.25));
    graphics.fill(closed);
    double from = drawn.placeOf(series.p5().value());
    double to = drawn.placeOf(series.p95().value());
    Path2D middle = new Path2D.Double();
    middle.moveTo(from, drawn.plot().getMaxY());
    int steps = 80;
    for (int i = 0; i <= steps; i++) {
      double value = series.p5().value() + (series.p95().value() - series.p5().value()) * i / steps;
      middle.lineTo(drawn.placeOf(value), drawn.heightOf(heightAt(series, value)));
    }
    middle.lineTo(to, drawn.plot().getMaxY());
    middle.closePath();
    graphics.setPaint(ChartTheme.faded(color, 0.45));
    graphics.fill(middle);
  }

  private Path2D outline(Drawn drawn, DistributionChart.Series series) {
    Path2D path = new Path2D.Double();
    path.moveTo(drawn.placeOf(series.low()), drawn.heightOf(0));
    for (int bin = 0; bin < series.shares().size(); bin++) {
      double at = cumulative() ? series.end(bin) : middleOf(series, bin);
      path.lineTo(drawn.placeOf(at), drawn.heightOf(heightOf(series, bin)));
    }
    if (!cumulative()) {
      path.lineTo(drawn.placeOf(series.high()), drawn.heightOf(0));
    }
    return path;
  }

  private static double middleOf(DistributionChart.Series series, int bin) {
    return series.low()
        + (series.high() - series.low()) * (bin + 0.5) / series.shares().size();
  }

  /** Each histogram fills the height, because only its form counts. */
  private double heightOf(DistributionChart.Series series, int bin) {
    if (cumulative()) {
      return series.cumulated().get(bin);
    }
    List<Double> form = forms.computeIfAbsent(series, DistributionChart.Series::form);
    return form.get(bin) / Collections.max(form);
  }

  private double heightAt(DistributionChart.Series series, double value) {
    int bins = series.shares().size();
    double place =
        (value - series.low()) / (series.high() - series.low()) * bins - (cumulative() ? 1 : 0.5);
    int left = Math.clamp((int) Math.floor(place), 0, bins - 1);
    int right = Math.min(bins - 1, left + 1);
    double share = Math.clamp(place - left, 0.0, 1.0);
    return heightOf(series, left) * (1 - share) + heightOf(series, right) * share;
  }

  private void reading(
      Graphics2D graphics, Brush brush, DistributionChart.Series series, double y) {
    Font strong = style.fonts().semiBold(ChartStyle.NORMAL);
    graphics.setPaint(style.theme().platform(series.color()));
    graphics.fill(new Ellipse2D.Double(0, y - 10, 10, 10));
    brush.left(series.name(), strong, style.text(), 18, y);
    String figures = style
        .texts()
        .get(
            "distribution.reading",
            series.p5().label(),
            series.p50().label(),
            series.p95().label());
    brush.left(
        figures,
        style.fonts().regular(ChartStyle.NORMAL),
        style.muted(),
        18 + brush.width(series.name(), strong) + 12,
        y);
  }

  /** The inputs that are worth pinning down, at the right. */
  private void influences(Brush brush, Drawn drawn, double x) {
    Font strong = style.fonts().semiBold(ChartStyle.NORMAL);
    Font small = style.fonts().regular(ChartStyle.SMALL);
    double y = drawn.plot().getY() + 6;
    brush.left(style.texts().get("distribution.worth"), strong, style.text(), x, y);
    String outcome = chart.influences().getFirst().outcome();
    for (String line :
        Wrapping.lines(style.texts().get("distribution.worthFor", outcome), small, PANEL - 16)) {
      y += 15;
      brush.left(line, small, style.muted(), x, y);
    }
    Color full = style.theme().token("accent");
    for (DistributionChart.Influence each : chart.influences()) {
      y += 26;
      List<String> name = Wrapping.lines(each.name(), style.fonts().medium(12f), PANEL - 16);
      for (String line : name) {
        brush.left(line, style.fonts().medium(12f), style.text(), x, y);
        y += 15;
      }
      double whole = PANEL - 16;
      double total = whole * Math.clamp(each.total(), 0.0, 1.0);
      double first = whole * Math.clamp(each.first(), 0.0, 1.0);
      brush.bar(
          new Rectangle2D.Double(x, y - 8, Math.max(1, total), 8),
          style.theme().token("accent-soft"),
          full);
      brush.bar(new Rectangle2D.Double(x, y - 8, Math.max(1, first), 8), full, full);
      y += 15;
      String figures = style
          .texts()
          .get(
              "distribution.indices",
              style.texts().percent(Math.max(0, each.first())),
              style.texts().percent(Math.max(0, each.total())));
      brush.left(figures, small, style.muted(), x, y);
    }
  }
}
