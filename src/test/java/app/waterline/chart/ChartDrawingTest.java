package app.waterline.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.waterline.engine.Metric;
import app.waterline.engine.Quality;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Unit;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChartDrawingTest {
  private static final ChartTexts TEXTS = new ChartTexts(new QuantityFormat(Locale.US));
  private static final ChartFonts FONTS = ChartFonts.bundled();

  private static ChartDrawing drawing(ChartTheme theme) {
    return new ChartDrawing(theme, FONTS, TEXTS);
  }

  static Stream<Arguments> sizesAndThemes() {
    return IntStream.of(1, 2, 6, 12)
        .boxed()
        .flatMap(size -> Stream.of(
            Arguments.of(size, "light", ChartTheme.light()),
            Arguments.of(size, "dark", ChartTheme.dark())));
  }

  @ParameterizedTest
  @MethodSource("sizesAndThemes")
  void everyPlatformHasItsBar(int size, String name, ChartTheme theme) throws IOException {
    for (Scale scale : Scale.values()) {
      BarChart spec = CompareCharts.bars(
          Comparisons.ofSize(size), Metric.TOKENS_PER_SECOND_PER_GPU, scale, TEXTS);
      int height = (int) ChartDrawing.preferredHeight(spec) + 48;
      BufferedImage image = ChartImage.of(drawing(theme), spec, 700, height, 2);
      keep(image, "bars-%d-%s-%s".formatted(size, scale, name));
      Map<Integer, Integer> colours = coloursOf(image);
      assertThat(image.getRGB(3, 3)).isEqualTo(theme.background().getRGB());
      for (BarChart.Bar bar : spec.bars()) {
        int expected = bar.datum() instanceof Datum.Known ? 200 : 0;
        assertThat(colours.getOrDefault(theme.platform(bar.color()).getRGB(), 0))
            .as(bar.name() + " " + scale)
            .isGreaterThanOrEqualTo(expected);
      }
    }
  }

  @Test
  void longerBarForTheLargerValue() {
    BarChart spec =
        CompareCharts.bars(Comparisons.published2(), Metric.COST_PER_GPU_HOUR, Scale.LINEAR, TEXTS);
    ChartTheme theme = ChartTheme.light();
    Map<Integer, Integer> colours = coloursOf(ChartImage.of(drawing(theme), spec, 900, 300, 1));
    double ratio = (double) colours.getOrDefault(theme.platform(1).getRGB(), 0)
        / colours.getOrDefault(theme.platform(0).getRGB(), 0);
    assertThat(ratio).isBetween(1.8, 2.0); // 2.652 ÷ 1.41 = 1.88
  }

  @Test
  void missingFigureDrawsNoBar() {
    BarChart spec = new BarChart(
        "Title",
        "",
        new Axis("metric", Unit.NONE, Scale.LINEAR),
        BarChart.Orientation.VERTICAL,
        List.of(
            new BarChart.Bar("has", "has", 0, true, new Datum.Known(3, "3", Quality.ASSUMED)),
            new BarChart.Bar(
                "hasNot", "has not", 3, false, new Datum.Missing("nobody measured it"))),
        List.of());
    ChartTheme theme = ChartTheme.light();
    BufferedImage image = ChartImage.of(drawing(theme), spec, 500, 400, 1);
    assertThat(coloursOf(image)).containsKey(theme.platform(0).getRGB());
    assertThat(coloursOf(image)).doesNotContainKey(theme.platform(3).getRGB());
  }

  @ParameterizedTest
  @MethodSource("sizesAndThemes")
  void verticalBarsAndLinesHaveTheirColours(int size, String name, ChartTheme theme)
      throws IOException {
    BarChart bars = CompareCharts.bars(
        Comparisons.ofSize(size),
        Metric.COST_PER_MILLION_TOKENS,
        Scale.LOG,
        BarChart.Orientation.VERTICAL,
        TEXTS);
    keep(ChartImage.of(drawing(theme), bars, 1000, 520, 2), "vertical-%d-%s".formatted(size, name));
    LineChart lines = lines(size);
    BufferedImage image = ChartImage.of(drawing(theme), lines, 1000, 700, 2);
    keep(image, "lines-%d-%s".formatted(size, name));
    Map<Integer, Integer> colours = coloursOf(image);
    for (LineChart.Series line : lines.series()) {
      assertThat(colours.getOrDefault(theme.platform(line.color()).getRGB(), 0))
          .as(line.platform())
          .isGreaterThan(100);
    }
  }

  private static LineChart lines(int platforms) {
    List<LineChart.Series> series = new ArrayList<>();
    List<LineChart.Reading> readings = new ArrayList<>();
    for (int index = 0; index < platforms; index++) {
      int place = index;
      List<LineChart.Point> points = IntStream.range(1, 8)
          .mapToObj(step -> new LineChart.Point(
              20 * step + place, 12_000.0 / (place + 1) / (step * step), "run " + step))
          .toList();
      String name = "Platform " + index;
      series.add(new LineChart.Series(
          name, "FP8", index % 8, LineChart.Role.CANDIDATE, LineChart.Marker.CIRCLE, points));
      series.add(new LineChart.Series(
          name,
          "best",
          index % 8,
          LineChart.Role.ENVELOPE,
          LineChart.Marker.CIRCLE,
          points.subList(1, 7)));
      double y = 12_000.0 / (place + 1) / 16;
      readings.add(new LineChart.Reading(
          "platform-" + index,
          name,
          index % 8,
          index == 1
              ? new Datum.Missing("too slow")
              : new Datum.Known(
                  y, TEXTS.format().number(y, Unit.TOKENS_PER_SECOND_PER_GPU), Quality.MEASURED)));
    }
    return new LineChart(
        "At 80 tok/s/user Platform 0 delivers 2.0× the tokens",
        "DeepSeek-R1 · 8k/1k · measured",
        new Axis("interactivity", Unit.TOKENS_PER_SECOND_PER_USER, Scale.LINEAR),
        new Axis("tokens per second per GPU", Unit.TOKENS_PER_SECOND_PER_GPU, Scale.LOG),
        series,
        List.of(),
        new LineChart.Target(80, "80 tok/s/user", readings),
        List.of());
  }

  @Test
  void placesAndValuesOfTheHorizontalAxisBelongTogether() {
    BufferedImage image = new BufferedImage(900, 500, BufferedImage.TYPE_INT_RGB);
    Drawn drawn = drawing(ChartTheme.dark()).draw(image.createGraphics(), lines(3), 900, 500);
    assertThat(drawn.plot().getMaxX()).isBetween(850.0, 900.0);
    assertThat(drawn.valueAt(drawn.placeOf(80))).isCloseTo(80, within(1e-9));
    assertThat(
            image.getRGB((int) Math.round(drawn.placeOf(80)), (int) drawn.plot().getMinY() - 20))
        .isEqualTo(ChartTheme.dark().token("worse").getRGB());
  }

  @Test
  void descriptionAndTableOfLinesNameEveryReading() {
    LineChart chart = lines(3);
    assertThat(chart.describe(TEXTS))
        .contains("Platform 0 750")
        .contains("Platform 1 not available: too slow");
    assertThat(chart.table(TEXTS).rows()).hasSize(3 * (7 + 6));
  }

  @Test
  void pngIsAnImageOfTheAskedSize() throws IOException {
    BarChart spec = CompareCharts.bars(
        Comparisons.published2(), Metric.COST_PER_MILLION_TOKENS, Scale.LINEAR, TEXTS);
    byte[] png = ChartImage.png(drawing(ChartTheme.light()), spec, 640, 320, 2);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(1280);
    assertThat(image.getHeight()).isEqualTo(640);
  }

  @Test
  void oversizedImageIsRefusedWithARemedy() {
    BarChart spec = CompareCharts.bars(
        Comparisons.published2(), Metric.COST_PER_MILLION_TOKENS, Scale.LINEAR, TEXTS);
    assertThatThrownBy(() -> ChartImage.of(drawing(ChartTheme.light()), spec, 5000, 400, 2))
        .hasMessageContaining("[10000 × 800]")
        .hasMessageContaining("smaller");
  }

  private static Map<Integer, Integer> coloursOf(BufferedImage image) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        counts.merge(new Color(image.getRGB(x, y)).getRGB(), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** Leaves the picture for who wants to look at it. */
  private static void keep(BufferedImage image, String name) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "charts"));
    ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
  }
}
