package app.waterline.io.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTest {
  @TempDir
  private Path folder;

  @Test
  void aSecondStartIsToldToTheFirst() throws IOException, InterruptedException {
    BlockingQueue<Optional<Path>> told = new LinkedBlockingQueue<>();
    Path file = folder.resolve("Größe 1.waterline");
    try (Running first = Running.become(folder).orElseThrow()) {
      first.listen(told::add);
      assertThat(Running.handOver(folder, file)).isTrue();
      assertThat(told.poll(10, TimeUnit.SECONDS)).contains(file.toAbsolutePath());
      assertThat(Running.handOver(folder, null)).isTrue();
      assertThat(told.poll(10, TimeUnit.SECONDS)).isEmpty();
    }
  }

  @Test
  void aWordThatIsNoNameIsThrownAway() throws IOException, InterruptedException {
    BlockingQueue<Optional<Path>> told = new LinkedBlockingQueue<>();
    Files.write(folder.resolve("0.open"), new byte[20_000]);
    Files.write(folder.resolve("1.open"), new byte[] {'a', (byte) 0xff});
    Files.write(folder.resolve("2.open"), new byte[] {'a', 0});
    Files.writeString(folder.resolve("3.open"), "kept.waterline");
    try (Running first = Running.become(folder).orElseThrow()) {
      first.listen(told::add);
      assertThat(told.poll(10, TimeUnit.SECONDS)).contains(Path.of("kept.waterline"));
      assertThat(folder.resolve("0.open")).doesNotExist();
      assertThat(folder.resolve("1.open")).doesNotExist();
      assertThat(folder.resolve("2.open")).doesNotExist();
    }
  }

  @Test
  void aWordThatNobodyTakesIsTakenBack() throws IOException {
    assertThat(Running.handOver(folder, folder.resolve("a.waterline"))).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void nothingRunsWhereNothingRan() throws IOException {
    assertThat(Running.isThere(folder.resolve("none"))).isFalse();
    assertThat(folder.resolve("none")).doesNotExist();
    Running.become(folder).orElseThrow().close();
    assertThat(Running.isThere(folder)).isFalse();
    assertThat(Files.exists(folder.resolve("program.lock"))).isTrue();
  }

  @Test
  void everySystemHasItsFolders() {
    ProgramFolders windows = ProgramFolders.of(
        Map.of("APPDATA", "/users/ann/roaming", "LOCALAPPDATA", "/users/ann/local"), "Windows 11");
    assertThat(windows.settings().toString()).contains("roaming").contains("Waterline");
    assertThat(windows.data().toString()).contains("local").contains("Waterline");
    assertThat(windows.logs().toString()).contains("local");
    ProgramFolders here = ProgramFolders.of(Map.of(), System.getProperty("os.name"));
    assertThat(here.settings().toString()).contains("Waterline");
    assertThat(here.logs()).isNotEqualTo(here.data());
    ProgramFolders stick = ProgramFolders.of(Map.of(ProgramFolders.HOME, "/stick"), "Linux");
    assertThat(stick.settings()).isEqualTo(Path.of("/stick"));
    assertThat(stick.inbox(":1/x").toString()).endsWith("_1_x");
  }
}
