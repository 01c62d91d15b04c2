package app.waterline.ui.prices;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.document.Document;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.PriceList;
import app.waterline.model.Pricing;
import app.waterline.ui.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class PriceListsPaneTest {
  private static final Clock NOVEMBER =
      Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

  @TempDir
  private Path folder;

  private Session session;
  private PriceListsPane pane;

  @Start
  void start(Stage stage) throws Exception {
    session = new Session(
        new Document(
            WorkspaceFile.read(Path.of("sample-data/hopper-vs-blackwell.waterline")),
            System::nanoTime),
        new Evaluator(),
        new QuantityFormat(Locale.US),
        NOVEMBER);
    pane = new PriceListsPane(session, Locale.US, 180, Optional::empty);
    Scene scene = new Scene(pane, 900, 600);
    scene.getStylesheets().add("/app/waterline/assets/theme/tokens-light.css");
    stage.setScene(scene);
    stage.show();
  }

  private static TableView<PriceList> lists(FxRobot robot) {
    return robot.lookup("#price-lists").queryTableView();
  }

  private void select(FxRobot robot, String id) {
    robot.interact(() -> lists(robot).getItems().stream()
        .filter(list -> list.id().equals(id))
        .forEach(list -> lists(robot).getSelectionModel().select(list)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String shown(FxRobot robot, int column) {
    TableView<PriceList> table = lists(robot);
    return String.valueOf(
        table.getColumns().get(column).getCellData(table.getSelectionModel().getSelectedItem()));
  }

  @Test
  void showsTheListInForceAndMarksWhatIsStale(FxRobot robot) {
    assertThat(lists(robot).getSelectionModel().getSelectedItem().id())
        .isEqualTo("inferencex-2025-08-hyperscaler-owned");
    // From the end of August 2025 to 25 November 2026.
    assertThat(shown(robot, 1)).isEqualTo("2025-08 ▲ stale, 451 days");
    assertThat(shown(robot, 3)).isEqualTo("in force");
    select(robot, "nebius-on-demand");
    assertThat(shown(robot, 1)).isEqualTo("2026-07-20");
    assertThat(shown(robot, 3)).isEqualTo("offered");
  }

  @Test
  void aListWithoutPricesAsksForAQuoteAndPricesNothing(FxRobot robot) {
    select(robot, "nscale-on-demand");
    assertThat(shown(robot, 2)).isEqualTo("ask for a quote");
    assertThat(robot.lookup("#prices-use").queryAs(ButtonBase.class).isDisabled())
        .isTrue();
  }

  @Test
  void anOfferedListPricesTheWorkspaceInOneStep(FxRobot robot) {
    select(robot, "nebius-on-demand");
    robot.interact(() -> robot.lookup("#prices-use").queryAs(ButtonBase.class).fire());
    WaitForAsyncUtils.waitForFxEvents();
    // Nebius asks $2.45 for an H200 and has no GB300 on its list.
    assertThat(session.document().current().platforms().getFirst().pricing())
        .isInstanceOfSatisfying(
            Pricing.Rental.class,
            rent -> assertThat(rent.ratePerGpuHour().value()).isEqualTo(2.45));
    assertThat(robot.lookup("#price-findings").queryAs(Label.class).getText())
        .contains("no price for GB300 NVL72");
    robot.interact(() -> session.document().undo());
    assertThat(session.document().current().priceLists())
        .extracting(PriceList::id)
        .doesNotContain("nebius-on-demand");
  }

  @Test
  void readsATableDividesInstancesAndSaysWhatItLeavesOut(FxRobot robot) throws Exception {
    Path table = folder.resolve("mine.csv");
    Files.writeString(table, """
        list,gpu,price,currency,gpus,terms,date,source
        Mine,H200 SXM,24,USD,8,on_demand,2026-11-01,quote
        Mine,GB300 NVL72,5,EUR,1,on_demand,2026-11-01,quote
        """);
    robot.interact(() -> pane.addLists(table));
    PriceList mine = session.document().current().priceLists().getLast();
    assertThat(mine.name()).isEqualTo("Mine, on demand");
    assertThat(Objects.requireNonNull(mine.priceOf("H200 SXM")).value()).isEqualTo(3);
    assertThat(robot.lookup("#price-findings").queryAs(Label.class).getText())
        .contains("1 rows left out", "A currency needs a rate and its date [EUR]");
  }

  @Test
  void offersTheTokenPricesOfAFile(FxRobot robot) throws Exception {
    Path file = folder.resolve("litellm.json");
    Files.writeString(file, """
        {"some/model": {"input_cost_per_token": 2.8e-07, "output_cost_per_token": 4.2e-07,
         "litellm_provider": "some", "mode": "chat"}}""");
    robot.interact(() -> pane.addTokens(file));
    assertThat(robot.lookup("#price-findings").queryAs(Label.class).getText()).contains("1 models");
  }

  @Test
  void whatIsNoTableIsSaid(FxRobot robot) {
    robot.interact(() -> pane.addLists(folder.resolve("missing.csv")));
    assertThat(robot.lookup("#price-findings").queryAs(Label.class).getText())
        .contains("there is no such file");
  }
}
