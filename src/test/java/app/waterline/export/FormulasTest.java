package app.waterline.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.Card;
import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartGallery;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.DataTable;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.plan.Planner;
import app.waterline.export.file.Progress;
import app.waterline.format.QuantityFormat;
import app.waterline.io.EvaluationCsv;
import app.waterline.io.PlanCsv;
import app.waterline.io.runs.CsvRunWriter;
import app.waterline.io.runs.RunImport;
import app.waterline.model.Scenario;
import app.waterline.model.Sizing;
import app.waterline.model.TokenPrices;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text of a workspace or run becomes a formula in anything that a spreadsheet opens or pastes. */
class FormulasTest {
  private static final String TELLTALE = "HYPERLINK(\"http://x\")";
  private static final ExportOptions USUAL = ExportOptions.of(Locale.US);

  @TempDir
  private Path folder;

  private static Evaluation named(String start) {
    String name = start + TELLTALE;
    Scenario scenario = Scenario.DEFAULT
        .withTokenPrices(new TokenPrices(1, null, 4))
        .withSizing(new Sizing(Sizing.Basis.MEGAWATTS, 1));
    return new Evaluator()
        .evaluate(Card.workspace(
            scenario,
            Card.named(name).rented(2).power(1.5).delivering(900).platform(),
            Card.named(name + " 2").rented(3).platform()));
  }

  private static void inert(String csv, char separator) {
    int texts = 0;
    for (CsvRecord line : CsvReader.builder().fieldSeparator(separator).ofCsvRecord(csv)) {
      for (String cell : line.getFields()) {
        if (cell.contains(TELLTALE)) {
          assertThat(cell.charAt(0)).as(cell).isNotIn('=', '+', '-', '@', '\t', '\r', '\n', ' ');
          texts++;
        }
      }
    }
    assertThat(texts).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "-1+", "+1-"})
  void tablesAndTheClipboard(String start) {
    Evaluation evaluation = named(start);
    inert(EvaluationCsv.write(evaluation), ',');
    inert(PlanCsv.write(Planner.plan(evaluation)), ',');
    ChartTexts texts = new ChartTexts(new QuantityFormat(Locale.US));
    ChartGallery gallery = new ChartGallery(evaluation, texts);
    int tables = 0;
    for (String chart : gallery.names()) {
      String pasted = gallery.chart(chart).table(texts).tabSeparated();
      if (pasted.contains(TELLTALE)) {
        inert(pasted, '\t');
        tables++;
      }
    }
    assertThat(tables).isGreaterThan(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "+", "-", "@", "\t=", "\r=", "-1+"})
  void workbooks(String start) throws IOException {
    byte[] sheet = new Exports(ChartFonts.bundled())
        .bytes(ExportKind.SHEET, named(start), USUAL, Progress.UNWATCHED);
    int texts = 0;
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet))) {
      for (Sheet page : workbook) {
        for (Row row : page) {
          for (Cell cell : row) {
            texts += isHarmlessText(cell) ? 1 : 0;
          }
        }
      }
    }
    assertThat(texts).isPositive();
  }

  private static boolean isHarmlessText(Cell cell) {
    if (cell.getCellType() == CellType.FORMULA) {
      // A name may stand in a formula, but inside quotes, which are doubled.
      assertThat(cell.getCellFormula().replaceAll("\"(?:[^\"]|\"\")*\"", ""))
          .doesNotContain("HYPERLINK(");
    }
    return cell.getCellType() == CellType.STRING && cell.getStringCellValue().contains(TELLTALE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "+", "-", "@", "\t="})
  void printedRuns(String start) throws IOException {
    StringWriter table = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(table)) {
      csv.writeRecord("tool", "model", "totalTokensPerSecond", "source");
      csv.writeRecord("mine", start + TELLTALE, "1000", start + TELLTALE);
    }
    Path file =
        Files.writeString(folder.resolve("runs.csv"), table.toString(), StandardCharsets.UTF_8);
    StringWriter printed = new StringWriter();
    try (CsvRunWriter writer = new CsvRunWriter(printed)) {
      RunImport.read(List.of(file)).outcomes().forEach(writer::write);
    }
    inert(printed.toString(), ',');
  }

  @Test
  void numbersStayNumbersOnTheClipboard() {
    List<String> numbers = List.of("-3.2 %", "+12 %", "-$4.20", "-1,234.5 $/h", "−5", "- 3 kW");
    DataTable table = new DataTable(numbers, List.of());
    assertThat(table.tabSeparated()).isEqualTo(String.join("\t", numbers) + "\n");
  }
}
