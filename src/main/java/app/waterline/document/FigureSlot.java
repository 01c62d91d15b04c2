package app.waterline.document;

import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.Platform;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A place on a platform where a figure stands, so that one editor serves them all.
 *
 * @param input name, unit and domain
 * @param path the components that lead to it, named as in the workspace file
 * @param use what happens when there is no figure
 * @param start the group that the figure makes where the platform has none yet, for example its power
 */
public record FigureSlot(Input input, List<Object> path, Use use, Function<Figure, Object> start) {
  /** What an empty place means. */
  public enum Use {
    /** A platform of this kind always has the figure. */
    REQUIRED,
    /** The figure may be missing. */
    OPTIONAL,
    /** Without the figure the whole group is missing. */
    CARRIES_GROUP
  }

  /** Unique among the places; also the key under which edits in a row are one step. */
  public String id() {
    return String.join(".", path.stream().map(Object::toString).toList());
  }

  /** Whether the place may be empty. */
  public boolean isOptional() {
    return use != Use.REQUIRED;
  }

  /** The figure that stands there now. */
  public Optional<Figure> of(Platform platform) {
    return Optional.ofNullable((Figure) Components.read(platform, path));
  }

  /**
   * The platform with another figure there.
   *
   * @param figure null to take it away, where the place is optional
   * @throws app.waterline.model.InvalidInput if the figure leaves its domain or contradicts another
   * @throws IllegalArgumentException if the place can't be empty, or the platform has no such place
   */
  public Platform in(Platform platform, @Nullable Figure figure) {
    if (figure == null && use == Use.REQUIRED) {
      throw new IllegalArgumentException(
          "%s can't be left out [none]. Enter a figure.".formatted(input.label()));
    }
    if (figure == null && use == Use.CARRIES_GROUP) {
      return Components.with(platform, group(), null);
    }
    boolean starts = figure != null && Components.read(platform, group()) == null;
    return starts
        ? Components.with(platform, group(), start.apply(figure))
        : Components.with(platform, path, figure);
  }

  private List<?> group() {
    return Components.parent(path);
  }
}
