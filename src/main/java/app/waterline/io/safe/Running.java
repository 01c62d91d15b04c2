package app.waterline.io.safe;

import app.waterline.io.AtomicWrite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One program a user and screen: a second start leaves word for the first and ends. The word is a file in
 * a folder that the first looks into, not a socket, so that the program can be seen to open none.
 *
 * @see "docs/adr/011-hand-over-by-folder.md"
 */
public final class Running implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Running.class);
  private static final String WORD = ".open";
  private static final int MOST_BYTES = 16 << 10;
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(4);

  private final Path inbox;
  private final FileChannel channel;
  private final FileLock lock;
  private volatile boolean open = true;

  private Running(Path inbox, FileChannel channel, FileLock lock) {
    this.inbox = inbox;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Becomes the running program of this folder. The system gives the lock back when a program dies, however
   * it does.
   *
   * @return empty where another one is
   * @throws IOException if the folder can't be used
   */
  public static Optional<Running> become(Path inbox) throws IOException {
    Files.createDirectories(inbox);
    FileChannel channel = FileChannel.open(
        inbox.resolve("program.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new Running(inbox, channel, lock));
  }

  /** Whether there is a running program. */
  public static boolean isThere(Path inbox) throws IOException {
    if (!Files.isDirectory(inbox)) {
      return false;
    }
    Optional<Running> free = become(inbox);
    free.ifPresent(Running::close);
    return free.isEmpty();
  }

  /**
   * Leaves word for the running program.
   *
   * @param file what it should open; null for just a window
   * @return whether it has taken the word; where it has not, it hangs, and the word is taken back
   */
  public static boolean handOver(Path inbox, @Nullable Path file) throws IOException {
    Path word = inbox.resolve(UUID.randomUUID() + WORD);
    String text = file == null ? "" : file.toAbsolutePath().toString();
    AtomicWrite.write(word, text.getBytes(StandardCharsets.UTF_8));
    long end = System.nanoTime() + ANSWER_WITHIN.toNanos();
    while (Files.exists(word) && System.nanoTime() < end) {
      pause();
    }
    return !Files.deleteIfExists(word);
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY.dividedBy(8));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Looks for words from now on.
   *
   * @param open is told each file to open, or empty for just a window, on a thread of its own
   */
  public void listen(Consumer<Optional<Path>> open) {
    Thread.ofPlatform().daemon().name("hand-over").start(() -> {
      while (this.open) {
        look(open);
        sleep();
      }
    });
  }

  private void sleep() {
    try {
      Thread.sleep(LOOK_EVERY);
    } catch (InterruptedException interrupted) {
      open = false;
    }
  }

  private void look(Consumer<Optional<Path>> told) {
    try (Stream<Path> all = Files.list(inbox)) {
      all.filter(each -> each.toString().endsWith(WORD)).sorted().forEach(word -> take(word, told));
    } catch (IOException away) {
      LOG.debug("The folder for words of a second start can't be listed [{}]", inbox, away);
    }
  }

  private static void take(Path word, Consumer<Optional<Path>> told) {
    try {
      byte[] bytes = read(word);
      if (Files.deleteIfExists(word)) { // also what can't be read, or it would be read for ever
        told.accept(meant(bytes));
      }
    } catch (IOException | InvalidPathException damaged) {
      LOG.warn("A second start left a word that can't be read [{}]", word, damaged);
    }
  }

  private static byte[] read(Path word) throws IOException {
    try (InputStream in = Files.newInputStream(word)) {
      return in.readNBytes(MOST_BYTES + 1);
    }
  }

  /** The file of a word, or empty for just a window. */
  static Optional<Path> meant(byte[] word) throws IOException {
    if (word.length > MOST_BYTES) {
      throw new IOException("longer than any name of a file");
    }
    String text =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(word)).toString();
    return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
  }

  /** Ends being the running program. */
  @Override
  public void close() {
    open = false;
    try {
      lock.release();
      channel.close();
    } catch (IOException failed) {
      LOG.debug("The lock of the running program could not be given back", failed);
    }
  }
}
