package app.waterline.export;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartGallery;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.ChartTheme;
import app.waterline.document.Levers;
import app.waterline.engine.Evaluation;
import app.waterline.export.deck.Deck;
import app.waterline.export.deck.DeckOptions;
import app.waterline.export.deck.Decks;
import app.waterline.export.deck.MadeDeck;
import app.waterline.export.deck.SceneDeck;
import app.waterline.export.deck.Slide;
import app.waterline.export.deck.SlideKind;
import app.waterline.export.deck.Storyboard;
import app.waterline.export.file.Progress;
import app.waterline.export.file.Target;
import app.waterline.export.image.ChartFile;
import app.waterline.export.image.Gallery;
import app.waterline.export.report.Brief;
import app.waterline.export.report.FigureTable;
import app.waterline.export.report.HtmlReport;
import app.waterline.export.sheet.SheetFile;
import app.waterline.io.EvaluationCsv;
import app.waterline.io.EvaluationJson;
import app.waterline.io.UnwritableFile;
import app.waterline.model.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
   * A finished file.
   *
   * @param bytes its content
   * @param remarks what the user should know, for example that a template's macros were left out
   */
  @SuppressWarnings("ArrayRecordComponent") // made, written and forgotten; never compared
  public record Made(byte[] bytes, List<String> remarks) {
    private static Made of(MadeDeck deck) {
      return new Made(deck.bytes(), deck.remarks());
    }
  }

  /**
   * Writes a file.
   *
   * @return what the user should know about it
   * @throws UnwritableFile if the file can't be written; what was there before is untouched
   * @throws InvalidInput if the evaluation has nothing of that kind; the message says why
   * @throws java.util.concurrent.CancellationException if the progress wanted no more of it
   */
  public List<String> write(
      ExportKind kind,
      Evaluation evaluation,
      ExportOptions options,
      Target target,
      Progress progress)
      throws UnwritableFile {
    target.check();
    Made made = make(kind, evaluation, options, progress.part(0, 0.95));
    progress.at(0.95);
    target.write(made.bytes());
    progress.at(1);
    return made.remarks();
  }

  /**
   * The file, with what is to be said about it.
   *
   * @throws InvalidInput if the evaluation has nothing of that kind; the message says why
   * @throws java.util.concurrent.CancellationException if the progress wanted no more of it
   */
  public Made make(
      ExportKind kind, Evaluation evaluation, ExportOptions options, Progress progress) {
    return kind == ExportKind.DECK
        ? Made.of(deck(evaluation, options, progress))
        : new Made(bytes(kind, evaluation, options, progress), List.of());
  }

  /**
   * The slides of a deck for which nobody chose any: the usual ones that the figures can fill, or the
   * scenes.
   *
   * @throws InvalidInput if a scene can't be shown with the others
   */
  public Deck usual(Evaluation evaluation, ExportOptions options) {
    ChartTexts texts = texts(evaluation, options);
    return options.scenes()
        ? SceneDeck.of(evaluation, texts, Map.of())
        : new Storyboard(evaluation, texts).deck(DeckOptions.USUAL);
  }

  /** The slides that a deck has only where they are asked for; none beside scenes. */
  public List<Slide> more(Evaluation evaluation, ExportOptions options) {
    return options.scenes()
        ? List.of()
        : new Storyboard(evaluation, texts(evaluation, options)).more();
  }

  /**
   * A deck whose slides somebody chose, arranged and titled; the options say how it looks.
   *
   * @throws InvalidInput if it has no slide, or the template is of no use
   * @throws java.util.concurrent.CancellationException if the progress wanted no more of it
   */
  public Made make(Deck deck, Evaluation evaluation, ExportOptions options, Progress progress) {
    return Made.of(deck(deck, evaluation, options, progress));
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
      case CSV -> utf8(EvaluationCsv.write(evaluation, Levers.bands(evaluation)));
      case JSON -> utf8(EvaluationJson.write(evaluation, Levers.bands(evaluation)));
      case MARKDOWN ->
        utf8(FigureTable.of(evaluation, texts(evaluation, options)).markdown());
      case DECK -> deck(evaluation, options, progress).bytes();
      case SHEET -> SheetFile.of(evaluation, texts(evaluation, options), fonts, progress);
      case BRIEF -> Brief.of(evaluation, texts(evaluation, options), fonts);
      case REPORT -> HtmlReport.of(evaluation, texts(evaluation, options), fonts, progress);
    };
  }

  private MadeDeck deck(Evaluation evaluation, ExportOptions options, Progress progress) {
    ChartTexts texts = texts(evaluation, options);
    Deck deck = options.scenes()
        ? scenes(evaluation, options, texts)
        : new Storyboard(evaluation, texts).deck(look(options));
    List<String> ids = deck.slides().stream().map(Slide::id).toList();
    for (String titled : options.titles().keySet()) {
      if (!ids.contains(titled)) {
        throw new InvalidInput("A title is for a slide that the deck does not have [%s]. It has %s."
            .formatted(titled, String.join(", ", ids)));
      }
    }
    return deck(deck, evaluation, options, progress);
  }

  private static Deck scenes(Evaluation evaluation, ExportOptions options, ChartTexts texts) {
    Deck all = SceneDeck.of(evaluation, texts, options.titles());
    return options.slides().isEmpty() ? all : all.chosen(options.slides(), options.titles());
  }

  private MadeDeck deck(
      Deck deck, Evaluation evaluation, ExportOptions options, Progress progress) {
    if (deck.slides().isEmpty()) {
      throw new InvalidInput("A deck needs a slide [there is none]. Choose one, or add a scene.");
    }
    return new Decks(texts(evaluation, options), fonts).of(deck, look(options), progress);
  }

  private static DeckOptions look(ExportOptions options) {
    return new DeckOptions(
        options.scenes()
            ? List.of()
            : options.slides().stream().map(SlideKind::ofKey).toList(),
        options.template(),
        options.dark(),
        options.aspect(),
        options.titles());
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
    return options.texts(evaluation.workspace().currency().code());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
