package app.waterline.export.deck;

import java.util.Optional;
import java.util.Set;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;

/** The number at the foot of a slide. */
final class Feet {
  private Feet() {}

  /** Shows the number where the layout has a place for it; slides do not get it by themselves. */
  static void number(XSLFSlide slide, XSLFSlideLayout layout) {
    Optional<XSLFTextShape> place = Layouts.placeholder(layout, Set.of(Placeholder.SLIDE_NUMBER));
    if (place.isPresent() && place.get().getXmlObject() instanceof CTShape theirs) {
      CTShape mine = slide.getXmlObject().getCSld().getSpTree().addNewSp();
      mine.set(theirs.copy());
      mine.getNvSpPr().getCNvPr().setId(slide.getShapes().size() + 1000L);
      while (mine.getSpPr().isSetXfrm()) {
        mine.getSpPr().unsetXfrm();
      }
    }
  }
}
