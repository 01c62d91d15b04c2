package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.ui.palette.Palette;
import app.waterline.ui.palette.ShortcutsSheet;
import app.waterline.ui.settings.SettingsSheet;
import app.waterline.ui.tour.Tour;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Palette, shortcuts, settings, panes, size of text and tour, all by keyboard. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ReachTest {
  @TempDir
  private Path folder;

  private Stage stage;
  private OpenWindow window;

  @Start
  void start(Stage shown) {
    stage = shown;
    Fonts.load();
  }

  @BeforeEach
  void open(FxRobot robot) {
    window = OpenWindow.show(robot, stage, folder, Locale.US, 1000, 800);
  }

  private Node focused() {
    return stage.getScene().getFocusOwner();
  }

  private boolean shows(Class<?> kind) {
    return window.nodes().stream().anyMatch(kind::isInstance);
  }

  private void type(FxRobot robot, String text) {
    robot.interact(() -> ((TextField) focused()).setText(text));
    window.settle(robot);
  }

  private void press(FxRobot robot, KeyCode... keys) {
    robot.push(keys);
    window.settle(robot);
  }

  @Test
  void ctrlKFindsAnInputAndPutsTheCursorThere(FxRobot robot) {
    press(robot, KeyCode.CONTROL, KeyCode.K);
    assertThat(focused()).hasFieldOrPropertyWithValue("id", "palette-field");
    type(robot, "power pr");
    press(robot, KeyCode.ENTER);
    assertThat(shows(Palette.class)).isFalse();
    assertThat(focused().getId()).isEqualTo("field-POWER_PRICE");
    assertThat(window.settings().get().preferences().used()).hasSize(1);
  }

  /** What the palette offers for a figure of a platform puts the cursor into the field of that figure. */
  @Test
  void everyInputOfEveryPlatformIsOfferedAndLeadsToItsField(FxRobot robot) {
    List<String> lost = new ArrayList<>();
    var workspace = window.session().document().current();
    for (var lever : app.waterline.document.Levers.of(workspace)) {
      robot.interact(() -> window.session().ask(lever.id()));
      window.settle(robot);
      Node owner = focused();
      String id = owner == null || owner.getId() == null ? "" : owner.getId();
      String wanted = app.waterline.document.Levers.scenarioSlot(lever)
          .map(slot -> "field-" + slot.name())
          .or(() -> app.waterline.document.Levers.figureSlot(lever)
              .map(slot -> "edit-" + slot.id().replace('.', '-')))
          .orElse("nowhere");
      if (!id.equals(wanted)) {
        lost.add(lever.id() + " leads to " + id);
      }
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void aNameWithAValueSetsItAsOneStepThatCanBeUndone(FxRobot robot) {
    press(robot, KeyCode.CONTROL, KeyCode.K);
    type(robot, "utilization 60");
    press(robot, KeyCode.ENTER);
    assertThat(window.session().document().current().scenario().utilization()).isEqualTo(0.6);
    window.fire(robot, "edit.undo");
    assertThat(window.session().document().current().scenario().utilization()).isEqualTo(1);
  }

  @Test
  void anEmptyViewOffersItsRemedyAsAButton(FxRobot robot) {
    window.fire(robot, "view.frontier");
    robot.interact(robot.lookup("#empty-file-openMeasured").queryButton()::fire);
    window.settle(robot);
    assertThat(window.session().document().current().platforms())
        .anyMatch(platform -> !platform.operatingPoints().isEmpty());
  }

  @Test
  void theArrowsChooseAndAScreenReaderHearsTheChoice(FxRobot robot) {
    press(robot, KeyCode.CONTROL, KeyCode.K);
    type(robot, "save");
    ListView<?> list = robot.lookup("#palette-list").queryListView();
    int before = list.getSelectionModel().getSelectedIndex();
    press(robot, KeyCode.DOWN);
    assertThat(list.getSelectionModel().getSelectedIndex())
        .isEqualTo((before + 1) % list.getItems().size());
    type(robot, "save as");
    assertThat(focused().getAccessibleText()).startsWith("Save as…, Command, ").contains("1 of ");
  }

  @Test
  void escLeavesThePaletteAndTheKeyboardGoesBack(FxRobot robot) {
    Node before = robot.lookup("#field-PUE").query();
    robot.interact(before::requestFocus);
    press(robot, KeyCode.CONTROL, KeyCode.K);
    press(robot, KeyCode.TAB);
    assertThat(focused()).hasFieldOrPropertyWithValue("id", "palette-field");
    press(robot, KeyCode.ESCAPE);
    assertThat(focused()).isEqualTo(before);
  }

  @Test
  void everyActionStandsInThePaletteOnce(FxRobot robot) {
    PaletteEntries.Places nowhere =
        new PaletteEntries.Places(lever -> {}, platform -> {}, file -> {});
    PaletteEntries entries = new PaletteEntries(
        window.session(),
        app.waterline.ui.Texts.of("texts", Locale.US),
        app.waterline.ui.Texts.of("textsReach", Locale.US),
        nowhere);
    List<String> ids = entries
        .of(window.workbench().allActions().all().values(), List.of(Path.of("a.waterline")))
        .stream()
        .map(each -> each.id())
        .toList();
    assertThat(ids).doesNotHaveDuplicates().contains("file:a.waterline", "platform:h200");
    assertThat(ids)
        .containsAll(window.workbench().allActions().all().keySet().stream()
            .filter(id -> !id.equals("help.palette"))
            .map(id -> "action:" + id)
            .toList());
    assertThat(ids).anyMatch(id -> id.startsWith("input:/platforms/"));
  }

  @Test
  void aQuestionMarkListsTheShortcutsOfTheActions(FxRobot robot) {
    robot.interact(() -> KeyEvent.fireEvent(
        focused(),
        new KeyEvent(KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, true, false, false, false)));
    window.settle(robot);
    assertThat(shows(ShortcutsSheet.class)).isTrue();
    List<String> said = window.nodes().stream()
        .filter(Label.class::isInstance)
        .map(node -> ((Label) node).getText())
        .toList();
    window.workbench().allActions().all().values().stream()
        .filter(action -> action.accelerator() != null)
        .forEach(action -> assertThat(said)
            .contains(action.text().getValue(), action.accelerator().getDisplayText()));
    press(robot, KeyCode.F1);
    assertThat(shows(ShortcutsSheet.class)).isFalse();
  }

  @Test
  void f6LeadsThroughThePanesAndBack(FxRobot robot) {
    List<Node> visited = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      press(robot, KeyCode.F6);
      visited.add(focused());
    }
    assertThat(visited).doesNotHaveDuplicates();
    press(robot, KeyCode.SHIFT, KeyCode.F6);
    assertThat(focused()).isEqualTo(visited.get(2));
  }

  @Test
  void settingsAreSearchedAndTheSizeOfTextCountsAtOnce(FxRobot robot) {
    press(robot, KeyCode.CONTROL, KeyCode.COMMA);
    assertThat(shows(SettingsSheet.class)).isTrue();
    type(robot, "text size");
    assertThat(robot.lookup(".settings-title").queryAll()).hasSize(1);
    ComboBox<Integer> size = robot.lookup("#setting-textSize").queryComboBox();
    robot.interact(() -> size.setValue(200));
    window.settle(robot);
    assertThat(window.session().enlargement().get()).isEqualTo(2);
    assertThat(new SettingsFile(folder.resolve("settings.properties"))
            .load()
            .preferences()
            .textSize())
        .isEqualTo(200);
  }

  @Test
  void atTwiceTheSizeThePanesMakeRoomAndComeBackOne(FxRobot robot) {
    for (int i = 0; i < Preferences.SIZES.size(); i++) {
      window.fire(robot, "window.larger");
    }
    assertThat(robot.lookup("#field-UTILIZATION").tryQuery()).isEmpty();
    press(robot, KeyCode.F8);
    assertThat(robot.lookup("#field-UTILIZATION").tryQuery()).isPresent();
    press(robot, KeyCode.F7);
    assertThat(robot.lookup("#field-UTILIZATION").tryQuery()).isEmpty();
    window.fire(robot, "window.usual");
    assertThat(robot.lookup("#field-UTILIZATION").tryQuery()).isPresent();
  }

  @Test
  void theTourPointsAtFourControlsAndIsNotOfferedAgain(FxRobot robot) {
    robot.interact(() -> window.workbench().offerTour());
    window.settle(robot);
    assertThat(shows(Tour.class)).isTrue();
    Tour tour = robot.lookup("#tour").query();
    for (int i = 0; i < 4; i++) {
      assertThat(tour.step()).isEqualTo(i);
      assertThat(tour.lookup(".tour-frame").isVisible()).as("step " + i).isTrue();
      press(robot, KeyCode.ENTER);
    }
    assertThat(shows(Tour.class)).isFalse();
    robot.interact(() -> window.workbench().offerTour());
    window.settle(robot);
    assertThat(shows(Tour.class)).isFalse();
    window.fire(robot, "help.tour");
    assertThat(shows(Tour.class)).isTrue();
  }

  @Test
  void theTourCanBeLeftAtAnyStepForEver(FxRobot robot) {
    robot.interact(() -> window.workbench().offerTour());
    window.settle(robot);
    press(robot, KeyCode.RIGHT);
    assertThat(robot.lookup("#tour").<Tour>query().step()).isEqualTo(1);
    press(robot, KeyCode.LEFT);
    assertThat(robot.lookup("#tour").<Tour>query().step()).isZero();
    press(robot, KeyCode.ESCAPE);
    assertThat(shows(Tour.class)).isFalse();
    assertThat(window.settings().get().preferences().toured()).isTrue();
  }
}
