package app.waterline.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The packaged program in a process of its own, and its window on an X display, driven by xdotool. */
final class RealWindow implements AutoCloseable {
  static final Path PROGRAM =
      Path.of(System.getProperty("waterline.program", "target/waterline/bin/waterline"));

  private static final int WAIT_SECONDS = 60;
  private static final int POLL_MILLIS = 25;

  private final Process process;
  private final Path output;

  private RealWindow(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Whether there are a program, a display and xdotool. */
  static boolean isPossible() {
    return PROGRAM.toFile().canExecute()
        && System.getenv("DISPLAY") != null
        && run("xdotool", "version").exit() == 0;
  }

  static Process start(Path home, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(PROGRAM.toAbsolutePath().toString());
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("WATERLINE_HOME", home.toString());
    return builder.redirectOutput(outputIn(home).toFile()).start();
  }

  private static Path outputIn(Path home) {
    return home.resolve("output.txt");
  }

  /** Starts the program on a file and waits until its window says so. */
  static RealWindow open(Path home, Path file) throws IOException {
    RealWindow window = new RealWindow(start(home, file.toString()), outputIn(home));
    window.waitFor("the window", () -> isTitled(file.getFileName().toString()));
    return window;
  }

  static boolean isTitled(String part) {
    return run("xdotool", "search", "--onlyvisible", "--name", part).exit() == 0;
  }

  void waitFor(String what, BooleanSupplier reached) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new AssertionError("Waited in vain for %s. The program %s and said [%s]"
            .formatted(what, process.isAlive() ? "runs" : "has ended", said()));
      }
      pause(POLL_MILLIS);
    }
  }

  private String said() {
    try {
      return Files.readString(output);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  /** Types and clicks; words as xdotool takes them. */
  void drive(String words) {
    List<String> command = new ArrayList<>(List.of("xdotool"));
    command.addAll(List.of(words.split(" ")));
    run(command.toArray(String[]::new));
  }

  /** SIGKILL, as of the moment that it returns. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    waitForEnd(process);
  }

  static void waitForEnd(Process process) {
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a command said and how it ended. */
  record Ended(int exit, String said) {}

  static Ended run(String... command) {
    try {
      Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(
          started.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      waitForEnd(started);
      return new Ended(started.exitValue(), said);
    } catch (IOException missing) {
      return new Ended(-1, missing.toString());
    }
  }

  @Override
  public void close() {
    kill();
  }
}
