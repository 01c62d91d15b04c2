package app.waterline.chart;

import app.waterline.model.Unit;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Draws one heat map or winner map. */
final class HeatDrawing {
  private static final BasicStroke FLIP =
      new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  /** Hides the seams between neighbouring shapes. */
  private static final BasicStroke SEAM = new BasicStroke(0.8f);

  private static final double ABOVE = 46;
  private static final double KEY_WIDTH = 220;
  private static final double WINNER_STRENGTH = 0.72;

  private final ChartStyle style;
  private final HeatChart chart;

  HeatDrawing(ChartStyle style, HeatChart chart) {
    this.style = style;
    this.chart = chart;
  }

  Drawn draw(Graphics2D graphics, double width, double height) {
    PlotFrame frame =
        new PlotFrame(style, side(chart.x(), chart.xs()), side(chart.y(), chart.ys()));
    Drawn drawn =
        frame.keeping(ABOVE, 0, findingsHeight(width), 16).draw(graphics, chart, width, height);
    Brush brush = new Brush(graphics, style);
    brush.left(frame.named(chart.y()), small(), style.muted(), 0, drawn.plot().getY() - 12);
    switch (chart.cells()) {
      case HeatChart.Cells.Values values -> values(graphics, brush, drawn, values);
      case HeatChart.Cells.Winners winners -> winners(graphics, brush, drawn, winners);
    }
    lines(graphics, brush, drawn);
    List<Drawn.Area> flips =
        chart.flips().stream().map(flip -> flip(graphics, drawn, flip)).toList();
    now(graphics, brush, drawn);
    findings(brush, drawn, width);
    return new Drawn(drawn.plot(), drawn.x(), drawn.y(), flips);
  }

  /** A ring where one input alone flips it. */
  private Drawn.Area flip(Graphics2D graphics, Drawn drawn, HeatChart.Flip flip) {
    double x = drawn.placeOf(flip.at().x());
    double y = drawn.heightOf(flip.at().y());
    Ellipse2D ring = new Ellipse2D.Double(x - 5, y - 5, 10, 10);
    graphics.setPaint(style.theme().background());
    graphics.fill(ring);
    graphics.setPaint(style.text());
    graphics.setStroke(FLIP);
    graphics.draw(ring);
    return new Drawn.Area(
        LineChart.NOBODY, flip.name(), new Ellipse2D.Double(x - 9, y - 9, 18, 18));
  }

  private static PlotFrame.Side side(Axis axis, List<Double> values) {
    double low = values.getFirst();
    double high = values.getLast();
    return new PlotFrame.Side(axis, low, high > low ? high : low + 1, true, false);
  }

  private Font small() {
    return style.fonts().regular(ChartStyle.SMALL);
  }

  private Font findingFont() {
    return style.fonts().medium(12f);
  }

  private List<String> findingLines(double width) {
    return chart.findings().stream()
        .flatMap(each -> Wrapping.lines(each, findingFont(), width - 24).stream())
        .toList();
  }

  private double findingsHeight(double width) {
    int lines = findingLines(width).size();
    return lines == 0 ? 0 : lines * 17 + 10;
  }

  private void findings(Brush brush, Drawn drawn, double width) {
    List<String> lines = findingLines(width);
    double y = drawn.plot().getMaxY() + 48;
    for (String line : lines) {
      brush.left(line, findingFont(), style.text(), 0, y);
      y += 17;
    }
  }

  private static double[] places(List<Double> values, DoubleUnaryOperator to) {
    return values.stream().mapToDouble(to::applyAsDouble).toArray();
  }

  private Regions regions(Drawn drawn, Regions.Field field) {
    return new Regions(
        field, places(chart.xs(), drawn::placeOf), places(chart.ys(), drawn::heightOf));
  }

  private void fill(Graphics2D graphics, Regions regions, IntFunction<Color> color) {
    for (Map.Entry<Integer, Path2D> area : regions.areas().entrySet()) {
      graphics.setPaint(
          area.getKey() == HeatFields.NOBODY ? style.grid() : color.apply(area.getKey()));
      graphics.fill(area.getValue());
      graphics.setStroke(SEAM);
      graphics.draw(area.getValue());
    }
  }

  private void values(
      Graphics2D graphics, Brush brush, Drawn drawn, HeatChart.Cells.Values values) {
    HeatColors colors = new HeatColors(style.theme(), values);
    Regions.Field bands =
        HeatFields.bands(values.grid(), colors.bands(), values.measured().scale());
    fill(graphics, regions(drawn, bands), colors::of);
    if (values.grid().known().findAny().isPresent()) {
      key(graphics, brush, drawn, values, colors);
    }
  }

  /** The colours with their values, at the top right. */
  private void key(
      Graphics2D graphics,
      Brush brush,
      Drawn drawn,
      HeatChart.Cells.Values values,
      HeatColors colors) {
    double x = drawn.plot().getMaxX() - KEY_WIDTH;
    double y = drawn.plot().getY() - 40;
    int count = colors.bands().length + 1;
    for (int band = 0; band < count; band++) {
      double from = band == 0 ? 0 : colors.shareOf(colors.bands()[band - 1]);
      double to = band == count - 1 ? 1 : colors.shareOf(colors.bands()[band]);
      graphics.setPaint(colors.of(band));
      graphics.fill(
          new Rectangle2D.Double(x + from * KEY_WIDTH, y, (to - from) * KEY_WIDTH + 0.5, 12));
    }
    boolean bare = List.of(Unit.RATIO, Unit.SHARE).contains(values.measured().unit());
    String unit = bare ? "" : " " + style.texts().unit(values.measured().unit());
    String low = number(colors.low(), values);
    String high = number(colors.high(), values) + unit;
    brush.left(low, small(), style.muted(), x, y + 26);
    brush.right(high, small(), style.muted(), x + KEY_WIDTH, y + 26);
    Double level = values.level();
    if (level != null && level > colors.low() && level < colors.high()) {
      double at = x + colors.shareOf(level) * KEY_WIDTH;
      brush.line(at, y - 2, at, y + 14, style.text(), FLIP);
    }
    brush.right(values.measured().name(), small(), style.muted(), x - 10, y + 10);
  }

  private String number(double value, HeatChart.Cells.Values values) {
    return values.measured().unit() == Unit.RATIO
        ? style.texts().format().ratio(value)
        : style.texts().format().number(value, values.measured().unit());
  }

  private void winners(
      Graphics2D graphics, Brush brush, Drawn drawn, HeatChart.Cells.Winners winners) {
    Regions.Field field = HeatFields.winners(winners);
    fill(
        graphics,
        regions(drawn, field),
        place -> ChartTheme.mix(
            style.theme().background(),
            style.theme().platform(winners.platforms().get(place).region().color()),
            WINNER_STRENGTH));
    names(brush, drawn, winners, field);
  }

  /** Each name in the roomiest place of its area; where there is no room, above the chart. */
  private void names(
      Brush brush, Drawn drawn, HeatChart.Cells.Winners winners, Regions.Field field) {
    Roomiest roomiest = new Roomiest(field, chart.xs().size(), chart.ys().size());
    double cellWide = drawn.plot().getWidth() / Math.max(1, chart.xs().size() - 1);
    double cellHigh = drawn.plot().getHeight() / Math.max(1, chart.ys().size() - 1);
    Font font = style.fonts().semiBold(ChartStyle.NORMAL);
    List<Integer> homeless = new ArrayList<>();
    IntStream.range(HeatFields.NOBODY, winners.platforms().size()).forEach(place -> {
      Roomiest.Spot spot = roomiest.of(place);
      String name = place == HeatFields.NOBODY
          ? style.texts().get("heat.none")
          : winners.platforms().get(place).region().name();
      boolean room = spot.reach() * cellHigh > 12
          && spot.reachAcross() * cellWide > brush.width(name, font) / 2 + 6;
      if (room) {
        brush.plated(
            name,
            font,
            drawn.placeOf(chart.xs().get(spot.column())),
            drawn.heightOf(chart.ys().get(spot.row())) + 5);
      } else if (spot.reach() > 0) {
        homeless.add(place);
      }
    });
    legend(brush, drawn, winners, homeless);
  }

  private void legend(
      Brush brush, Drawn drawn, HeatChart.Cells.Winners winners, List<Integer> places) {
    double x = drawn.plot().getMaxX();
    double y = drawn.plot().getY() - 12;
    for (int place : places.reversed()) {
      boolean nobody = place == HeatFields.NOBODY;
      String name = nobody
          ? style.texts().get("heat.none")
          : winners.platforms().get(place).region().name();
      Color color = nobody
          ? style.grid()
          : style.theme().platform(winners.platforms().get(place).region().color());
      x -= brush.width(name, small());
      brush.left(name, small(), style.text(), x, y);
      x -= 15;
      brush.bar(new Rectangle2D.Double(x, y - 9, 10, 10), color, color);
      x -= 14;
    }
  }

  private void lines(Graphics2D graphics, Brush brush, Drawn drawn) {
    for (int place = 0; place < chart.lines().size(); place++) {
      HeatChart.Line line = chart.lines().get(place);
      Path2D path = new Path2D.Double();
      for (HeatChart.Piece piece : line.pieces()) {
        path.moveTo(drawn.placeOf(piece.from().x()), drawn.heightOf(piece.from().y()));
        path.lineTo(drawn.placeOf(piece.to().x()), drawn.heightOf(piece.to().y()));
      }
      graphics.setPaint(style.text());
      graphics.setStroke(FLIP);
      graphics.draw(path);
      label(brush, drawn, line, (place + 1.0) / (chart.lines().size() + 1));
    }
  }

  /** Labels of several lines stand at different shares of them, and off each other. */
  private void label(Brush brush, Drawn drawn, HeatChart.Line line, double share) {
    if (line.label().isEmpty() || line.pieces().isEmpty()) {
      return;
    }
    List<HeatChart.Piece> upwards = line.pieces().stream()
        .sorted(Comparator.comparingDouble(piece -> piece.from().y()))
        .toList();
    HeatChart.Place at = upwards.get((int) (upwards.size() * share)).from();
    double half = brush.width(line.label(), findingFont()) / 2 + 10;
    Rectangle2D plot = drawn.plot();
    double x = Brush.within(drawn.placeOf(at.x()), plot.getX() + half, plot.getMaxX() - half);
    double y = Brush.within(drawn.heightOf(at.y()), plot.getY() + 18, plot.getMaxY() - 10);
    brush.plated(line.label(), findingFont(), x, y);
  }

  private void now(Graphics2D graphics, Brush brush, Drawn drawn) {
    HeatChart.Place now = chart.now();
    if (now == null) {
      return;
    }
    double x = drawn.placeOf(now.x());
    double y = drawn.heightOf(now.y());
    graphics.setPaint(style.theme().background());
    graphics.fill(new Ellipse2D.Double(x - 6, y - 6, 12, 12));
    graphics.setPaint(style.text());
    graphics.setStroke(FLIP);
    graphics.draw(new Ellipse2D.Double(x - 6, y - 6, 12, 12));
    graphics.fill(new Ellipse2D.Double(x - 2.5, y - 2.5, 5, 5));
    String text = style.texts().get("heat.now");
    double half = brush.width(text, findingFont()) / 2 + 8;
    boolean right = x + 2 * half + 12 < drawn.plot().getMaxX();
    brush.plated(text, findingFont(), right ? x + 10 + half : x - 10 - half, y + 5);
  }
}
