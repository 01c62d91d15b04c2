package app.waterline.export.image;

import app.waterline.chart.ChartImage;

/** A chart as a page of vectors. */
final class PdfChart {
  private PdfChart() {}

  static byte[] of(ChartFile chart) {
    return PdfPage.of(
        chart.width(),
        chart.height(),
        chart.spec().title(),
        chart.description(),
        graphics -> ChartImage.paint(
            graphics, chart.drawing(), chart.spec(), chart.width(), chart.height()));
  }
}
