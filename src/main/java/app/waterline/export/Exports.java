package app.waterline.export;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartGallery;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.ChartTheme;
import app.waterline.document.Levers;
import app.waterline.engine.Evaluation;
import app.waterline.export.deck.DeckOptions;
import app.waterline.export.deck.Decks;
import app.waterline.export.deck.SlideKind;
import app.waterline.export.file.Progress;
import app.waterline.export.file.Target;
import app.waterline.export.image.ChartFile;
import app.waterline.export.image.Gallery;
import app.waterline.export.report.Brief;
import app.waterline.export.report.FigureTable;
import app.waterline.export.report.HtmlReport;
import app.waterline.export.sheet.SheetFile;
import app.waterline.format.QuantityFormat;
import app.waterline.io.EvaluationCsv;
import app.waterline.io.EvaluationJson;
import app.waterline.io.UnwritableFile;
import app.waterline.model.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Turns an evaluation into a file of any kind. What was not wanted after all, or could not be made,
 * leaves no trace; the same evaluation and options give the same bytes.
 */
public final class Exports {
  private final ChartFonts fonts;

  /**
   * @param fonts the typeface of charts, which is slow to load and better shared
   */
  public Exports(ChartFonts fonts) {
    this.fonts = fonts;
  }

  /**
   * Writes a file.
   *
   * @throws UnwritableFile if the file can't be written; what was there before is untouched
   * @throws InvalidInput if the evaluation has nothing of that kind; the message says why
   * @throws java.util.concurrent.CancellationException if the progress wanted no more of it
   */
  public void write(
      ExportKind kind,
      Evaluation evaluation,
      ExportOptions options,
      Target target,
      Progress progress)
      throws UnwritableFile {
    target.check();
    byte[] bytes = bytes(kind, evaluation, options, progress.part(0, 0.95));
    progress.at(0.95);
    target.write(bytes);
    progress.at(1);
  }

  /**
   * The bytes that the file would have, for a preview or a pipe.
   *
   * @throws InvalidInput if the evaluation has nothing of that kind; the message says why
   * @throws java.util.concurrent.CancellationException if the progress wanted no more of it
   */
  public byte[] bytes(
      ExportKind kind, Evaluation evaluation, ExportOptions options, Progress progress) {
    progress.at(0);
    return switch (kind) {
      case PNG -> chart(evaluation, options).png(options.scale());
      case SVG -> chart(evaluation, options).svg();
      case PDF -> chart(evaluation, options).pdf();
      case CSV -> utf8(EvaluationCsv.write(evaluation, Levers.bands(evaluation.workspace())));
      case JSON -> utf8(EvaluationJson.write(evaluation, Levers.bands(evaluation.workspace())));
      case MARKDOWN -> utf8(FigureTable.of(evaluation, options.locale()).markdown());
      case DECK -> deck(evaluation, options, progress);
      case SHEET -> SheetFile.of(evaluation, texts(evaluation, options), progress);
      case BRIEF -> Brief.of(evaluation, texts(evaluation, options), fonts);
      case REPORT -> HtmlReport.of(evaluation, texts(evaluation, options), fonts, progress);
    };
  }

  private byte[] deck(Evaluation evaluation, ExportOptions options, Progress progress) {
    DeckOptions wanted = DeckOptions.USUAL
        .withSlides(options.slides().stream().map(SlideKind::ofKey).toList())
        .withTemplate(options.template())
        .withDark(options.dark());
    return new Decks(texts(evaluation, options), fonts)
        .of(evaluation, wanted, progress)
        .bytes();
  }

  private ChartFile chart(Evaluation evaluation, ExportOptions options) {
    ChartTexts texts = texts(evaluation, options);
    ChartSpec spec = spec(evaluation, options, texts);
    ChartTheme theme = options.dark() ? ChartTheme.dark() : ChartTheme.light();
    ChartFile usual = ChartFile.of(new ChartDrawing(theme, fonts, texts), spec);
    ExportOptions.Size size = options.size();
    return size == null ? usual : new ChartFile(usual.drawing(), spec, size.width(), size.height());
  }

  private static ChartSpec spec(Evaluation evaluation, ExportOptions options, ChartTexts texts) {
    if (options.chart() != null) {
      return options.chart();
    }
    ChartGallery gallery = Gallery.of(evaluation, texts);
    return gallery.chart(
        Objects.requireNonNullElse(options.chartName(), gallery.names().getFirst()));
  }

  private static ChartTexts texts(Evaluation evaluation, ExportOptions options) {
    return new ChartTexts(
        new QuantityFormat(options.locale(), evaluation.workspace().currency().code()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
