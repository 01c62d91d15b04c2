package app.waterline.export.image;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Graphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A PDF of one page, drawn as on a screen: vectors, with the typeface inside. */
public final class PdfPage {
  private PdfPage() {}

  /**
   * The bytes of the file.
   *
   * @param width in points
   * @param height in points
   * @param title of the document
   * @param subject what it shows, in words
   * @param drawn what draws it, from the upper left corner on
   */
  public static byte[] of(
      double width, double height, String title, String subject, Consumer<Graphics2D> drawn) {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
      document.addPage(page);
      PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, (float) width, (float) height);
      graphics.setFontTextDrawer(new PdfFonts(document).drawer());
      drawn.accept(graphics);
      graphics.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(graphics.getXFormObject());
      }
      new PdfIdentity(title, subject).mark(document);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
