package app.waterline.chart;

import app.waterline.model.Unit;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Draws one tornado. */
final class TornadoDrawing {
  /** Height of a row with two lines of words. */
  static final double ROOMY = 38;

  private static final double TALLEST_ROW = 76;
  private static final double WIDEST_NAMES = 0.42;
  private static final double LEGEND = 24;
  private static final double LOWER_AXIS = 40;
  private static final double GAP = 7;
  private static final BasicStroke BASE = new BasicStroke(1.5f);

  /** How much of an end's colour is left where the input is low. */
  private static final double PALE = 0.55;

  private final ChartStyle style;
  private final TornadoChart chart;

  TornadoDrawing(ChartStyle style, TornadoChart chart) {
    this.style = style;
    this.chart = chart;
  }

  Drawn draw(Graphics2D graphics, double width, double height) {
    Brush brush = new Brush(graphics, style);
    double names = namesWidth(brush, width);
    PlotFrame.Side measured = measured(brush, width - names);
    PlotFrame.Side rows = new PlotFrame.Side(
        new Axis("", Unit.NONE, Scale.LINEAR), 0, Math.max(1, chart.bars().size()), false, false);
    Drawn frame = new PlotFrame(style, measured, rows)
        .keeping(LEGEND, names, 0, 16)
        .atMost(LEGEND + chart.bars().size() * TALLEST_ROW + LOWER_AXIS)
        .draw(graphics, chart, width, height);
    List<Drawn.Area> areas = new ArrayList<>();
    for (int i = 0; i < chart.bars().size(); i++) {
      areas.add(row(brush, frame, chart.bars().get(i), i));
    }
    base(brush, frame);
    legend(brush, frame);
    return new Drawn(frame.plot(), frame.x(), frame.y(), areas);
  }

  private Font nameFont() {
    return style.fonts().medium(ChartStyle.NORMAL);
  }

  private Font small() {
    return style.fonts().regular(ChartStyle.SMALL);
  }

  private Font valueFont() {
    return style.fonts().semiBold(12f);
  }

  private double namesWidth(Brush brush, double width) {
    double widest = chart.bars().stream()
        .mapToDouble(
            bar -> Math.max(brush.width(bar.name(), nameFont()), brush.width(detail(bar), small())))
        .max()
        .orElse(0);
    return Math.min(widest + 14, width * WIDEST_NAMES);
  }

  private String detail(TornadoChart.Bar bar) {
    String low = style.texts().format().number(bar.low().input(), bar.unit());
    String range = "%s – %s".formatted(low, bar.high().label());
    return bar.owner().isEmpty() ? range : bar.owner() + " · " + range;
  }

  private DoubleStream values() {
    return Stream.concat(
            Stream.of(chart.base()),
            chart.bars().stream()
                .flatMap(bar -> Stream.of(bar.low().outcome(), bar.high().outcome())))
        .filter(Datum.Known.class::isInstance)
        .mapToDouble(datum -> ((Datum.Known) datum).value());
  }

  /** The axis with room for the values at both ends of the longest bars. */
  private PlotFrame.Side measured(Brush brush, double width) {
    double low = values().min().orElse(0);
    double high = values().max().orElse(1);
    double label = chart.bars().stream()
        .flatMap(bar -> Stream.of(bar.low().outcome(), bar.high().outcome()))
        .mapToDouble(datum -> brush.width(endLabel(datum), valueFont()))
        .max()
        .orElse(0);
    double room = Math.min(0.3, (label + 2 * GAP) / Math.max(120, width));
    boolean log = chart.outcome().scale() == Scale.LOG;
    double from = log ? Math.log(low) : low;
    double to = log ? Math.log(high) : high;
    double reach = to > from ? to - from : Math.max(1e-12, Math.abs(from) * 0.1);
    double margin = reach * room / (1 - 2 * room);
    double begin = log ? Math.exp(from - margin) : from - margin;
    double end = log ? Math.exp(to + margin) : to + margin;
    return new PlotFrame.Side(chart.outcome(), begin, end, values().findAny().isPresent(), true);
  }

  private Drawn.Area row(Brush brush, Drawn frame, TornadoChart.Bar bar, int place) {
    Rectangle2D plot = frame.plot();
    double high = Math.min(TALLEST_ROW, plot.getHeight() / chart.bars().size());
    double top = plot.getY() + place * high;
    name(brush, bar, plot.getX() - 12, top, high);
    double thick = Math.min(28, high * 0.5);
    if (chart.base() instanceof Datum.Known base) {
      double from = frame.placeOf(base.value());
      end(brush, frame, bar, bar.low(), from, top + high / 2, thick);
      end(brush, frame, bar, bar.high(), from, top + high / 2, thick);
    }
    return new Drawn.Area(
        bar.owner(), bar.id(), new Rectangle2D.Double(0, top, plot.getMaxX(), high));
  }

  private void name(Brush brush, TornadoChart.Bar bar, double right, double top, double high) {
    double middle = top + high / 2;
    if (high < 30) {
      String text = brush.fitting(bar.fullName(), nameFont(), right);
      brush.right(text, nameFont(), style.text(), right, middle + 4.5);
      return;
    }
    brush.right(
        brush.fitting(bar.name(), nameFont(), right), nameFont(), style.text(), right, middle - 1);
    brush.right(
        brush.fitting(detail(bar), small(), right), small(), style.muted(), right, middle + 13);
  }

  private void end(
      Brush brush,
      Drawn frame,
      TornadoChart.Bar bar,
      TornadoChart.End end,
      double from,
      double middle,
      double thick) {
    boolean isHigh = end.equals(bar.high());
    Color full = full(bar);
    Color fill = isHigh ? full : ChartTheme.mix(style.theme().background(), full, PALE);
    switch (end.outcome()) {
      case Datum.Known known -> {
        double to = frame.placeOf(known.value());
        Rectangle2D shape = new Rectangle2D.Double(
            Math.min(from, to), middle - thick / 2, Math.abs(to - from), thick);
        brush.bar(shape, fill, ChartTheme.mix(full, style.text(), 0.25));
        if (Math.abs(to - from) > 1) {
          value(brush, endLabel(end.outcome()), to > from, to, middle);
        }
      }
      case Datum.Missing missing ->
        value(brush, endLabel(end.outcome()), isHigh == risesWith(bar), from, middle);
    }
  }

  /** Whether the figure grows with the input, as far as the end that there is tells. */
  private boolean risesWith(TornadoChart.Bar bar) {
    return chart.base() instanceof Datum.Known base
        && (bar.high().outcome() instanceof Datum.Known high
            ? high.value() >= base.value()
            : !(bar.low().outcome() instanceof Datum.Known low) || low.value() <= base.value());
  }

  private void value(Brush brush, String text, boolean rightwards, double x, double middle) {
    if (rightwards) {
      brush.left(text, valueFont(), style.text(), x + GAP, middle + 4.5);
    } else {
      brush.right(text, valueFont(), style.text(), x - GAP, middle + 4.5);
    }
  }

  private String endLabel(Datum datum) {
    return switch (datum) {
      case Datum.Known known -> known.label();
      case Datum.Missing missing -> style.texts().get("tornado.none");
    };
  }

  private Color full(TornadoChart.Bar bar) {
    Integer color = bar.color();
    return color == null ? style.muted() : style.theme().platform(color);
  }

  private void base(Brush brush, Drawn frame) {
    if (chart.base() instanceof Datum.Known base) {
      double x = frame.placeOf(base.value());
      Rectangle2D plot = frame.plot();
      brush.line(x, plot.getY() - 4, x, plot.getMaxY(), style.text(), BASE);
      String label = style.texts().get("tornado.base", base.label());
      double half = brush.width(label, valueFont()) / 2;
      double middle = Brush.within(x, plot.getX() + half, plot.getMaxX() - half);
      brush.centred(label, valueFont(), style.text(), middle, plot.getY() - 9);
    }
  }

  /** What the paler and the fuller half of a bar mean. */
  private void legend(Brush brush, Drawn frame) {
    double y = frame.plot().getY() - 9;
    double x = swatch(
        brush,
        0,
        y,
        ChartTheme.mix(style.theme().background(), style.muted(), PALE),
        "tornado.low");
    swatch(brush, x, y, style.muted(), "tornado.high");
  }

  private double swatch(Brush brush, double x, double y, Color color, String key) {
    String text = style.texts().get(key);
    brush.bar(new Rectangle2D.Double(x, y - 9, 10, 10), color, color);
    brush.left(text, small(), style.muted(), x + 15, y);
    return x + 15 + brush.width(text, small()) + 14;
  }
}
