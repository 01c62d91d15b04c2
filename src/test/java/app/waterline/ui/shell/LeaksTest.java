package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.document.Document;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.View;
import app.waterline.ui.card.CardActions;
import app.waterline.ui.card.CardTools;
import app.waterline.ui.card.CardsPane;
import app.waterline.ui.prices.PriceListsPane;
import app.waterline.ui.scenario.ScenarioPane;
import app.waterline.ui.snapshot.DifferencesSheet;
import app.waterline.ui.snapshot.SnapshotBar;
import app.waterline.ui.snapshot.Snapshots;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What was on the screen and has left it is collected, although the session that it showed lives on. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class LeaksTest {
  private Session session;

  @Start
  void start(Stage ownStageOfTheTests) throws Exception {
    Fonts.load();
    session = new Session(
        new Document(
            WorkspaceFile.read(Path.of("sample-data/deepseek-r1-measured.waterline")),
            System::nanoTime),
        new Evaluator(),
        new QuantityFormat(Locale.US),
        Clock.systemUTC());
  }

  private static View view(Session session, String id) {
    return WaterlineApp.views(session, Locale.US).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"iceberg", "compare", "frontier", "whatIf", "factory", "evidence"})
  void aViewOfALaterPresentationIsCollected(String id, FxRobot robot) {
    AtomicReference<@Nullable WeakReference<Object>> left = new AtomicReference<>();
    robot.interact(() -> left.set(shownAndHidden(id)));
    assertCollected(robot, Objects.requireNonNull(left.get()));
  }

  private WeakReference<Object> shownAndHidden(String id) {
    View view = view(session, id);
    view.show(session.evaluation().get());
    onScreen(view.node(), () -> {
      session.document().undo();
      view.show(session.evaluation().get());
      view.hidden();
    });
    return new WeakReference<>(view.node());
  }

  @Test
  void theScenarioIsCollected(FxRobot robot) {
    collected(robot, () -> {
      ScenarioPane pane = new ScenarioPane(session, Texts.of("texts", Locale.US));
      onScreen(pane, pane::release);
      return pane;
    });
  }

  @Test
  void theDifferencesAreCollected(FxRobot robot) {
    collected(robot, () -> {
      DifferencesSheet sheet =
          new DifferencesSheet(session, Texts.of("textsSnapshot", Locale.US), () -> {});
      onScreen(sheet, sheet::release);
      return sheet;
    });
  }

  @Test
  void theCardsAreCollected(FxRobot robot) {
    collected(robot, () -> {
      CardTools tools = CardTools.of(session, Texts.of("texts", Locale.US));
      CardsPane pane = new CardsPane(tools, new CardActions(tools), id -> {}, () -> {});
      onScreen(pane, pane::release);
      return pane;
    });
  }

  @Test
  void theSnapshotBarIsCollected(FxRobot robot) {
    collected(robot, () -> {
      Texts texts = Texts.of("textsSnapshot", Locale.US);
      Snapshots snapshots = new Snapshots(session, texts, () -> "iceberg");
      SnapshotBar bar = new SnapshotBar(session, snapshots, texts, () -> {});
      onScreen(bar, bar::release);
      return bar;
    });
  }

  @Test
  void thePriceListsAreCollected(FxRobot robot) {
    collected(robot, () -> {
      PriceListsPane pane = new PriceListsPane(session, Locale.US, 180, Optional::empty);
      onScreen(pane, () -> {});
      return pane;
    });
  }

  private static void collected(FxRobot robot, Supplier<Object> made) {
    AtomicReference<@Nullable WeakReference<Object>> left = new AtomicReference<>();
    robot.interact(() -> left.set(new WeakReference<>(made.get())));
    assertCollected(robot, Objects.requireNonNull(left.get()));
  }

  // TestFX remembers every event of its own stage, and with it the nodes: a stage of one's own.
  private static void onScreen(Node node, Runnable release) {
    Stage stage = new Stage();
    stage.setScene(new Scene(new StackPane(node), 900, 700));
    stage.show();
    release.run();
    stage.hide();
    stage.setScene(null);
  }

  static void assertCollected(FxRobot robot, WeakReference<Object> left) {
    for (int i = 0; i < 20 && left.get() != null; i++) {
      System.gc();
      robot.interact(() -> {});
      WaitForAsyncUtils.waitForFxEvents();
    }
    assertThat(left.get()).isNull();
  }
}
