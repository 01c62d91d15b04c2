package app.waterline.export.deck;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a deck should be.
 *
 * @param slides which slides, in their order; empty for the usual ones that the figures can fill
 * @param template the customer's {@code .pptx} or {@code .potx}; null for the bundled look
 * @param dark whether the bundled look is the dark one; a template brings its own
 * @param aspect the shape of the slides that was asked for; null for the template's own, or wide
 *     without one
 * @param titles titles by the id of their slide, where somebody wrote another than the computed one
 */
public record DeckOptions(
    List<SlideKind> slides,
    @Nullable Path template,
    boolean dark,
    @Nullable Aspect aspect,
    Map<String, String> titles) {
  /** The usual slides in the bundled look, light and wide. */
  public static final DeckOptions USUAL = new DeckOptions(List.of(), null, false, null, Map.of());

  public DeckOptions {
    slides = List.copyOf(slides);
    titles = Map.copyOf(titles);
  }

  public DeckOptions withSlides(List<SlideKind> newSlides) {
    return new DeckOptions(newSlides, template, dark, aspect, titles);
  }

  public DeckOptions withTemplate(@Nullable Path newTemplate) {
    return new DeckOptions(slides, newTemplate, dark, aspect, titles);
  }

  public DeckOptions withDark(boolean isDark) {
    return new DeckOptions(slides, template, isDark, aspect, titles);
  }

  public DeckOptions withAspect(@Nullable Aspect newAspect) {
    return new DeckOptions(slides, template, dark, newAspect, titles);
  }

  /** The same with the title of one slide written anew. */
  public DeckOptions withTitle(String slide, String title) {
    Map<String, String> more = new LinkedHashMap<>(titles);
    more.put(slide, title);
    return new DeckOptions(slides, template, dark, aspect, more);
  }
}
