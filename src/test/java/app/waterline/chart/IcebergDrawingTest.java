package app.waterline.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.document.Edits;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Capability;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import java.awt.Color;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IcebergDrawingTest {
  private static final ChartTexts TEXTS = new ChartTexts(new QuantityFormat(Locale.US));
  private static final ChartFonts FONTS = ChartFonts.bundled();

  static Stream<ChartTheme> themes() {
    return Stream.of(ChartTheme.light(), ChartTheme.dark());
  }

  private static IcebergChart published() throws IOException {
    return IcebergCharts.of(IcebergChartsTest.sample("hopper-vs-blackwell.waterline"), TEXTS);
  }

  private static IcebergChart ofSize(int platforms) {
    Evaluation evaluation = Comparisons.ofSize(platforms);
    return IcebergCharts.of(evaluation, TEXTS);
  }

  @ParameterizedTest
  @MethodSource("themes")
  void seaSkyAndTheColoursOfBothPlatforms(ChartTheme theme) throws IOException {
    BufferedImage image = draw(theme, published(), 1000, 760);
    keep(image, "iceberg-" + (theme.equals(ChartTheme.light()) ? "light" : "dark"));
    assertThat(distance(image.getRGB(2, 2), theme.token("sky-high"))).isLessThan(12);
    assertThat(distance(image.getRGB(2, 757), theme.token("sea-deep"))).isLessThan(12);
    assertThat(pixelsNear(image, theme.platform(0))).isGreaterThan(2_000);
    assertThat(pixelsNear(image, theme.platform(1))).isGreaterThan(2_000);
    assertThat(pixelsNear(image, theme.token("ice"))).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @CsvSource({
    "1,640,480",
    "2,640,480",
    "3,640,480",
    "6,640,480",
    "2,1000,760",
    "2,1170,440",
    "3,1170,440",
    "6,1000,760",
    "2,1800,1000",
    "6,1800,1000"
  })
  void allIceLiesInThePictureAndNoTwoLayersCoverEachOther(int platforms, int width, int height) {
    Drawn drawn = drawn(ofSize(platforms), width, height);
    assertThat(drawn.areas()).isNotEmpty();
    Rectangle2D picture = new Rectangle2D.Double(0, 0, width, height);
    for (Drawn.Area one : drawn.areas()) {
      assertThat(picture.contains(one.shape().getBounds2D())).as(one.part()).isTrue();
      for (Drawn.Area other : drawn.areas()) {
        if (!one.equals(other)) {
          Area common = new Area(one.shape());
          common.intersect(new Area(other.shape()));
          Rectangle2D overlap = common.getBounds2D();
          assertThat(overlap.getWidth() * overlap.getHeight())
              .as("%s %s and %s %s", one.platform(), one.part(), other.platform(), other.part())
              .isLessThan(1);
        }
      }
    }
  }

  /** Without multi-token prediction the notes take a line more, at this width. */
  @Test
  void theFirstFrameOfMeltingIceDoesNotJump() throws IOException {
    Workspace whole = WorkspaceFile.read(Path.of("sample-data", "hopper-vs-blackwell.waterline"));
    IcebergChart before = IcebergCharts.of(new Evaluator().evaluate(whole), TEXTS);
    Workspace without = Edits.capability("off", "gb300", Capability.MULTI_TOKEN_PREDICTION, false)
        .change()
        .apply(whole);
    IcebergChart after =
        IcebergCharts.of(new Evaluator().evaluate(without), TEXTS).withRoom(before.depth());
    ChartStyle style = new ChartStyle(ChartTheme.light(), ChartFonts.bundled(), TEXTS);
    double depth = depth(style, before);
    assertThat(depth(style, before.towards(after, 0.001))).isCloseTo(depth, within(0.5));
  }

  private static double depth(ChartStyle style, IcebergChart chart) {
    return IcebergLayout.of(style, chart, 688, 688)
        .columns()
        .getLast()
        .outline()
        .depth();
  }

  @Test
  void drawnThicknessIsInProportion() throws IOException {
    IcebergChart chart = published();
    Drawn drawn = drawn(chart, 1000, 760);
    for (IcebergChart.Berg berg : chart.bergs()) {
      for (IcebergChart.Slab slab : chart.slabs(berg)) {
        Rectangle2D bounds =
            area(drawn, berg.platform(), slab.layer().id()).shape().getBounds2D();
        double high = drawn.heightOf(-slab.to()) - drawn.heightOf(-slab.from());
        assertThat(bounds.getHeight()).isCloseTo(high, within(0.5));
      }
    }
  }

  /** Of a slide's height the ice keeps all that is below the water. */
  @Test
  void inAFlatPictureTheCostStandsBesideTheIce() throws IOException {
    Drawn drawn = drawn(published(), 1170, 440);
    Rectangle2D cost = area(drawn, "gb300", IcebergChart.COST).shape().getBounds2D();
    List<Rectangle2D> layers = drawn.areas().stream()
        .filter(each -> each.platform().equals("gb300"))
        .filter(each -> !each.part().equals(IcebergChart.COST) && !each.part().equals("PRICE"))
        .map(each -> each.shape().getBounds2D())
        .toList();
    assertThat(layers)
        .isNotEmpty()
        .allSatisfy(layer -> assertThat(layer.getMaxX()).isLessThan(cost.getMinX()));
    assertThat(layers.stream().mapToDouble(Rectangle2D::getHeight).sum()).isGreaterThan(440 * 0.4);
  }

  @Test
  void thePriceCanBePointedAtAboveTheWater() throws IOException {
    Drawn drawn = drawn(published(), 1000, 760);
    assertThat(area(drawn, "gb300", "PRICE").shape().getBounds2D().getMaxY())
        .isLessThan(drawn.plot().getMinY());
  }

  @ParameterizedTest
  @MethodSource("themes")
  void everyLetterOnIceAndWaterIsReadable(ChartTheme theme) { // WCAG 2.2 AA: 4.5:1
    IcebergInk ink = new IcebergInk(theme);
    for (double share = 0; share <= 1; share += 0.05) {
      assertThat(ChartTheme.contrast(ink.onSea(share), ink.sea(share)))
          .as("water at " + share)
          .isGreaterThanOrEqualTo(4.5);
      for (int color = 0; color < Platform.COLORS; color++) {
        IcebergInk.Tint tint = ink.layer(color, share);
        for (Color ground : List.of(tint.fill(), tint.shade())) {
          assertThat(ChartTheme.contrast(tint.letters(), ground))
              .as("platform %d at %f", color, share)
              .isGreaterThanOrEqualTo(4.5);
        }
      }
    }
    for (String sky : List.of("sky-high", "sky-low")) {
      for (String text : List.of("text", "text-muted")) {
        assertThat(ChartTheme.contrast(theme.token(text), theme.token(sky)))
            .as(text + " on " + sky)
            .isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  private static Drawn.Area area(Drawn drawn, String platform, String part) {
    return drawn.areas().stream()
        .filter(each -> each.platform().equals(platform) && each.part().equals(part))
        .findFirst()
        .orElseThrow();
  }

  private static Drawn drawn(IcebergChart chart, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    return new ChartDrawing(ChartTheme.dark(), FONTS, TEXTS)
        .draw(image.createGraphics(), chart, width, height);
  }

  private static BufferedImage draw(ChartTheme theme, IcebergChart chart, int width, int height) {
    return ChartImage.of(new ChartDrawing(theme, FONTS, TEXTS), chart, width, height, 1);
  }

  private static long pixelsNear(BufferedImage image, Color color) {
    long count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += distance(image.getRGB(x, y), color) < 40 ? 1 : 0;
      }
    }
    return count;
  }

  private static double distance(int rgb, Color color) {
    Color pixel = new Color(rgb);
    return Math.abs(pixel.getRed() - color.getRed())
        + Math.abs(pixel.getGreen() - color.getGreen())
        + Math.abs(pixel.getBlue() - color.getBlue());
  }

  /** Leaves the picture for who wants to look at it. */
  private static void keep(BufferedImage image, String name) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "charts"));
    ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
  }
}
