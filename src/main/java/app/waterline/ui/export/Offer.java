package app.waterline.ui.export;

import app.waterline.export.deck.Deck;
import app.waterline.export.deck.Slide;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The slides that a deck can have.
 *
 * @param usual those that it has where nobody chose
 * @param more those that it has only where somebody wants them
 * @param complete whether the others have been looked through
 * @param fault why there are none; empty where nothing is wrong
 */
record Offer(Deck usual, List<Slide> more, boolean complete, String fault) {
  static final Offer NONE =
      new Offer(new Deck("", LocalDate.EPOCH, List.of()), List.of(), true, "");

  Offer {
    more = List.copyOf(more);
  }

  /** Nothing, because something went wrong. */
  static Offer none(Exception fault) {
    return new Offer(
        NONE.usual(),
        List.of(),
        true,
        Objects.requireNonNullElse(fault.getMessage(), fault.toString()));
  }

  /** Everything that can be chosen. */
  Deck all() {
    List<Slide> slides = new ArrayList<>(usual.slides());
    slides.addAll(more);
    return new Deck(usual.title(), usual.date(), slides);
  }
}
