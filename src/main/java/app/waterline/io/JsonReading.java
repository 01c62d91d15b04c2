package app.waterline.io;

import app.waterline.model.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/** Reads one of our JSON files as a whole, or says where it is at fault. */
final class JsonReading {
  /** The form of file that this program writes, and the newest that it reads. */
  static final int SCHEMA_VERSION = 1;

  private JsonReading() {}

  static <F, T> T read(Path file, Class<F> form, Function<F, T> content) throws UnreadableFile {
    String name = String.valueOf(file.getFileName());
    if (Files.isDirectory(file)) {
      throw new UnreadableFile(
          name, "it is a folder [%s]. Choose a file inside it.".formatted(file));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, name, form, content);
    } catch (UnreadableFile e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableFile(name, reason(file, e));
    }
  }

  static <F, T> T read(InputStream in, String name, Class<F> form, Function<F, T> content)
      throws IOException {
    byte[] bytes = in.readNBytes(JsonForm.MAX_BYTES + 1);
    if (bytes.length > JsonForm.MAX_BYTES) {
      throw new UnreadableFile(
          name,
          "it is too large [more than 64 MiB]. A workspace has a few MB at most; check that it is the right file.");
    }
    return bind(new JsonText(name, decode(name, bytes)), form, content);
  }

  private static <F, T> T bind(JsonText text, Class<F> form, Function<F, T> content)
      throws UnreadableFile {
    text.requireVersion(SCHEMA_VERSION);
    try {
      return content.apply(JsonForm.MAPPER.readValue(text.content(), form));
    } catch (JacksonException e) {
      throw text.refusal(Fault.of(e));
    } catch (InvalidInput e) {
      throw text.refusal(Fault.of(e));
    }
  }

  private static String decode(String name, byte[] bytes) throws UnreadableFile {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnreadableFile(
          name,
          "it is not UTF-8 text [%d bytes]. Choose a .waterline file.".formatted(bytes.length));
    }
  }

  private static String reason(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file [%s]. Check the name and the folder.".formatted(file);
    }
    if (e instanceof AccessDeniedException) {
      return "it may not be opened [%s]. Ask for the permission to read it, or copy it."
          .formatted(file);
    }
    return "%s [%s]. Check the disk or the network, then try again."
        .formatted(e.getMessage(), file);
  }
}
