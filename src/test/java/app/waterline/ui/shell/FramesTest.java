package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.document.Edits;
import app.waterline.document.ScenarioSlot;
import app.waterline.engine.Evaluation;
import app.waterline.model.Distribution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a frame costs, told by what is laid out in it. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class FramesTest {
  @TempDir
  private Path folder;

  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    Fonts.load();
  }

  private OpenWindow open(FxRobot robot) throws Exception {
    OpenWindow window = OpenWindow.show(robot, stage, folder, Locale.US, 1000, 800);
    window.fire(robot, "view.compare");
    atRest(window);
    return window;
  }

  private static void atRest(OpenWindow window) throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !window.session().isMoving());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void slide(OpenWindow window, double utilization) {
    window
        .session()
        .document()
        .apply(Edits.scenario("utilization", ScenarioSlot.UTILIZATION, utilization));
    window.session().refresh();
  }

  /** The nodes that the next layout would go through. */
  private static List<Node> disturbed(OpenWindow window) {
    return window.nodes().stream()
        .filter(node -> node instanceof Parent parent && parent.isNeedsLayout())
        .toList();
  }

  private static boolean isTileOrTable(Node node) {
    return node.getStyleClass().contains("comparison")
        || node.getStyleClass().contains("headline-content");
  }

  private static void layOut(OpenWindow window) {
    for (int pass = 0; pass < 4; pass++) { // what is laid out may ask for more
      window.stage().getScene().getRoot().applyCss();
      window.stage().getScene().getRoot().layout();
    }
  }

  @Test
  void theSameFiguresAgainLeaveTilesAndTableAlone(FxRobot robot) throws Exception {
    OpenWindow window = open(robot);
    List<Node> disturbed = new ArrayList<>();
    robot.interact(() -> {
      slide(window, 0.5);
      layOut(window);
      slide(window, 0.5 + 1e-12); // another state with the same words
      disturbed.addAll(disturbed(window));
    });
    assertThat(disturbed)
        .noneMatch(FramesTest::isTileOrTable)
        .noneMatch(node -> node.getStyleClass().contains("figure-value"));
  }

  @Test
  void aMovedSliderHasItsPanesLaidOutNotTheWindow(FxRobot robot) throws Exception {
    OpenWindow window = open(robot);
    List<Node> disturbed = new ArrayList<>();
    robot.interact(() -> {
      slide(window, 0.5); // the file is no longer as it was saved: the top bar says so once
      layOut(window);
      slide(window, 0.42);
      disturbed.addAll(disturbed(window));
    });
    assertThat(disturbed).anyMatch(node -> node.getStyleClass().contains("figure"));
    assertThat(disturbed)
        .noneMatch(node -> node.getStyleClass().contains("workbench"))
        .noneMatch(node -> node.getStyleClass().contains("status-bar"));
  }

  @Test
  void noBandStandsBesideAFigureThatItDoesNotBelongTo(FxRobot robot) throws Exception {
    OpenWindow window = open(robot);
    robot.interact(() -> window
        .session()
        .document()
        .apply(Edits.scenario(
            "utilization",
            ScenarioSlot.UTILIZATION,
            0.6,
            new Distribution.Triangular(0.5, 0.6, 0.7))));
    bandsArrive(window);
    List<Boolean> seen = new ArrayList<>();
    robot.interact(() -> {
      window.session().document().apply(Edits.scenario("power", ScenarioSlot.POWER_PRICE, 0.11));
      window.session().refresh();
      seen.add(window.session().bands().get().isPresent());
      seen.add(window.session().awaitsBands());
    });
    assertThat(seen).containsExactly(false, true);
    bandsArrive(window);
    Evaluation shown = window.session().evaluation().get();
    assertThat(window.session().bands().get().orElseThrow().workspace())
        .isSameAs(shown.workspace());
    assertThat(window.session().awaitsBands()).isFalse();
  }

  private static void bandsArrive(OpenWindow window) throws Exception {
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> window.session().bands().get().isPresent());
  }
}
