package app.waterline.ui.shell;

import app.waterline.format.QuantityFormat;
import app.waterline.io.AtomicWrite;
import app.waterline.io.safe.ProgramFolders;
import app.waterline.model.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
  private static final int MOST_BYTES = 1 << 20;

  /** The form of the file; a later one has another number. */
  private static final String VERSION = "1";

  private final Path file;
  private Optional<SetAside> setAside = Optional.empty();

  /** Settings that were not understood, kept beside. */
  record SetAside(Why why, Path copy) {
    enum Why {
      DAMAGED,
      NEWER
    }
  }

  SettingsFile(Path file) {
    this.file = file;
  }

  /** The file in this folder for settings. */
  static SettingsFile in(ProgramFolders folders) {
    return new SettingsFile(folders.settings().resolve("settings.properties"));
  }

  /** Another file of the program in the same folder. */
  Path beside(String name) {
    return file.resolveSibling(name);
  }

  /** The settings, or the defaults where there are none or they can't be read. */
  Settings load() {
    setAside = Optional.empty();
    Properties text = new Properties();
    try {
      text.load(new StringReader(read(file)));
    } catch (NoSuchFileException none) {
      return Settings.DEFAULT;
    } catch (IOException | IllegalArgumentException unreadable) {
      LOG.warn("The settings can't be read [{}]", file, unreadable);
      keepAside(SetAside.Why.DAMAGED, "damaged");
      return Settings.DEFAULT;
    }
    Settings settings = new Settings(
        look(text), bounds(text), recent(text), stalePriceDays(text), Preferences.in(text));
    check(text, settings);
    return settings;
  }

  private static String read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("larger than settings can be");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  private void check(Properties text, Settings settings) {
    String version = text.getProperty("version", VERSION);
    boolean understood = settings.look().name().equals(text.getProperty("look", "SYSTEM"))
        && settings.bounds().isPresent() == text.containsKey("window")
        && settings.preferences().isWhole(text);
    if (!version.equals(VERSION)) {
      keepAside(SetAside.Why.NEWER, "version-" + version.replaceAll("[^A-Za-z0-9.]", ""));
    } else if (!understood) {
      keepAside(SetAside.Why.DAMAGED, "damaged");
    }
  }

  /** The next save would write over what this version does not understand: a copy stays beside. */
  private void keepAside(SetAside.Why why, String name) {
    Path aside = beside("settings." + name + ".properties");
    try {
      Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
      setAside = Optional.of(new SetAside(why, aside));
    } catch (IOException uncopied) {
      LOG.warn("The settings could not be set aside [{}]", aside, uncopied);
    }
  }

  /** What the last load did not understand and where it is kept. */
  Optional<SetAside> setAside() {
    return setAside;
  }

  private static Settings.Look look(Properties text) {
    try {
      return Settings.Look.valueOf(text.getProperty("look", "SYSTEM"));
    } catch (IllegalArgumentException unknown) {
      return Settings.Look.SYSTEM;
    }
  }

  private static int stalePriceDays(Properties text) {
    try {
      double days =
          new QuantityFormat(Locale.ROOT).parse(text.getProperty("stalePriceDays", ""), Unit.NONE);
      return days >= 1 && days <= 36_500 ? (int) days : Settings.STALE_PRICE_DAYS;
    } catch (QuantityFormat.Unreadable missing) {
      return Settings.STALE_PRICE_DAYS;
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
    text.setProperty("version", VERSION);
    text.setProperty("look", settings.look().name());
    text.setProperty("stalePriceDays", String.valueOf(settings.stalePriceDays()));
    settings.bounds().ifPresent(bounds -> text.setProperty("window", line(bounds)));
    for (int i = 0; i < settings.recent().size(); i++) {
      text.setProperty("recent." + i, settings.recent().get(i).toString());
    }
    settings.preferences().writeTo(text);
    try {
      StringWriter written = new StringWriter();
      text.store(written, null);
      Files.createDirectories(file.toAbsolutePath().getParent());
      AtomicWrite.write(file, written.toString().getBytes(StandardCharsets.UTF_8));
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
