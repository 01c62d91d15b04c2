package app.waterline.document;

import app.waterline.model.Input;
import java.util.List;
import java.util.Optional;

/**
 * One thing in which two workspaces differ.
 *
 * @param kind what happened on the way from the first to the second
 * @param platform the platform's name, the later one where it was renamed; empty for what belongs to
 *     no platform
 * @param path the components that lead to it from the platform or the workspace, named as in the
 *     workspace file, map keys by their constant's name; empty for a whole platform
 * @param input the quantity, where it is one
 * @param before a number, a text, a constant; for {@link Kind#REMOVED} entries of a list their count
 * @param after the same afterwards; for {@link Kind#ADDED} entries of a list their count
 */
public record Difference(
    Kind kind,
    Optional<String> platform,
    List<String> path,
    Optional<Input> input,
    Optional<Object> before,
    Optional<Object> after) {
  /** The last step to what is known of a figure. */
  static final String RANGE = "range";

  /** Whether it is how sure something is, and not its value. */
  public boolean isRange() {
    return path.contains(RANGE) || path.contains("ranges");
  }

  /** What happened to it. */
  public enum Kind {
    /** The value is another; one of both may be missing. */
    CHANGED,
    /** The value is the same, what it rests on is not. */
    EVIDENCE,
    /** A platform, or entries of a list, came. */
    ADDED,
    /** A platform, or entries of a list, went. */
    REMOVED,
    /** The same entries stand in another order. */
    MOVED
  }

  public Difference {
    path = List.copyOf(path);
  }
}
