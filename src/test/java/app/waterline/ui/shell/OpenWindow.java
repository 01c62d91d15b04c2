package app.waterline.ui.shell;

import app.waterline.document.Document;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window on the sample, with every view, for tests of what holds everywhere. */
record OpenWindow(Stage stage, Session session, Workbench workbench, SettingsStore settings) {
  static final Path SAMPLE = Path.of("sample-data/hopper-vs-blackwell.waterline");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-02T12:04:00Z"), ZoneOffset.UTC);

  private static final class Silent implements Dialogs {
    @Override
    public Optional<Path> chooseFileToOpen() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> chooseFileToSave(String suggestedName) {
      return Optional.empty();
    }

    @Override
    public Unsaved askUnsaved(String name) {
      return Unsaved.DISCARD;
    }

    @Override
    public void error(String title, String message) {}

    @Override
    public void inform(String title, String message) {}
  }

  static OpenWindow show(
      FxRobot robot, Stage stage, Path folder, Locale language, double width, double height) {
    OpenWindow[] made = new OpenWindow[1];
    robot.interact(() -> {
      try {
        Path file = Files.copy(SAMPLE, folder.resolve("sample.waterline"));
        Session session = new Session(
            new Document(WorkspaceFile.read(file), System::nanoTime),
            new Evaluator(),
            new QuantityFormat(Locale.US, language, () -> "USD"),
            CLOCK);
        SettingsFile settings = new SettingsFile(folder.resolve("settings.properties"));
        SettingsStore store = new SettingsStore(settings);
        Workbench workbench = new Workbench(
            stage,
            session,
            WaterlineApp.views(session, language),
            Texts.of("texts", language),
            new Silent(),
            store,
            new app.waterline.io.safe.Safety(
                app.waterline.io.safe.Owner.self(),
                app.waterline.io.safe.ProgramFolders.under(folder.resolve("data")),
                CLOCK));
        workbench.present(shown -> WaterlineApp.views(shown, language));
        workbench.show();
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        workbench.files().open(file);
        made[0] = new OpenWindow(stage, session, workbench, store);
      } catch (IOException unreadable) {
        throw new java.io.UncheckedIOException(unreadable);
      }
    });
    WaitForAsyncUtils.waitForFxEvents();
    return made[0];
  }

  void fire(FxRobot robot, String action) {
    robot.interact(() -> workbench.allActions().get(action).fire());
    settle(robot);
  }

  void settle(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> {
      stage.getScene().getRoot().applyCss();
      stage.getScene().getRoot().layout();
    });
  }

  /** Every node that can be seen, from the root down. */
  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    collect(stage.getScene().getRoot(), nodes);
    return nodes;
  }

  static void collect(Node node, List<Node> nodes) {
    if (node.isVisible()) {
      nodes.add(node);
      if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(each -> collect(each, nodes));
      }
    }
  }

  /** The ids of the actions that lead to every view and page. */
  List<String> places() {
    return workbench.allActions().all().keySet().stream()
        .filter(id -> id.startsWith("view."))
        .toList();
  }
}
