package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.ui.chart.ChartCanvas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

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
      findSilent(place, window.nodes(), silent);
    }
    for (String over :
        List.of("help.palette", "help.shortcuts", "edit.settings", "help.tour", "scene.arrange")) {
      window.fire(robot, over);
      findSilent(over, window.nodes(), silent);
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
    List<String> silent = new ArrayList<>();
    findSilent("editor", window.nodes(), silent);
    assertThat(silent).isEmpty();
  }

  private static void findSilent(String place, List<Node> nodes, List<String> silent) {
    nodes.stream()
        .filter(node -> node.isFocusTraversable() && !node.isDisabled())
        .filter(node ->
            !(node instanceof ScrollPane || node instanceof ScrollBar || node instanceof MenuBar))
        .filter(node -> !hasName(node, nodes) || !hasRole(node) || !saysItsValue(node))
        .map(node -> place + ": " + node)
        .forEach(silent::add);
  }

  private static boolean hasRole(Node node) {
    return node.getAccessibleRole() != AccessibleRole.NODE
        && node.getAccessibleRole() != AccessibleRole.PARENT;
  }

  private static boolean hasName(Node node, List<Node> nodes) {
    boolean ofItsOwn = says(node.getAccessibleText())
        || (node instanceof Labeled labeled && says(labeled.getText()));
    return ofItsOwn
        || nodes.stream()
            .filter(Label.class::isInstance)
            .map(Label.class::cast)
            .anyMatch(label -> Objects.equals(label.getLabelFor(), node) && says(label.getText()));
  }

  private static boolean says(String text) {
    return text != null && text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** A number is read with its unit: what the screen shows stands in the text that is read out. */
  private static boolean saysItsValue(Node node) {
    String id = Objects.requireNonNullElse(node.getId(), "");
    if (node instanceof TextField field && (id.startsWith("field-") || id.startsWith("edit-"))) {
      return field.getText().isEmpty()
          || field.getAccessibleText().replace('\u00a0', ' ').contains(", ");
    }
    return !(node instanceof Slider) || node.getAccessibleText().matches(".*([,:] .+|\\d.*)");
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
