package app.waterline.ui.shell;

import app.waterline.ui.Session;
import app.waterline.ui.export.ExportWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Window;

/**
 * What the export dialog has from its window.
 *
 * @param owner the window
 * @param session gives the theme
 * @param dialogs ask for files
 * @param opens opens what was written
 * @param memory keeps the last choices
 */
record ExportPlace(
    Window owner, Session session, Dialogs dialogs, Consumer<Path> opens, Path memory)
    implements ExportWindow.Context {
  @Override
  public void dress(Scene scene) {
    SideWindow.dress(scene, session, "export.css");
  }

  @Override
  public Optional<Path> chooseFile(Path suggested, String kind, String extension) {
    return dialogs.chooseExport(suggested, kind, extension);
  }

  @Override
  public Optional<Path> chooseTemplate() {
    return dialogs.chooseTemplate();
  }

  @Override
  public void open(Path path) {
    opens.accept(path);
  }

  @Override
  public Path folder() {
    Path home = Path.of(System.getProperty("user.home", "."));
    Path documents = home.resolve("Documents");
    return Files.isDirectory(documents) ? documents : home;
  }
}
