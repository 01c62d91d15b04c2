package app.waterline.io.safe;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import net.harawata.appdirs.AppDirs;
import net.harawata.appdirs.AppDirsFactory;
import net.harawata.appdirs.impl.WindowsAppDirs;

/**
 * Where the program keeps its own files, by the rules of each system.
 *
 * @param settings what the user chose
 * @param data recovery copies, versions and hand-over
 * @param logs what happened
 */
public record ProgramFolders(Path settings, Path data, Path logs) {
  /** The environment variable that puts everything in one folder, for example on a stick. */
  public static final String HOME = "WATERLINE_HOME";

  private static final String NAME = "Waterline";

  /** The folders of this user on this system. */
  public static ProgramFolders ofUser() {
    return of(System.getenv(), System.getProperty("os.name", ""));
  }

  static ProgramFolders of(Map<String, String> environment, String system) {
    String home = environment.getOrDefault(HOME, "");
    if (!home.isBlank()) {
      return under(Path.of(home));
    }
    AppDirs folders = system.toLowerCase(Locale.ROOT).startsWith("win")
        ? windows(environment)
        : AppDirsFactory.getInstance();
    return new ProgramFolders(
        Path.of(folders.getUserConfigDir(NAME, null, null, true)),
        Path.of(folders.getUserDataDir(NAME, null, null)),
        Path.of(folders.getUserLogDir(NAME, null, null)));
  }

  /** All of them in one folder. */
  public static ProgramFolders under(Path folder) {
    return new ProgramFolders(folder, folder, folder.resolve("logs"));
  }

  // Windows itself sets these two for every process; asking it by native code needs a library.
  private static AppDirs windows(Map<String, String> environment) {
    Path home = Path.of(System.getProperty("user.home"));
    return new WindowsAppDirs(folder -> switch (folder) {
      case APPDATA ->
        environment.getOrDefault("APPDATA", home.resolve("AppData/Roaming").toString());
      default ->
        environment.getOrDefault("LOCALAPPDATA", home.resolve("AppData/Local").toString());
    });
  }

  /** What was not saved when the program ended. */
  public Path recovery() {
    return data.resolve("recovery");
  }

  /** What was saved before. */
  public Path versions() {
    return data.resolve("versions");
  }

  /**
   * Where a second start leaves word for the first.
   *
   * @param screen the display that both would open their window on; they stay apart where it differs
   */
  public Path inbox(String screen) {
    String name = Objects.requireNonNull(screen).replaceAll("[^A-Za-z0-9.]", "_");
    return data.resolve("running").resolve(name.isEmpty() ? "main" : name);
  }
}
