package app.waterline.export.deck;

import java.awt.geom.Rectangle2D;

/**
 * A place on a slide.
 *
 * @param x from the left, points
 * @param y from the top, points
 * @param width points
 * @param height points
 */
record Box(double x, double y, double width, double height) {
  private static final double EMU = 12_700;

  static Box of(Rectangle2D rectangle) {
    return new Box(rectangle.getX(), rectangle.getY(), rectangle.getWidth(), rectangle.getHeight());
  }

  Rectangle2D.Double points() {
    return new Rectangle2D.Double(x, y, width, height);
  }

  Rectangle2D.Double emu() {
    return new Rectangle2D.Double(
        Math.round(x * EMU),
        Math.round(y * EMU),
        Math.round(width * EMU),
        Math.round(height * EMU));
  }

  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  double area() {
    return width * height;
  }

  /** The same without so much of its top. */
  Box below(double taken) {
    return new Box(x, y + taken, width, Math.max(0, height - taken));
  }

  /** The same without so much of its bottom. */
  Box above(double taken) {
    return new Box(x, y, width, Math.max(0, height - taken));
  }

  /** So much of its top. */
  Box top(double kept) {
    return new Box(x, y, width, kept);
  }

  /** So much of its bottom. */
  Box foot(double kept) {
    return new Box(x, bottom() - kept, width, kept);
  }

  /** The largest place of that shape in the middle of it. */
  Box shaped(double ratio) {
    double wide = Math.min(width, height * ratio);
    double high = wide / ratio;
    return new Box(x + (width - wide) / 2, y + (height - high) / 2, wide, high);
  }
}
