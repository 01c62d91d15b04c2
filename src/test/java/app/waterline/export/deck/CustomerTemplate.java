package app.waterline.export.deck;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFSheet;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFSlideMaster;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.drawingml.x2006.main.CTBaseStyles;
import org.openxmlformats.schemas.drawingml.x2006.main.CTColor;
import org.openxmlformats.schemas.drawingml.x2006.main.CTColorScheme;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;

/** Presentations as customers have them: eleven layouts, colours and fonts of their own, old slides. */
public final class CustomerTemplate {
  static final String SECRET = "Project Falcon: margin 71 %";
  static final String FONT = "Georgia";
  private static final String PREFIX =
      "application/vnd.openxmlformats-officedocument.presentationml.";

  private CustomerTemplate() {}

  /** A {@code .pptx} with two slides that are nobody else's business. */
  public static byte[] pptx() {
    try (XMLSlideShow show = new XMLSlideShow()) {
      show.setPageSize(new Dimension(960, 540));
      XSLFSlideMaster master = show.getSlideMasters().getFirst();
      colors(master);
      widen(master);
      for (XSLFSlideLayout layout : master.getSlideLayouts()) {
        widen(layout);
      }
      band(master);
      oldSlides(show, master);
      return bytes(show);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The layouts of the library are made for narrow slides. */
  private static void widen(XSLFSheet sheet) {
    sheet.getShapes().forEach(shape -> {
      if (shape instanceof XSLFTextShape text
          && text.getXmlObject() instanceof CTShape xml
          && xml.getSpPr().isSetXfrm()) {
        var anchor = text.getAnchor();
        text.setAnchor(new Rectangle2D.Double(
            anchor.getX() * 960 / 720,
            anchor.getY(),
            anchor.getWidth() * 960 / 720,
            anchor.getHeight()));
      }
    });
  }

  private static void colors(XSLFSlideMaster master) {
    CTBaseStyles styles = master.getTheme().getXmlObject().getThemeElements();
    CTColorScheme scheme = styles.getClrScheme();
    set(scheme.getDk1(), new Color(0x2B, 0x1B, 0x17));
    set(scheme.getLt1(), new Color(0xFF, 0xFB, 0xF5));
    set(scheme.getAccent1(), new Color(0x8C, 0x1D, 0x40));
    styles.getFontScheme().getMajorFont().getLatin().setTypeface(FONT);
    styles.getFontScheme().getMinorFont().getLatin().setTypeface(FONT);
  }

  private static void set(CTColor color, Color value) {
    if (color.isSetSysClr()) {
      color.unsetSysClr();
    }
    (color.isSetSrgbClr() ? color.getSrgbClr() : color.addNewSrgbClr())
        .setVal(
            new byte[] {(byte) value.getRed(), (byte) value.getGreen(), (byte) value.getBlue()});
  }

  private static void band(XSLFSlideMaster master) {
    XSLFAutoShape band = master.createAutoShape();
    band.setShapeType(ShapeType.RECT);
    band.setAnchor(new Rectangle(0, 0, 14, 540));
    band.setFillColor(new Color(0x8C, 0x1D, 0x40));
  }

  private static void oldSlides(XMLSlideShow show, XSLFSlideMaster master) {
    for (int i = 0; i < 2; i++) {
      XSLFSlide slide = show.createSlide(master.getLayout(SlideLayout.TITLE_AND_CONTENT));
      slide.getPlaceholder(0).setText(SECRET);
      show.getNotesSlide(slide).getPlaceholders();
    }
  }

  static byte[] bytes(XMLSlideShow show) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    show.write(bytes);
    return bytes.toByteArray();
  }

  /** The same as a {@code .potx}. */
  static byte[] potx() {
    return retyped(PREFIX + "template.main+xml", false);
  }

  /** The same as a {@code .potm} with a macro. */
  public static byte[] potm() {
    return retyped("application/vnd.ms-powerpoint.template.macroEnabled.main+xml", true);
  }

  private static byte[] retyped(String type, boolean macro) {
    try (OPCPackage open = OPCPackage.open(new ByteArrayInputStream(pptx()))) {
      open.replaceContentType(PREFIX + "presentation.main+xml", type);
      if (macro) {
        PackagePartName name = PackagingURIHelper.createPartName("/ppt/vbaProject.bin");
        PackagePart part = open.createPart(name, "application/vnd.ms-office.vbaProject");
        try (OutputStream out = part.getOutputStream()) {
          out.write("Sub AutoOpen()".getBytes(StandardCharsets.UTF_8));
        }
        open.getPart(PackagingURIHelper.createPartName("/ppt/presentation.xml"))
            .addRelationship(
                name,
                TargetMode.INTERNAL,
                "http://schemas.microsoft.com/office/2006/relationships/vbaProject");
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      open.save(bytes);
      return bytes.toByteArray();
    } catch (IOException | InvalidFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  static Path write(Path folder, String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  /** Whether a text stands in any placeholder for titles. */
  static boolean isTitle(XSLFTextShape shape) {
    return shape.getTextType() == Placeholder.TITLE
        || shape.getTextType() == Placeholder.CENTERED_TITLE;
  }
}
