package app.waterline.export.preview;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.ChartTheme;
import app.waterline.export.deck.Deck;
import app.waterline.export.deck.Slide;
import app.waterline.export.deck.SlideContent;
import app.waterline.export.file.Progress;
import app.waterline.export.nativechart.PlainText;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.sl.draw.Drawable;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGraphicFrame;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.openxmlformats.schemas.presentationml.x2006.main.CTGraphicalObjectFrame;
import org.openxmlformats.schemas.presentationml.x2006.main.CTPicture;

/**
 * The slides of a finished deck as pictures, in its own template. A native chart is drawn by the program
 * that opens the deck; here our own drawing of the same figures stands in its place.
 */
public final class SlidePictures {
  /** A typeface that is not on this machine is drawn in one as wide as an office program's usual one. */
  private static final Map<String, String> FONTS = fonts();

  private final ChartTexts texts;
  private final ChartFonts fonts;

  private static Map<String, String> fonts() {
    Map<String, String> fonts = new HashMap<>();
    for (String family : GraphicsEnvironment.getLocalGraphicsEnvironment()
        .getAvailableFontFamilyNames(Locale.ROOT)) {
      fonts.put(family, family);
    }
    fonts.put("*", fonts.getOrDefault("Liberation Sans", "Inter"));
    return fonts;
  }

  /**
   * @param texts words and numbers of the charts
   * @param fonts their typeface
   */
  public SlidePictures(ChartTexts texts, ChartFonts fonts) {
    this.texts = texts;
    this.fonts = fonts;
  }

  /**
   * Draws slide by slide.
   *
   * @param bytes the finished deck
   * @param deck what it says
   * @param dark whether it is on dark ground
   * @param width of a picture, pixels
   * @param sink takes each picture as soon as it is drawn
   * @throws java.util.concurrent.CancellationException if the progress wanted no more of it
   */
  public void draw(
      byte[] bytes,
      Deck deck,
      boolean dark,
      int width,
      Consumer<BufferedImage> sink,
      Progress progress) {
    ChartDrawing drawing =
        new ChartDrawing(dark ? ChartTheme.dark() : ChartTheme.light(), fonts, texts);
    Map<String, ChartSpec> charts = charts(deck);
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(bytes))) {
      List<XSLFSlide> slides = show.getSlides();
      for (int i = 0; i < slides.size(); i++) {
        progress.at((double) i / slides.size());
        sink.accept(picture(slides.get(i), charts, drawing, show.getPageSize(), width));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A table may take several slides, so that charts are known by the words in which they are described. */
  private Map<String, ChartSpec> charts(Deck deck) {
    Map<String, ChartSpec> charts = new HashMap<>();
    for (Slide slide : deck.slides()) {
      if (slide.content() instanceof SlideContent.Chart chart) {
        charts.put(PlainText.of(chart.spec().describe(texts)), chart.spec());
      }
    }
    return charts;
  }

  private static BufferedImage picture(
      XSLFSlide slide,
      Map<String, ChartSpec> charts,
      ChartDrawing drawing,
      Dimension page,
      int width) {
    double scale = width / page.getWidth();
    int height = (int) Math.round(page.getHeight() * scale);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(Drawable.FONT_MAP, FONTS);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.scale(scale, scale);
    slide.getShapes().forEach(SlidePictures::prepare);
    slide.draw(graphics);
    chartOf(slide, graphics, charts, drawing);
    graphics.dispose();
    return image;
  }

  /**
   * A picture holds vectors and pixels; nothing here draws the vectors. A table names a style that an
   * office program brings itself; looking for it in the deck fails.
   */
  private static void prepare(XSLFShape shape) {
    if (shape instanceof XSLFTable table
        && table.getCTTable().getTblPr() != null
        && table.getCTTable().getTblPr().isSetTableStyleId()) {
      table.getCTTable().getTblPr().unsetTableStyleId();
    }
    if (shape instanceof XSLFPictureShape picture
        && picture.getXmlObject() instanceof CTPicture xml
        && xml.getBlipFill().getBlip().isSetExtLst()) {
      xml.getBlipFill().getBlip().unsetExtLst();
    }
  }

  private static void chartOf(
      XSLFSlide slide, Graphics2D graphics, Map<String, ChartSpec> charts, ChartDrawing drawing) {
    for (XSLFShape shape : slide.getShapes()) {
      if (shape instanceof XSLFGraphicFrame frame && frame.hasChart()) {
        ChartSpec spec = charts.get(wordsOf(frame));
        if (spec != null) {
          Rectangle2D place = frame.getAnchor();
          Graphics2D inside = (Graphics2D) graphics.create();
          inside.translate(place.getX(), place.getY());
          drawing.draw(inside, spec.withoutWords(), place.getWidth(), place.getHeight());
          inside.dispose();
        }
      }
    }
  }

  private static String wordsOf(XSLFGraphicFrame frame) {
    return frame.getXmlObject() instanceof CTGraphicalObjectFrame xml
        ? xml.getNvGraphicFramePr().getCNvPr().getDescr()
        : "";
  }
}
