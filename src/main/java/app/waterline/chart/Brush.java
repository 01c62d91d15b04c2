package app.waterline.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Sets short texts and simple shapes; a text stands on its baseline. */
final class Brush {
  private static final double CORNER = 5;

  private final Graphics2D graphics;
  private final ChartStyle style;

  Brush(Graphics2D graphics, ChartStyle style) {
    this.graphics = graphics;
    this.style = style;
  }

  double width(String text, Font font) {
    return Wrapping.widthOf(text, font);
  }

  /** The place itself, or the nearer end; the lower end where there is no room at all. */
  static double within(double place, double low, double high) {
    return Math.max(low, Math.min(high, place));
  }

  void left(String text, Font font, Color color, double x, double baseline) {
    graphics.setFont(font);
    graphics.setPaint(color);
    ChartFonts.draw(graphics, text, (float) x, (float) baseline);
  }

  void right(String text, Font font, Color color, double x, double baseline) {
    left(text, font, color, x - width(text, font), baseline);
  }

  void centred(String text, Font font, Color color, double middle, double baseline) {
    left(text, font, color, middle - width(text, font) / 2, baseline);
  }

  /** The text, cut with an ellipsis where it is wider than the width. */
  String fitting(String text, Font font, double most) {
    if (width(text, font) <= most) {
      return text;
    }
    int end = text.length() - 1;
    while (end > 1 && width(text.substring(0, end).strip() + "…", font) > most) {
      end--;
    }
    return text.substring(0, end).strip() + "…";
  }

  /** Centred letters on a soft plate, readable over any colour. */
  void plated(String text, Font font, double middle, double baseline) {
    double wide = width(text, font) + 14;
    double high = font.getSize2D() + 9;
    graphics.setPaint(ChartTheme.faded(style.theme().background(), 0.9));
    graphics.fill(new RoundRectangle2D.Double(
        middle - wide / 2, baseline - font.getSize2D() - 3, wide, high, 8, 8));
    centred(text, font, style.text(), middle, baseline);
  }

  void bar(Rectangle2D bar, Color fill, Color edge) {
    double corner = Math.min(CORNER, Math.min(bar.getWidth(), bar.getHeight()));
    RoundRectangle2D shape = new RoundRectangle2D.Double(
        bar.getX(), bar.getY(), bar.getWidth(), bar.getHeight(), corner, corner);
    graphics.setPaint(fill);
    graphics.fill(shape);
    graphics.setPaint(edge);
    graphics.setStroke(ChartStyle.HAIRLINE);
    graphics.draw(shape);
  }

  void line(double x1, double y1, double x2, double y2, Color color, Stroke stroke) {
    graphics.setPaint(color);
    graphics.setStroke(stroke);
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }
}
