package app.waterline.export.deck;

import app.waterline.export.nativechart.PlainText;
import java.util.List;
import org.apache.poi.sl.usermodel.Insets2D;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.drawingml.x2006.main.CTSchemeColor;
import org.openxmlformats.schemas.drawingml.x2006.main.CTSolidColorFillProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.STSchemeColorVal;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;

/** Sets text on slides so that it fits its place. */
record Words(Look look) {
  /** The font for running text of whatever theme. */
  static final String BODY_FONT = "+mn-lt";

  private static final double TIGHTEN = 3;
  private static final double NEARLY = 0.9;

  /** How letters are coloured. */
  enum Ink {
    NORMAL,
    MUTED,
    BETTER,
    WORSE
  }

  /**
   * Fills a placeholder in the template's own letters, smaller where the text would not fit.
   *
   * @param paragraphs one below the other
   */
  void fill(XSLFTextShape shape, List<String> paragraphs, double least) {
    shape.clearText();
    List<XSLFTextRun> runs =
        paragraphs.stream().map(text -> run(shape, TextFit.whole(text))).toList();
    Box inner = inner(shape);
    double asked = runs.getFirst().getFontSize() == null ? 18 : runs.getFirst().getFontSize();
    boolean bold = runs.getFirst().isBold();
    TextFit fit = bold ? look.bold() : look.regular();
    String all = String.join(
        "\n", paragraphs.stream().map(PlainText::of).map(TextFit::whole).toList());
    double size = asked;
    double gaps = (paragraphs.size() - 1) * 0.4;
    while (size > least && fit.height(all, size, inner.width()) + gaps * size > inner.height()) {
      size -= 1;
    }
    if (runs.size() == 1 && fit.isOrphaned(all, size, inner.width())) {
      size = tighter(fit, all, size, least, inner.width());
    }
    if (runs.size() == 1 && fit.width(all, size) > inner.width() * NEARLY) {
      all = TextFit.joined(all); // the program that opens it may break its lines elsewhere
      runs.getFirst().setText(all);
    }
    if (size < asked) {
      set(runs, size);
    }
    if (fit.height(all, size, inner.width()) > inner.height() && runs.size() == 1) {
      runs.getFirst().setText(fit.cut(all, size, inner.width(), inner.height()));
    }
  }

  /** A little smaller, if that saves the last line. */
  private static double tighter(TextFit fit, String text, double size, double least, double width) {
    int lines = fit.lines(text, size, width).size();
    for (double each = size - 1; each >= Math.max(least, size - TIGHTEN); each--) {
      if (fit.lines(text, each, width).size() < lines) {
        return each;
      }
    }
    return size;
  }

  private static void set(List<XSLFTextRun> runs, double size) {
    runs.forEach(run -> run.setFontSize(size));
  }

  private static XSLFTextRun run(XSLFTextShape shape, String text) {
    XSLFTextParagraph paragraph = shape.addNewTextParagraph();
    XSLFTextRun run = paragraph.addNewTextRun();
    run.setText(PlainText.of(text));
    return run;
  }

  private static Box inner(XSLFTextShape shape) {
    Box anchor = Box.of(shape.getAnchor());
    double wide = anchor.width() - shape.getLeftInset() - shape.getRightInset();
    double high = anchor.height() - shape.getTopInset() - shape.getBottomInset();
    return new Box(anchor.x(), anchor.y(), Math.max(20, wide), Math.max(10, high));
  }

  /** A text of its own; what does not fit at the smallest size ends in an ellipsis. */
  void box(XSLFSlide slide, Box place, String name, String text, Ink ink, double... sizes) {
    String plain = TextFit.whole(PlainText.of(text));
    double size = look.regular().size(plain, place.width(), place.height(), sizes);
    XSLFTextBox box = slide.createTextBox();
    frame(box, place, name);
    XSLFTextParagraph paragraph = box.addNewTextParagraph();
    paragraph.setTextAlign(TextAlign.LEFT);
    XSLFTextRun run = paragraph.addNewTextRun();
    run.setText(look.regular().cut(plain, size, place.width(), place.height()));
    run.setFontFamily(BODY_FONT);
    run.setFontSize(size);
    color(run, ink);
  }

  /** Several lines of small print. */
  void paragraphs(XSLFSlide slide, Box place, String name, String text, double... sizes) {
    double size = look.regular().size(text, place.width(), place.height(), sizes);
    XSLFTextBox box = slide.createTextBox();
    frame(box, place, name);
    String cut = look.regular().cut(text, size, place.width(), place.height());
    for (String line : cut.lines().toList()) {
      XSLFTextParagraph paragraph = box.addNewTextParagraph();
      paragraph.setTextAlign(TextAlign.LEFT);
      XSLFTextRun run = paragraph.addNewTextRun();
      run.setText(PlainText.of(line));
      run.setFontFamily(BODY_FONT);
      run.setFontSize(size);
      color(run, Ink.MUTED);
    }
  }

  private void frame(XSLFTextBox box, Box place, String name) {
    box.setAnchor(place.points());
    box.clearText();
    box.setInsets(new Insets2D(0, 0, 0, 0));
    box.setWordWrap(true);
    box.setVerticalAlignment(VerticalAlignment.TOP);
    name(box, name);
  }

  static void name(XSLFTextShape shape, String name) {
    if (shape.getXmlObject() instanceof CTShape xml) {
      xml.getNvSpPr().getCNvPr().setName(name);
    }
  }

  /** Colours letters in a theme colour where there is one, so that they follow the customer's theme. */
  void color(XSLFTextRun run, Ink ink) {
    switch (ink) {
      case BETTER -> run.setFontColor(look.theme().token("better"));
      case WORSE -> run.setFontColor(look.theme().token("worse"));
      case NORMAL, MUTED -> scheme(run, ink == Ink.MUTED);
    }
  }

  private void scheme(XSLFTextRun run, boolean muted) {
    CTTextCharacterProperties properties = run.getRPr(true);
    CTSolidColorFillProperties fill =
        properties.isSetSolidFill() ? properties.getSolidFill() : properties.addNewSolidFill();
    CTSchemeColor color = fill.addNewSchemeClr();
    color.setVal(STSchemeColorVal.Enum.forString(look.ink()));
    if (muted && look.muted() < 1) {
      color.addNewAlpha().setVal((int) Math.round(look.muted() * 100_000));
    }
  }
}
