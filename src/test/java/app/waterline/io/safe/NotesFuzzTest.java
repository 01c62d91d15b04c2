package app.waterline.io.safe;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.Card;
import app.waterline.model.Scenario;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzzing of the lock beside a workspace, of recovery copies and of the word of a second start with Jazzer: others can write there. To
 * fuzz one target: {@code JAZZER_FUZZ=1 mvn test -Dtest=NotesFuzzTest#lock}.
 */
class NotesFuzzTest {
  private static final Owner OWNER = new Owner("bob", "laptop", 7, Instant.EPOCH);

  private interface Reading {
    void of(Path file) throws IOException;
  }

  @MethodSource("locks")
  @FuzzTest(maxDuration = "60s")
  void lock(byte[] bytes) {
    read(bytes, file -> LockNote.read(file).isStale());
  }

  @MethodSource("copies")
  @FuzzTest(maxDuration = "60s")
  void recovery(byte[] bytes) {
    read(bytes, file -> RecoveryCopy.read(file).bytes());
  }

  @MethodSource("words")
  @FuzzTest(maxDuration = "60s")
  void word(byte[] bytes) {
    try {
      assertThat(Running.meant(bytes)).isNotNull();
    } catch (IOException | InvalidPathException refused) {
      assertThat(refused).isNotNull(); // not text, or not a name
    }
  }

  static Stream<byte[]> words() {
    return Stream.of("/home/bob/Größe.waterline".getBytes(StandardCharsets.UTF_8), new byte[0]);
  }

  private static void read(byte[] bytes, Reading reading) {
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path file = Files.write(memory.getPath("/note"), bytes);
      try {
        reading.of(file);
      } catch (IOException refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  static Stream<byte[]> locks() throws IOException {
    return Stream.of(LockNote.of(OWNER, Instant.EPOCH).bytes());
  }

  static Stream<byte[]> copies() throws IOException {
    return Stream.of(new RecoveryCopy(
            OWNER,
            Instant.EPOCH,
            Optional.of(Path.of("acme.waterline")),
            Card.workspace(Scenario.DEFAULT, Card.named("a").rented(2).platform()))
        .bytes());
  }
}
