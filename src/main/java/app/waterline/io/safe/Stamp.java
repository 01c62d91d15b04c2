package app.waterline.io.safe;

import app.waterline.io.WorkspaceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file held at one moment, to tell whether another program has written it since. By content, not
 * by time: a copy or a sync tool that touches a file without changing it disturbs nobody.
 *
 * @param size bytes
 * @param hash SHA-256 of them, as far as a workspace may go: what is larger can't be one
 */
record Stamp(long size, String hash) {
  static Stamp of(byte[] bytes) {
    return new Stamp(bytes.length, HexFormat.of().formatHex(digest(bytes)));
  }

  static Stamp of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Stamp of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(WorkspaceFile.MOST_BYTES + 1);
      return bytes.length <= WorkspaceFile.MOST_BYTES
          ? of(bytes)
          : new Stamp(Files.size(file), HexFormat.of().formatHex(digest(bytes)));
    }
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) { // every Java has it
      throw new IllegalStateException(impossible);
    }
  }
}
