package app.waterline.export.sheet;

import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.CompareCharts;
import app.waterline.chart.Scale;
import app.waterline.engine.Evaluation;
import app.waterline.engine.plan.Planner;
import app.waterline.export.file.Paper;
import app.waterline.export.file.PlainText;
import app.waterline.export.file.Progress;
import app.waterline.export.pack.FixedZip;
import app.waterline.model.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The workbook: results on top, then inputs, computation, configurations, runs, cash flow and notes.
 * Every figure is a formula with its value beside it, for programs that don't compute.
 */
public final class SheetFile {
  /** The first day that an archive can name, for the day of writing, which is not to be told. */
  private static final String NO_DAY = "1980-01-01T00:00:00Z";

  private SheetFile() {}

  /**
   * The bytes of an {@code .xlsx}; the same evaluation gives the same bytes.
   *
   * @throws java.util.concurrent.CancellationException if the progress wanted no more of it
   */
  public static byte[] of(
      Evaluation evaluation, ChartTexts texts, ChartFonts fonts, Progress progress) {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      write(workbook, evaluation, Words.of(texts), fonts, progress);
      describe(workbook, evaluation.workspace());
      progress.at(0.9);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      workbook.write(bytes);
      return FixedZip.of(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidFormatException e) {
      throw new IllegalStateException(e); // of a date that is written down here
    }
  }

  private static void write(
      XSSFWorkbook workbook,
      Evaluation evaluation,
      Words words,
      ChartFonts fonts,
      Progress progress) {
    Look look = new Look(workbook);
    Names names = new Names(evaluation.workspace().platforms());
    Page first = page(workbook, "results", words, look);
    Page inputs = page(workbook, "inputs", words, look);
    Page steps = page(workbook, "computation", words, look);
    Page lines = page(workbook, "lines", words, look);
    Page points = page(workbook, "runs", words, look);
    Page money = page(workbook, "cash", words, look);
    new InputsPage(inputs, words, names).write(evaluation.workspace());
    progress.at(0.1);
    RunsPages runs = new RunsPages(points, lines, words, names);
    runs.write(evaluation);
    progress.at(0.25);
    new ComputationPage(steps, words, names, runs).write(evaluation);
    ResultsPage results = new ResultsPage(first, words, names, evaluation);
    results.write(finding(evaluation, words.charts()), runs.areAny());
    CashPage cash = new CashPage(money, words, names, evaluation.workspace().scenario());
    cash.write(Planner.plan(evaluation));
    new AnswerPages(workbook, words, fonts, (book, key) -> page(book, key, words, look))
        .write(evaluation, progress.part(0.35, 0.55));
    new NotesPage(page(workbook, "notes", words, look), words).write(evaluation);
    progress.at(0.55);
    XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
    progress.at(0.8);
    SheetCharts charts = new SheetCharts(words);
    charts.bars(results, evaluation);
    charts.runs(runs, results, evaluation);
    charts.cash(cash, money.row() + 1);
    workbook.setActiveSheet(0);
  }

  private static String finding(Evaluation evaluation, ChartTexts texts) {
    return CompareCharts.bars(evaluation, evaluation.headline(), Scale.LOG, texts)
        .title();
  }

  private static Page page(XSSFWorkbook workbook, String key, Words words, Look look) {
    return new Page(
        workbook.createSheet(words.get("sheet." + key)),
        look,
        paper(words.charts().format().locale()),
        words);
  }

  private static short paper(Locale locale) {
    return Paper.isLetter(locale) ? PrintSetup.LETTER_PAPERSIZE : PrintSetup.A4_PAPERSIZE;
  }

  /** Says what it is; of the time it only says what the workspace does, which is nothing. */
  private static void describe(XSSFWorkbook workbook, Workspace workspace)
      throws InvalidFormatException {
    POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
    core.setTitle(PlainText.of(workspace.title()));
    core.setCreator("Waterline");
    core.setCreated(NO_DAY);
    core.setModified(NO_DAY);
  }
}
