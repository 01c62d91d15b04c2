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
   * @param price $ per GPU-hour instead of the entry's; null to keep that
   */
  record Catalogued(Platform platform, @Nullable Double price) implements Target {}

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

  /** The price that was entered for a new platform, $ per GPU-hour; null for none. */
  default @Nullable Double entered() {
    return switch (this) {
      case Catalogued entry -> entry.price();
      case Named named -> named.price();
      case Existing existing -> null;
      case Unchosen nothing -> null;
      case Nowhere nowhere -> null;
    };
  }

  /** The same new platform at a price, $ per GPU-hour; one that is there already keeps its own. */
  default Target at(@Nullable Double price) {
    return switch (this) {
      case Catalogued entry -> new Catalogued(entry.platform(), price);
      case Named named -> new Named(named.name(), price);
      case Existing existing -> existing;
      case Unchosen nothing -> nothing;
      case Nowhere nowhere -> nowhere;
    };
  }

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
