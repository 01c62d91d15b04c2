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
record PdfIdentity(String title, String subject) {
  /** Writes it into the document. */
  void mark(PDDocument document) {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setSubject(subject);
    information.setCreator("Waterline");
    document.setDocumentInformation(information);
    document.getDocumentCatalog().setLanguage("en");
    document.setDocumentId((long) hashCode()); // the id would follow from the clock otherwise
  }
}
