package app.waterline.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands over the lines: their names, the target line and what is read there. */
final class LineOverlay {
  private static final BasicStroke DASHED = new BasicStroke(
      1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 4}, 0);
  private static final BasicStroke RING = new BasicStroke(2.5f);
  private static final BasicStroke THIN_RING = new BasicStroke(1.5f);
  private static final double ROW = 22;

  /** A bold line that is covered is worse than a point that is. */
  private static final int LINE_WEIGHT = 3;

  private static final int LOOKS_PER_LINE = 6;
  private static final double PIXELS_PER_LOOK = 20;
  private static final int NAME_WEIGHT = 40;

  /** Leaves room for the dot. */
  private static final String INDENT = "     ";

  /** Screens set text a little wider than its metrics say. */
  private static final double ROOM_FOR_RENDERING = 1.07;

  private final ChartStyle style;
  private final LineChart chart;
  private final Drawn drawn;
  private final List<Drawn.Area> areas = new ArrayList<>();
  private double ranges;

  LineOverlay(ChartStyle style, LineChart chart, Drawn drawn) {
    this.style = style;
    this.chart = chart;
    this.drawn = drawn;
  }

  /** Draws everything and tells where the readings stand. */
  List<Drawn.Area> draw(Graphics2D graphics) {
    drawUnit(graphics);
    List<Spread.Label> names = names(graphics);
    LineChart.Target target = chart.target();
    if (target != null) {
      drawTarget(graphics, target);
    }
    drawMarks(graphics);
    names.forEach(name -> draw(graphics, name));
    if (target != null && !target.readings().isEmpty() && drawn.hasRoomForReadings()) {
      drawReadings(graphics, target, names);
    }
    return areas;
  }

  private void drawUnit(Graphics2D graphics) {
    String unit = style.texts().unit(chart.y().unit());
    boolean logarithmic = chart.y().scale() == Scale.LOG;
    graphics.setFont(style.fonts().regular(ChartStyle.SMALL));
    graphics.setColor(style.muted());
    ChartFonts.draw(
        graphics,
        logarithmic ? style.texts().get("axis.log", unit) : unit,
        0,
        (float) drawn.plot().getMinY() - 32);
  }

  private List<Spread.Label> names(Graphics2D graphics) {
    Rectangle2D plot = drawn.plot();
    List<Spread.Label> wanted = chart.series().stream()
        .filter(each -> each.role() == LineChart.Role.ENVELOPE && !each.points().isEmpty())
        .map(each -> nameOf(each, graphics))
        .toList();
    return Spread.apart(wanted, 16, plot.getMinY() + 8, plot.getMaxY() - 8);
  }

  private Spread.Label nameOf(LineChart.Series line, Graphics2D graphics) {
    LineChart.Point last = line.points().getLast();
    return new Spread.Label(
        line.platform(),
        line.color(),
        drawn.placeOf(last.x()) + 8,
        drawn.heightOf(last.y()),
        ChartStyle.widthOf(graphics, line.platform(), style.fonts().semiBold(ChartStyle.NORMAL)));
  }

  private void draw(Graphics2D graphics, Spread.Label name) {
    Font font = style.fonts().semiBold(ChartStyle.NORMAL);
    graphics.setFont(font);
    String text = fitting(graphics, name, font);
    double width = ChartStyle.widthOf(graphics, text, font);
    double baseline = name.y() + 4.5;
    graphics.setColor(ChartTheme.faded(style.theme().background(), 0.8));
    graphics.fill(new RoundRectangle2D.Double(name.x() - 3, name.y() - 8, width + 6, 16, 6, 6));
    graphics.setColor(style.theme().platformText(name.color()));
    ChartFonts.draw(graphics, text, (float) name.x(), (float) baseline);
  }

  /** The name, cut with an ellipsis where the chart ends. */
  private String fitting(Graphics2D graphics, Spread.Label name, Font font) {
    return new Brush(graphics, style).fitting(name.text(), font, drawn.plot().getMaxX() - name.x());
  }

  /** Rings at the marks; a label that would cover the one before is left out, the notes have it too. */
  private void drawMarks(Graphics2D graphics) {
    Font font = style.fonts().medium(ChartStyle.SMALL);
    double free = Double.NEGATIVE_INFINITY;
    for (LineChart.Mark mark : chart.marks()) {
      double x = drawn.placeOf(mark.x());
      double y = drawn.heightOf(mark.y());
      ring(graphics, x, y);
      areas.add(new Drawn.Area(
          LineChart.NOBODY, mark.label(), new Ellipse2D.Double(x - 8, y - 8, 16, 16)));
      if (x + 7 > free) {
        graphics.setFont(font);
        ChartFonts.draw(graphics, mark.label(), (float) x + 7, (float) y - 6);
        free = x + 13 + ChartStyle.widthOf(graphics, mark.label(), font);
      }
    }
  }

  private void ring(Graphics2D graphics, double x, double y) {
    Ellipse2D ring = new Ellipse2D.Double(x - 4, y - 4, 8, 8);
    graphics.setColor(style.theme().background());
    graphics.fill(ring);
    graphics.setColor(style.text());
    graphics.setStroke(THIN_RING);
    graphics.draw(ring);
  }

  private void drawTarget(Graphics2D graphics, LineChart.Target target) {
    Color color = style.theme().token("worse");
    Rectangle2D plot = drawn.plot();
    double x = drawn.placeOf(target.at());
    graphics.setColor(color);
    graphics.setStroke(DASHED);
    graphics.draw(new Line2D.Double(x, plot.getMinY(), x, plot.getMaxY()));
    rings(graphics, target, x);
    Font font = style.fonts().semiBold(12f);
    double text = ChartStyle.widthOf(graphics, target.label(), font) * ROOM_FOR_RENDERING;
    double width = text + 24;
    double left = Math.clamp(x - width / 2, plot.getMinX(), plot.getMaxX() - width);
    graphics.setColor(color);
    graphics.fill(new RoundRectangle2D.Double(left, plot.getMinY() - 24, width, 22, 22, 22));
    graphics.setColor(style.theme().token("text-on-accent"));
    graphics.setFont(font);
    ChartFonts.draw(graphics, target.label(), (float) (left + 12), (float) (plot.getMinY() - 9));
  }

  private void rings(Graphics2D graphics, LineChart.Target target, double x) {
    for (LineChart.Reading reading : target.readings()) {
      if (reading.datum() instanceof Datum.Known known) {
        double y = drawn.heightOf(known.value());
        Ellipse2D ring = new Ellipse2D.Double(x - 5.5, y - 5.5, 11, 11);
        graphics.setColor(style.theme().background());
        graphics.fill(ring);
        graphics.setColor(style.theme().platform(reading.color()));
        graphics.setStroke(RING);
        graphics.draw(ring);
      }
    }
  }

  private void drawReadings(
      Graphics2D graphics, LineChart.Target target, List<Spread.Label> names) {
    List<Row> rows = rows(target);
    ranges = rangesWidth(graphics, rows);
    double width = readingsWidth(graphics, target, rows) + ranges;
    double height = 20 + ROW * (rows.size() + 1);
    Rectangle2D place = emptiest(width, height, names);
    RoundRectangle2D panel =
        new RoundRectangle2D.Double(place.getX(), place.getY(), width, height, 10, 10);
    graphics.setColor(ChartTheme.faded(style.theme().token("raised"), 0.94));
    graphics.fill(panel);
    graphics.setColor(style.theme().token("line"));
    graphics.setStroke(ChartStyle.HAIRLINE);
    graphics.draw(panel);
    double y = place.getY() + 24;
    String unit = style.texts().unit(chart.y().unit());
    row(
        graphics,
        panel,
        y,
        new Row(target.label(), unit, ranged(rows) ? rangeHead() : ""),
        style.muted());
    for (Row row : rows) {
      y += ROW;
      Rectangle2D line = new Rectangle2D.Double(place.getX(), y - ROW + 6, width, ROW);
      row.id().ifPresent(id -> areas.add(new Drawn.Area(id, LineChart.READING, line)));
      row.color().ifPresent(color -> graphics.setColor(style.theme().platform(color)));
      if (row.color().isPresent()) {
        graphics.fill(new Ellipse2D.Double(place.getX() + 14, y - 9, 9, 9));
      }
      row(graphics, panel, y, row, row.color().isPresent() ? style.text() : style.muted());
    }
  }

  /** A line of the panel. */
  private record Row(
      Optional<String> id, Optional<Integer> color, String left, String right, String range) {
    Row(String left, String right, String range) {
      this(Optional.empty(), Optional.empty(), left, right, range);
    }
  }

  private static boolean ranged(List<Row> rows) {
    return rows.stream().anyMatch(each -> !each.range().isEmpty());
  }

  /** A line for each platform with a figure, and one for all that have none; the cards say why. */
  private List<Row> rows(LineChart.Target target) {
    List<Row> rows = new ArrayList<>();
    for (LineChart.Reading reading : target.readings()) {
      if (reading.datum() instanceof Datum.Known known) {
        rows.add(new Row(
            Optional.of(reading.id()),
            Optional.of(reading.color()),
            INDENT + reading.platform(),
            known.label(),
            reading.range()));
      }
    }
    int missing = target.readings().size() - rows.size();
    if (missing > 0) {
      rows.add(new Row(style.texts().get("reading.missing", missing), "", ""));
    }
    return rows;
  }

  private void row(Graphics2D graphics, RoundRectangle2D panel, double y, Row row, Color color) {
    graphics.setColor(color);
    graphics.setFont(style.fonts().medium(12f));
    ChartFonts.draw(graphics, row.left(), (float) panel.getX() + 14, (float) y);
    Font strong = style.fonts().semiBold(12f);
    graphics.setFont(strong);
    double width = ChartStyle.widthOf(graphics, row.right(), strong);
    double end = panel.getMaxX() - 14;
    ChartFonts.draw(graphics, row.right(), (float) (end - ranges - width), (float) y);
    Font small = style.fonts().regular(12f);
    graphics.setFont(small);
    graphics.setColor(style.muted());
    double wide = ChartStyle.widthOf(graphics, row.range(), small);
    ChartFonts.draw(graphics, row.range(), (float) (end - wide), (float) y);
  }

  private String rangeHead() {
    return style.texts().get("iceberg.range", "").strip();
  }

  /** The room of the third column; none where nothing is uncertain. */
  private double rangesWidth(Graphics2D graphics, List<Row> rows) {
    if (!ranged(rows)) {
      return 0;
    }
    Font font = style.fonts().regular(12f);
    double widest = Stream.concat(Stream.of(rangeHead()), rows.stream().map(Row::range))
        .mapToDouble(text -> ChartStyle.widthOf(graphics, text, font))
        .max()
        .orElse(0);
    return widest * ROOM_FOR_RENDERING + 16;
  }

  private double readingsWidth(Graphics2D graphics, LineChart.Target target, List<Row> rows) {
    Font font = style.fonts().semiBold(12f);
    String unit = style.texts().unit(chart.y().unit());
    double head = ChartStyle.widthOf(graphics, target.label() + unit, font);
    double widest = rows.stream()
        .mapToDouble(each -> ChartStyle.widthOf(graphics, each.left() + each.right(), font))
        .max()
        .orElse(0);
    return Math.max(head, widest) * ROOM_FOR_RENDERING + 28 + 24;
  }

  /** The place at the right or left edge that hides the least. */
  private Rectangle2D emptiest(double width, double height, List<Spread.Label> names) {
    Rectangle2D plot = drawn.plot();
    double lowest = Math.max(plot.getMinY() + 4, plot.getMaxY() - height - 8);
    List<Rectangle2D> places = new ArrayList<>();
    for (double x : new double[] {plot.getMaxX() - width, plot.getMinX() + 8}) {
      for (double y = plot.getMinY() + 4; y <= lowest; y += ROW) {
        places.add(new Rectangle2D.Double(x, y, width, height));
      }
      places.add(new Rectangle2D.Double(x, lowest, width, height));
    }
    List<Ink> ink = ink();
    return places.stream()
        .min(Comparator.comparingLong(place -> hidden(ink, place) + coveredNames(place, names)))
        .orElseThrow();
  }

  private static long coveredNames(Rectangle2D place, List<Spread.Label> names) {
    return NAME_WEIGHT
        * names.stream()
            .filter(name -> place.intersects(name.x(), name.y() - 8, name.width(), 16))
            .count();
  }

  /** Where points and lines are, in pixels: asked for every place of the panel, in every frame. */
  private record Ink(double x, double y, int weight) {}

  private List<Ink> ink() {
    List<Ink> ink = new ArrayList<>();
    for (LineChart.Series series : chart.series()) {
      boolean isLine = series.role() == LineChart.Role.ENVELOPE;
      Ink last = null;
      for (LineChart.Point point : series.points()) {
        Ink next =
            new Ink(drawn.placeOf(point.x()), drawn.heightOf(point.y()), isLine ? LINE_WEIGHT : 1);
        ink.add(next);
        if (isLine && last != null) {
          addBetween(last, next, ink);
        }
        last = next;
      }
    }
    return ink;
  }

  /** A long straight piece of a line covers more than its ends. */
  private static void addBetween(Ink from, Ink to, List<Ink> ink) {
    int looks = (int) Math.min(
        LOOKS_PER_LINE, Math.hypot(to.x() - from.x(), to.y() - from.y()) / PIXELS_PER_LOOK);
    for (int look = 1; look < looks; look++) {
      double share = (double) look / looks;
      ink.add(new Ink(
          from.x() + (to.x() - from.x()) * share,
          from.y() + (to.y() - from.y()) * share,
          LINE_WEIGHT));
    }
  }

  private static long hidden(List<Ink> ink, Rectangle2D place) {
    double right = place.getMaxX();
    double bottom = place.getMaxY();
    long hidden = 0;
    for (Ink each : ink) {
      boolean inside = each.x() >= place.getX()
          && each.x() <= right
          && each.y() >= place.getY()
          && each.y() <= bottom;
      hidden += inside ? each.weight() : 0;
    }
    return hidden;
  }
}
