package app.waterline.chart;

import app.waterline.model.Unit;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Draws the money of a plan: stacked columns, cumulated lines, and where they come back to zero. */
final class CashFlowDrawing {
  private static final double AXIS = 58;
  private static final double BELOW = 22;
  private static final double WIDEST_BAR = 44;
  private static final double MARGIN = 0.06;
  private static final float THICK = 3f;
  private static final float THIN = 1.8f;

  private final ChartStyle style;
  private final CashFlowChart chart;
  private final Font small;
  private final Font value;
  private final List<Drawn.Area> areas = new ArrayList<>();

  CashFlowDrawing(ChartStyle style, CashFlowChart chart) {
    this.style = style;
    this.chart = chart;
    this.small = style.fonts().regular(ChartStyle.SMALL);
    this.value = style.fonts().semiBold(ChartStyle.SMALL);
  }

  Drawn draw(Graphics2D graphics, double width, double height) {
    Pen pen = new Pen(graphics, style);
    Rectangle2D inner = pen.frame(chart, width, height);
    double top = pen.legend(legend(), 0, inner.getY(), inner.getWidth()) + 8;
    Rectangle2D plot = new Rectangle2D.Double(
        AXIS,
        top,
        Math.max(20, width - AXIS - names()),
        Math.max(20, inner.getMaxY() - BELOW - top));
    double[] ends = ends();
    if (ends.length > 0) {
      new Field(graphics, pen, plot, ends).draw();
    }
    double last = ends.length == 0 ? 1 : ends[ends.length - 1];
    return new Drawn(
        plot,
        new Drawn.Span(0, Math.max(1, last), Scale.LINEAR),
        new Drawn.Span(low(), high(), Scale.LINEAR),
        areas);
  }

  private List<Pen.Entry> legend() {
    List<Pen.Entry> entries = new ArrayList<>();
    chart
        .flows()
        .forEach(flow ->
            entries.add(new Pen.Entry(flow.name(), style.theme().token(flow.token()), false)));
    if (!chart.years().isEmpty()) {
      entries.add(new Pen.Entry(style.texts().get("cash.net"), style.text(), true));
    }
    if (!chart.lines().isEmpty()) {
      entries.add(new Pen.Entry(style.texts().get("cash.cumulated"), style.muted(), true));
    }
    return entries;
  }

  /** Room for the names at the ends of the lines. */
  private double names() {
    return 12
        + chart.lines().stream()
            .mapToDouble(line -> Math.min(130, Wrapping.widthOf(line.name(), value)))
            .max()
            .orElse(0);
  }

  private double[] ends() {
    return chart.lines().isEmpty()
        ? chart.years().stream().mapToDouble(CashFlowChart.Year::end).toArray()
        : chart.lines().getFirst().points().stream()
            .mapToDouble(CashFlowChart.Point::years)
            .toArray();
  }

  private DoubleStream extremes() {
    DoubleStream bars = chart.years().stream()
        .flatMapToDouble(year -> DoubleStream.of(sum(year, 1), sum(year, -1)));
    DoubleStream lines = chart.lines().stream()
        .flatMap(line -> line.points().stream())
        .mapToDouble(point -> point.cumulated().value());
    return DoubleStream.concat(bars, lines);
  }

  private static double sum(CashFlowChart.Year year, int sign) {
    return year.amounts().stream()
        .mapToDouble(Datum.Known::value)
        .filter(amount -> amount * sign > 0)
        .sum();
  }

  private double low() {
    double low = Math.min(0, extremes().min().orElse(0));
    return low - MARGIN * (Math.max(0, extremes().max().orElse(1)) - low);
  }

  private double high() {
    double high = Math.max(0, extremes().max().orElse(0));
    double low = Math.min(0, extremes().min().orElse(0));
    return high > low ? high + MARGIN * (high - low) : 1;
  }

  /** The plot between its axes. */
  private final class Field {
    private final Graphics2D graphics;
    private final Pen pen;
    private final Rectangle2D plot;
    private final double[] ends;
    private final double low = low();
    private final double high = high();
    private final double slot;

    Field(Graphics2D graphics, Pen pen, Rectangle2D plot, double[] ends) {
      this.graphics = graphics;
      this.pen = pen;
      this.plot = plot;
      this.ends = ends;
      this.slot = plot.getWidth() / ends.length;
    }

    void draw() {
      drawAxes();
      for (int row = 0; row < chart.years().size(); row++) {
        drawYear(chart.years().get(row), middle(row));
      }
      chart.lines().stream().filter(line -> !line.chosen()).forEach(line -> drawLine(line, THIN));
      chart.lines().stream().filter(CashFlowChart.Line::chosen).forEach(l -> drawLine(l, THICK));
      drawNames();
      chart.lines().forEach(this::drawPayback);
    }

    private double middle(int row) {
      return plot.getX() + slot * (row + 0.5);
    }

    private double y(double amount) {
      return plot.getMaxY() - (amount - low) / (high - low) * plot.getHeight();
    }

    /** The place of a time: the end of a row is the middle of its column. */
    private double x(double years) {
      int row = 0;
      while (row < ends.length - 2 && ends[row + 1] < years) {
        row++;
      }
      if (ends.length == 1) {
        return middle(0);
      }
      double share = (years - ends[row]) / (ends[row + 1] - ends[row]);
      return middle(row) + share * slot;
    }

    private void drawAxes() {
      for (Ticks.Tick tick : Ticks.up(graphics, style, chart.axis(), plot, low, high)) {
        double at = y(tick.value());
        boolean zero = tick.value() == 0;
        Color color = style.theme().token(zero ? "line-strong" : "grid");
        pen.line(plot.getX(), at, plot.getMaxX(), at, color);
        double top = at - Pen.lineOf(small) / 2;
        pen.right(tick.label(), small, style.muted(), plot.getX() - 8, top);
      }
      for (int row = 0; row < ends.length; row++) {
        pen.centred(label(row), small, style.muted(), middle(row), plot.getMaxY() + 4);
      }
    }

    private String label(int row) {
      String years = chart.years().isEmpty()
          ? style.texts().format().number(ends[row], Unit.NONE)
          : chart.years().get(row).label();
      boolean first = row == 0;
      return first ? style.texts().get("cash.start") : style.texts().get("cash.yearLabel", years);
    }

    private void drawYear(CashFlowChart.Year year, double middle) {
      double wide = Math.min(WIDEST_BAR, slot * 0.56);
      double up = 0;
      double down = 0;
      for (int flow = 0; flow < year.amounts().size(); flow++) {
        double amount = year.amounts().get(flow).value();
        double from = amount > 0 ? up : down;
        drawBox(chart.flows().get(flow), middle - wide / 2, wide, from, from + amount);
        up += Math.max(0, amount);
        down += Math.min(0, amount);
      }
      double net = y(year.net().value());
      pen.box(
          new Rectangle2D.Double(middle - wide / 2 - 4, net - 1.5, wide + 8, 3), style.text(), 0);
      areas.add(new Drawn.Area(
          year.label(),
          "year",
          new Rectangle2D.Double(middle - slot / 2, plot.getY(), slot, plot.getHeight())));
    }

    private void drawBox(CashFlowChart.Flow flow, double x, double wide, double from, double to) {
      double top = Math.min(y(from), y(to));
      double tall = Math.abs(y(from) - y(to));
      if (tall > 0) {
        pen.box(
            new Rectangle2D.Double(x, top, wide, Math.max(0.5, tall - 1)),
            style.theme().token(flow.token()),
            2);
      }
    }

    private void drawLine(CashFlowChart.Line line, float thick) {
      Path2D path = new Path2D.Double();
      for (int row = 0; row < line.points().size(); row++) {
        double at = y(line.points().get(row).cumulated().value());
        if (row == 0) {
          path.moveTo(middle(row), at);
        } else {
          path.lineTo(middle(row), at);
        }
      }
      graphics.setStroke(new BasicStroke(thick + 2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.setPaint(style.theme().background());
      graphics.draw(path);
      graphics.setStroke(new BasicStroke(thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.setPaint(style.theme().platform(line.color()));
      graphics.draw(path);
      for (int row = 0; row < line.points().size(); row++) {
        double at = y(line.points().get(row).cumulated().value());
        pen.dot(
            middle(row),
            at,
            thick + 0.5,
            style.theme().platform(line.color()),
            style.theme().background());
      }
    }

    /** Names at the ends of the lines, apart from one another. */
    private void drawNames() {
      List<CashFlowChart.Line> sorted = new ArrayList<>(chart.lines());
      sorted.sort((one, other) -> Double.compare(lastOf(other), lastOf(one)));
      double free = plot.getY() - Pen.lineOf(value);
      for (CashFlowChart.Line line : sorted) {
        double top = Math.max(free, y(lastOf(line)) - Pen.lineOf(value) / 2);
        double x = plot.getMaxX() + 6;
        List<String> lines =
            Wrapping.lines(line.name(), value, Math.max(60, plot.getMaxX() + names() - x));
        Color color = style.theme().platformText(line.color());
        free = pen.lines(lines, value, color, x, top);
      }
    }

    private static double lastOf(CashFlowChart.Line line) {
      return line.points().getLast().cumulated().value();
    }

    private void drawPayback(CashFlowChart.Line line) {
      if (!(line.payback() instanceof Datum.Known known)) {
        return;
      }
      double x = x(known.value());
      double zero = y(0);
      Color color = style.theme().platform(line.color());
      pen.dot(x, zero, 5.5, color, style.text());
      String text = known.label();
      double wide = Wrapping.widthOf(text, value);
      // A line comes from below at the left, so there is room below at the right and above at the
      // left.
      double left = line.chosen() ? x + 8 : x - 8 - wide;
      double top = line.chosen() ? zero + 5 : zero - 5 - Pen.lineOf(value);
      pen.box(
          new Rectangle2D.Double(left - 3, top, wide + 6, Pen.lineOf(value)),
          ChartTheme.faded(style.theme().background(), 0.88),
          6);
      pen.left(text, value, style.theme().platformText(line.color()), left, top);
    }
  }
}
