package app.waterline.chart;

import app.waterline.model.Unit;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws one line chart. */
final class LineDrawing {
  private static final BasicStroke BOLD =
      new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  /** The second eight colours are nearer to each other than the first; a dash tells their lines apart. */
  private static final int FIRST_DASHED = 8;

  private static final BasicStroke BOLD_DASHED = new BasicStroke(
      2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {9, 4}, 0);

  /** Room for the unit and the target above the plot. */
  private static final double ABOVE = 42;

  /** Milliseconds; a single date still needs an axis. */
  private static final double WEEK = 7 * 86_400_000.0;

  /** From here on points cover each other. */
  private static final int MANY_POINTS = 600;

  private final ChartStyle style;
  private final LineChart chart;
  private final int points;

  LineDrawing(ChartStyle style, LineChart chart) {
    this.style = style;
    this.chart = chart;
    this.points = chart.series().stream()
        .filter(each -> each.role() == LineChart.Role.POINTS)
        .mapToInt(each -> each.points().size())
        .sum();
  }

  Drawn draw(Graphics2D graphics, double width, double height) {
    Drawn drawn = drawLines(graphics, width, height);
    return drawOver(graphics, drawn);
  }

  /** Axes, points and lines: all that a moving target leaves alone. */
  Drawn drawLines(Graphics2D graphics, double width, double height) {
    ValueAxis x = style.axis(chart.x(), last());
    ValueAxis y = style.axis(chart.y());
    y.setLabel(null);
    x.setLabel(
        chart.x().scale() == Scale.DATE
            ? chart.x().name()
            : style.texts().heading(chart.x().name(), chart.x().unit()));
    rangeOf(x, xs(), chart.x().scale(), roomForNames(graphics, width));
    rangeOf(y, ys(), chart.y().scale(), 0.03);
    XYPlot plot = new XYPlot(data(), x, y, renderer());
    style(plot);
    Rectangle2D area = style.draw(graphics, chart, plot, width, height);
    return new Drawn(area, span(x, chart.x()), span(y, chart.y()));
  }

  /** Names, the target and what is read there. */
  Drawn drawOver(Graphics2D graphics, Drawn drawn) {
    List<Drawn.Area> readings = new LineOverlay(style, chart, drawn).draw(graphics);
    return new Drawn(drawn.plot(), drawn.x(), drawn.y(), readings);
  }

  private static Drawn.Span span(ValueAxis drawn, Axis axis) {
    return new Drawn.Span(
        drawn.getRange().getLowerBound(), drawn.getRange().getUpperBound(), axis.scale());
  }

  private DoubleStream xs() {
    LineChart.Target target = chart.target();
    DoubleStream points =
        chart.series().stream().flatMap(each -> each.points().stream()).mapToDouble(p -> p.x());
    return target == null ? points : DoubleStream.concat(points, DoubleStream.of(target.at()));
  }

  /** Shares end at 100 %, unless there are larger ones; what is right of them is room for the names. */
  private double last() {
    return chart.x().unit() == Unit.SHARE && xs().allMatch(value -> value <= 1)
        ? 1
        : Double.POSITIVE_INFINITY;
  }

  private DoubleStream ys() {
    return chart.series().stream().flatMap(each -> each.points().stream()).mapToDouble(p -> p.y());
  }

  private double roomForNames(Graphics2D graphics, double width) {
    double widest = chart.series().stream()
        .filter(each -> each.role() == LineChart.Role.ENVELOPE)
        .mapToDouble(each -> ChartStyle.widthOf(
            graphics, each.platform(), style.fonts().semiBold(ChartStyle.NORMAL)))
        .max()
        .orElse(0);
    return Math.min(0.35, (widest + 28) / (width * 0.9));
  }

  private static void rangeOf(ValueAxis axis, DoubleStream values, Scale scale, double room) {
    double[] sorted = values.sorted().toArray();
    if (sorted.length == 0) {
      axis.setRange(scale == Scale.LOG ? 1 : 0, 10);
      return;
    }
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    if (scale == Scale.DATE) {
      double margin = Math.max(high - low, WEEK) * 0.02;
      axis.setRange(low - margin, low + Math.max(high - low, WEEK) / (1 - room));
    } else if (scale == Scale.LOG) {
      double from = low / 1.3;
      axis.setRange(from, from * Math.pow(Math.max(high, low * 1.5) / from, 1 / (1 - room)));
    } else {
      double from = Math.min(0, low);
      double to = high > from ? high : from + 1;
      axis.setRange(from, from + (to - from) / (1 - room));
    }
  }

  private XYSeriesCollection data() {
    XYSeriesCollection data = new XYSeriesCollection();
    for (int index = 0; index < chart.series().size(); index++) {
      XYSeries line = new XYSeries(index, false, true);
      chart.series().get(index).points().forEach(point -> line.add(point.x(), point.y(), false));
      data.addSeries(line);
    }
    return data;
  }

  private void style(XYPlot plot) {
    plot.setRangeGridlinePaint(style.grid());
    plot.setRangeGridlineStroke(ChartStyle.HAIRLINE);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeZeroBaselineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setInsets(new RectangleInsets(ABOVE, 0, 0, 14));
  }

  private XYLineAndShapeRenderer renderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setUseFillPaint(false);
    for (int index = 0; index < chart.series().size(); index++) {
      style(renderer, index, chart.series().get(index));
    }
    return renderer;
  }

  private void style(XYLineAndShapeRenderer renderer, int index, LineChart.Series series) {
    Color color = style.theme().platform(series.color());
    boolean bold = series.role() == LineChart.Role.ENVELOPE;
    renderer.setSeriesPaint(index, bold ? color : ChartTheme.faded(color, opacityOf(series)));
    renderer.setSeriesStroke(index, bold ? boldOf(series) : ChartStyle.HAIRLINE);
    renderer.setSeriesLinesVisible(index, series.role() != LineChart.Role.POINTS);
    renderer.setSeriesShapesVisible(index, series.role() == LineChart.Role.POINTS);
    renderer.setSeriesShapesFilled(index, true);
    renderer.setSeriesShape(index, shape(series.marker()));
  }

  /** The lines between the points of one configuration step back behind the points, and many points behind the frontier. */
  private double opacityOf(LineChart.Series series) {
    double many = Math.min(1, Math.sqrt(MANY_POINTS / (double) Math.max(1, points)));
    return (series.role() == LineChart.Role.CANDIDATE ? 0.3 : 0.6) * Math.max(0.3, many);
  }

  private static BasicStroke boldOf(LineChart.Series series) {
    return series.color() < FIRST_DASHED ? BOLD : BOLD_DASHED;
  }

  private static Shape shape(LineChart.Marker marker) {
    return switch (marker) {
      case CIRCLE -> new Ellipse2D.Double(-2.5, -2.5, 5, 5);
      case SQUARE -> new Rectangle2D.Double(-2.3, -2.3, 4.6, 4.6);
      case TRIANGLE -> polygon(0, -3.2, 3, 2.4, -3, 2.4);
      case DIAMOND -> polygon(0, -3.5, 3.5, 0, 0, 3.5, -3.5, 0);
    };
  }

  private static Shape polygon(double... corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
    return path;
  }
}
