package app.waterline.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** Writes and fills for the charts that no library draws, in the style of all charts. */
final class Pen {
  private static final double SWATCH = 10;
  private static final double LEADING = 1.32;
  private static final double LARGE_FROM = 860;
  private static final float TITLE = 16f;
  private static final float LARGE_TITLE = 21f;

  /** What the screen puts into the upper right corner stands beside the title, not on it. */
  private static final double CORNER = 36;

  private final Graphics2D graphics;
  private final ChartStyle style;

  Pen(Graphics2D graphics, ChartStyle style) {
    this.graphics = graphics;
    this.style = style;
  }

  static double lineOf(Font font) {
    return Math.ceil(font.getSize2D() * LEADING);
  }

  /** Writes title, subtitle and notes; what they leave is for the chart. */
  Rectangle2D frame(ChartSpec spec, double width, double height) {
    Font title = style.fonts().semiBold(width >= LARGE_FROM ? LARGE_TITLE : TITLE);
    Font words = style.fonts().regular(ChartStyle.NORMAL);
    double top = 0;
    if (!spec.title().isEmpty()) {
      top = lines(Wrapping.lines(spec.title(), title, width - CORNER), title, style.text(), 0, top)
          + 4;
    }
    if (!spec.subtitle().isEmpty()) {
      top = lines(Wrapping.lines(spec.subtitle(), words, width), words, style.muted(), 0, top) + 12;
    }
    double bottom = notes(spec, width, height);
    return new Rectangle2D.Double(0, top, width, Math.max(0, bottom - top));
  }

  private double notes(ChartSpec spec, double width, double height) {
    Font small = style.fonts().regular(ChartStyle.SMALL);
    List<String> notes = spec.notes().stream()
        .flatMap(note -> Wrapping.lines(note, small, width).stream())
        .toList();
    double top = height - notes.size() * lineOf(small);
    lines(notes, small, style.muted(), 0, top);
    return notes.isEmpty() ? height : top - 8;
  }

  /** Writes lines from the left; the place below them. */
  double lines(List<String> lines, Font font, Color color, double x, double top) {
    double y = top;
    for (String line : lines) {
      left(line, font, color, x, y);
      y += lineOf(font);
    }
    return y;
  }

  void left(String text, Font font, Color color, double x, double top) {
    graphics.setFont(font);
    graphics.setPaint(color);
    double ascent = (lineOf(font) + font.getSize2D() * 0.72) / 2;
    ChartFonts.draw(graphics, text, (float) x, (float) (top + ascent));
  }

  void right(String text, Font font, Color color, double right, double top) {
    left(text, font, color, right - Wrapping.widthOf(text, font), top);
  }

  void centred(String text, Font font, Color color, double middle, double top) {
    left(text, font, color, middle - Wrapping.widthOf(text, font) / 2, top);
  }

  void line(double x1, double y1, double x2, double y2, Color color) {
    graphics.setPaint(color);
    graphics.setStroke(ChartStyle.HAIRLINE);
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  void box(Rectangle2D box, Color color, double corner) {
    graphics.setPaint(color);
    graphics.fill(new RoundRectangle2D.Double(
        box.getX(), box.getY(), box.getWidth(), box.getHeight(), corner, corner));
  }

  void dot(double x, double y, double radius, Color fill, Color edge) {
    Ellipse2D dot = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    graphics.setPaint(fill);
    graphics.fill(dot);
    graphics.setPaint(edge);
    graphics.setStroke(ChartStyle.HAIRLINE);
    graphics.draw(dot);
  }

  /** Colours with their names, in as many rows as they need; the place below them. */
  double legend(List<Entry> entries, double x, double top, double width) {
    Font font = style.fonts().regular(ChartStyle.SMALL);
    double line = lineOf(font) + 3;
    double at = x;
    double y = top;
    for (Entry entry : entries) {
      double wide = SWATCH + 6 + Wrapping.widthOf(entry.name(), font) + 16;
      if (at > x && at + wide - 16 > x + width) {
        at = x;
        y += line;
      }
      swatch(entry, at, y + (lineOf(font) - SWATCH) / 2);
      left(entry.name(), font, style.muted(), at + SWATCH + 6, y);
      at += wide;
    }
    return entries.isEmpty() ? y : y + line;
  }

  private void swatch(Entry entry, double x, double y) {
    double thick = entry.line() ? 3 : SWATCH;
    box(
        new Rectangle2D.Double(x, y + (SWATCH - thick) / 2, SWATCH, thick),
        entry.color(),
        entry.line() ? 0 : 3);
  }

  /** The colour in which letters read best on a fill. */
  Color on(Color fill) {
    Color dark = new Color(0x14, 0x20, 0x33);
    return ChartTheme.contrast(dark, fill) >= ChartTheme.contrast(Color.WHITE, fill)
        ? dark
        : Color.WHITE;
  }

  /**
   * A colour of a legend.
   *
   * @param name what it stands for
   * @param color the colour
   * @param line whether it is a line's
   */
  record Entry(String name, Color color, boolean line) {}
}
