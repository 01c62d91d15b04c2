package app.waterline.ui.shell;

import app.waterline.format.QuantityFormat;
import app.waterline.model.Unit;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings as a properties file in the user's folder for settings. Not {@code java.util.prefs}: a
 * user can read, copy and delete a file, tests get one of their own, and nothing goes to the Windows
 * registry. What is damaged falls to its default.
 */
final class SettingsFile {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

  private final Path file;

  SettingsFile(Path file) {
    this.file = file;
  }

  /** The file of this user on this system. */
  static SettingsFile ofUser() {
    return new SettingsFile(folder().resolve("Waterline").resolve("settings.properties"));
  }

  private static Path folder() {
    Path home = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      return environment("APPDATA").orElse(home.resolve("AppData").resolve("Roaming"));
    }
    return system.contains("mac")
        ? home.resolve("Library").resolve("Application Support")
        : environment("XDG_CONFIG_HOME").orElse(home.resolve(".config"));
  }

  private static Optional<Path> environment(String name) {
    return Optional.ofNullable(System.getenv(name))
        .filter(text -> !text.isBlank())
        .map(Path::of);
  }

  /** Another file of the program in the same folder. */
  Path beside(String name) {
    return file.resolveSibling(name);
  }

  /** The settings, or the defaults where there are none or they can't be read. */
  Settings load() {
    Properties text = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      text.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      LOG.debug("No settings, starting with the defaults [{}]", file, unreadable);
    }
    return new Settings(look(text), bounds(text), recent(text));
  }

  private static Settings.Look look(Properties text) {
    try {
      return Settings.Look.valueOf(text.getProperty("look", "SYSTEM"));
    } catch (IllegalArgumentException unknown) {
      return Settings.Look.SYSTEM;
    }
  }

  private static Optional<Settings.Bounds> bounds(Properties text) {
    String[] parts = text.getProperty("window", "").split(" ", -1);
    if (parts.length != 5) {
      return Optional.empty();
    }
    QuantityFormat format = new QuantityFormat(Locale.ROOT);
    try {
      return Optional.of(new Settings.Bounds(
          format.parse(parts[0], Unit.NONE),
          format.parse(parts[1], Unit.NONE),
          format.parse(parts[2], Unit.NONE),
          format.parse(parts[3], Unit.NONE),
          Boolean.parseBoolean(parts[4])));
    } catch (QuantityFormat.Unreadable damaged) {
      LOG.debug("Not a place for a window in the settings", damaged);
      return Optional.empty();
    }
  }

  private static List<Path> recent(Properties text) {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < Settings.RECENT; i++) {
      String name = text.getProperty("recent." + i, "");
      try {
        if (!name.isBlank()) {
          files.add(Path.of(name));
        }
      } catch (InvalidPathException damaged) {
        LOG.debug("Not a path in the settings [{}]", name, damaged);
      }
    }
    return files;
  }

  /** Writes the settings; where that fails, the next start has the old ones. */
  void save(Settings settings) {
    Properties text = new Properties();
    text.setProperty("look", settings.look().name());
    settings.bounds().ifPresent(bounds -> text.setProperty("window", line(bounds)));
    for (int i = 0; i < settings.recent().size(); i++) {
      text.setProperty("recent." + i, settings.recent().get(i).toString());
    }
    try {
      Files.createDirectories(file.getParent());
      try (Writer writer = Files.newBufferedWriter(file)) {
        text.store(writer, null);
      }
    } catch (IOException unwritable) {
      LOG.warn("Could not save the settings [{}]", file, unwritable);
    }
  }

  private static String line(Settings.Bounds bounds) {
    return "%d %d %d %d %s"
        .formatted(
            Math.round(bounds.x()),
            Math.round(bounds.y()),
            Math.round(bounds.width()),
            Math.round(bounds.height()),
            bounds.maximized());
  }
}
