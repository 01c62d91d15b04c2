package app.waterline.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.waterline.io.WorkspaceFile;
import app.waterline.io.safe.RecoveryCopy;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged program with SIGKILL: at random moments while its window is edited and saved, in the
 * midst of a save, and in the midst of an export of the command line. A kill is the same whichever were
 * before it, so that a run can go on where it ended: {@code -Dwaterline.kills=200 -Dwaterline.first=120
 * -Dwaterline.seed=1}. Each writes a line into {@code target/kills.tsv}. See docs/reliability.md.
 */
@Tag("packaged")
class KilledProgramTest {
  private static final int KILLS = Integer.getInteger("waterline.kills", 5);
  private static final int FIRST = Integer.getInteger("waterline.first", 0);
  private static final int SEED = Integer.getInteger("waterline.seed", 1);
  private static final Path SAMPLE = Path.of("sample-data/hopper-vs-blackwell.waterline");
  private static final Path LINES = Path.of("target/kills.tsv");

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

  /** An edit by its number, and when its last key had been sent. */
  private record Sent(int number, long nanos) {}

  /**
   * How a kill ended.
   *
   * @param kind where it fell
   * @param lost age of the oldest edit that was missing, ms
   * @param inWrite whether an unfinished file lay beside, so that it fell into a write
   * @param failure what was wrong; empty where nothing was
   */
  private record Outcome(String kind, long lost, boolean inWrite, String failure) {
    static Outcome failed(String kind, Throwable why) {
      return new Outcome(kind, 0, false, String.valueOf(why.getMessage()).replaceAll("\\s+", " "));
    }
  }

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
    List<Outcome> outcomes = new ArrayList<>();
    for (int number = FIRST; number < KILLS; number++) {
      Outcome outcome = kill(number);
      outcomes.add(outcome);
      write("%d\t%d\t%s\t%d ms\t%s\t%s%n"
          .formatted(
              SEED,
              number,
              outcome.kind(),
              outcome.lost(),
              outcome.inWrite() ? "in a write" : "",
              outcome.failure()));
    }
    List<Long> lost = outcomes.stream().map(Outcome::lost).sorted().toList();
    System.out.printf(
        "kills %d to %d from seed %d; %d fell into a write; the oldest edit missing was %d ms old, the median %d ms%n",
        FIRST,
        KILLS - 1,
        SEED,
        outcomes.stream().filter(Outcome::inWrite).count(),
        lost.getLast(),
        lost.get(lost.size() / 2));
    assertThat(outcomes).extracting(Outcome::failure).containsOnly("");
  }

  private static void write(String line) throws IOException {
    Files.createDirectories(LINES.toAbsolutePath().getParent());
    Files.writeString(LINES, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private Outcome kill(int number) throws IOException {
    Path home = Files.createDirectory(folder.resolve("home" + number));
    SplittableRandom random = new SplittableRandom(1_000_003L * SEED + number);
    String kind = switch (number % 5) {
      case 3 -> "save";
      case 4 -> "export";
      default -> "edit";
    };
    try {
      return kind.equals("export")
          ? killInAnExport(home, random)
          : killInTheWindow(home, random, kind);
    } catch (AssertionError | IOException failure) { // the others are killed all the same
      return Outcome.failed(kind, failure);
    }
  }

  private Outcome killInTheWindow(Path home, SplittableRandom random, String kind)
      throws IOException {
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
          save(window, edits, saves);
        }
      }
      if (kind.equals("save")) {
        save(window, edits, saves);
        awaitWrite(file, 500);
      }
      killed = System.nanoTime();
      window.kill();
    }
    boolean inWrite = Files.exists(beside(file));
    long lost = check(home, file, edits, saves, killed);
    if (random.nextInt(8) == 0) {
      restore(home, file);
    }
    return new Outcome(kind, lost, inWrite, "");
  }

  private static void save(RealWindow window, List<Sent> edits, List<Sent> saves) {
    window.drive("key ctrl+s");
    saves.add(new Sent(edits.size() - 1, System.nanoTime()));
  }

  /** Until a write of that file has begun, which takes some milliseconds, or that long. */
  private static void awaitWrite(Path file, long atMostMillis) {
    long end = System.nanoTime() + atMostMillis * 1_000_000L;
    while (!Files.exists(beside(file)) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  /** What a write fills before it takes the place of the file. */
  private static Path beside(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".0.tmp");
  }

  private static void edit(RealWindow window, List<Sent> edits) {
    window.drive("key ctrl+a type --delay 1 " + price(edits.size()));
    window.drive("key Return");
    edits.add(new Sent(edits.size(), System.nanoTime()));
  }

  private static long check(Path home, Path file, List<Sent> edits, List<Sent> saves, long killed)
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
    assertThat(lost).as("age of the oldest edit that is missing, ms").isLessThan(PROMISED_MILLIS);
    return lost;
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

  private static Outcome killInAnExport(Path home, SplittableRandom random) throws IOException {
    Path picture = home.resolve("cost.svg");
    Files.writeString(picture, "old");
    Process export = RealWindow.start(
        home, "export", "--force", "--to=" + picture, SAMPLE.toAbsolutePath().toString());
    if (random.nextBoolean()) {
      awaitWrite(picture, 20_000);
    } else {
      RealWindow.pause(random.nextInt(3000));
    }
    export.destroyForcibly();
    RealWindow.waitForEnd(export);
    String now = Files.readString(picture);
    assertThat(now.equals("old") || now.strip().endsWith("</svg>"))
        .as("the picture is the old or the new one")
        .isTrue();
    return new Outcome("export", 0, Files.exists(beside(picture)), "");
  }
}
