package app.waterline.export.image;

import app.waterline.chart.ChartImage;
import app.waterline.export.file.PlainText;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A chart as SVG. Letters become outlines: few machines have the typeface, and with another one the
 * labels would be of other widths than those that the drawing made room for. What they say is in the
 * picture's description instead, for search and for screen readers.
 */
final class SvgChart extends SVGGraphics2D {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final int DIGITS = 2;

  private SvgChart(SVGGeneratorContext context) {
    super(context, true);
  }

  static byte[] of(ChartFile chart) {
    SvgChart graphics = new SvgChart(context());
    ChartImage.paint(graphics, chart.drawing(), chart.spec(), chart.width(), chart.height());
    Element root = graphics.getRoot();
    root.setAttribute("width", String.valueOf(chart.width()));
    root.setAttribute("height", String.valueOf(chart.height()));
    root.setAttribute("viewBox", "0 0 %d %d".formatted(chart.width(), chart.height()));
    root.setAttribute("role", "img");
    describe(root, "desc", chart.description());
    describe(root, "title", chart.spec().title());
    return bytes(root);
  }

  private static SVGGeneratorContext context() {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment(null);
    context.setPrecision(DIGITS);
    return context;
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e); // only for features, and none was asked for
    }
  }

  private static void describe(Element root, String name, String text) {
    Document document = root.getOwnerDocument();
    Element element = document.createElementNS(NAMESPACE, name);
    element.appendChild(document.createTextNode(PlainText.of(text)));
    root.insertBefore(element, root.getFirstChild());
  }

  // The library's own writer names a document type on the network, which some readers then fetch.
  private static byte[] bytes(Element root) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
      writer.transform(new DOMSource(root), new StreamResult(bytes));
    } catch (TransformerException e) {
      throw new IllegalStateException(e); // memory takes what is written to it
    }
    return bytes.toByteArray();
  }

  /** In the order of reading, which the library's own outlines of right-to-left letters are not in. */
  @Override
  public void drawString(String text, float x, float y) {
    if (!text.isEmpty()) {
      TextLayout layout = new TextLayout(text, getFont(), getFontRenderContext());
      fill(layout.getOutline(AffineTransform.getTranslateInstance(x, y)));
    }
  }
}
