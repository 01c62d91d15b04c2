package app.waterline.export.file;

import app.waterline.io.AtomicWrite;
import app.waterline.io.UnwritableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;

/**
 * Where an export goes to.
 *
 * @param file the file that will be there
 * @param replaces whether one that is there already may be replaced
 */
public record Target(Path file, boolean replaces) {
  /**
   * Finds out before the work whether its result can be written.
   *
   * @throws UnwritableFile if not; the message says why and what to do
   */
  public void check() throws UnwritableFile {
    if (Files.isDirectory(file)) {
      throw refused("it is a folder", "Name a file in it");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw refused("the folder does not exist", "Create it, or choose another");
    }
    if (Files.exists(file)) {
      checkReplaced();
    }
  }

  private void checkReplaced() throws UnwritableFile {
    if (!replaces) {
      throw refused("it exists already", "Choose another name, or say that it may be replaced");
    }
    if (isReadOnly()) {
      throw refused("it is read-only", "Choose another name, or make it writable");
    }
    for (Path lock : locks()) {
      if (Files.exists(lock)) {
        throw refused(
            "another program has it open (%s lies beside it)".formatted(lock.getFileName()),
            "Close it there, or choose another name");
      }
    }
  }

  /** The administrator may write to a read-only file, and yet it was made so on purpose. */
  private boolean isReadOnly() throws UnwritableFile {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    try {
      return !Files.isWritable(file)
          || (view != null
              && !view.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** What office programs leave beside a file while they have it open. */
  private List<Path> locks() {
    String name = String.valueOf(file.getFileName());
    String shortened = name.length() > 2 ? name.substring(2) : name;
    return List.of(
        file.resolveSibling(".~lock." + name + "#"),
        file.resolveSibling("~$" + name),
        file.resolveSibling("~$" + shortened));
  }

  /**
   * Writes beside the file, forces it to disk and moves it there.
   *
   * @throws UnwritableFile if that fails; what was there before is untouched
   */
  public void write(byte[] bytes) throws UnwritableFile {
    check(); // again: the work took time
    try {
      AtomicWrite.write(file, bytes);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private UnwritableFile refused(String why, String remedy) {
    return new UnwritableFile("Can't write %s: %s [%s]. %s; nothing was written."
        .formatted(file.getFileName(), why, file, remedy));
  }

  private UnwritableFile failed(IOException cause) {
    return new UnwritableFile(
        "Can't write %s: %s [%s]. Choose another place; nothing was overwritten."
            .formatted(file.getFileName(), AtomicWrite.reason(cause), file),
        cause);
  }
}
