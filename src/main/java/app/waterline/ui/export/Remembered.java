package app.waterline.ui.export;

import app.waterline.export.ExportKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was chosen the last time, for each kind; beside the settings. Losing it costs a click, so faults are only logged. */
final class Remembered {
  private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

  private final Path file;
  private final Properties values = new Properties();

  Remembered(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        values.load(in);
      } catch (IOException | IllegalArgumentException unreadable) {
        LOG.warn("The last export choices could not be read [{}]", file, unreadable);
      }
    }
  }

  /** The kind that was written last. */
  ExportKind kind() {
    return Optional.ofNullable(values.getProperty("kind"))
        .flatMap(ExportKind::ofName)
        .orElse(ExportKind.DECK);
  }

  Optional<String> of(ExportKind kind, String name) {
    return Optional.ofNullable(values.getProperty(kind + "." + name));
  }

  boolean isOn(ExportKind kind, String name) {
    return of(kind, name).filter("true"::equals).isPresent();
  }

  void put(ExportKind kind, String name, String value) {
    values.setProperty(kind + "." + name, value);
  }

  void forget(ExportKind kind, String name) {
    values.remove(kind + "." + name);
  }

  /** Keeps it for the next start. */
  void save(ExportKind kind) {
    values.setProperty("kind", kind.toString());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (OutputStream out = Files.newOutputStream(file)) {
        values.store(out, null);
      }
    } catch (IOException unwritable) {
      LOG.warn("The export choices could not be kept [{}]", file, unwritable);
    }
  }
}
