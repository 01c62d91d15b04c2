package app.waterline.ui.shell;

import app.waterline.document.Document;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.UnreadableFile;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Currency;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Starts the window. */
public final class WaterlineApp extends Application {
  /**
   * Shows the workbench and returns when it has been closed.
   *
   * @param file the workspace to open; null for the sample
   */
  public static void launch(@Nullable Path file) {
    Application.launch(
        WaterlineApp.class, file == null ? new String[0] : new String[] {file.toString()});
  }

  @Override
  public void start(Stage stage) {
    Fonts.load();
    Session session = new Session(
        new Document(first(), System::nanoTime),
        new Evaluator(),
        new QuantityFormat(Locale.getDefault(Locale.Category.FORMAT)),
        Clock.system(ZoneId.systemDefault()));
    new Workbench(stage, session, List.of()).show();
  }

  private Workspace first() {
    try {
      return WorkspaceFile.read(Path.of(getParameters().getRaw().getFirst()));
    } catch (UnreadableFile e) {
      return emptyWorkspace();
    }
  }

  private static Workspace emptyWorkspace() {
    return new Workspace(
        "Untitled", null, Currency.DOLLAR, null, Scenario.DEFAULT, List.of(), List.of());
  }
}
