package app.waterline.export.deck;

import app.waterline.export.image.ChartFile;
import javax.xml.namespace.QName;
import org.apache.poi.sl.usermodel.PictureData.PictureType;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFPictureData;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFRelation;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.main.CTOfficeArtExtension;
import org.openxmlformats.schemas.presentationml.x2006.main.CTPicture;

/** Puts a drawing on a slide as vectors, with pixels for programs that can't show those. */
final class PictureShape {
  private static final String EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
  private static final String SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final double PIXELS = 2;

  private PictureShape() {}

  static CTPicture add(XMLSlideShow show, XSLFSlide slide, ChartFile file, Box place) {
    XSLFPictureData pixels = show.addPicture(file.png(PIXELS), PictureType.PNG);
    XSLFPictureShape shape = slide.createPicture(pixels);
    shape.setAnchor(place.points());
    XSLFPictureData vectors = show.addPicture(file.svg(), PictureType.SVG);
    String id =
        slide.addRelation(null, XSLFRelation.IMAGES, vectors).getRelationship().getId();
    CTPicture picture = (CTPicture) shape.getXmlObject();
    CTOfficeArtExtension extension =
        picture.getBlipFill().getBlip().addNewExtLst().addNewExt();
    extension.setUri(EXTENSION);
    try (XmlCursor cursor = extension.newCursor()) {
      cursor.toEndToken();
      cursor.beginElement(new QName(SVG, "svgBlip", "asvg"));
      cursor.insertAttributeWithValue(new QName(RELATIONSHIPS, "embed", "r"), id);
    }
    return picture;
  }
}
