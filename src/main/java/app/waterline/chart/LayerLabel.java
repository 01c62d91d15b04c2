package app.waterline.chart;

import app.waterline.chart.IcebergChart.Layer;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/**
 * Writes the name and the factor of a layer: in full where it has room, shorter where it has less, beside
 * the ice where it is too thin, and not at all where it would cover something.
 *
 * @param style letters and words
 * @param layout of the picture
 * @param column of the platform
 * @param layer what to name
 * @param lacking whether it is ice that is missing
 */
record LayerLabel(
    ChartStyle style,
    IcebergLayout layout,
    IcebergLayout.Column column,
    Layer layer,
    boolean lacking) {
  private static final double MARGIN = 10;
  private static final double FARTHEST = 36;

  /** How a label may read, the fullest first. */
  private List<List<String>> ways() {
    String value = value();
    if (layer.kind() == IcebergChart.Kind.COMMON) {
      return List.of(
          List.of(layer.name(), value),
          List.of(layer.name(), layer.label()),
          List.of(layer.brief()));
    }
    return List.of(
        List.of(layer.name(), value),
        List.of(layer.name() + "  " + value),
        List.of(layer.brief(), value),
        List.of(layer.brief() + " " + value),
        List.of(layer.brief(), layer.label()),
        List.of(layer.brief() + " " + layer.label()),
        List.of(layer.brief()));
  }

  private String value() {
    String marked = layer.label() + " " + ChartTexts.mark(layer.quality());
    return lacking ? style.texts().get("iceberg.lacking", marked) : marked;
  }

  private Font strong(float size) {
    return style.fonts().semiBold(size);
  }

  private Font light(float size) {
    return style.fonts().medium(size);
  }

  /** Writes it on the ice, if it fits. */
  boolean inside(Graphics2D graphics, double top, double bottom, Color color) {
    float full = layout.labelFont().getSize2D();
    for (float size : new float[] {full, Math.min(full, ChartStyle.SMALL)}) {
      for (List<String> lines : ways()) {
        if (fits(lines, size, top, bottom)) {
          write(graphics, lines, size, (top + bottom) / 2, color);
          return true;
        }
      }
    }
    return false;
  }

  private boolean fits(List<String> lines, float size, double top, double bottom) {
    double high = lines.size() * line(size);
    double middle = (top + bottom) / 2;
    if (high + 2 > bottom - top) {
      return false;
    }
    double wide = Math.min(room(middle - high / 2), room(middle + high / 2));
    return lines.stream().allMatch(line -> Wrapping.widthOf(line, strong(size)) + MARGIN <= wide);
  }

  /** Twice the way from the axis to the nearer edge. */
  private double room(double y) {
    BergOutline outline = column.outline();
    return 2 * Math.min(outline.middle() - outline.left(y), outline.right(y) - outline.middle());
  }

  private static double line(float size) {
    return size * 1.25;
  }

  private void write(
      Graphics2D graphics, List<String> lines, float size, double middle, Color color) {
    double y = middle - lines.size() * line(size) / 2;
    graphics.setPaint(color);
    for (int index = 0; index < lines.size(); index++) {
      Font font = index == 0 ? strong(size) : light(size);
      double x = column.outline().middle() - Wrapping.widthOf(lines.get(index), font) / 2;
      graphics.setFont(font);
      ChartFonts.draw(graphics, lines.get(index), (float) x, (float) (y + size));
      y += line(size);
    }
  }

  /**
   * Writes it beside the ice, if there is room.
   *
   * @param free nothing stands there below this height
   * @return the same after it
   */
  double beside(Graphics2D graphics, double top, double bottom, Color color, double free) {
    float size = ChartStyle.SMALL;
    double middle = (top + bottom) / 2;
    double y = Math.max(middle, free + line(size) / 2);
    double x = column.outline().right(middle) + 26;
    for (String text : List.of(layer.name() + "  " + value(), layer.brief() + " " + value())) {
      boolean fits = x + Wrapping.widthOf(text, strong(size)) <= column.right();
      if (fits && y - middle <= FARTHEST) {
        graphics.setPaint(color);
        graphics.setStroke(ChartStyle.HAIRLINE);
        graphics.draw(new Line2D.Double(column.outline().right(middle) + 3, middle, x - 5, y));
        graphics.setFont(strong(size));
        ChartFonts.draw(graphics, text, (float) x, (float) (y + size * 0.36));
        return y + line(size) / 2;
      }
    }
    return free;
  }
}
