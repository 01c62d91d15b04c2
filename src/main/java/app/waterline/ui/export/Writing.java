package app.waterline.ui.export;

import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.export.ExportKind;
import app.waterline.export.ExportOptions;
import app.waterline.export.Exports;
import app.waterline.export.file.Progress;
import app.waterline.export.file.Target;
import app.waterline.export.report.HtmlReport;
import app.waterline.io.UnwritableFile;
import java.util.List;

/** Makes what is wished for; a deck with what only the dialog asks for, all else as on the command line. */
final class Writing {
  private final ChartFonts fonts = ChartFonts.bundled();
  private final Exports exports = new Exports(fonts);

  ChartFonts fonts() {
    return fonts;
  }

  ChartTexts texts(Evaluation evaluation, ExportOptions options) {
    return options.texts(evaluation.workspace().currency().code());
  }

  List<ChartSpec> chartsOfPage(Evaluation evaluation, ExportOptions options) {
    return HtmlReport.charts(evaluation, texts(evaluation, options));
  }

  /** The usual slides, or the scenes; whether there are more is not looked for. */
  Offer usual(Evaluation evaluation, ExportOptions options) {
    return new Offer(exports.usual(evaluation, options), List.of(), options.scenes(), "");
  }

  /** The same with every other slide that the figures can fill. */
  Offer complete(Offer usual, Evaluation evaluation, ExportOptions options) {
    return new Offer(usual.usual(), exports.more(evaluation, options), true, "");
  }

  Exports.Made make(Wish wish, Evaluation evaluation, Progress progress) {
    return wish.kind() == ExportKind.DECK
        ? exports.make(wish.deck(), evaluation, wish.options(), progress)
        : exports.make(wish.kind(), evaluation, wish.options(), progress);
  }

  Exports.Made write(Wish wish, Evaluation evaluation, Target target, Progress progress)
      throws UnwritableFile {
    target.check();
    Exports.Made made = make(wish, evaluation, progress.part(0, 0.95));
    progress.at(0.95);
    target.write(made.bytes());
    progress.at(1);
    return made;
  }
}
