package app.waterline.export.image;

import app.waterline.chart.ChartImage;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;

/** A chart as vectors in a PDF. */
public final class PdfChart {
  private PdfChart() {}

  static byte[] of(ChartFile chart) {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(chart.width(), chart.height()));
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(drawn(chart, document, new PdfFonts(document)));
      }
      PdfIdentity.of(chart.spec().title(), chart.description()).mark(document);
      return bytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Draws a chart at a place of a page.
   *
   * @param x of the left edge, in points from the left
   * @param y of the lower edge, in points from below
   * @param width that the chart is scaled to, in points
   */
  public static void draw(
      ChartFile chart,
      PDDocument document,
      PdfFonts fonts,
      PDPageContentStream content,
      float x,
      float y,
      float width)
      throws IOException {
    float scale = width / chart.width();
    content.saveGraphicsState();
    content.transform(new Matrix(scale, 0, 0, scale, x, y));
    content.drawForm(drawn(chart, document, fonts));
    content.restoreGraphicsState();
  }

  private static PDFormXObject drawn(ChartFile chart, PDDocument document, PdfFonts fonts)
      throws IOException {
    PdfBoxGraphics2D graphics =
        new PdfBoxGraphics2D(document, (float) chart.width(), (float) chart.height());
    graphics.setFontTextDrawer(fonts.drawer());
    ChartImage.paint(graphics, chart.drawing(), chart.spec(), chart.width(), chart.height());
    graphics.dispose();
    return graphics.getXFormObject();
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
