package app.waterline.io;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that was refused as a whole. The message says which file, the place, what is wrong there with
 * the value in brackets, and what to do; nothing of the file was taken over.
 */
public final class UnreadableFile extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Place place;

  /**
   * A place in a text file.
   *
   * @param line from 1
   * @param column from 1, in characters
   * @param pointer JSON pointer of the value at fault; empty for the whole document
   */
  public record Place(int line, int column, String pointer) {
    @Override
    public String toString() {
      String where = "line %d, column %d".formatted(line, column);
      return pointer.isEmpty() ? where : where + ", " + pointer;
    }
  }

  /** A file at fault as a whole. */
  public UnreadableFile(String name, String what) {
    super("Can't read %s: %s".formatted(name, what));
    this.place = null;
  }

  /** A file at fault in one place. */
  UnreadableFile(String name, Place place, String what) {
    super("Can't read %s [%s]: %s".formatted(name, place, what));
    this.place = place;
  }

  /** Where the file is at fault; empty where it is the file as a whole. */
  public Optional<Place> place() {
    return Optional.ofNullable(place);
  }
}
