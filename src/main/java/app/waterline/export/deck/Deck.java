package app.waterline.export.deck;

import java.time.LocalDate;
import java.util.List;

/**
 * What a deck says.
 *
 * @param title of the document
 * @param date of its figures: the latest that any of them bears; it stands in the file for the date of
 *     writing, so that the same figures give the same bytes
 * @param slides from the first to the last
 */
public record Deck(String title, LocalDate date, List<Slide> slides) {
  public Deck {
    slides = List.copyOf(slides);
  }
}
