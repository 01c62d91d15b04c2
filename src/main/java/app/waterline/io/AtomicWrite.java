package app.waterline.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Replaces a file so that at every moment either the old or the new one is there, complete. */
public final class AtomicWrite {
  private static final int ATTEMPTS = 100;

  /** No write takes as long as this: what is older was left by a program that died in it. */
  private static final Duration ABANDONED = Duration.ofMinutes(30);

  private AtomicWrite() {}

  /**
   * Writes beside the file, forces that to disk and moves it over the file.
   *
   * @throws IOException if that fails; the file is as it was then, and nothing lies beside it
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new IOException("a folder has that name");
    }
    Path beside = fill(target, bytes);
    try {
      keepPermissions(target, beside);
      move(beside, target);
    } catch (IOException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
    forceFolder(target);
  }

  private static Path fill(Path target, byte[] bytes) throws IOException {
    FileAlreadyExistsException taken = null; // by another window, or by one that died here
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Path beside = target.resolveSibling("." + target.getFileName() + "." + attempt + ".tmp");
      try (FileChannel out =
          FileChannel.open(beside, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        return fill(out, beside, bytes);
      } catch (FileAlreadyExistsException e) {
        taken = e;
        deleteIfAbandoned(beside);
      }
    }
    throw new IOException("too many unfinished copies lie beside it", taken);
  }

  private static void deleteIfAbandoned(Path beside) {
    try {
      Instant written = Files.getLastModifiedTime(beside).toInstant();
      if (written.isBefore(Instant.now().minus(ABANDONED))) {
        Files.deleteIfExists(beside);
      }
    } catch (IOException gone) {
      return; // its own program has just finished with it
    }
  }

  private static Path fill(FileChannel out, Path beside, byte[] bytes) throws IOException {
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
      return beside;
    } catch (IOException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
  }

  private static void keepPermissions(Path target, Path beside) throws IOException {
    PosixFileAttributeView now = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    if (now != null && Files.exists(target)) {
      Files.setPosixFilePermissions(beside, now.readAttributes().permissions());
    }
  }

  private static void move(Path beside, Path target) throws IOException {
    try {
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Makes the move itself last through a power cut; Windows opens no folders and needs none. */
  private static void forceFolder(Path target) {
    Path folder = target.getParent();
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException | UnsupportedOperationException e) {
      return; // the file is in place; only the moment of its becoming durable is not known
    }
  }

  /** Why writing failed, in words that follow a colon. */
  public static String reason(Exception e) {
    return switch (e) {
      case AccessDeniedException denied -> "writing there is not allowed";
      case NoSuchFileException missing -> "the folder does not exist";
      case FileAlreadyExistsException taken -> "a file has the name of its folder";
      case FileSystemException failed -> Objects.toString(failed.getReason(), failed.toString());
      default -> String.valueOf(e.getMessage());
    };
  }
}
