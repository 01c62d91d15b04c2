package app.waterline.io.safe;

import app.waterline.io.WorkspaceFile;
import app.waterline.model.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What a window held that no file has. As a file it is a few lines about it, an empty line, and the
 * workspace as in its own file, so that it can be mended by hand.
 *
 * @param owner the program that wrote it
 * @param written when
 * @param file where the workspace belongs; empty where it has no file yet
 * @param workspace the work itself
 */
public record RecoveryCopy(Owner owner, Instant written, Optional<Path> file, Workspace workspace) {
  private static final String END_OF_NOTE = "\n\n";

  /** A workspace and the note before it. */
  private static final long MOST_BYTES = WorkspaceFile.MOST_BYTES + (64L << 10);

  byte[] bytes() throws IOException {
    Properties note = new Properties();
    owner.putInto(note);
    note.setProperty("written", written.toString());
    file.ifPresent(path -> note.setProperty("file", path.toString()));
    StringWriter text = new StringWriter();
    note.store(text, "Waterline recovery copy");
    String head = text.toString().replace("\r\n", "\n").strip();
    return (head + END_OF_NOTE + WorkspaceFile.toJson(workspace)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The copy in a file.
   *
   * @throws IOException if it can't be read or is damaged
   */
  public static RecoveryCopy read(Path place) throws IOException {
    if (Files.size(place) > MOST_BYTES) {
      throw new IOException("it is too large for a recovery copy");
    }
    String text = Files.readString(place);
    int end = text.indexOf(END_OF_NOTE);
    if (end < 0) {
      throw new IOException("it ends before the workspace begins");
    }
    try {
      Properties note = new Properties();
      note.load(new StringReader(text.substring(0, end)));
      byte[] json = text.substring(end + END_OF_NOTE.length()).getBytes(StandardCharsets.UTF_8);
      return new RecoveryCopy(
          Owner.from(note),
          Instant.parse(Owner.required(note, "written")),
          Optional.ofNullable(note.getProperty("file")).map(Path::of),
          WorkspaceFile.read(new ByteArrayInputStream(json), "the recovery copy"));
    } catch (IllegalArgumentException | DateTimeException damaged) {
      throw new IOException("it is damaged", damaged);
    }
  }
}
