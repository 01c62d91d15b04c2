package app.waterline.io.runs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;

/** Opens a file whatever it is packed and encoded in, and takes it apart into records. */
final class RunFile {
  private static final int PEEK = 1 << 16;
  private static final int MOST_DAMAGED_LINES = 100;
  private static final Pattern LOG =
      Pattern.compile("MLPerf Results Summary|\\[TensorRT-LLM\\]|\\[TRT-LLM\\]");
  private static final Pattern JSON = Pattern.compile("\\s*[\\[{]\\s*(?:[\\[{\"\\]}]|$)");
  private static final Pattern YAML_LINE = Pattern.compile("[\\w\"'.-]+\\s*:(\\s.*)?");

  private final Path path;
  private final LongConsumer progress;
  private final BooleanSupplier cancelled;

  RunFile(Path path, LongConsumer progress, BooleanSupplier cancelled) {
    this.path = path;
    this.progress = progress;
    this.cancelled = cancelled;
  }

  /**
   * Reads all records.
   *
   * @throws IOException if the file can't be opened or read to its end
   * @throws BadRecord if it is empty, binary or a bomb
   */
  void read(RecordSink sink) throws IOException {
    long damaged = 0;
    for (int openings = 0; openings == 0 || damaged > 0; openings++) {
      if (openings > MOST_DAMAGED_LINES) {
        throw new BadRecord(
            null,
            damaged,
            "Too many lines are damaged [more than %d]. Copy the file again; the rest was not read."
                .formatted(MOST_DAMAGED_LINES));
      }
      damaged = readAfter(damaged, sink);
    }
  }

  /** Reads the records after so many lines; returns the line of one at fault, or 0. */
  private long readAfter(long lines, RecordSink sink) throws IOException {
    try (WatchedStream raw = new WatchedStream(Files.newInputStream(path), progress, cancelled);
        InputStream unpacked = unpacked(raw);
        BufferedInputStream in = new BufferedInputStream(unpacked, 2 * PEEK)) {
      Charset charset = skipMark(in);
      if (lines > 0) {
        return resumes(in, lines) ? tree(TreeFile.json(), in, charset, lines, sink) : 0;
      }
      String start = new String(peek(in, PEEK), charset);
      requireText(start);
      return dispatch(start, in, charset, sink);
    } catch (JacksonException broken) {
      throw new IOException(broken.getOriginalMessage(), broken);
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  /** Whether another record begins after so many lines, as it does where each has a line. */
  private static boolean resumes(BufferedInputStream in, long lines) throws IOException {
    for (long left = lines; left > 0; ) {
      int character = in.read();
      if (character < 0) {
        return false;
      }
      left -= character == '\n' ? 1 : 0;
    }
    byte[] first = peek(in, 1);
    return first.length == 1 && first[0] == '{';
  }

  private static InputStream unpacked(WatchedStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, PEEK);
    byte[] magic = peek(in, 2);
    boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
    return gzip ? new BoundedGunzip(in, raw::count) : in;
  }

  private static long dispatch(String start, InputStream in, Charset charset, RecordSink sink)
      throws IOException {
    if (LOG.matcher(start).find()) {
      LogFile.read(reader(in, charset), sink);
      return 0;
    }
    if (JSON.matcher(start).lookingAt()) {
      return tree(TreeFile.json(), in, charset, 0, sink);
    }
    if (isYaml(start)) {
      tree(TreeFile.yaml(), in, charset, 0, sink);
    } else {
      TableFile.read(reader(in, charset), separator(start), sink);
    }
    return 0;
  }

  /** The separator that the first line which is no comment has most of. */
  private static char separator(String start) {
    String header = start
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .findFirst()
        .orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      best = occurrences(header, candidate) > occurrences(header, best) ? candidate : best;
    }
    return best;
  }

  private static long occurrences(String text, char wanted) {
    return text.chars().filter(character -> character == wanted).count();
  }

  /** Odd bytes at the end are replaced, as the published UTF-16 tables need. */
  private static Reader reader(InputStream in, Charset charset) {
    return new InputStreamReader(in, charset);
  }

  /** Bytes are parsed faster than characters, and UTF-16 is rare. */
  private static long tree(
      TokenStreamFactory factory, InputStream in, Charset charset, long lines, RecordSink sink) {
    ObjectReadContext context = ObjectReadContext.empty();
    return TreeFile.read(
        () -> charset.equals(StandardCharsets.UTF_8)
            ? factory.createParser(context, in)
            : factory.createParser(context, reader(in, charset)),
        lines,
        sink);
  }

  private static boolean isYaml(String start) {
    return start
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("---"))
        .findFirst()
        .map(line -> YAML_LINE.matcher(line).matches())
        .orElse(false);
  }

  private static Charset skipMark(BufferedInputStream in) throws IOException {
    byte[] mark = peek(in, 3);
    if (startsWith(mark, 0xEF, 0xBB, 0xBF)) {
      in.skipNBytes(3);
    } else if (startsWith(mark, 0xFF, 0xFE)) {
      in.skipNBytes(2);
      return StandardCharsets.UTF_16LE;
    } else if (startsWith(mark, 0xFE, 0xFF)) {
      in.skipNBytes(2);
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] bytes, int... expected) {
    for (int place = 0; place < expected.length; place++) {
      if (place >= bytes.length || (bytes[place] & 0xff) != expected[place]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] peek(BufferedInputStream in, int most) throws IOException {
    in.mark(most);
    byte[] start = in.readNBytes(most);
    in.reset();
    return start;
  }

  private static void requireText(String start) {
    if (start.isBlank()) {
      throw new BadRecord(
          null, "The file is empty [0 characters]. Give a benchmark's result file.");
    }
    if (start.indexOf('\0') >= 0) {
      throw new BadRecord(
          null,
          "The file is not text [binary]. Unpack an archive first and give the result files in it.");
    }
  }
}
