package app.waterline.export.deck;

import app.waterline.export.nativechart.ChartBook;
import app.waterline.export.nativechart.NativeChart;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.CTGraphicalObjectFrame;

/** Puts a native chart with its workbook on a slide. */
final class ChartShape {
  private ChartShape() {}

  /**
   * @param date stands in the workbook for the date of writing
   */
  static CTGraphicalObjectFrame add(
      XMLSlideShow show, XSLFSlide slide, NativeChart chart, Box place, Date date) {
    XSLFChart part = show.createChart();
    try {
      part.getCTChartSpace().set(ChartSpaceDocument.Factory.parse(chart.xml()).getChartSpace());
    } catch (XmlException e) {
      throw new IllegalStateException(e); // written by us: a defect
    }
    part.setWorkbook(dated(ChartBook.of(chart.data()), date));
    slide.addChart(part, place.emu());
    var frames = slide.getXmlObject().getCSld().getSpTree().getGraphicFrameList();
    return frames.getLast();
  }

  private static XSSFWorkbook dated(XSSFWorkbook book, Date date) {
    POIXMLProperties.CoreProperties core = book.getProperties().getCoreProperties();
    core.setCreator("Waterline");
    core.setCreated(Optional.of(date));
    core.setModified(Optional.of(date));
    return book;
  }
}
