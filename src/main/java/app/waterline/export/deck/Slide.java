package app.waterline.export.deck;

import app.waterline.engine.Quality;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one slide says.
 *
 * @param id stable, for example {@code iceberg}; titles are overridden by it
 * @param title the finding, a sentence
 * @param subtitle what was compared under which conditions; may be empty
 * @param content what fills the slide
 * @param footing what it rests on
 * @param notes for the speaker: formulas, inputs and sources
 */
public record Slide(
    String id, String title, String subtitle, SlideContent content, Footing footing, String notes) {
  /**
   * What stands under the content.
   *
   * @param remarks what a reader must know beside it
   * @param marks the quality marks on the slide
   * @param sources who says so, the most important first
   */
  public record Footing(List<String> remarks, Set<Quality> marks, List<String> sources) {
    /** Nothing to stand under. */
    public static final Footing NONE = new Footing(List.of(), Set.of(), List.of());

    public Footing {
      remarks = List.copyOf(remarks);
      marks = Set.copyOf(marks);
      sources = List.copyOf(sources);
    }
  }

  /** The same slide with another title. */
  public Slide withTitle(String newTitle) {
    return new Slide(id, newTitle, subtitle, content, footing, notes);
  }

  /** The same slide under the title that somebody wrote for its id; blank for the computed one. */
  Slide titled(Map<String, String> titles) {
    String written = titles.get(id);
    return written == null || written.isBlank() ? this : withTitle(written);
  }
}
