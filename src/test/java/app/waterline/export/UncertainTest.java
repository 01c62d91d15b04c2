package app.waterline.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.chart.ChartFonts;
import app.waterline.document.Levers;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.why.Band;
import app.waterline.export.file.Progress;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Distribution;
import app.waterline.model.Input;
import app.waterline.model.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.sl.extractor.SlideShowExtractor;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How sure a figure is goes with it, whatever the file. */
class UncertainTest {
  private static final ExportOptions USUAL = ExportOptions.of(Locale.US);

  private final Evaluation evaluation = uncertain();
  private final Band cost = Levers.bands(evaluation)
      .flatMap(bands -> bands.of("gb300", evaluation.headline()))
      .orElseThrow();

  private static Evaluation uncertain() {
    Workspace planned = Samples.planned().workspace();
    return new Evaluator()
        .evaluate(planned.withScenario(
            planned.scenario().withRange(Input.UTILIZATION, new Distribution.Uniform(0.4, 0.8))));
  }

  @Test
  void theSameFiguresAreDrawnOnce() {
    assertThat(Levers.bands(evaluation).orElseThrow())
        .isSameAs(Levers.bands(evaluation).orElseThrow());
  }

  private byte[] bytes(ExportKind kind) {
    return new Exports(ChartFonts.bundled()).bytes(kind, evaluation, USUAL, Progress.UNWATCHED);
  }

  private String text(ExportKind kind) throws IOException {
    byte[] bytes = bytes(kind);
    return switch (kind) {
      case DECK -> {
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(bytes));
            SlideShowExtractor<?, ?> text = new SlideShowExtractor<>(show)) {
          text.setNotesByDefault(true);
          yield text.getText();
        }
      }
      case SHEET -> {
        try (XSSFExcelExtractor text =
            new XSSFExcelExtractor(new XSSFWorkbook(new ByteArrayInputStream(bytes)))) {
          yield text.getText();
        }
      }
      case BRIEF -> {
        try (PDDocument document = Loader.loadPDF(bytes)) {
          yield new PDFTextStripper().getText(document);
        }
      }
      default -> new String(bytes, StandardCharsets.UTF_8);
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"DECK", "SHEET", "BRIEF", "REPORT", "MARKDOWN"})
  void whatIsReadSaysBothEnds(ExportKind kind) throws IOException {
    String text = text(kind);
    assertThat(List.of("P5", "P95", digits(cost.p5()), digits(cost.p95())))
        .allSatisfy(said -> assertThat(text.contains(said)).as(said).isTrue());
  }

  /** The dollar stands in the heading where there is a table. */
  private String digits(double value) {
    return new QuantityFormat(Locale.US)
        .number(value, evaluation.headline().unit())
        .replace("$", "");
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "JSON"})
  void whatProgramsReadHasEveryDigit(ExportKind kind) throws IOException {
    assertThat(text(kind)).contains(String.valueOf(cost.p5()), String.valueOf(cost.p95()));
  }
}
