package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.document.Document;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.frontier.FrontierView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ImportRunsTest {
  private static final Path SAMPLE = Path.of("sample-data/hopper-vs-blackwell.waterline");
  private static final String HEADER =
      "tool,model,hardware,precision,gpus,concurrency,isl,osl,totalTokensPerSecond,inputTokensPerSecond,outputTokensPerSecond,tpotP50Ms,date\n";

  @TempDir
  private Path folder;

  private Session session;
  private Workbench workbench;
  private Workspace before;

  @Start
  void start(Stage stage) throws IOException {
    Fonts.load();
    session = new Session(
        new Document(WorkspaceFile.read(SAMPLE), System::nanoTime),
        new Evaluator(),
        new QuantityFormat(Locale.US),
        Clock.fixed(Instant.parse("2026-11-02T12:04:00Z"), ZoneOffset.UTC));
    workbench = new Workbench(
        stage,
        session,
        List.of(new FrontierView(session, Locale.US)),
        Texts.of("texts", Locale.US),
        new FolderChosen(),
        new SettingsFile(folder.resolve("settings").resolve("settings.properties")),
        Clock.systemUTC());
    workbench.show();
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(1000);
    before = session.document().current();
  }

  /** Answers with the folder of the runs. */
  private final class FolderChosen implements Dialogs {
    @Override
    public Optional<Path> chooseFileToOpen() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> chooseFileToSave(String suggestedName) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> chooseFolderOfRuns() {
      return Optional.of(folder.resolve("runs"));
    }

    @Override
    public Unsaved askUnsaved(String name) {
      return Unsaved.DISCARD;
    }

    @Override
    public void error(String title, String message) {
      throw new AssertionError(title + " " + message);
    }

    @Override
    public void inform(String title, String message) {}
  }

  private void read(FxRobot robot) throws IOException, TimeoutException {
    Path runs = Files.createDirectories(folder.resolve("runs"));
    Files.writeString(
        runs.resolve("good.csv"),
        HEADER + "house,Acme-7B,H200,FP8,8,64,1024,1024,8000,4000,4000,12.5,2026-07-31\n");
    Files.writeString(
        runs.resolve("lacking.csv"),
        HEADER + "load test,Acme-7B,H200,FP8,,16,1024,1024,3000,1500,1500,10,2026-07-31\n");
    Files.writeString(
        runs.resolve("old.csv"),
        HEADER + "house,Acme-7B,H200,FP8,8,32,1024,1024,5000,2500,2500,11,1970-01-01\n");
    Files.writeString(runs.resolve("cut.json"), "{\"backend\": \"vllm\", \"max_conc");
    robot.interact(workbench.allActions().get("file.importFolder")::fire);
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> find("#import-take") != null);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static javafx.scene.@org.jspecify.annotations.Nullable Node find(String id) {
    return Window.getWindows().stream()
        .map(window -> window.getScene().getRoot().lookup(id))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static <T> T get(String id, Class<T> type) {
    return type.cast(Objects.requireNonNull(find(id), id));
  }

  private static String text(String id) {
    return get(id, Labeled.class).getText();
  }

  private static void type(FxRobot robot, String id, String text) {
    TextField field = get(id, TextField.class);
    robot.interact(() -> {
      field.requestFocus();
      field.setText(text);
      field.fireEvent(new javafx.event.ActionEvent());
    });
  }

  private List<OperatingPoint> points() {
    return session.document().current().platform("h200").orElseThrow().operatingPoints();
  }

  @Test
  void answeredMendedImportedUndoneAndRedone(FxRobot robot) throws IOException, TimeoutException {
    read(robot);
    assertThat(text("#tab-READY")).isEqualTo("Ready (1)");
    assertThat(text("#tab-NEEDS_ANSWERS")).isEqualTo("Needs answers (1)");
    assertThat(text("#tab-SET_ASIDE")).isEqualTo("Set aside (1)");
    assertThat(text("#tab-UNREADABLE")).isEqualTo("Unreadable (1)");
    assertThat(text("#import-take")).isEqualTo("Import 1 run into 1 platform");

    type(robot, "#ask-gpus", "4");
    assertThat(text("#import-take")).isEqualTo("Import 2 runs into 1 platform");

    robot.interact(get("#tab-SET_ASIDE", ToggleButton.class)::fire);
    assertThat(text("#import-reason")).contains("[1970-01-01]");
    type(robot, "#mend-DATE", "someday");
    assertThat(text("#tab-SET_ASIDE")).isEqualTo("Set aside (1)");
    type(robot, "#mend-DATE", "2026-07-30");
    assertThat(text("#tab-SET_ASIDE")).isEqualTo("Set aside (0)");

    Button take = get("#import-take", Button.class);
    assertThat(take.getText()).isEqualTo("Import 3 runs into 1 platform");
    robot.interact(take::fire);
    assertThat(find("#import-take")).isNull();
    // 8000 ÷ 8, 3000 ÷ the 4 that were answered, 5000 ÷ 8
    assertThat(points())
        .extracting(point -> point.tokensPerSecondPerGpu().total())
        .containsExactlyInAnyOrder(1000.0, 750.0, 625.0);
    assertThat(session.notice().get())
        .hasValueSatisfying(said -> assertThat(said).contains("Imported 3 runs into HGX H200"));
    assertThat(session.document().undoLabel()).contains("Import 3 runs");
    robot.interact(workbench.allActions().get("edit.undo")::fire);
    assertThat(session.document().current()).isEqualTo(before);
    robot.interact(workbench.allActions().get("edit.redo")::fire);
    assertThat(points()).hasSize(3);
  }

  @Test
  void cancelLeavesTheWorkspaceAsItWasAndForgetsNoAnswer(FxRobot robot)
      throws IOException, TimeoutException {
    read(robot);
    type(robot, "#ask-gpus", "4");
    robot.interact(get("#import-cancel", Button.class)::fire);
    assertThat(find("#import-take")).isNull();
    assertThat(session.document().current()).isEqualTo(before);
    assertThat(session.document().undoLabel()).isEmpty();
    read(robot);
    assertThat(text("#import-take")).isEqualTo("Import 2 runs into 1 platform");
  }

  @Test
  void whatCannotBeReadIsNamedWithItsReason(FxRobot robot) throws IOException, TimeoutException {
    read(robot);
    robot.interact(get("#tab-UNREADABLE", ToggleButton.class)::fire);
    TableView<?> list = get("#import-unread", TableView.class);
    assertThat(list.getItems()).singleElement().asString().contains("cut.json", "line=1");
  }

  @Test
  void aDroppedRunStaysOutAndCanBeTakenBack(FxRobot robot) throws IOException, TimeoutException {
    read(robot);
    robot.interact(get("#import-drop", Button.class)::fire);
    assertThat(text("#tab-LEFT_OUT")).isEqualTo("Left out (1)");
    assertThat(text("#import-take")).isEqualTo("Nothing to import yet");
    robot.interact(get("#tab-LEFT_OUT", ToggleButton.class)::fire);
    robot.interact(get("#import-drop", Button.class)::fire);
    assertThat(text("#import-take")).isEqualTo("Import 1 run into 1 platform");
  }

  @Test
  void thePlatformCanBeChanged(FxRobot robot) throws IOException, TimeoutException {
    read(robot);
    ComboBox<?> go = get("#go-platform", ComboBox.class);
    robot.interact(() -> go.getSelectionModel().selectLast());
    assertThat(text("#tab-LEFT_OUT")).isEqualTo("Left out (3)");
    robot.interact(() -> go.getSelectionModel().selectFirst());
    assertThat(text("#tab-READY")).isEqualTo("Ready (1)");
  }
}
