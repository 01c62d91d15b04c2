package app.waterline.export.deck;

import app.waterline.model.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  /**
   * Some of its slides, in that order, under the titles that somebody wrote anew.
   *
   * @throws InvalidInput if it has no such slide
   */
  public Deck chosen(List<String> ids, Map<String, String> titles) {
    return new Deck(
        title,
        date,
        ids.stream().map(this::slide).map(each -> each.titled(titles)).toList());
  }

  private Slide slide(String id) {
    return slides.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("There is no such slide [%s]. Choose from %s."
            .formatted(id, slides.stream().map(Slide::id).collect(Collectors.joining(", ")))));
  }
}
