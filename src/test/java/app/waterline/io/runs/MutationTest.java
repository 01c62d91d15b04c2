package app.waterline.io.runs;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thousands of small damages to every form, each from a fixed seed: only declared faults come. */
class MutationTest {
  private static final int ROUNDS = 120;
  private static final List<String> TOKENS = List.of(
      "NaN",
      "Infinity",
      "-1",
      "1e999",
      "null",
      "{",
      "}",
      "[",
      "]",
      "\"",
      ",",
      ":",
      "\n",
      "\0",
      "\uFEFF",
      "9".repeat(50),
      "1970-01-01",
      "0",
      "true",
      "1,234",
      "-",
      "- ",
      "#",
      "&a",
      "*a");

  @TempDir
  private Path folder;

  static Stream<Path> ourFiles() throws IOException {
    return RunFiles.all().stream();
  }

  @ParameterizedTest
  @MethodSource("ourFiles")
  void damageIsAlwaysDeclared(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int seed = 0; seed < ROUNDS; seed++) {
      byte[] damaged = damaged(whole, new Random(seed));
      Path mutant = folder.resolve("mutant" + file.getFileName());
      Files.write(mutant, damaged);
      assertThatCode(() -> readAndConvert(mutant))
          .as("%s, seed %d", file.getFileName(), seed)
          .doesNotThrowAnyException();
    }
  }

  private static void readAndConvert(Path file) {
    try (RunWriter writer = new JsonRunWriter(java.io.Writer.nullWriter())) {
      for (RunOutcome outcome : RunImport.read(List.of(file)).outcomes()) {
        writer.write(outcome);
        Points.of(outcome.run(), new SourceAnswers(8, app.waterline.model.Precision.FP8, "m"));
      }
    }
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int damages = 1 + random.nextInt(4); damages > 0; damages--) {
      bytes = switch (random.nextInt(4)) {
        case 0 -> flipped(bytes, random);
        case 1 -> spliced(bytes, random, "");
        case 2 -> spliced(bytes, random, TOKENS.get(random.nextInt(TOKENS.size())));
        default -> numberReplaced(bytes, random);
      };
    }
    return bytes;
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return bytes;
  }

  /** Puts a token in the place of a few bytes. */
  private static byte[] spliced(byte[] bytes, Random random, String token) {
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + random.nextInt(12));
    byte[] middle = token.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] result = new byte[from + middle.length + bytes.length - to + 1];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(middle, 0, result, from, middle.length);
    System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
    result[result.length - 1] = '\n';
    return result;
  }

  /** Swaps one number for another value, where one stands. */
  private static byte[] numberReplaced(byte[] bytes, Random random) {
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    int start = random.nextInt(text.length());
    String tail = text.substring(start)
        .replaceFirst("\\d+(\\.\\d+)?", TOKENS.get(random.nextInt(6)).replace("{", "0"));
    return (text.substring(0, start) + tail).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
