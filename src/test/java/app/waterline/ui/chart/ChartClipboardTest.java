package app.waterline.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.ChartTheme;
import app.waterline.chart.CompareCharts;
import app.waterline.chart.Scale;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Metric;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.image.Image;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** One content has the picture, the file and the figures, so that every program finds what it takes. */
@ExtendWith(ApplicationExtension.class)
class ChartClipboardTest {
  @Test
  void pictureFileAndFiguresAreInOneContent() throws Exception {
    Evaluation evaluation = new Evaluator()
        .evaluate(WorkspaceFile.read(Path.of("sample-data/hopper-vs-blackwell.waterline")));
    ChartTexts texts = new ChartTexts(new QuantityFormat(Locale.US));
    ClipboardContent content = ChartClipboard.contentOf(
        new ChartDrawing(ChartTheme.light(), ChartFonts.bundled(), texts),
        CompareCharts.bars(evaluation, Metric.COST_PER_MILLION_TOKENS, Scale.LINEAR, texts),
        600,
        300);
    Image image = (Image) Objects.requireNonNull(content.get(DataFormat.IMAGE));
    assertThat(image.getWidth()).as("twice 600 and the margins").isEqualTo(2 * (600 + 48));
    for (int x : new int[] {0, (int) image.getWidth() - 1}) {
      assertThat(image.getPixelReader().getColor(x, 0).isOpaque()).isTrue();
    }
    assertThat(content.getString()).contains("\t").contains("HGX H200");
    Path file = content.getFiles().getFirst().toPath();
    assertThat(file.toString()).endsWith(".png");
    assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void aFileIsNamedAfterTheFinding() {
    assertThat(ChartClipboard.nameOf("A/B: 34× less?")).isEqualTo("A B 34× less");
    assertThat(ChartClipboard.nameOf("///")).isEqualTo("chart");
  }
}
