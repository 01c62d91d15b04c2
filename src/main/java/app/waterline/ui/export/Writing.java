package app.waterline.ui.export;

import app.waterline.chart.ChartFonts;
import app.waterline.engine.Evaluation;
import app.waterline.export.ExportKind;
import app.waterline.export.ExportOptions;
import app.waterline.export.Exports;
import app.waterline.export.file.Progress;
import app.waterline.export.file.Target;
import app.waterline.io.UnwritableFile;

/** Makes what is wished for; a deck with what only the dialog asks for, all else as on the command line. */
final class Writing {
  private final ChartFonts fonts = ChartFonts.bundled();
  private final Exports exports = new Exports(fonts);

  ChartFonts fonts() {
    return fonts;
  }

  Exports.Made make(Wish wish, Evaluation evaluation, Progress progress) {
    ExportOptions options = wish.options().withAspect(wish.aspect());
    return wish.kind() == ExportKind.DECK
        ? exports.make(wish.deck(evaluation), evaluation, options, progress)
        : exports.make(wish.kind(), evaluation, options, progress);
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
