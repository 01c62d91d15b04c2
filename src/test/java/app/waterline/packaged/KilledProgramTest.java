package app.waterline.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.waterline.io.WorkspaceFile;
import app.waterline.io.safe.RecoveryCopy;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged program with SIGKILL at random moments while its window is edited and saved, and
 * while the command line exports. How often and from which seed: {@code -Dwaterline.kills=200
 * -Dwaterline.seed=1}. See docs/reliability.md.
 */
@Tag("packaged")
class KilledProgramTest {
  private static final int KILLS = Integer.getInteger("waterline.kills", 5);
  private static final int SEED = Integer.getInteger("waterline.seed", 1);
  private static final Path SAMPLE = Path.of("sample-data/hopper-vs-blackwell.waterline");

  /** The field of the power price in a window of 1280 × 800. */
  private static final String POWER_PRICE =
      System.getProperty("waterline.field", "mousemove 1190 198 click 1");

  private static final double BEFORE = 0.08;
  private static final long PROMISED_MILLIS = 1000;
  private static final int LONGEST_MILLIS = 3000;

  /** Faster than a hand, slow enough that no edit waits in the display's queue for the one before. */
  private static final int BETWEEN_EDITS_MILLIS = 200;

  @TempDir
  private Path folder;

  private final List<Long> missing = new ArrayList<>();

  /** An edit by its number, and when its last key had been sent. */
  private record Sent(int number, long nanos) {}

  private static double price(int number) {
    return (10_000 + number) / 100_000.0;
  }

  private static int numberOf(Workspace workspace) {
    double price = workspace.scenario().powerPrice();
    return price == BEFORE ? -1 : (int) Math.round(price * 100_000) - 10_000;
  }

  @Test
  void noMoreThanASecondIsLostAndTheFileIsWhole() throws IOException {
    assumeTrue(RealWindow.isPossible(), "no packaged program, display or xdotool");
    SplittableRandom random = new SplittableRandom(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      Path home = Files.createDirectory(folder.resolve("home" + kill));
      if (kill % 5 == 4) {
        killInAnExport(home, random.nextInt(1500));
      } else {
        killInTheWindow(home, random);
      }
    }
    missing.sort(null);
    System.out.printf(
        "%d kills from seed %d; the oldest edit missing was %s ms old, the median %s ms%n",
        KILLS, SEED, missing.isEmpty() ? 0 : missing.getLast(), missing.get(missing.size() / 2));
  }

  private void killInTheWindow(Path home, SplittableRandom random) throws IOException {
    Path file = Files.copy(SAMPLE, home.resolve("Acme.waterline"));
    List<Sent> edits = new ArrayList<>();
    List<Sent> saves = new ArrayList<>();
    long killed;
    try (RealWindow window = RealWindow.open(home, file)) {
      window.waitFor("the first edit", () -> {
        window.drive(POWER_PRICE);
        edit(window, edits);
        RealWindow.pause(400);
        return recovered(home).isPresent();
      });
      long end = System.nanoTime() + random.nextInt(LONGEST_MILLIS) * 1_000_000L;
      while (System.nanoTime() < end) {
        edit(window, edits);
        long left = (end - System.nanoTime()) / 1_000_000; // the kill may fall into the pause
        RealWindow.pause(Math.clamp(left, 0, BETWEEN_EDITS_MILLIS));
        if (random.nextInt(4) == 0) {
          window.drive("key ctrl+s");
          saves.add(new Sent(edits.size() - 1, System.nanoTime()));
        }
      }
      killed = System.nanoTime();
      window.kill();
    }
    check(home, file, edits, saves, killed);
    if (random.nextInt(8) == 0) {
      restore(home, file);
    }
  }

  private static void edit(RealWindow window, List<Sent> edits) {
    window.drive("key ctrl+a type --delay 1 " + price(edits.size()));
    window.drive("key Return");
    edits.add(new Sent(edits.size(), System.nanoTime()));
  }

  private void check(Path home, Path file, List<Sent> edits, List<Sent> saves, long killed)
      throws IOException {
    int saved = numberOf(WorkspaceFile.read(file)); // whole, or this throws
    assertThat(saved == -1 || saves.stream().anyMatch(save -> save.number() == saved))
        .as(
            "the file is as it was, or as of a save [%d]; %d edits, saves after %s",
            saved, edits.size(), saves.stream().map(Sent::number).toList())
        .isTrue();
    int kept = Math.max(saved, recovered(home).map(KilledProgramTest::numberOf).orElse(-1));
    assertThat(kept).isLessThan(edits.size());
    long lost = edits.stream()
        .filter(edit -> edit.number() > kept)
        .mapToLong(edit -> (killed - edit.nanos()) / 1_000_000)
        .max()
        .orElse(0);
    missing.add(lost);
    assertThat(lost).as("age of the oldest edit that is missing, ms").isLessThan(PROMISED_MILLIS);
  }

  private static Optional<Workspace> recovered(Path home) {
    Path recovery = home.resolve("recovery");
    if (!Files.isDirectory(recovery)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(recovery)) {
      return all.filter(each -> each.toString().endsWith(".recovery"))
          .findFirst()
          .flatMap(KilledProgramTest::read);
    } catch (IOException away) {
      return Optional.empty();
    }
  }

  private static Optional<Workspace> read(Path copy) {
    try {
      return Optional.of(RecoveryCopy.read(copy).workspace());
    } catch (IOException gone) { // deleted between the two looks, by a save
      return Optional.empty();
    }
  }

  /** The next start offers what is left, and a save brings it into the file. */
  private static void restore(Path home, Path file) throws IOException {
    Optional<Workspace> left = recovered(home);
    if (left.isEmpty()) {
      return;
    }
    try (RealWindow window = RealWindow.open(home, file)) {
      window.waitFor("the offer", () -> RealWindow.isTitled("^Waterline$"));
      window.waitFor("the restored work in the file", () -> {
        window.drive(RealWindow.isTitled("^Waterline$") ? "key Return" : "key ctrl+s");
        RealWindow.pause(300);
        try {
          return WorkspaceFile.read(file).equals(left.get());
        } catch (IOException unreadable) {
          throw new AssertionError(unreadable);
        }
      });
    }
  }

  private static void killInAnExport(Path home, int afterMillis) throws IOException {
    Path picture = home.resolve("cost.svg");
    Files.writeString(picture, "old");
    Process export = RealWindow.start(
        home, "export", "--force", "--to=" + picture, SAMPLE.toAbsolutePath().toString());
    RealWindow.pause(afterMillis);
    export.destroyForcibly();
    RealWindow.waitForEnd(export);
    String now = Files.readString(picture);
    assertThat(now.equals("old") || now.strip().endsWith("</svg>"))
        .as("the picture is the old or the new one")
        .isTrue();
  }
}
