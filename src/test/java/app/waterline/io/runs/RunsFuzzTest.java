package app.waterline.io.runs;

import app.waterline.model.Precision;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzzing of every reader with Jazzer, by the form of the file; the seeds are our own files, one a tool.
 * Whatever the bytes are, nothing but a declared fault comes of them.
 * <p>
 * In an ordinary build each target runs over its seeds and what was found before. To fuzz one target:
 * {@code JAZZER_FUZZ=1 mvn test -Dtest=RunsFuzzTest#json}. A finding is written to
 * {@code src/test/resources}, where every later build tries it again.
 */
class RunsFuzzTest {
  private static final SourceAnswers ANSWERS = new SourceAnswers(8, Precision.FP8, "m", 2.0);

  @MethodSource("json")
  @FuzzTest(maxDuration = "60s")
  void json(byte[] bytes) {
    read(bytes);
  }

  @MethodSource("lines")
  @FuzzTest(maxDuration = "60s")
  void lines(byte[] bytes) {
    read(bytes);
  }

  @MethodSource("tables")
  @FuzzTest(maxDuration = "60s")
  void tables(byte[] bytes) {
    read(bytes);
  }

  @MethodSource("yaml")
  @FuzzTest(maxDuration = "60s")
  void yaml(byte[] bytes) {
    read(bytes);
  }

  @MethodSource("logs")
  @FuzzTest(maxDuration = "60s")
  void logs(byte[] bytes) {
    read(bytes);
  }

  static Stream<byte[]> json() throws IOException {
    return seeds(".json");
  }

  static Stream<byte[]> lines() throws IOException {
    return seeds(".jsonl");
  }

  static Stream<byte[]> tables() throws IOException {
    return seeds(".csv");
  }

  static Stream<byte[]> yaml() throws IOException {
    return seeds(".yaml");
  }

  static Stream<byte[]> logs() throws IOException {
    return seeds(".txt");
  }

  private static Stream<byte[]> seeds(String ending) throws IOException {
    return RunFiles.all().stream()
        .filter(file -> file.toString().endsWith(ending))
        .map(RunsFuzzTest::bytes);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The whole way of a file: recognised, read, checked, answered, made a point and printed. */
  private static void read(byte[] bytes) {
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix());
        RunWriter writer = new JsonRunWriter(Writer.nullWriter())) {
      Path file = Files.write(memory.getPath("/run"), bytes);
      for (RunOutcome outcome : RunImport.read(List.of(file)).outcomes()) {
        writer.write(outcome);
        Points.of(outcome.run(), ANSWERS);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
