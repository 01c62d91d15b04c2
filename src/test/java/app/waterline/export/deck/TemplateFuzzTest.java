package app.waterline.export.deck;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartTexts;
import app.waterline.export.file.Progress;
import app.waterline.format.QuantityFormat;
import app.waterline.model.InvalidInput;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzzing of slide templates with Jazzer: the package as a whole, and one part of a good package. To fuzz
 * one target: {@code JAZZER_FUZZ=1 mvn test -Dtest=TemplateFuzzTest#parts}.
 */
class TemplateFuzzTest {
  private static final Decks DECKS =
      new Decks(new ChartTexts(new QuantityFormat(Locale.US)), ChartFonts.bundled());
  private static final Deck EMPTY = new Deck("title", LocalDate.EPOCH, List.of());

  private static final Map<String, byte[]> GOOD = good();

  @MethodSource("packages")
  @FuzzTest(maxDuration = "60s")
  void whole(byte[] bytes) {
    made(bytes);
  }

  /** The first byte says which part the rest stands for. */
  @MethodSource("contents")
  @FuzzTest(maxDuration = "60s")
  void parts(byte[] bytes) {
    if (bytes.length > 0) {
      Map<String, byte[]> parts = new TreeMap<>(GOOD);
      List<String> names = List.copyOf(parts.keySet());
      parts.put(
          names.get((bytes[0] & 0xff) % names.size()), Arrays.copyOfRange(bytes, 1, bytes.length));
      made(zipped(parts));
    }
  }

  private static void made(byte[] template) {
    try {
      Path file = Files.createTempFile("template", ".pptx");
      try {
        Files.write(file, template);
        DECKS.of(EMPTY, DeckOptions.USUAL.withTemplate(file), Progress.UNWATCHED);
      } catch (InvalidInput refused) {
        assertThat(refused.getMessage()).isNotBlank();
      } finally {
        Files.delete(file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Map<String, byte[]> good() {
    try {
      return new TreeMap<>(DecksTest.parts(HouseTemplate.of(false, Aspect.WIDE)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] zipped(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(0);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static Stream<byte[]> packages() {
    return Stream.of(zipped(GOOD));
  }

  static Stream<byte[]> contents() {
    List<byte[]> contents = new ArrayList<>(GOOD.values());
    return IntStream.range(0, contents.size()).mapToObj(i -> numbered(i, contents.get(i)));
  }

  private static byte[] numbered(int number, byte[] content) {
    byte[] all = new byte[content.length + 1];
    all[0] = (byte) number;
    System.arraycopy(content, 0, all, 1, content.length);
    return all;
  }
}
