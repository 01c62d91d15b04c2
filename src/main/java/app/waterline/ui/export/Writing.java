package app.waterline.ui.export;

import app.waterline.chart.ChartFonts;
import app.waterline.engine.Evaluation;
import app.waterline.export.ExportKind;
import app.waterline.export.Exports;
import app.waterline.export.deck.Deck;
import app.waterline.export.deck.Decks;
import app.waterline.export.deck.MadeDeck;
import app.waterline.export.file.Progress;
import app.waterline.export.file.Target;
import app.waterline.io.UnwritableFile;
import app.waterline.model.InvalidInput;
import java.util.List;

/** Makes what is wished for; a deck with what only the dialog asks for, all else as on the command line. */
final class Writing {
  private final ChartFonts fonts = ChartFonts.bundled();
  private final Exports exports = new Exports(fonts);

  /**
   * A finished file.
   *
   * @param bytes its content
   * @param remarks what the user should know
   */
  @SuppressWarnings("ArrayRecordComponent") // made, written and forgotten; never compared
  record Made(byte[] bytes, List<String> remarks) {}

  ChartFonts fonts() {
    return fonts;
  }

  Made make(Wish wish, Evaluation evaluation, Progress progress) {
    if (wish.kind() != ExportKind.DECK) {
      return new Made(exports.bytes(wish.kind(), evaluation, wish.options(), progress), List.of());
    }
    Deck deck = wish.deck(evaluation);
    if (deck.slides().isEmpty()) {
      throw new InvalidInput("A deck needs a slide [none is chosen]. Tick one.");
    }
    MadeDeck made = new Decks(wish.texts(evaluation), fonts).of(deck, wish.deckOptions(), progress);
    return new Made(made.bytes(), made.remarks());
  }

  Made write(Wish wish, Evaluation evaluation, Target target, Progress progress)
      throws UnwritableFile {
    target.check();
    Made made = make(wish, evaluation, progress.part(0, 0.95));
    progress.at(0.95);
    target.write(made.bytes());
    progress.at(1);
    return made;
  }
}
