package app.waterline.ui;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The platform that is pointed at, in whatever chart, table or card: the others show where it is there. A
 * click pins it until the next click on it.
 */
public final class Pointing {
  private final ReadOnlyObjectWrapper<Optional<String>> marked =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<String> pinned = Optional.empty();

  /** The id of the platform to mark: the one pointed at, or else the pinned one. */
  public ReadOnlyObjectProperty<Optional<String>> marked() {
    return marked.getReadOnlyProperty();
  }

  /** The pointer is over a platform, or over none. */
  public void point(Optional<String> platform) {
    marked.set(platform.or(() -> pinned));
  }

  /** Keeps a platform marked; the one that is kept already no more. */
  public void pin(String platform) {
    pinned = pinned.equals(Optional.of(platform)) ? Optional.empty() : Optional.of(platform);
    marked.set(pinned);
  }
}
