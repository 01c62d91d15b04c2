package app.waterline.io.safe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A running program: whose it is and how to tell whether it still runs.
 *
 * @param user the account
 * @param machine the machine's name
 * @param process the number of the process there
 * @param started when that process began; numbers of processes come round again
 */
public record Owner(String user, String machine, long process, Instant started) {
  /** Systems count the start of a process from a clock that may be set meanwhile. */
  private static final Duration CLOCK_STEP = Duration.ofSeconds(5);

  /** What is known about a program. */
  public enum Life {
    RUNS,
    /** It ran on this machine and is there no more. */
    GONE,
    /** It ran on another machine; nobody can tell from here. */
    ELSEWHERE
  }

  /** This program. */
  public static Owner self() {
    ProcessHandle process = ProcessHandle.current();
    return new Owner(
        System.getProperty("user.name", "unknown"),
        machineName(),
        process.pid(),
        process.info().startInstant().orElseGet(Instant::now));
  }

  /** Whether it still runs, as far as this machine can tell. */
  public Life life() {
    if (!machine.equals(machineName())) {
      return Life.ELSEWHERE;
    }
    boolean runs = ProcessHandle.of(process)
        .filter(ProcessHandle::isAlive)
        .flatMap(found -> found.info().startInstant())
        .map(start -> Duration.between(start, started).abs().compareTo(CLOCK_STEP) <= 0)
        .orElse(false);
    return runs ? Life.RUNS : Life.GONE;
  }

  // Not by InetAddress: that may ask the network.
  private static String machineName() {
    return Stream.of(
            text(Path.of("/proc/sys/kernel/hostname")),
            environment("COMPUTERNAME"),
            environment("HOSTNAME"),
            text(Path.of("/etc/hostname")))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("this machine");
  }

  private static Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(text -> !text.isBlank());
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  void putInto(Properties note) {
    note.setProperty("user", user);
    note.setProperty("machine", machine);
    note.setProperty("process", Long.toString(process));
    note.setProperty("started", started.toString());
  }

  static Owner from(Properties note) throws IOException {
    try {
      return new Owner(
          required(note, "user"),
          required(note, "machine"),
          Long.parseLong(required(note, "process")),
          Instant.parse(required(note, "started")));
    } catch (NumberFormatException | DateTimeException damaged) {
      throw new IOException("it does not say which program wrote it", damaged);
    }
  }

  static String required(Properties note, String key) throws IOException {
    String text = note.getProperty(key);
    if (text == null) {
      throw new IOException("its %s is missing".formatted(key));
    }
    return text;
  }
}
