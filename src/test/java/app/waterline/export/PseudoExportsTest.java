package app.waterline.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.chart.ChartFonts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.export.file.Progress;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** In the pseudo-language every text of an export stands in brackets; a word without them is hard-coded. */
class PseudoExportsTest {
  private static final Locale PSEUDO = Locale.of("en", "XA");
  private static final Path SAMPLE = Path.of("sample-data/hopper-vs-blackwell.waterline");
  private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

  /** Names of things that are the same in every language, symbols of the model, and units. */
  private static final Pattern SAME = Pattern.compile(
      "(Waterline|PFLOPs?|FLOPS|MFLOP|GPUs?|NVFP4|kWh|Mtok|tokens?|tok|user|year|hour|ISL|OSL|CRF|BF16|INT|Steffen)+");

  private final Set<String> hardCoded = new TreeSet<>();

  private static Evaluation sample() throws IOException {
    return new Evaluator().evaluate(WorkspaceFile.read(SAMPLE));
  }

  private static byte[] made(ExportKind kind) throws IOException {
    return new Exports(ChartFonts.bundled())
        .make(kind, sample(), ExportOptions.of(PSEUDO), Progress.UNWATCHED)
        .bytes();
  }

  private static String data() throws IOException {
    return Files.readString(SAMPLE)
        + Arrays.stream(Input.values()).map(Input::label).toList();
  }

  private void collect(String text, String data) {
    String plain = text.replaceAll("⟦[^⟦⟧]*⟧", " ").replaceAll("⟦[^⟦⟧]*⟧", " ");
    if (!plain.contains("⟦") && !plain.contains("⟧")) {
      WORD.matcher(plain)
          .results()
          .map(found -> found.group())
          .filter(word -> !data.contains(word) && !SAME.matcher(word).matches())
          .forEach(word -> hardCoded.add(word + " in: " + text));
    }
  }

  @Test
  void aWebPageHasNoHardCodedText() throws IOException {
    String page = new String(made(ExportKind.REPORT), StandardCharsets.UTF_8);
    String words = page.replaceAll("(?s)<(style|svg|head)\\b.*?</\\1>", " ");
    Matcher texts = Pattern.compile(">([^<]+)<").matcher(words);
    String data = data();
    while (texts.find()) {
      collect(texts.group(1).replaceAll("&[a-z]+;|&#\\d+;", " "), data);
    }
    assertThat(hardCoded).isEmpty();
  }

  @Test
  void aWorkbookHasNoHardCodedText() throws IOException {
    String data = data();
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(made(ExportKind.SHEET)))) {
      for (Sheet sheet : workbook) {
        collect(sheet.getSheetName(), data);
        for (Row row : sheet) {
          row.forEach(cell -> collect(cell, data));
        }
      }
    }
    assertThat(hardCoded).isEmpty();
  }

  private void collect(Cell cell, String data) {
    if (cell.getCellType() == CellType.STRING && !isName(cell)) {
      collect(cell.getStringCellValue(), data);
    } else if (cell.getCellType() == CellType.FORMULA) {
      Matcher literals = Pattern.compile("\"((?:[^\"]|\"\")*)\"").matcher(cell.getCellFormula());
      while (literals.find()) {
        collect(literals.group(1), data);
      }
    }
  }

  /** What formulas call a cell is the same in every language: letters, digits and lines. */
  private static boolean isName(Cell cell) {
    return cell.getStringCellValue()
        .matches("[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)+|[a-z]+(_[a-z]+)*");
  }
}
