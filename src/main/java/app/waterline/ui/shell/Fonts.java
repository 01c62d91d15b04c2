package app.waterline.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** Makes the bundled type family known to JavaFX, so that every machine shows the same letters. */
final class Fonts {
  private static final String FOLDER = "/app/waterline/assets/fonts/";
  private static final List<String> FILES =
      List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf");

  private Fonts() {}

  static void load() {
    FILES.forEach(Fonts::load);
  }

  private static void load(String file) {
    try (InputStream font = Fonts.class.getResourceAsStream(FOLDER + file)) {
      if (font != null) {
        Font.loadFont(font, 13);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
