package app.waterline.io.safe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The recovery copies of this user, one file for each window with work that no file has. */
public final class RecoveryFolder {
  private static final Logger LOG = LoggerFactory.getLogger(RecoveryFolder.class);
  private static final String ENDING = ".recovery";

  private final Path folder;
  private final Owner self;

  /** A copy that its program left behind. */
  public record Left(Path place, RecoveryCopy copy) {}

  public RecoveryFolder(Path folder, Owner self) {
    this.folder = folder;
    this.self = self;
  }

  /** The copies of programs that are gone, the last one first. What can't be read stays where it is. */
  public List<Left> left() {
    List<Left> left = new ArrayList<>();
    for (Path place : files()) {
      read(place).filter(found -> !isAlive(found.copy().owner())).ifPresent(left::add);
    }
    left.sort(Comparator.comparing((Left each) -> each.copy().written()).reversed());
    return List.copyOf(left);
  }

  // Copies lie in a folder of this user: one of another machine came here with the whole home.
  private static boolean isAlive(Owner owner) {
    return owner.life() == Owner.Life.RUNS;
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException unreadable) {
      LOG.warn("The recovery folder can't be listed [{}]", folder, unreadable);
      return List.of();
    }
  }

  private static Optional<Left> read(Path place) {
    try {
      return Optional.of(new Left(place, RecoveryCopy.read(place)));
    } catch (IOException damaged) {
      LOG.warn("A recovery copy can't be read and stays where it is [{}]", place, damaged);
      return Optional.empty();
    }
  }

  /** Throws a copy away. */
  public void discard(Left left) {
    try {
      Files.deleteIfExists(left.place());
    } catch (IOException undeletable) {
      LOG.warn("A recovery copy can't be deleted [{}]", left.place(), undeletable);
    }
  }

  /**
   * The writer for one more window.
   *
   * @param trouble is told the reason once when writing begins to fail, and empty once it works again,
   *     on the writer's thread
   */
  public RecoveryWriter writer(Consumer<Optional<String>> trouble) {
    String name = "%d-%s%s".formatted(self.process(), UUID.randomUUID(), ENDING);
    return new RecoveryWriter(folder.resolve(name), trouble);
  }
}
