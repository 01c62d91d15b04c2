package app.waterline.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws stacked costs as horizontal bars, those of a machine under its name. */
final class StackDrawing {
  private static final double AROUND = 150;
  private static final double PER_GROUP = 28;
  private static final double PER_BAR = 34;
  private static final double NAME_SHARE = 0.28;
  private static final double NARROWEST_NAMES = 120;
  private static final double WIDEST_BAR = 22;
  private static final double AXIS = 22;

  private final ChartStyle style;
  private final StackChart chart;
  private final Font small;
  private final Font name;
  private final Font value;
  private final List<Drawn.Area> areas = new ArrayList<>();

  StackDrawing(ChartStyle style, StackChart chart) {
    this.style = style;
    this.chart = chart;
    this.small = style.fonts().regular(ChartStyle.SMALL);
    this.name = style.fonts().medium(12f);
    this.value = style.fonts().semiBold(12f);
  }

  static double preferredHeight(StackChart chart) {
    return AROUND + PER_GROUP * groups(chart) + PER_BAR * chart.bars().size();
  }

  private static long groups(StackChart chart) {
    return chart.bars().stream().map(StackChart.Bar::machine).distinct().count();
  }

  Drawn draw(Graphics2D graphics, double width, double height) {
    Pen pen = new Pen(graphics, style);
    Rectangle2D inner = pen.frame(chart, width, height);
    List<Pen.Entry> entries = chart.terms().stream()
        .map(term -> new Pen.Entry(term.name(), style.theme().token(term.token()), false))
        .toList();
    double top = pen.legend(entries, 0, inner.getY(), inner.getWidth()) + 6;
    double names = Math.max(NARROWEST_NAMES, width * NAME_SHARE);
    Rectangle2D plot = new Rectangle2D.Double(
        names, top, Math.max(20, width - names), Math.max(20, inner.getMaxY() - AXIS - top));
    double high = high(plot.getWidth());
    drawAxis(graphics, pen, plot, high);
    drawBars(pen, plot, high);
    return new Drawn(
        plot,
        new Drawn.Span(0, high, Scale.LINEAR),
        new Drawn.Span(0, Math.max(1, chart.bars().size()), Scale.LINEAR),
        areas);
  }

  /** The end of the axis: room for the value behind the longest bar. */
  private double high(double wide) {
    double most = chart.bars().stream()
        .map(StackChart.Bar::total)
        .filter(Datum.Known.class::isInstance)
        .mapToDouble(each -> ((Datum.Known) each).value())
        .max()
        .orElse(0);
    double room = chart.bars().stream()
        .mapToDouble(bar -> Wrapping.widthOf(shown(bar.total()), value) + 12)
        .max()
        .orElse(0);
    return most > 0 ? most / (1 - Math.min(0.6, room / wide)) : 1;
  }

  private String shown(Datum total) {
    return total instanceof Datum.Known known ? BarRendering.label(known) : "";
  }

  private void drawAxis(Graphics2D graphics, Pen pen, Rectangle2D plot, double high) {
    for (Ticks.Tick tick : Ticks.along(graphics, style, chart.axis(), plot, high)) {
      double x = plot.getX() + tick.value() / high * plot.getWidth();
      pen.line(x, plot.getY(), x, plot.getMaxY(), style.grid());
      double half = Wrapping.widthOf(tick.label(), small) / 2;
      double middle = Math.min(x, plot.getMaxX() - half);
      pen.centred(tick.label(), small, style.muted(), middle, plot.getMaxY() + 3);
    }
    pen.left(style.texts().unit(chart.axis().unit()), small, style.muted(), 0, plot.getMaxY() + 3);
  }

  private void drawBars(Pen pen, Rectangle2D plot, double high) {
    double rows = chart.bars().size() * PER_BAR + groups(chart) * PER_GROUP;
    double scale = rows == 0 ? 1 : Math.min(1.25, plot.getHeight() / rows);
    double y = plot.getY();
    String machine = null;
    for (StackChart.Bar bar : chart.bars()) {
      if (!bar.machine().equals(machine)) {
        machine = bar.machine();
        drawMachine(pen, bar, y, PER_GROUP * scale);
        y += PER_GROUP * scale;
      }
      drawBar(pen, bar, plot, y, PER_BAR * scale, high);
      y += PER_BAR * scale;
    }
  }

  private void drawMachine(Pen pen, StackChart.Bar bar, double top, double high) {
    double y = top + high - Pen.lineOf(name) - 2;
    pen.box(new Rectangle2D.Double(0, y + 3, 10, 10), style.theme().platform(bar.color()), 3);
    pen.left(bar.machine(), style.fonts().semiBold(12f), style.text(), 16, y);
  }

  private void drawBar(
      Pen pen, StackChart.Bar bar, Rectangle2D plot, double top, double high, double most) {
    double thick = Math.min(WIDEST_BAR, high - 8);
    double y = top + (high - thick) / 2;
    drawName(pen, bar, plot.getX() - 10, top, high);
    if (bar.total() instanceof Datum.Missing missing) {
      List<String> lines =
          Wrapping.lines(style.texts().missing(missing.reason()), small, plot.getWidth() - 8);
      pen.lines(
          lines.subList(0, Math.min(2, lines.size())),
          small,
          style.muted(),
          plot.getX() + 6,
          top + (high - Math.min(2, lines.size()) * Pen.lineOf(small)) / 2);
      return;
    }
    double x = plot.getX();
    for (StackChart.Part part : bar.parts()) {
      double wide = part.amount().value() / most * plot.getWidth();
      drawPart(pen, part, new Rectangle2D.Double(x, y, Math.max(0, wide), thick));
      x += wide;
    }
    double middle = top + (high - Pen.lineOf(value)) / 2;
    pen.left(shown(bar.total()), value, style.text(), x + 7, middle);
    areas.add(new Drawn.Area(
        bar.machine(), bar.name(), new Rectangle2D.Double(plot.getX(), y, x - plot.getX(), thick)));
  }

  private void drawName(Pen pen, StackChart.Bar bar, double wide, double top, double high) {
    String text = bar.name().equals(bar.machine())
        ? bar.way()
        : style.texts().get("stack.label", bar.name(), bar.way());
    List<String> lines = Wrapping.lines(text, small, wide);
    int room = Math.max(1, (int) (high / Pen.lineOf(small)));
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), room)));
    if (shown.size() < lines.size()) {
      shown.set(shown.size() - 1, shown.getLast() + " …");
    }
    double y = top + (high - shown.size() * Pen.lineOf(small)) / 2;
    pen.lines(shown, small, style.text(), 0, y);
  }

  private void drawPart(Pen pen, StackChart.Part part, Rectangle2D box) {
    Color fill = style.theme().token(chart.terms().get(part.term()).token());
    pen.box(
        new Rectangle2D.Double(
            box.getX(), box.getY(), Math.max(0.5, box.getWidth() - 1), box.getHeight()),
        fill,
        2);
    String label = part.amount().label();
    if (Wrapping.widthOf(label, small) + 8 <= box.getWidth()) {
      double y = box.getCenterY() - Pen.lineOf(small) / 2;
      pen.centred(label, small, pen.on(fill), box.getCenterX(), y);
    }
  }
}
