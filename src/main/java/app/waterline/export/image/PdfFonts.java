package app.waterline.export.image;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** The bundled typeface inside one PDF, each weight once and only where it is used. */
final class PdfFonts {
  private static final String FOLDER = "/app/waterline/assets/fonts/";
  private static final COSName OPEN_TYPE = COSName.getPDFName("OpenType");

  private final PDDocument document;
  private final Map<String, PDFont> loaded = new HashMap<>();

  /**
   * @param document what the fonts are put into
   */
  PdfFonts(PDDocument document) {
    this.document = document;
  }

  private PDFont font(String name) throws IOException {
    PDFont font = loaded.get(name);
    if (font == null) {
      font = load(name);
      loaded.put(name, font);
    }
    return font;
  }

  private PDFont load(String name) throws IOException {
    try (InputStream stream = PdfFonts.class.getResourceAsStream(FOLDER + name + ".otf")) {
      if (stream == null) {
        throw new IOException(
            "A bundled font is missing [%s]. Build the program again.".formatted(name));
      }
      OpenTypeFont parsed = new OTFParser().parse(new RandomAccessReadBuffer(stream));
      PDFont font = PDType0Font.load(document, parsed, false);
      declareOutlines(font);
      return font;
    }
  }

  // The library embeds PostScript outlines as if they were TrueType ones, which readers warn about.
  private static void declareOutlines(PDFont font) {
    COSArray descendants =
        (COSArray) font.getCOSObject().getDictionaryObject(COSName.DESCENDANT_FONTS);
    COSDictionary descendant = (COSDictionary) descendants.getObject(0);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
    descendant.removeItem(COSName.CID_TO_GID_MAP);
    COSDictionary descriptor = descendant.getCOSDictionary(COSName.FONT_DESC);
    COSStream program = descriptor.getCOSStream(COSName.FONT_FILE2);
    program.setItem(COSName.SUBTYPE, OPEN_TYPE);
    descriptor.removeItem(COSName.FONT_FILE2);
    descriptor.setItem(COSName.FONT_FILE3, program);
  }

  /** Draws a chart's text with these fonts; what they lack, and right-to-left text, as outlines. */
  IPdfBoxGraphics2DFontTextDrawer drawer() {
    return new Drawer(this);
  }

  private @Nullable PDFont like(Font font) throws IOException {
    String name = font.getPSName();
    return name.startsWith("Inter-") ? font(name) : null;
  }

  private static final class Drawer extends PdfBoxGraphics2DFontTextDrawer {
    private final PdfFonts fonts;

    private Drawer(PdfFonts fonts) {
      this.fonts = fonts;
    }

    @Override
    protected @Nullable PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException {
      return fonts.like(font);
    }
  }
}
