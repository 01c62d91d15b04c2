package app.waterline.ui.palette;

import java.util.Optional;

/**
 * Something that the palette offers.
 *
 * @param id stable, so that what was used is known again, for example {@code action:edit.undo}
 * @param kind what it is
 * @param title what is searched and read
 * @param detail beside it, for example the value in force; may be empty
 * @param keys the shortcut as it is written on this machine; may be empty
 * @param enabled whether it can be done now
 * @param setter for an input: what setting it to a typed value would be; null for anything else
 * @param run does it, on the JavaFX thread, after the palette has gone
 */
public record Entry(
    String id,
    Kind kind,
    String title,
    String detail,
    String keys,
    boolean enabled,
    @org.jspecify.annotations.Nullable Setter setter,
    Runnable run) {
  /** What an entry stands for. */
  public enum Kind {
    ACTION,
    VIEW,
    INPUT,
    PLATFORM,
    SCENE,
    FILE
  }

  /** Makes an entry that sets an input to what was typed. */
  @FunctionalInterface
  public interface Setter {
    /** The entry, or empty where the text is no value of this input. */
    Optional<Entry> to(String typed);
  }
}
