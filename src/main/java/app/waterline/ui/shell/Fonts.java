package app.waterline.ui.shell;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;

/**
 * Makes the bundled type family known to JavaFX, so that every machine shows the same letters. The
 * installed program has them as files: from a jar, JavaFX would unpack each into the folder for
 * temporary files first, and leave it there when the program is killed.
 */
final class Fonts {
  /** The property that names the folder of the files. */
  private static final String PLACE = "waterline.fonts";

  private static final String FOLDER = "/app/waterline/assets/fonts/";
  private static final List<String> FILES =
      List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf");

  private Fonts() {}

  static void load() {
    FILES.forEach(file -> Font.loadFont(place(file), 13));
  }

  private static String place(String file) {
    String folder = System.getProperty(PLACE);
    if (folder != null && Files.isRegularFile(Path.of(folder, file))) {
      return Path.of(folder, file).toUri().toString();
    }
    URL packed = Objects.requireNonNull(Fonts.class.getResource(FOLDER + file), file);
    return packed.toExternalForm();
  }
}
