package app.waterline.ui.imports;

import app.waterline.model.Platform;
import org.jspecify.annotations.Nullable;

/** Where the runs of a GPU go. */
sealed interface Target {
  /**
   * A platform of the workspace.
   *
   * @param platform its id
   */
  record Existing(String platform) implements Target {}

  /**
   * A new platform from the catalogue.
   *
   * @param platform the entry
   */
  record Catalogued(Platform platform) implements Target {}

  /**
   * A new platform of which only name and price are known.
   *
   * @param name as the card shows it
   * @param price $ per GPU-hour; null until it was entered
   */
  record Named(String name, @Nullable Double price) implements Target {}

  /** Nobody has said yet. */
  record Unchosen() implements Target {}

  /** Nowhere. */
  record Nowhere() implements Target {}

  /** Whether runs can go there as it stands. */
  default boolean isComplete() {
    return switch (this) {
      case Existing existing -> true;
      case Catalogued entry -> true;
      case Named named -> !named.name().isBlank() && named.price() != null;
      case Unchosen nothing -> false;
      case Nowhere nowhere -> false;
    };
  }
}
