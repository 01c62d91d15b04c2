package app.waterline.export;

import static app.waterline.Card.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.waterline.Card;
import app.waterline.chart.ChartFonts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.export.file.Progress;
import app.waterline.export.file.Target;
import app.waterline.model.Platform;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, figures and targets that nobody wishes for. */
class BadInputTest {
  private static final Exports EXPORTS = new Exports(ChartFonts.bundled());
  private static final ExportOptions USUAL = ExportOptions.of(Locale.US);

  private static final List<String> NAMES = List.of(
      "=HYPERLINK(\"http://x\",\"y\")",
      "+1",
      "-1+2",
      "@SUM(A1)",
      "🚀 rocket 🧊",
      "שרת תוצאות",
      "<b>&\"'</b>]]>",
      "bell\u0007 and null\u0000",
      "x".repeat(300));

  @TempDir
  Path folder;

  static Stream<String> names() {
    return NAMES.stream();
  }

  private static Evaluation named(String name) {
    return evaluated(
        Card.named(name).rented(2).power(1.5).delivering(900).platform(),
        Card.named(name + " 2").rented(3).power(1.9).delivering(4000).platform());
  }

  private static Evaluation evaluated(Platform... platforms) {
    return new Evaluator().evaluate(Card.workspace(Scenario.DEFAULT, platforms));
  }

  @ParameterizedTest
  @MethodSource("names")
  void noNameBreaksAnExport(String name) throws Exception {
    for (ExportKind kind : ExportKind.values()) {
      byte[] bytes = EXPORTS.bytes(kind, named(name), USUAL, Progress.UNWATCHED);
      assertThat(bytes).as("%s", kind).isNotEmpty();
    }
    wellFormed(EXPORTS.bytes(ExportKind.SVG, named(name), USUAL, Progress.UNWATCHED));
  }

  @ParameterizedTest
  @MethodSource("names")
  void noNameBecomesAFormula(String name) throws IOException {
    byte[] sheet = EXPORTS.bytes(ExportKind.SHEET, named(name), USUAL, Progress.UNWATCHED);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet))) {
      Cell heading = cellWith(workbook.getSheet("Results"), name);
      assertThat(heading.getCellType()).isEqualTo(CellType.STRING);
      boolean dangerous = "=+-@".indexOf(name.charAt(0)) >= 0;
      assertThat(heading.getCellStyle().getQuotePrefixed()).isEqualTo(dangerous);
    }
  }

  private static Cell cellWith(Sheet sheet, String text) {
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.STRING
            && cell.getStringCellValue().equals(text.replaceAll("[\u0007\u0000]", "\uFFFD"))) {
          return cell;
        }
      }
    }
    throw new AssertionError("no cell says " + text);
  }

  @Test
  void aReportHoldsNoMarkupOfANameAndNoScript() {
    byte[] report = EXPORTS.bytes(
        ExportKind.REPORT, named("<script>alert(1)</script>"), USUAL, Progress.UNWATCHED);
    String html = new String(report, StandardCharsets.UTF_8);
    assertThat(html).doesNotContain("<script").contains("&lt;script&gt;");
    assertThat(html.replace("http://www.w3.org/2000/svg", "")
            .replace("http://www.w3.org/1999/xlink", ""))
        .doesNotContain("http://", "https://", "@import", "<link");
  }

  @ParameterizedTest
  @EnumSource(ExportKind.class)
  void aWorkspaceWithoutPlatformsHasEveryExport(ExportKind kind) {
    assertThat(EXPORTS.bytes(kind, evaluated(), USUAL, Progress.UNWATCHED)).isNotEmpty();
  }

  @Test
  void whatIsMissingSaysWhy() throws IOException {
    Evaluation hosted = evaluated(
        Card.named("GPU").rented(2).platform(),
        Card.named("API")
            .priced(new Pricing.HostedApi(published(1), null, published(4)))
            .platform());
    assertThat(text(ExportKind.REPORT, hosted)).contains("n/a", "not available: hosted API");
    assertThat(text(ExportKind.MARKDOWN, hosted)).contains("n/a", "not available: hosted API");
    byte[] brief = EXPORTS.bytes(ExportKind.BRIEF, hosted, USUAL, Progress.UNWATCHED);
    try (PDDocument document = Loader.loadPDF(brief)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document)).contains("n/a", "GPU", "API");
    }
  }

  private static String text(ExportKind kind, Evaluation evaluation) {
    return new String(
        EXPORTS.bytes(kind, evaluation, USUAL, Progress.UNWATCHED), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(ExportKind.class)
  void theSameWorkspaceGivesTheSameBytes(ExportKind kind) {
    byte[] one = EXPORTS.bytes(kind, Samples.planned(), USUAL, Progress.UNWATCHED);
    byte[] other =
        new Exports(ChartFonts.bundled()).bytes(kind, Samples.planned(), USUAL, Progress.UNWATCHED);
    assertThat(one).isEqualTo(other);
  }

  @ParameterizedTest
  @EnumSource(ExportKind.class)
  void whatIsCancelledLeavesTheFileAlone(ExportKind kind) throws IOException {
    Path file = Files.writeString(folder.resolve("a." + kind.extension()), "mine");
    Progress impatient = share -> {
      if (share > 0) {
        throw new CancellationException();
      }
    };
    assertThatThrownBy(() ->
            EXPORTS.write(kind, Samples.published(), USUAL, new Target(file, true), impatient))
        .isInstanceOf(CancellationException.class);
    assertThat(file).hasContent("mine");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aBriefIsOnePageOfTheCountrysPaper() throws IOException {
    for (Locale locale : List.of(Locale.US, Locale.GERMANY)) {
      byte[] brief = EXPORTS.bytes(
          ExportKind.BRIEF, Samples.measured(), ExportOptions.of(locale), Progress.UNWATCHED);
      try (PDDocument document = Loader.loadPDF(brief)) {
        assertThat(document.getNumberOfPages()).isEqualTo(1);
        assertThat(document.getPage(0).getMediaBox().getHeight())
            .isEqualTo(locale.equals(Locale.US) ? 792f : 842f);
      }
    }
  }

  private static void wellFormed(byte[] xml) throws Exception {
    DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }
}
