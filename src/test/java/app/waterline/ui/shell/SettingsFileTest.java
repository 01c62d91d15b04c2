package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir
  private Path folder;

  private Path file() {
    return folder.resolve("deep").resolve("settings.properties");
  }

  @Test
  void whatIsSavedIsLoaded() {
    Settings settings = new Settings(
        Settings.Look.DARK,
        Optional.of(new Settings.Bounds(-10, 20, 1280, 800, true)),
        List.of(Path.of("b.waterline"), Path.of("a ü.waterline")),
        90);
    new SettingsFile(file()).save(settings);
    assertThat(new SettingsFile(file()).load()).isEqualTo(settings);
  }

  @Test
  void whatWasChosenInAViewIsLoaded() {
    Settings settings = Settings.DEFAULT.with(
        Preferences.DEFAULT.withChoices(Map.of("what-if-question", "map", "x=y", "Ω : #")));
    new SettingsFile(file()).save(settings);
    assertThat(new SettingsFile(file()).load()).isEqualTo(settings);
  }

  @Test
  void withoutAFileTheDefaultsHold() {
    assertThat(new SettingsFile(file()).load()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void whatIsDamagedFallsToItsDefaultAndTheRestHolds() throws IOException {
    Path file = folder.resolve("settings.properties");
    Files.writeString(file, "look=PINK\nwindow=1 2 x\nrecent.0=kept.waterline\n");
    Settings loaded = new SettingsFile(file).load();
    assertThat(loaded.look()).isEqualTo(Settings.Look.SYSTEM);
    assertThat(loaded.bounds()).isEmpty();
    assertThat(loaded.recent()).containsExactly(Path.of("kept.waterline"));
    Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, '\\', 'u', 'z'});
    assertThat(new SettingsFile(file).load()).isEqualTo(Settings.DEFAULT);
    Files.write(file, "a=\\uZZZZ".getBytes(StandardCharsets.UTF_8));
    assertThat(new SettingsFile(file).load()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void anEndlessFileIsNotReadToItsEnd() throws IOException {
    Path file = folder.resolve("settings.properties");
    Files.writeString(file, "look=DARK\n" + "#".repeat(1 << 20));
    SettingsFile settings = new SettingsFile(file);
    assertThat(settings.load()).isEqualTo(Settings.DEFAULT);
    assertThat(settings.setAside()).isPresent();
  }

  @Test
  void whatIsNotUnderstoodIsSetAsideAndSaidSo() throws IOException {
    Path file = folder.resolve("settings.properties");
    SettingsFile settings = new SettingsFile(file);
    Files.writeString(file, "look=PINK");
    settings.load();
    SettingsFile.SetAside damaged = settings.setAside().orElseThrow();
    assertThat(damaged.why()).isEqualTo(SettingsFile.SetAside.Why.DAMAGED);
    assertThat(damaged.copy()).hasContent("look=PINK");
    Files.writeString(file, "version=7\nlook=DARK\nvoice=loud\n");
    assertThat(settings.load().look()).isEqualTo(Settings.Look.DARK);
    SettingsFile.SetAside newer = settings.setAside().orElseThrow();
    assertThat(newer.why()).isEqualTo(SettingsFile.SetAside.Why.NEWER);
    settings.save(Settings.DEFAULT);
    assertThat(Files.readString(newer.copy())).contains("voice=loud");
    settings.load();
    assertThat(settings.setAside()).isEmpty();
  }

  @Test
  void theNewestRecentFileStandsFirstAndOldOnesFallOut() {
    Settings settings = Settings.DEFAULT;
    for (int i = 0; i < 12; i++) {
      settings = settings.withRecent(Path.of("f" + i));
    }
    settings = settings.withRecent(Path.of("f9"));
    assertThat(settings.recent())
        .hasSize(Settings.RECENT)
        .startsWith(Path.of("f9"), Path.of("f11"));
  }
}
