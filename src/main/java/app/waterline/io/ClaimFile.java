package app.waterline.io;

import app.waterline.model.Claim;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code .claim.json} file: a published table as it was printed. */
public final class ClaimFile {
  private ClaimFile() {}

  /** The top level of the file. */
  record Form(
      int schemaVersion,
      String title,
      String source,
      List<String> metrics,
      List<Claim.Row> platforms,
      Claim.@Nullable Relative relative) {
    Claim claim() {
      return new Claim(title, source, metrics, platforms, relative);
    }
  }

  /**
   * The claim in a file.
   *
   * @throws UnreadableFile if it can't be read as a whole; the message names the place
   */
  public static Claim read(Path file) throws UnreadableFile {
    return JsonReading.read(file, Form.class, Form::claim);
  }

  /**
   * The claim in a stream.
   *
   * @param name what messages call it
   * @throws UnreadableFile as {@link #read(Path)}
   * @throws IOException if the stream itself fails
   */
  public static Claim read(InputStream in, String name) throws IOException {
    return JsonReading.read(in, name, Form.class, Form::claim);
  }
}
