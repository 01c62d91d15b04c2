package app.waterline.export.preview;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The first page of a finished PDF as a picture. */
public final class PagePicture {
  private PagePicture() {}

  /**
   * Draws it.
   *
   * @param pdf the file
   * @param scale pixels to a point
   */
  public static BufferedImage of(byte[] pdf, float scale) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImage(0, scale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
