package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzing of the settings with Jazzer: {@code JAZZER_FUZZ=1 mvn test -Dtest=SettingsFuzzTest#settings}. */
class SettingsFuzzTest {
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void settings(byte[] bytes) {
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path file = Files.write(memory.getPath("/settings.properties"), bytes);
      Settings loaded = new SettingsFile(file).load();
      assertThat(loaded.stalePriceDays()).isBetween(1, 36_500);
      assertThat(loaded.recent()).hasSizeLessThanOrEqualTo(Settings.RECENT);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  static Stream<byte[]> seeds() {
    return Stream.of(
            "version=1\nlook=DARK\nwindow=0 0 1280 800 false\nstalePriceDays=90\nrecent.0=a.waterline\n",
            "version=2\nlook=PINK\nwindow=1 2 x\nrecent.0=\\u0000\n",
            "a=\\uZZZZ",
            "stalePriceDays=9e33333333333333333333\n",
            "stalePriceDays=1e100000089\n")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }
}
