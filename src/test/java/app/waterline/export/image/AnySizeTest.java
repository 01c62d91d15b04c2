package app.waterline.export.image;

import static org.assertj.core.api.Assertions.assertThatCode;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartGallery;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.ChartTheme;
import app.waterline.engine.Evaluation;
import app.waterline.export.Samples;
import app.waterline.format.QuantityFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever size is asked for, a chart is drawn. */
class AnySizeTest {
  private static final ChartTexts TEXTS = new ChartTexts(new QuantityFormat(Locale.US, "USD"));
  private static final ChartDrawing LIGHT =
      new ChartDrawing(ChartTheme.light(), ChartFonts.bundled(), TEXTS);

  @ParameterizedTest
  @CsvSource({"100,100", "2000,100", "100,2000", "300,180"})
  void noSizeIsTooSmall(int width, int height) {
    for (Evaluation evaluation : List.of(Samples.measured(), Samples.uncertain())) {
      ChartGallery gallery = Gallery.of(evaluation, TEXTS);
      for (String name : gallery.names()) {
        assertThatCode(() -> new ChartFile(LIGHT, gallery.chart(name), width, height).png(1))
            .as(name)
            .doesNotThrowAnyException();
      }
    }
  }
}
