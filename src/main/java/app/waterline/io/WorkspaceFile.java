package app.waterline.io;

import app.waterline.model.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;

/**
 * The {@code .waterline} file: JSON in the order of the records, one operating point a line, so that
 * two versions of it compare well.
 *
 * @see "docs/workspace-format.md"
 */
public final class WorkspaceFile {
  /** The ending of a workspace file's name, with its dot. */
  public static final String EXTENSION = ".waterline";

  /** Largest file that is read or written, bytes. */
  public static final int MOST_BYTES = JsonForm.MAX_BYTES;

  /** The program that writes. */
  static final String WRITTEN_BY = "Waterline 1.0.0";

  /** The source of a figure that is a bare number. */
  static final String WITHOUT_A_SOURCE = "entered without a source";

  private WorkspaceFile() {}

  /**
   * The workspace in a file.
   *
   * @throws UnreadableFile if it is missing, too large, no JSON, of a newer version, or holds a value
   *     that the model refuses; the message names the place
   */
  public static Workspace read(Path file) throws UnreadableFile {
    return JsonReading.read(file, WorkspaceForm.class, WorkspaceForm::workspace);
  }

  /**
   * The workspace in a stream.
   *
   * @param name what messages call it
   * @throws UnreadableFile as {@link #read(Path)}
   * @throws IOException if the stream itself fails
   */
  public static Workspace read(InputStream in, String name) throws IOException {
    return JsonReading.read(in, name, WorkspaceForm.class, WorkspaceForm::workspace);
  }

  /** The text of the file: UTF-8, line feeds, two spaces of indent, a line feed at the end. */
  public static String toJson(Workspace workspace) {
    return JsonForm.MAPPER.writeValueAsString(WorkspaceForm.of(workspace)) + "\n";
  }

  /**
   * Saves the workspace: written beside the file, forced to disk, then moved over it.
   *
   * @throws UnwritableFile if that fails; what was there before is untouched
   */
  public static void write(Workspace workspace, Path file) throws UnwritableFile {
    try {
      byte[] bytes = toJson(workspace).getBytes(StandardCharsets.UTF_8);
      if (bytes.length > JsonForm.MAX_BYTES) {
        throw new IOException("it would be larger than 64 MiB and could not be opened again");
      }
      AtomicWrite.write(file, bytes);
    } catch (IOException | JacksonException e) {
      throw new UnwritableFile(
          "Can't save %s: %s [%s]. Choose another folder with Save as; nothing was overwritten."
              .formatted(file.getFileName(), AtomicWrite.reason(e), file),
          e);
    }
  }
}
