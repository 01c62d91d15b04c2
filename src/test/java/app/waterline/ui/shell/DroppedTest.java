package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.model.Currency;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is dropped on the window goes where it belongs; recent files; new workspaces. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class DroppedTest {
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
    window = OpenWindow.show(robot, stage, folder, Locale.US, 1000, 1000);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> List.copyOf(Window.getWindows()).stream()
        .filter(each -> !each.equals(stage))
        .forEach(Window::hide));
  }

  private void drop(FxRobot robot, Path... files) {
    robot.interact(() -> window.workbench().take(List.of(files)));
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static boolean isThere(FxRobot robot, String query) {
    return robot.lookup(query).tryQuery().isPresent();
  }

  @Test
  void aPriceListComesUpWithItsPrices(FxRobot robot) throws Exception {
    int before = window.session().document().current().priceLists().size();
    Path prices = Files.writeString(
        folder.resolve("ours.csv"),
        "list,gpu,price,date,source\nOurs,H200,2.10,2026-10-01,quote 17\nOurs,H200,-1,2026-10-01,x\n");
    drop(robot, prices);
    await(() -> isThere(robot, "#price-findings"));
    assertThat(window.session().document().current().priceLists()).hasSize(before + 1);
    assertThat(robot.lookup("#price-findings").queryAs(Label.class).getText())
        .contains("ours.csv, line 3, price", "[-1]");
  }

  @Test
  void aClaimComesUpInTheEvidence(FxRobot robot) throws Exception {
    drop(robot, Path.of("sample-data/hopper-vs-blackwell.claim.json"));
    await(() -> isThere(robot, "#tab-evidence:selected"));
    await(() -> robot.lookup(".claim-name").<TextField>queryAllAs(TextField.class).stream()
        .anyMatch(each -> each.getText().equals("HGX H200")));
  }

  @Test
  void whatNobodyKnowsIsNamedWithItsReasonAndChangesNothing(FxRobot robot) throws Exception {
    var before = window.session().document().current();
    Path bad = Files.write(folder.resolve("holiday.png"), new byte[] {(byte) 0x89, 'P', 0, 0, 1});
    drop(robot, bad);
    await(() -> isThere(robot, "#import-unread"));
    assertThat(robot.lookup("#import-unread .table-cell").queryAll())
        .anySatisfy(cell -> assertThat(cell.toString()).contains("The file is not text [binary]"));
    assertThat(window.session().document().current()).isSameAs(before);
  }

  @Test
  void besideAWorkspaceTheRestIsLeftOutAndSaid(FxRobot robot) throws Exception {
    Path other = Files.copy(
        Path.of("sample-data/factory-10mw.waterline"), folder.resolve("other.waterline"));
    Path runs = Files.copy(Path.of("sample-data/runs-template.csv"), folder.resolve("runs.csv"));
    drop(robot, runs, other);
    await(() -> window.workbench().files().name().equals("other.waterline"));
    assertThat(window.session().notice().get().orElse("")).contains("1 other file was left out");
    assertThat(isThere(robot, "#import-take")).isFalse();
  }

  @Test
  void aRecentFileHasAPictureThatGoesWithItsEntry(FxRobot robot) throws Exception {
    Thumbnails pictures = new Thumbnails(folder.resolve("thumbnails"));
    Path file = folder.resolve("sample.waterline");
    await(() -> pictures.of(file).isPresent());
    assertThat(Files.size(onlyPicture())).isBetween(500L, 1L << 18);
    window.fire(robot, "file.new");
    Node card = robot.lookup(".recent-card").query();
    assertThat(card.getAccessibleText()).contains("sample.waterline", folder.toString());
    window.fire(robot, "file.clearRecent");
    await(() -> pictures.of(file).isEmpty());
  }

  private Path onlyPicture() throws Exception {
    try (var pictures = Files.list(folder.resolve("thumbnails"))) {
      List<Path> all = pictures.toList();
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }

  @Test
  void noPictureIsKeptWhereNoneIsWanted(FxRobot robot) throws Exception {
    Thumbnails pictures = new Thumbnails(folder.resolve("thumbnails"));
    Path file = folder.resolve("sample.waterline");
    await(() -> pictures.of(file).isPresent());
    robot.interact(
        () -> window.settings().update(now -> now.with(now.preferences().withPictures(false))));
    await(() -> pictures.of(file).isEmpty());
  }

  @Test
  void aNewWorkspaceIsInTheChosenCurrencyAtItsRate(FxRobot robot) {
    Evidence typed = new Evidence(Evidence.Kind.ASSUMPTION, "typed", "2026-11-02", null);
    Currency euro = new Currency("EUR", new Figure(0.9, typed));
    double dollars = app.waterline.model.Scenario.DEFAULT.powerPrice();
    robot.interact(() -> window
        .settings()
        .update(now -> now.with(now.preferences().withCurrency(Optional.of(euro)))));
    window.fire(robot, "file.new");
    var opened = window.session().document().current();
    assertThat(opened.currency()).isEqualTo(euro);
    assertThat(opened.scenario().powerPrice()).isEqualTo(dollars * 0.9);
    assertThat(new SettingsFile(folder.resolve("settings.properties"))
            .load()
            .preferences()
            .currency())
        .contains(euro);
  }

  @Test
  void theCurrencyCountsOnceItsRateIsTyped(FxRobot robot) {
    window.fire(robot, "edit.settings");
    robot.interact(() -> robot
        .lookup("#currency-code")
        .<javafx.scene.control.ComboBox<String>>query()
        .setValue("EUR"));
    assertThat(window.settings().get().preferences().currency()).isEmpty();
    TextField rate = robot.lookup("#currency-rate").queryAs(TextField.class);
    robot.interact(() -> {
      rate.setText("many");
      rate.fireEvent(new javafx.event.ActionEvent());
    });
    assertThat(robot.lookup("#currency-message").queryAs(Label.class).getText()).contains("[many]");
    robot.interact(() -> {
      rate.setText("0.92");
      rate.fireEvent(new javafx.event.ActionEvent());
    });
    assertThat(window.settings().get().preferences().currency()).hasValueSatisfying(chosen -> {
      assertThat(chosen.code()).isEqualTo("EUR");
      assertThat(chosen.unitsPerDollar().value()).isEqualTo(0.92);
    });
  }
}
