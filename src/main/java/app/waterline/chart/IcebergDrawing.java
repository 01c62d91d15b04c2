package app.waterline.chart;

import app.waterline.chart.IcebergChart.Berg;
import app.waterline.chart.IcebergChart.Layer;
import app.waterline.chart.IcebergChart.Slab;
import app.waterline.engine.why.Driver;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Draws icebergs in the sea, edge to edge. */
final class IcebergDrawing {
  private static final BasicStroke EDGE =
      new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke DASHED =
      new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);
  private static final BasicStroke WATERLINE = new BasicStroke(
      1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {1.5f, 6}, 0);
  private static final double LEAST_THICKNESS_SHOWN = 0.5;
  private static final double COST_BESIDE = 14;

  private final ChartStyle style;
  private final IcebergChart chart;
  private final IcebergInk ink;
  private final List<Drawn.Area> areas = new ArrayList<>();

  IcebergDrawing(ChartStyle style, IcebergChart chart) {
    this.style = style;
    this.chart = chart;
    this.ink = new IcebergInk(style.theme());
  }

  Drawn draw(Graphics2D graphics, double width, double height) {
    IcebergLayout layout = IcebergLayout.of(style, chart, width, height);
    drawWorld(graphics, layout);
    drawWords(graphics, layout);
    for (IcebergLayout.Column column : layout.columns()) {
      drawTip(graphics, column);
      drawBody(graphics, layout, column);
    }
    drawWater(graphics, layout);
    for (IcebergLayout.Column column : layout.columns()) {
      drawQuoted(graphics, layout, column);
      drawCost(graphics, layout, column);
    }
    drawSides(graphics, layout);
    Rectangle2D sea =
        new Rectangle2D.Double(0, layout.water(), width, layout.notesTop() - layout.water());
    double deepest = (layout.notesTop() - layout.water()) / layout.perLn();
    return new Drawn(
        sea,
        new Drawn.Span(0, Math.max(1, chart.bergs().size()), Scale.LINEAR),
        new Drawn.Span(-deepest, 0, Scale.LINEAR),
        areas);
  }

  private void drawWorld(Graphics2D graphics, IcebergLayout layout) {
    double water = layout.water();
    graphics.setPaint(vertical("sky-high", 0, "sky-low", water));
    graphics.fill(new Rectangle2D.Double(0, 0, layout.width(), water));
    graphics.setPaint(vertical("sea-high", water, "sea-deep", layout.height()));
    graphics.fill(new Rectangle2D.Double(0, water, layout.width(), layout.height() - water));
    drawBeams(graphics, layout);
  }

  private GradientPaint vertical(String from, double top, String to, double bottom) {
    return new GradientPaint(
        0,
        (float) top,
        style.theme().token(from),
        0,
        (float) bottom,
        style.theme().token(to));
  }

  /** Light that falls into the water. */
  private void drawBeams(Graphics2D graphics, IcebergLayout layout) {
    double water = layout.water();
    double deep = (layout.height() - water) * 0.72;
    Color light = style.theme().token("ice");
    graphics.setPaint(new GradientPaint(
        0,
        (float) water,
        ChartTheme.faded(light, 0.045),
        0,
        (float) (water + deep),
        ChartTheme.faded(light, 0)));
    for (double at : new double[] {0.04, 0.3, 0.47, 0.83}) {
      double x = at * layout.width();
      double wide = layout.width() * (0.05 + at * 0.04);
      Path2D beam = new Path2D.Double();
      beam.moveTo(x, water);
      beam.lineTo(x + wide, water);
      beam.lineTo(x + wide * 2.2 + deep * 0.2, water + deep);
      beam.lineTo(x + deep * 0.2 - wide * 0.4, water + deep);
      beam.closePath();
      graphics.fill(beam);
    }
  }

  private void drawWords(Graphics2D graphics, IcebergLayout layout) {
    double y = layout.pad();
    y = lines(graphics, layout.title(), layout.titleFont(), style.text(), layout.pad(), y) + 4;
    lines(graphics, layout.subtitle(), layout.labelFont(), style.muted(), layout.pad(), y);
    double below = share(layout, layout.notesTop());
    lines(
        graphics,
        layout.notes(),
        layout.noteFont(),
        ink.onSea(below),
        layout.pad(),
        layout.notesTop());
  }

  private static double lines(
      Graphics2D graphics, List<String> lines, Font font, Color color, double x, double top) {
    graphics.setFont(font);
    graphics.setPaint(color);
    double height = IcebergLayout.lineOf(font);
    double y = top;
    for (String line : lines) {
      ChartFonts.draw(graphics, line, (float) x, (float) (y + font.getSize2D()));
      y += height;
    }
    return y;
  }

  private static void centred(
      Graphics2D graphics, List<String> lines, Font font, Color color, double middle, double top) {
    double y = top;
    for (String line : lines) {
      double x = middle - Wrapping.widthOf(line, font) / 2;
      y = lines(graphics, List.of(line), font, color, x, y);
    }
  }

  private static double share(IcebergLayout layout, double y) {
    return Math.clamp((y - layout.water()) / (layout.height() - layout.water()), 0.0, 1.0);
  }

  private void drawTip(Graphics2D graphics, IcebergLayout.Column column) {
    BergOutline outline = column.outline();
    if (column.berg().tip() <= 0) {
      return;
    }
    Color ice = style.theme().token("ice");
    Color shade = style.theme().token("ice-shade");
    graphics.setPaint(ice);
    graphics.fill(outline.tip());
    graphics.setPaint(ChartTheme.mix(ice, shade, 0.28));
    graphics.fill(outline.tipHalfLight());
    graphics.setPaint(ChartTheme.mix(ice, shade, 0.72));
    graphics.fill(outline.tipShade());
    graphics.setPaint(shade);
    graphics.fill(outline.tipDeepShade());
    graphics.setPaint(shade);
    graphics.setStroke(ChartStyle.HAIRLINE);
    graphics.draw(outline.tip());
  }

  private void drawBody(Graphics2D graphics, IcebergLayout layout, IcebergLayout.Column column) {
    List<Slab> slabs = chart.slabs(column.berg());
    if (slabs.isEmpty()) {
      drawAbsent(graphics, layout, column);
      return;
    }
    double sideFree = layout.water()
        + (layout.costBeside()
            ? COST_BESIDE + IcebergLayout.Block.heightOf(column.cost()) + 8
            : 30);
    for (Slab slab : slabs) {
      double top = layout.water() + slab.from() * layout.perLn();
      double bottom = layout.water() + slab.to() * layout.perLn();
      if (bottom - top >= LEAST_THICKNESS_SHOWN) {
        Color letters = drawSlab(graphics, layout, column, slab, top, bottom);
        LayerLabel label = new LayerLabel(style, layout, column, slab.layer(), slab.lacking());
        if (!label.inside(graphics, top, bottom, letters)) {
          Color outside = ink.onSea(share(layout, bottom));
          sideFree = label.beside(graphics, top, bottom, outside, sideFree);
        }
      }
    }
  }

  private Color drawSlab(
      Graphics2D graphics,
      IcebergLayout layout,
      IcebergLayout.Column column,
      Slab slab,
      double top,
      double bottom) {
    Path2D shape = column.outline().slice(top, bottom);
    area(column.berg(), slab.layer(), shape);
    Color edge = style.theme().token("ice");
    double middle = share(layout, (top + bottom) / 2);
    if (slab.lacking()) {
      graphics.setPaint(ChartTheme.faded(edge, 0.06));
      graphics.fill(shape);
      graphics.setPaint(ChartTheme.faded(ink.onSea(middle), 0.75));
      graphics.setStroke(DASHED);
      graphics.draw(shape);
      return ink.onSea(middle);
    }
    boolean common = slab.layer().kind() == IcebergChart.Kind.COMMON;
    int color = common ? column.berg().common() : column.berg().color();
    IcebergInk.Tint tint = ink.layer(color, common ? 0 : middle);
    graphics.setPaint(tint.fill());
    graphics.fill(shape);
    graphics.setPaint(tint.shade());
    graphics.fill(column.outline().shade(top, bottom));
    graphics.setPaint(ChartTheme.faded(edge, 0.7));
    graphics.setStroke(EDGE);
    graphics.draw(shape);
    return tint.letters();
  }

  /** No layers: the place of the baseline's ice, empty. */
  private void drawAbsent(Graphics2D graphics, IcebergLayout layout, IcebergLayout.Column column) {
    Path2D shape = column.outline().slice(layout.water(), column.outline().bottom());
    graphics.setPaint(ChartTheme.faded(ink.onSea(0), 0.75));
    graphics.setStroke(DASHED);
    graphics.draw(shape);
  }

  private void area(Berg berg, Layer layer, Shape shape) {
    areas.add(new Drawn.Area(berg.platform(), layer.id(), shape));
  }

  private void drawWater(Graphics2D graphics, IcebergLayout layout) {
    graphics.setStroke(WATERLINE);
    graphics.setPaint(ChartTheme.faded(ink.onSea(0), 0.8));
    graphics.draw(new Line2D.Double(0, layout.water(), layout.width(), layout.water()));
  }

  private void drawQuoted(Graphics2D graphics, IcebergLayout layout, IcebergLayout.Column column) {
    Font name = layout.nameFont();
    Font font = layout.labelFont();
    double y = column.quotedTop();
    boolean beside = layout.beside();
    double x = column.quotedX();
    place(graphics, column.name(), name, x, y, beside);
    y += column.name().size() * IcebergLayout.lineOf(name);
    double high = column.quoted().getFirst().size() * IcebergLayout.lineOf(font);
    double wide = column.quotedWidth();
    Rectangle2D price =
        new Rectangle2D.Double((beside ? x : x - wide / 2) - 4, y - 1, wide + 8, high + 2);
    column.berg().layer(Driver.PRICE.name()).ifPresent(layer -> area(column.berg(), layer, price));
    for (List<String> lines : column.quoted()) {
      place(graphics, lines, font, x, y, beside);
      y += lines.size() * IcebergLayout.lineOf(font);
    }
  }

  private void place(
      Graphics2D graphics, List<String> lines, Font font, double x, double y, boolean beside) {
    if (beside) {
      lines(graphics, lines, font, style.text(), x, y);
    } else {
      centred(graphics, lines, font, style.text(), x, y);
    }
  }

  private void drawCost(Graphics2D graphics, IcebergLayout layout, IcebergLayout.Column column) {
    boolean beside = layout.costBeside();
    double y =
        beside ? layout.water() + COST_BESIDE : column.outline().bottom() + IcebergLayout.COST_GAP;
    double x = beside ? column.quotedX() : column.outline().middle();
    addCostArea(column, x, y, beside);
    for (IcebergLayout.Block block : column.cost()) {
      Color color = ink.onSea(share(layout, y));
      if (beside) {
        lines(graphics, block.lines(), block.font(), color, x, y);
      } else {
        centred(graphics, block.lines(), block.font(), color, x, y);
      }
      y += block.height();
    }
  }

  private void addCostArea(IcebergLayout.Column column, double x, double top, boolean beside) {
    if (column.berg().cost() instanceof Datum.Known) {
      double wide = IcebergLayout.Block.widthOf(column.cost());
      double left = beside ? x : x - wide / 2;
      areas.add(new Drawn.Area(
          column.berg().platform(),
          IcebergChart.COST,
          new Rectangle2D.Double(
              left - 2, top, wide + 4, IcebergLayout.Block.heightOf(column.cost()))));
    }
  }

  /** Says on which side of the water is what, where there is room. */
  private void drawSides(Graphics2D graphics, IcebergLayout layout) {
    Font font = style.fonts().semiBold(layout.noteFont().getSize2D());
    String above = style.texts().get("iceberg.quotedSide");
    String below = style.texts().get("iceberg.deliversSide");
    double right = layout.width() - layout.pad();
    double widest = Stream.of(above, below)
        .mapToDouble(text -> Wrapping.widthOf(text, font))
        .max()
        .orElse(0);
    double line = IcebergLayout.lineOf(font);
    double deep = layout.water() + line + 8;
    boolean free = !layout.costBeside()
        && layout.columns().stream()
            .allMatch(column -> column.outline().right(deep) + 12 < right - widest);
    if (free) {
      rightAligned(graphics, above, font, style.text(), right, layout.water() - line - 3);
      rightAligned(graphics, below, font, ink.onSea(0), right, layout.water() + 6);
    }
  }

  private static void rightAligned(
      Graphics2D graphics, String text, Font font, Color color, double right, double top) {
    double x = right - Wrapping.widthOf(text, font);
    lines(graphics, List.of(text), font, color, x, top);
  }
}
