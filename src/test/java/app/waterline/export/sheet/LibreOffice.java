package app.waterline.export.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The office suite without its windows, where one is installed. */
public final class LibreOffice {
  private static final long PATIENCE = 180;

  private LibreOffice() {}

  /** Where it is; empty where it is not installed. */
  public static Optional<Path> program() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, "soffice"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Converts a file.
   *
   * @param folder where the result goes, and the program's own settings
   */
  public static Path convert(Path file, String form, Path folder)
      throws IOException, InterruptedException {
    Path log = folder.resolve("soffice.log");
    Process process = new ProcessBuilder(
            program().orElseThrow().toString(),
            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            folder.resolve("out").toString(),
            file.toString())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("LibreOffice did not finish: " + Files.readString(log));
    }
    String name = String.valueOf(file.getFileName()).replaceAll("\\.[a-z]+$", "." + form);
    Path result = folder.resolve("out").resolve(name);
    if (!Files.exists(result)) {
      throw new IOException("LibreOffice wrote nothing: " + Files.readString(log));
    }
    return result;
  }
}
