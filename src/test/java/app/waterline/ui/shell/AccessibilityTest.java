package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.ui.chart.ChartCanvas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
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

/** What takes the keyboard says to a screen reader what it is, and its value with the unit. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class AccessibilityTest {
  @TempDir
  private Path folder;

  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    Fonts.load();
  }

  @Test
  void everyControlOfEveryViewHasANameAndItsValue(FxRobot robot) {
    OpenWindow window = OpenWindow.show(robot, stage, folder, Locale.US, 1000, 1000);
    List<String> silent = new ArrayList<>();
    for (String place : window.places()) {
      window.fire(robot, place);
      silent.addAll(Unheard.in(place, window.nodes()));
    }
    for (String over :
        List.of("help.palette", "help.shortcuts", "edit.settings", "help.tour", "scene.arrange")) {
      window.fire(robot, over);
      silent.addAll(Unheard.in(over, window.nodes()));
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void theEditorOfAPlatformToo(FxRobot robot) {
    OpenWindow window = OpenWindow.show(robot, stage, folder, Locale.US, 1000, 1000);
    String platform =
        window.session().document().current().platforms().getFirst().id();
    robot.interact(() -> window.session().ask("/platforms/" + platform + "/pricing/perGpuHour"));
    window.settle(robot);
    assertThat(Unheard.in("editor", window.nodes())).isEmpty();
  }

  /** Opens a window of its own, walks it, and closes it. */
  private void walk(FxRobot robot, OpenWindow window, String action, String there, Walk walk)
      throws Exception {
    window.fire(robot, action);
    waitFor(there);
    walk.through();
    close(robot);
  }

  private interface Walk {
    void through() throws Exception;
  }

  private static void waitFor(String there) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> lookup(there).isPresent());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Optional<Node> lookup(String there) {
    return List.copyOf(Window.getWindows()).stream()
        .filter(each -> each.isShowing() && each.getScene() != null)
        .map(each -> each.getScene().lookup(there))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private void close(FxRobot robot) {
    robot.interact(() -> List.copyOf(Window.getWindows()).stream()
        .filter(each -> !each.equals(stage))
        .forEach(Window::hide));
  }

  @Test
  void theWindowOfTheExportToo(FxRobot robot) throws Exception {
    OpenWindow window = OpenWindow.show(robot, stage, folder, Locale.US, 1000, 1000);
    List<String> silent = new ArrayList<>();
    walk(robot, window, "export.open", "#export-write", () -> {
      for (Node kind : robot.lookup(".export-kind").queryAll()) {
        robot.interact(() -> ((ToggleButton) kind).fire());
        silent.addAll(Unheard.anywhere(kind.getId()));
      }
    });
    assertThat(silent).isEmpty();
  }

  @Test
  void theWindowOfThePriceListsToo(FxRobot robot) throws Exception {
    OpenWindow window = OpenWindow.show(robot, stage, folder, Locale.US, 1000, 1000);
    List<String> silent = new ArrayList<>();
    walk(robot, window, "edit.priceLists", "#price-lists", () -> {
      TabPane tabs = robot.lookup(".price-window .tab-pane").queryAs(TabPane.class);
      for (Tab tab : tabs.getTabs()) {
        robot.interact(() -> tabs.getSelectionModel().select(tab));
        silent.addAll(Unheard.anywhere(tab.getText()));
      }
    });
    assertThat(silent).isEmpty();
  }

  @Test
  void theReviewOfRunsToo(FxRobot robot) throws Exception {
    OpenWindow window = OpenWindow.show(robot, stage, folder, Locale.US, 1000, 1000);
    Path runs = Files.writeString(folder.resolve("runs.csv"), """
        tool,model,hardware,precision,gpus,concurrency,isl,osl,totalTokensPerSecond,inputTokensPerSecond,outputTokensPerSecond,tpotP50Ms,date
        house,Acme-7B,H200,FP8,,64,1024,1024,8000,4000,4000,12.5,2026-07-31
        house,Acme-7B,H200,,8,64,1024,1024,9000,4000,4000,12.5,2026-07-31
        """);
    robot.interact(() -> window.workbench().take(List.of(runs)));
    waitFor("#import-take");
    List<String> silent = new ArrayList<>();
    for (Node tab : robot.lookup(".import-tabs .pill").queryAll()) {
      robot.interact(() -> ((ToggleButton) tab).fire());
      silent.addAll(Unheard.anywhere(tab.getId()));
    }
    close(robot);
    assertThat(silent).isEmpty();
  }

  @Test
  void aPresentationToo(FxRobot robot) throws Exception {
    OpenWindow window = OpenWindow.show(robot, stage, folder, Locale.US, 1000, 1000);
    List<String> silent = new ArrayList<>();
    walk(
        robot,
        window,
        "present.now",
        "#presenter-sliders-choice",
        () -> silent.addAll(Unheard.anywhere("presenter")));
    assertThat(silent).isEmpty();
  }

  @Test
  void anEmptyWorkspaceWithItsRecentFilesToo(FxRobot robot) {
    OpenWindow window = OpenWindow.show(robot, stage, folder, Locale.US, 1000, 1000);
    List<String> silent = new ArrayList<>();
    window.fire(robot, "file.new");
    assertThat(robot.lookup(".recent-card").queryAll()).hasSize(1);
    for (String place : window.places()) {
      window.fire(robot, place);
      silent.addAll(Unheard.anywhere(place));
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void aChartSaysItsFindingAndOpensItsTableByKeyboard(FxRobot robot) {
    OpenWindow window = OpenWindow.show(robot, stage, folder, Locale.US, 1000, 1000);
    List<ChartCanvas> charts = new ArrayList<>();
    for (String place : window.places()) {
      window.fire(robot, place);
      window.nodes().stream()
          .filter(ChartCanvas.class::isInstance)
          .map(ChartCanvas.class::cast)
          .filter(each -> each.shown().isPresent())
          .forEach(charts::add);
    }
    assertThat(charts).isNotEmpty().allSatisfy(chart -> {
      assertThat(chart.isFocusTraversable()).isTrue();
      assertThat(chart.getAccessibleText()).hasSizeGreaterThan(40);
    });
  }
}
