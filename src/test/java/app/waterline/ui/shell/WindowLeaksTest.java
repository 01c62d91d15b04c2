package app.waterline.ui.shell;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What came over the window, or beside it, is collected once it is gone, while the window lives on. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class WindowLeaksTest {
  private static final String RUNS = """
      tool,model,hardware,precision,gpus,concurrency,isl,osl,totalTokensPerSecond,inputTokensPerSecond,outputTokensPerSecond,tpotP50Ms,date
      house,Acme-7B,H200,FP8,8,64,1024,1024,8000,4000,4000,12.5,2026-07-31
      """;

  @TempDir
  private Path folder;

  private Stage stage;
  private OpenWindow window;

  @Start
  void start(Stage ownStageOfTheTests) {
    Fonts.load();
    stage = new Stage(); // TestFX remembers every event of its own, and with it the nodes
  }

  @BeforeEach
  void open(FxRobot robot) {
    window = OpenWindow.show(robot, stage, folder, Locale.US, 1000, 800);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
  }

  @ParameterizedTest
  @CsvSource({
    "help.palette,#palette",
    "edit.settings,#settings",
    "help.tour,#tour",
    "help.shortcuts,#shortcuts"
  })
  void whatLiesOverTheWindowIsCollected(String action, String sheet, FxRobot robot) {
    window.fire(robot, action);
    WeakReference<Object> left = weakly(robot, () -> stage.getScene().lookup(sheet));
    robot.interact(() -> Event.fireEvent(
        stage.getScene().lookup(sheet),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
    assertCollected(robot, left);
  }

  @ParameterizedTest
  @ValueSource(strings = {"export.open", "present.start"})
  void aWindowBesideIsCollected(String action, FxRobot robot) {
    window.fire(robot, action);
    WeakReference<Object> left = weakly(robot, this::beside);
    robot.interact(() -> beside().hide());
    assertCollected(robot, left);
  }

  @Test
  void theImportIsCollected(FxRobot robot) throws Exception {
    Path runs = Files.writeString(folder.resolve("runs.csv"), RUNS);
    robot.interact(() -> window.workbench().take(List.of(runs)));
    await(() -> beside().getScene().getRoot().lookup("#import-take") != null);
    WeakReference<Object> left = weakly(robot, this::beside);
    robot.interact(() -> beside().hide());
    assertCollected(robot, left);
  }

  @Test
  void aClosedWindowIsCollected(FxRobot robot) throws IOException {
    Path apart = Files.createDirectory(folder.resolve("apart"));
    WeakReference<Object> left = closed(robot, apart);
    assertCollected(robot, left);
  }

  private static WeakReference<Object> closed(FxRobot robot, Path folder) {
    Stage[] second = new Stage[1];
    robot.interact(() -> second[0] = new Stage());
    OpenWindow other = OpenWindow.show(robot, second[0], folder, Locale.US, 1000, 800);
    other.places().forEach(place -> other.fire(robot, place));
    robot.interact(
        () -> second[0].fireEvent(new WindowEvent(second[0], WindowEvent.WINDOW_CLOSE_REQUEST)));
    robot.interact(() -> second[0].hide());
    return new WeakReference<>(other.workbench());
  }

  private Window beside() {
    return Window.getWindows().stream()
        .filter(each -> !each.equals(stage))
        .findFirst()
        .orElseThrow();
  }

  private static WeakReference<Object> weakly(FxRobot robot, Supplier<Object> found) {
    Object[] held = new Object[1];
    robot.interact(() -> held[0] = found.get());
    return new WeakReference<>(Objects.requireNonNull(held[0]));
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void assertCollected(FxRobot robot, WeakReference<Object> left) {
    LeaksTest.assertCollected(robot, left);
  }
}
