package app.waterline.ui.export;

import app.waterline.export.ExportKind;
import app.waterline.export.ExportOptions;
import app.waterline.export.deck.Deck;

/**
 * What is to be written.
 *
 * @param kind of file
 * @param options how it is to come out
 * @param deck the slides that were chosen, in their order and under their titles; none but for a deck
 */
record Wish(ExportKind kind, ExportOptions options, Deck deck) {
  /** The same as a file of another kind, which the preview can show. */
  Wish as(ExportKind other) {
    return new Wish(other, options, deck);
  }
}
