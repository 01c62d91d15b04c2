package app.waterline.export.image;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * What a PDF says about itself. Its id follows from what it shows, and it bears no date: the same
 * workspace gives the same bytes.
 *
 * @param title of the document
 * @param subject what it shows, in words
 */
public record PdfIdentity(String title, String subject) {
  /** The identity of what bears that title and shows that. */
  public static PdfIdentity of(String title, String subject) {
    return new PdfIdentity(title, subject);
  }

  /** Writes it into the document. */
  public void mark(PDDocument document) {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setSubject(subject);
    information.setCreator("Waterline");
    document.setDocumentInformation(information);
    document.getDocumentCatalog().setLanguage("en");
    document.setDocumentId((long) hashCode()); // the id would follow from the clock otherwise
  }
}
