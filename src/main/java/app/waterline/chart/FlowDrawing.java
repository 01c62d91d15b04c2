package app.waterline.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws lanes as streams whose width is the share of the widest at each stage. */
final class FlowDrawing {
  private static final BasicStroke DASHED =
      new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);
  private static final double AROUND = 96;
  private static final double PER_LANE = 200;
  private static final double WIDEST_STREAM = 54;
  private static final double LEAST_STREAM = 2.5;
  private static final double GAP = 8;
  /** The part of a column in which the stream keeps its width. */
  private static final double STILL = 0.62;

  private static final double ROOMY = 118;

  private final ChartStyle style;
  private final FlowChart chart;
  private final Font small;
  private final Font name;
  private final List<Drawn.Area> areas = new ArrayList<>();

  FlowDrawing(ChartStyle style, FlowChart chart) {
    this.style = style;
    this.chart = chart;
    this.small = style.fonts().regular(ChartStyle.SMALL);
    this.name = style.fonts().semiBold(ChartStyle.NORMAL);
  }

  static double preferredHeight(FlowChart chart) {
    return AROUND + PER_LANE * Math.max(1, chart.lanes().size());
  }

  Drawn draw(Graphics2D graphics, double width, double height) {
    Pen pen = new Pen(graphics, style);
    Rectangle2D inner = pen.frame(chart, width, height);
    int stages = Math.max(1, chart.stages().size());
    double column = (inner.getWidth() + GAP) / stages;
    for (int stage = 0; stage < chart.stages().size(); stage++) {
      pen.left(chart.stages().get(stage), small, style.muted(), stage * column, inner.getY());
    }
    double top = inner.getY() + Pen.lineOf(small) + 4;
    double lane = (inner.getMaxY() - top) / Math.max(1, chart.lanes().size());
    for (int index = 0; index < chart.lanes().size(); index++) {
      Rectangle2D place = new Rectangle2D.Double(0, top + index * lane, inner.getWidth(), lane - 8);
      new Lane(pen, graphics, chart.lanes().get(index), place, column).draw();
    }
    return new Drawn(
        inner,
        new Drawn.Span(0, stages, Scale.LINEAR),
        new Drawn.Span(0, Math.max(1, chart.lanes().size()), Scale.LINEAR),
        areas);
  }

  /** One lane in its place. */
  private final class Lane {
    private final Pen pen;
    private final Graphics2D graphics;
    private final FlowChart.Lane lane;
    private final Rectangle2D place;
    private final double column;
    private final Font lead;

    Lane(Pen pen, Graphics2D graphics, FlowChart.Lane lane, Rectangle2D place, double column) {
      this.pen = pen;
      this.graphics = graphics;
      this.lane = lane;
      this.place = place;
      this.column = column;
      this.lead = style.fonts().semiBold(column >= ROOMY ? 21f : 16f);
    }

    void draw() {
      pen.line(
          place.getX(),
          place.getY(),
          place.getMaxX(),
          place.getY(),
          style.theme().token("grid"));
      double top = place.getY() + 8;
      pen.box(
          new Rectangle2D.Double(place.getX(), top + 4, 10, 10),
          style.theme().platform(lane.color()),
          3);
      pen.left(
          lane.name() + (lane.baseline() ? " ★" : ""), name, style.text(), place.getX() + 18, top);
      top += Pen.lineOf(name) + 4;
      double words = Pen.lineOf(lead) + Pen.lineOf(small) + details() * Pen.lineOf(small) + 10;
      double stream = Math.clamp(place.getMaxY() - top - words, 12, WIDEST_STREAM);
      drawStream(top, stream);
      for (int stage = 0; stage < lane.steps().size(); stage++) {
        drawWords(lane.steps().get(stage), place.getX() + stage * column, top + stream + 6);
      }
    }

    private int details() {
      return lane.steps().stream().mapToInt(step -> step.details().size()).max().orElse(0);
    }

    private void drawStream(double top, double widest) {
      double middle = top + widest / 2;
      List<Double> shares = shares();
      int from = 0;
      while (from < shares.size()) {
        if (Double.isNaN(shares.get(from))) {
          drawDry(from, middle, widest);
          from++;
          continue;
        }
        int to = from;
        while (to + 1 < shares.size() && !Double.isNaN(shares.get(to + 1))) {
          to++;
        }
        drawReach(shares, from, to, middle, widest);
        from = to + 1;
      }
    }

    /** The width at each stage; where a stage compares nothing, that of the stage before or after. */
    private List<Double> shares() {
      List<Double> shares = new ArrayList<>();
      double last = 1;
      for (FlowChart.Step step : lane.steps()) {
        Double share = step.share();
        boolean known = step.lead().datum() instanceof Datum.Known;
        last = share == null ? last : share;
        shares.add(known ? last : Double.NaN);
      }
      return shares;
    }

    private void drawReach(List<Double> shares, int from, int to, double middle, double widest) {
      Path2D path = new Path2D.Double();
      for (int stage = from; stage <= to; stage++) {
        double half = half(shares.get(stage), widest);
        double x = place.getX() + stage * column;
        if (stage == from) {
          path.moveTo(x, middle - half);
        }
        double end = stage == to ? x + column - GAP : x + column * STILL;
        path.lineTo(end, middle - half);
        if (stage < to) {
          double next = half(shares.get(stage + 1), widest);
          double start = x + column;
          double bend = (end + start) / 2;
          path.curveTo(bend, middle - half, bend, middle - next, start, middle - next);
        }
      }
      for (int stage = to; stage >= from; stage--) {
        double half = half(shares.get(stage), widest);
        double x = place.getX() + stage * column;
        path.lineTo(stage == to ? x + column - GAP : x + column * STILL, middle + half);
        path.lineTo(x, middle + half);
        if (stage > from) {
          double before = half(shares.get(stage - 1), widest);
          double end = x - column * (1 - STILL);
          double bend = (end + x) / 2;
          path.curveTo(bend, middle + half, bend, middle + before, end, middle + before);
        }
      }
      path.closePath();
      Color fill = style.theme().platform(lane.color());
      graphics.setPaint(ChartTheme.mix(fill, style.theme().background(), 0.35));
      graphics.fill(path);
      graphics.setPaint(style.theme().platformEdge(lane.color()));
      graphics.setStroke(ChartStyle.HAIRLINE);
      graphics.draw(path);
      for (int stage = from; stage <= to; stage++) {
        double half = half(shares.get(stage), widest);
        pen.box(
            new Rectangle2D.Double(
                place.getX() + stage * column, middle - half, 5, Math.max(2, 2 * half)),
            fill,
            0);
      }
    }

    private double half(double share, double widest) {
      return Math.max(LEAST_STREAM, share * widest) / 2;
    }

    /** Nothing flows here. */
    private void drawDry(int stage, double middle, double widest) {
      graphics.setPaint(style.theme().token("line-strong"));
      graphics.setStroke(DASHED);
      double half = Math.min(widest / 2, 8);
      graphics.draw(new Rectangle2D.Double(
          place.getX() + stage * column + 0.5, middle - half, column - GAP - 1, 2 * half));
    }

    private void drawWords(FlowChart.Step step, double x, double top) {
      double wide = column - GAP;
      double y = top;
      switch (step.lead().datum()) {
        case Datum.Known known -> y = drawLead(step.lead(), known, x, y);
        case Datum.Missing missing -> {
          List<String> lines = Wrapping.lines(style.texts().missing(missing.reason()), small, wide);
          y = pen.lines(cut(lines, y), small, style.muted(), x, y);
        }
      }
      for (FlowChart.Reading detail : step.details()) {
        if (y + Pen.lineOf(small) <= place.getMaxY() + 4) {
          y = drawDetail(detail, x, y, wide);
        }
      }
    }

    private double drawLead(FlowChart.Reading reading, Datum.Known known, double x, double top) {
      String whole = style.texts().format().format(known.value(), reading.unit());
      boolean split = whole.startsWith(known.label());
      String number = split ? known.label() : whole;
      pen.left(number, lead, style.text(), x, top);
      double after = x + Wrapping.widthOf(number, lead) + 5;
      pen.left(
          ChartTexts.mark(known.quality()),
          small,
          style.muted(),
          after,
          top + Pen.lineOf(lead) - Pen.lineOf(small) - 2);
      double y = top + Pen.lineOf(lead);
      String unit = split ? whole.substring(number.length()).strip() : "";
      String words = unit.startsWith("/")
          ? style.texts().get("flow.per", reading.name(), unit.substring(1))
          : unit;
      pen.left(words, small, style.muted(), x, y);
      y += Pen.lineOf(small);
      areas.add(new Drawn.Area(
          lane.platform(),
          reading.key(),
          new Rectangle2D.Double(x - 4, top - 2, column - GAP + 8, y - top + 4)));
      return y + 2;
    }

    private double drawDetail(FlowChart.Reading detail, double x, double top, double wide) {
      List<String> lines = Wrapping.lines(detail.brief(), small, wide);
      double y = pen.lines(cut(lines, top), small, style.muted(), x, top);
      areas.add(new Drawn.Area(
          lane.platform(), detail.key(), new Rectangle2D.Double(x - 4, top, wide + 8, y - top)));
      return y;
    }

    private List<String> cut(List<String> lines, double top) {
      int fit = (int) ((place.getMaxY() + 4 - top) / Pen.lineOf(small));
      int shown = Math.clamp(fit, 1, lines.size());
      List<String> kept = new ArrayList<>(lines.subList(0, shown));
      if (shown < lines.size()) {
        kept.set(shown - 1, kept.getLast() + "…");
      }
      return kept;
    }
  }
}
