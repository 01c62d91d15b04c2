package app.waterline.chart;

import app.waterline.model.Unit;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Draws one waterfall. */
final class WaterfallDrawing {
  private static final double WIDEST_BAR = 72;
  private static final double BAR_SHARE = 0.62;
  private static final double NAME_LINE = 16;
  private static final double ABOVE = 40;

  private final ChartStyle style;
  private final WaterfallChart chart;

  WaterfallDrawing(ChartStyle style, WaterfallChart chart) {
    this.style = style;
    this.chart = chart;
  }

  Drawn draw(Graphics2D graphics, double width, double height) {
    Brush brush = new Brush(graphics, style);
    double slot = width * 0.92 / columns();
    double names = NAME_LINE * mostLines(slot) + 10;
    PlotFrame.Side across =
        new PlotFrame.Side(new Axis("", Unit.NONE, Scale.LINEAR), 0, columns(), false, false);
    Drawn frame = new PlotFrame(style, across, measured())
        .keeping(ABOVE, 0, names, 8)
        .draw(graphics, chart, width, height);
    List<Drawn.Area> areas = new ArrayList<>();
    areas.add(total(brush, frame, chart.from(), 0));
    for (int i = 0; i < chart.steps().size(); i++) {
      areas.add(step(brush, frame, i));
    }
    areas.add(total(brush, frame, chart.to(), columns() - 1));
    zero(brush, frame);
    unit(brush, frame);
    return new Drawn(frame.plot(), frame.x(), frame.y(), areas);
  }

  private int columns() {
    return chart.steps().size() + 2;
  }

  private String nameOf(int column) {
    return column == 0
        ? chart.from().name()
        : column == columns() - 1
            ? chart.to().name()
            : chart.steps().get(column - 1).name();
  }

  private Font nameFont() {
    return style.fonts().medium(12f);
  }

  private int mostLines(double slot) {
    return IntStream.range(0, columns())
        .map(column -> Wrapping.lines(nameOf(column), nameFont(), slot - 8).size())
        .max()
        .orElse(1);
  }

  private PlotFrame.Side measured() {
    DoubleStream tops = IntStream.rangeClosed(0, chart.steps().size()).mapToDouble(chart::after);
    double[] sorted = tops.sorted().toArray();
    double low = Math.min(0, sorted[0]);
    double high = Math.max(0, sorted[sorted.length - 1]);
    double room = (high - low) * 0.15;
    return new PlotFrame.Side(
        chart.axis(), low < 0 ? low - room : 0, high + (high > 0 ? room : 1), true, true);
  }

  private static Rectangle2D column(Drawn frame, int column, double from, double to) {
    double slot = slot(frame);
    double wide = Math.min(WIDEST_BAR, slot * BAR_SHARE);
    double middle = frame.placeOf(column + 0.5);
    double top = Math.min(frame.heightOf(from), frame.heightOf(to));
    double high = Math.abs(frame.heightOf(from) - frame.heightOf(to));
    return new Rectangle2D.Double(middle - wide / 2, top, wide, Math.max(1, high));
  }

  private Drawn.Area total(Brush brush, Drawn frame, WaterfallChart.Total total, int place) {
    Rectangle2D bar = column(frame, place, 0, total.figure().value());
    brush.bar(
        bar, style.theme().platform(total.color()), style.theme().platformEdge(total.color()));
    brush.centred(
        BarRendering.label(total.figure()),
        style.fonts().semiBold(ChartStyle.NORMAL),
        style.text(),
        bar.getCenterX(),
        bar.getY() - 7);
    name(brush, frame, place);
    return new Drawn.Area(total.name(), total.name(), whole(frame, place));
  }

  private Drawn.Area step(Brush brush, Drawn frame, int index) {
    WaterfallChart.Step step = chart.steps().get(index);
    double before = chart.after(index);
    double after = before + step.amount().value();
    Rectangle2D bar = column(frame, index + 1, before, after);
    Color color = style.theme().token(step.better() ? "better" : "worse");
    brush.bar(bar, ChartTheme.faded(color, 0.85), color);
    joined(brush, frame, index, before);
    joined(brush, frame, index + 1, after);
    labels(brush, bar, step, color, slot(frame));
    name(brush, frame, index + 1);
    return new Drawn.Area(chart.to().name(), step.name(), whole(frame, index + 1));
  }

  /** The amount and the factor above the bar, where the next bar never comes. */
  private void labels(
      Brush brush, Rectangle2D bar, WaterfallChart.Step step, Color color, double slot) {
    Font small = style.fonts().regular(ChartStyle.SMALL);
    double y = bar.getY() - 7;
    for (String line : Wrapping.lines(step.factor(), small, slot - 4).reversed()) {
      brush.centred(line, small, style.muted(), bar.getCenterX(), y);
      y -= NAME_LINE;
    }
    String amount = step.amount().label();
    Font usual = style.fonts().semiBold(12f);
    Font font =
        brush.width(amount, usual) > slot - 2 ? style.fonts().semiBold(ChartStyle.SMALL) : usual;
    brush.centred(amount, font, color, bar.getCenterX(), y);
  }

  private static double slot(Drawn frame) {
    return frame.placeOf(1) - frame.placeOf(0);
  }

  /** The hairline from the end of one bar to the beginning of the next. */
  private void joined(Brush brush, Drawn frame, int column, double value) {
    Rectangle2D left = column(frame, column, value, value);
    Rectangle2D right = column(frame, column + 1, value, value);
    double y = frame.heightOf(value);
    brush.line(
        left.getMaxX(),
        y,
        right.getX(),
        y,
        style.theme().token("line-strong"),
        ChartStyle.HAIRLINE);
  }

  private void name(Brush brush, Drawn frame, int column) {
    double slot = slot(frame);
    double y = frame.plot().getMaxY() + 18;
    boolean end = column == 0 || column == columns() - 1;
    Font font = end ? style.fonts().semiBold(12f) : nameFont();
    for (String line : Wrapping.lines(nameOf(column), nameFont(), slot - 8)) {
      brush.centred(line, font, style.text(), frame.placeOf(column + 0.5), y);
      y += NAME_LINE;
    }
  }

  private static Rectangle2D whole(Drawn frame, int column) {
    double left = frame.placeOf(column);
    return new Rectangle2D.Double(
        left,
        frame.plot().getY(),
        frame.placeOf(column + 1) - left,
        frame.plot().getHeight());
  }

  private void zero(Brush brush, Drawn frame) {
    double y = frame.heightOf(0);
    brush.line(
        frame.plot().getX(),
        y,
        frame.plot().getMaxX(),
        y,
        style.theme().token("line-strong"),
        ChartStyle.HAIRLINE);
  }

  private void unit(Brush brush, Drawn frame) {
    brush.left(
        style.texts().unit(chart.axis().unit()),
        style.fonts().regular(ChartStyle.SMALL),
        style.muted(),
        0,
        frame.plot().getY() - 26);
  }
}
