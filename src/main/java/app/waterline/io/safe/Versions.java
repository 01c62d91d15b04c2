package app.waterline.io.safe;

import app.waterline.io.AtomicWrite;
import app.waterline.io.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last saved versions of every file, in the user's own folder, so that no save takes one away. */
public final class Versions {
  /** Versions kept of a file. */
  public static final int KEPT = 10;

  private static final Logger LOG = LoggerFactory.getLogger(Versions.class);
  private static final String ENDING = ".waterline";
  private static final int NAME_DIGITS = 20;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Clock clock;

  /** A saved version; the place is a workspace file like any other. */
  public record Version(Path place, Instant saved) {}

  public Versions(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Keeps what the file holds now, unless it is the last version already. A version that can't be kept
   * stops no save: that is logged.
   */
  void keep(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= WorkspaceFile.MOST_BYTES) {
        keep(file, Files.readAllBytes(file), Files.getLastModifiedTime(file).toInstant());
      }
    } catch (IOException | RuntimeException failed) {
      LOG.warn("A version of {} can't be kept [{}]", file.getFileName(), folder, failed);
    }
  }

  private void keep(Path file, byte[] bytes, Instant written) throws IOException {
    Path own = folderOf(file);
    List<Version> known = of(file);
    if (!known.isEmpty() && Arrays.equals(Files.readAllBytes(known.getFirst().place()), bytes)) {
      return;
    }
    Files.createDirectories(own);
    boolean late = known.isEmpty() || written.isAfter(known.getFirst().saved());
    AtomicWrite.write(free(own, late ? written : clock.instant()), bytes);
    for (Version old : of(file).stream().skip(KEPT).toList()) {
      Files.deleteIfExists(old.place());
    }
  }

  // Two saves within a millisecond are two versions all the same.
  private static Path free(Path own, Instant from) {
    Instant time = from;
    Path place = own.resolve(NAME.format(time) + ENDING);
    while (Files.exists(place)) {
      time = time.plusMillis(1);
      place = own.resolve(NAME.format(time) + ENDING);
    }
    return place;
  }

  /** The versions of a file, the last one first. */
  public List<Version> of(Path file) {
    Path own = folderOf(file);
    if (!Files.isDirectory(own)) {
      return List.of();
    }
    List<Version> versions = new ArrayList<>();
    try (Stream<Path> places = Files.list(own)) {
      places.forEach(place -> saved(place).ifPresent(at -> versions.add(new Version(place, at))));
    } catch (IOException unreadable) {
      LOG.warn("The versions can't be listed [{}]", own, unreadable);
    }
    versions.sort(Comparator.comparing(Version::saved).reversed());
    return List.copyOf(versions);
  }

  private static Optional<Instant> saved(Path place) {
    String name = place.getFileName().toString();
    if (!name.endsWith(ENDING)) {
      return Optional.empty();
    }
    try {
      String time = name.substring(0, name.length() - ENDING.length());
      return Optional.of(Instant.from(NAME.parse(time)));
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }

  /** Named for the place, so that two files of one name keep their own. */
  private Path folderOf(Path file) {
    String place = file.toAbsolutePath().normalize().toString();
    return folder.resolve(Stamp.of(place).hash().substring(0, NAME_DIGITS));
  }
}
