package app.waterline.export.image;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartGallery;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.ChartTheme;
import app.waterline.engine.Evaluation;
import app.waterline.export.Samples;
import app.waterline.format.QuantityFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class ChartFileTest {
  private static final ChartTexts TEXTS = new ChartTexts(new QuantityFormat(Locale.US, "USD"));
  private static final ChartDrawing LIGHT =
      new ChartDrawing(ChartTheme.light(), ChartFonts.bundled(), TEXTS);
  private static final ChartDrawing DARK =
      new ChartDrawing(ChartTheme.dark(), ChartFonts.bundled(), TEXTS);

  static Stream<ChartSpec> charts() {
    return Stream.of(Samples.uncertain(), Samples.measured()).flatMap(ChartFileTest::charts);
  }

  private static Stream<ChartSpec> charts(Evaluation evaluation) {
    ChartGallery gallery = Gallery.of(evaluation, TEXTS);
    return gallery.names().stream().map(gallery::chart);
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyChartHasEveryForm(ChartSpec chart) throws Exception {
    ChartFile file = ChartFile.of(LIGHT, chart);
    assertThat(ImageIO.read(new ByteArrayInputStream(file.png(1))).getWidth()).isEqualTo(960);
    assertThat(root(file.svg()).getElementsByTagName("path").getLength()).isPositive();
    assertThat(text(file.pdf())).contains(chart.title().split(" ", 2)[0]);
    assertThat(chart.describe(TEXTS)).isNotBlank();
    assertThat(chart.table(TEXTS).header()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void theSameChartGivesTheSameBytes(ChartSpec chart) {
    ChartFile one = new ChartFile(LIGHT, chart, 700, 500);
    ChartFile other = new ChartFile(LIGHT, chart, 700, 500);
    assertThat(one.svg()).isEqualTo(other.svg());
    assertThat(one.pdf()).isEqualTo(other.pdf());
    assertThat(one.png(2)).isEqualTo(other.png(2));
  }

  @Test
  void aPictureSaysWhatItShows() throws Exception {
    ChartFile file = ChartFile.of(LIGHT, cost());
    Element root = root(file.svg());
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(cost().title());
    assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(cost().describe(TEXTS));
    try (PDDocument document = Loader.loadPDF(file.pdf())) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo(cost().title());
    }
  }

  @Test
  void aVectorPictureNeedsNoFontOfTheReader() throws Exception {
    ChartFile file = ChartFile.of(LIGHT, cost());
    assertThat(new String(file.svg(), StandardCharsets.UTF_8))
        .doesNotContain("<text", "<image", "<!DOCTYPE");
    assertThat(fonts(file.pdf()))
        .contains("Inter-SemiBold embedded", "Inter-Regular embedded")
        .allMatch(font -> font.endsWith(" embedded"));
  }

  private static List<String> fonts(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDResources page = document.getPage(0).getResources();
      PDResources form = ((PDFormXObject)
              page.getXObject(page.getXObjectNames().iterator().next()))
          .getResources();
      List<String> fonts = new ArrayList<>();
      for (COSName name : form.getFontNames()) {
        PDFont font = form.getFont(name);
        boolean embedded = font.isEmbedded() && !font.isDamaged();
        fonts.add(font.getName() + (embedded ? " embedded" : " missing"));
      }
      return fonts;
    }
  }

  @Test
  void darkIsDarkInEveryForm() throws Exception {
    ChartFile file = new ChartFile(DARK, cost(), 600, 400);
    int corner = ImageIO.read(new ByteArrayInputStream(file.png(1))).getRGB(1, 1);
    assertThat(corner).isEqualTo(ChartTheme.dark().background().getRGB());
    assertThat(file.svg()).isNotEqualTo(new ChartFile(LIGHT, cost(), 600, 400).svg());
    assertThat(file.pdf()).isNotEqualTo(new ChartFile(LIGHT, cost(), 600, 400).pdf());
  }

  @Test
  void aSizeIsKept() throws Exception {
    ChartFile file = new ChartFile(LIGHT, cost(), 640, 360);
    assertThat(ImageIO.read(new ByteArrayInputStream(file.png(4))).getWidth()).isEqualTo(2560);
    assertThat(root(file.svg()).getAttribute("viewBox")).isEqualTo("0 0 640 360");
    try (PDDocument document = Loader.loadPDF(file.pdf())) {
      assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(360f);
    }
  }

  private static ChartSpec cost() {
    return new ChartGallery(Samples.published(), TEXTS).chart("costPerMillionTokens");
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static Element root(byte[] svg) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg))
        .getDocumentElement();
  }

  @Test
  void everyKindOfChartIsTried() {
    List<Class<?>> seen = charts().<Class<?>>map(ChartSpec::getClass).distinct().toList();
    assertThat(seen).containsExactlyInAnyOrder(ChartSpec.class.getPermittedSubclasses());
  }
}
