package app.waterline.cli;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartImage;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.ChartTheme;
import app.waterline.chart.CompareCharts;
import app.waterline.chart.Scale;
import app.waterline.document.Levers;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.why.Bands;
import app.waterline.export.report.FigureTable;
import app.waterline.format.QuantityFormat;
import app.waterline.io.EvaluationCsv;
import app.waterline.io.EvaluationJson;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Workspace;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the program leaves where it can't open a window: the figures as tables, and a picture of them. */
public final class Report {
  /** System property that names the folder; a new temporary one if it is not set. */
  static final String FOLDER = "waterline.report";

  private static final String SAMPLE = "/app/waterline/sample-data/hopper-vs-blackwell.waterline";

  private static final int WIDTH = 900;
  private static final int MARGINS = 48;

  private Report() {}

  /**
   * Writes the report of a workspace and says where it is.
   *
   * @param file the workspace; null for the sample
   * @param reason why there is no window, to follow "because"
   * @throws app.waterline.io.UnreadableFile if the workspace can't be read; nothing is written then
   * @throws IOException if the report can't be written
   */
  public static void write(Terminal terminal, @Nullable Path file, String reason)
      throws IOException {
    String named = System.getProperty(FOLDER);
    write(terminal, file, named == null || named.isBlank() ? null : Path.of(named), reason);
  }

  /** The same in a given folder; null for a new temporary one. */
  static void write(Terminal terminal, @Nullable Path file, @Nullable Path wanted, String reason)
      throws IOException {
    Workspace workspace = file == null ? sample() : WorkspaceFile.read(file);
    Path folder = wanted == null
        ? Files.createTempDirectory("waterline-report")
        : Files.createDirectories(wanted);
    write(new Evaluator().evaluate(workspace), terminal.locale(), folder);
    terminal
        .out()
        .printf(
            "The window can't open because %s. The figures of \"%s\" are in %s instead: figures.md, figures.csv, figures.json and cost.png. For other figures, see: waterline evaluate --help%n",
            reason, workspace.title(), folder.toAbsolutePath().normalize());
  }

  private static void write(Evaluation evaluation, Locale locale, Path folder) throws IOException {
    Optional<Bands> bands = Levers.bands(evaluation);
    Files.writeString(
        folder.resolve("figures.md"),
        "# " + evaluation.workspace().title() + "\n\n![Cost per million tokens](cost.png)\n\n"
            + FigureTable.of(evaluation, locale).markdown());
    Files.writeString(folder.resolve("figures.csv"), EvaluationCsv.write(evaluation, bands));
    Files.writeString(folder.resolve("figures.json"), EvaluationJson.write(evaluation, bands));
    Files.write(folder.resolve("cost.png"), picture(evaluation, locale));
  }

  private static byte[] picture(Evaluation evaluation, Locale locale) {
    String currency = evaluation.workspace().currency().code();
    ChartTexts texts = new ChartTexts(new QuantityFormat(locale, currency));
    ChartDrawing drawing = new ChartDrawing(ChartTheme.light(), ChartFonts.bundled(), texts);
    ChartSpec chart = CompareCharts.bars(evaluation, evaluation.headline(), Scale.LOG, texts);
    return ChartImage.png(
        drawing, chart, WIDTH, (int) ChartDrawing.preferredHeight(chart) + MARGINS, 2);
  }

  private static Workspace sample() throws IOException {
    try (InputStream in = Report.class.getResourceAsStream(SAMPLE)) {
      if (in == null) {
        throw new FileNotFoundException("the sample is not in this build: " + SAMPLE);
      }
      return WorkspaceFile.read(in, "the sample");
    }
  }
}
