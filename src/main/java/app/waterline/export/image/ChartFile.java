package app.waterline.export.image;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartImage;
import app.waterline.chart.ChartSpec;

/**
 * A chart as the bytes of a file, as large as it is asked for; the same chart gives the same bytes.
 *
 * @param drawing theme, typeface and language
 * @param spec what is shown
 * @param width in points, above 48
 * @param height in points, above 48
 */
public record ChartFile(ChartDrawing drawing, ChartSpec spec, int width, int height) {
  private static final int MARGINS = 48;
  private static final int USUAL_WIDTH = 960;

  /** At the size at which nothing is crowded. */
  public static ChartFile of(ChartDrawing drawing, ChartSpec spec) {
    int height = (int) Math.ceil(ChartDrawing.preferredHeight(spec)) + MARGINS;
    return new ChartFile(drawing, spec, USUAL_WIDTH, height);
  }

  /**
   * Pixels, opaque.
   *
   * @param scale pixels to a point, 1 to 4
   */
  public byte[] png(double scale) {
    return ChartImage.png(drawing, spec, width, height, scale);
  }

  /** Vectors for a browser, a word processor or a drawing program; in UTF-8. */
  public byte[] svg() {
    return SvgChart.of(this);
  }

  /** One page of the chart's size, with vectors and the typeface inside. */
  public byte[] pdf() {
    return PdfChart.of(this);
  }

  String description() {
    return spec.describe(drawing.texts());
  }
}
