package app.waterline.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A chart as an image; needs no display. */
public final class ChartImage {
  private static final int MARGIN = 24;
  private static final int LONGEST = 8000;

  private ChartImage() {}

  /**
   * The chart on the theme's background, with a margin; icebergs fill it.
   *
   * @param width in points, margin included, above 48
   * @param height in points, margin included, above 48
   * @param scale pixels to a point; 2 for a sharp image
   * @throws IllegalArgumentException if a side would exceed 8,000 pixels
   */
  public static BufferedImage of(
      ChartDrawing drawing, ChartSpec spec, int width, int height, double scale) {
    int wide = (int) Math.round(width * scale);
    int high = (int) Math.round(height * scale);
    if (Math.max(wide, high) > LONGEST) {
      throw new IllegalArgumentException(
          "An image has at most %d pixels a side [%d × %d]. Choose a smaller size."
              .formatted(LONGEST, wide, high));
    }
    BufferedImage image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(scale, scale);
    paint(graphics, drawing, spec, width, height);
    graphics.dispose();
    return image;
  }

  /**
   * The same on anything that can be drawn on, from its origin on.
   *
   * @param width in units of the graphics, margin included, above 48
   * @param height in units of the graphics, margin included, above 48
   */
  public static void paint(
      Graphics2D graphics, ChartDrawing drawing, ChartSpec spec, double width, double height) {
    graphics.setColor(drawing.theme().background());
    graphics.fill(new Rectangle2D.Double(0, 0, width, height));
    int margin = spec instanceof IcebergChart ? 0 : MARGIN; // sky and sea reach the edges
    graphics.translate(margin, margin);
    drawing.draw(graphics, spec, width - 2.0 * margin, height - 2.0 * margin);
  }

  /** The same as the bytes of a PNG file. */
  public static byte[] png(
      ChartDrawing drawing, ChartSpec spec, int width, int height, double scale) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(of(drawing, spec, width, height, scale), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
