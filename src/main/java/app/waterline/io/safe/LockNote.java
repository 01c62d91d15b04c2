package app.waterline.io.safe;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;

/**
 * Who works on a workspace file, as the note beside it says.
 *
 * @param owner the program
 * @param since when it opened the file
 * @param id tells two windows of one program apart
 */
public record LockNote(Owner owner, Instant since, String id) {
  private static final int MOST_BYTES = 16 << 10;

  static LockNote of(Owner owner, Instant since) {
    return new LockNote(owner, since, UUID.randomUUID().toString());
  }

  /** The place of the note for a file. */
  static Path beside(Path file) {
    Path whole = file.toAbsolutePath();
    return whole.resolveSibling("." + whole.getFileName() + ".lock");
  }

  /** Whether the program that wrote it is known to be gone. */
  boolean isStale() {
    return owner.life() == Owner.Life.GONE;
  }

  byte[] bytes() throws IOException {
    Properties note = new Properties();
    owner.putInto(note);
    note.setProperty("since", since.toString());
    note.setProperty("id", id);
    StringWriter text = new StringWriter();
    note.store(text, "Waterline works on this file");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Others can write beside the file; what is larger than a note is none. */
  private static String text(Path place) throws IOException {
    try (InputStream in = Files.newInputStream(place)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("it is too large for a note");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  static LockNote read(Path place) throws IOException {
    Properties note = new Properties();
    try {
      note.load(new StringReader(text(place)));
      return new LockNote(
          Owner.from(note),
          Instant.parse(Owner.required(note, "since")),
          Owner.required(note, "id"));
    } catch (IllegalArgumentException | DateTimeException damaged) {
      throw new IOException("it is damaged", damaged);
    }
  }
}
