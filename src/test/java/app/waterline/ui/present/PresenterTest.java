package app.waterline.ui.present;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.document.Document;
import app.waterline.document.Edits;
import app.waterline.document.SnapshotEdits;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Snapshot;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.View;
import app.waterline.ui.snapshot.Snapshots;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Steps, black, timer, and that nothing done before an audience reaches the open document. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class PresenterTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-02T12:04:00Z"), ZoneOffset.UTC);

  private Stage owner;
  private Session main;
  private @Nullable Presenter running;

  /** Shows the utilization of what it is given. */
  private static final class Plain implements View {
    private final String id;
    private final Label label = new Label();
    private final StackPane node = new StackPane(label);

    Plain(String id) {
      this.id = id;
      label.setId("view-" + id);
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public Node node() {
      return node;
    }

    @Override
    public void show(Evaluation evaluation) {
      label.setText(String.valueOf(evaluation.workspace().scenario().utilization()));
    }
  }

  @Start
  void start(Stage stage) throws Exception {
    owner = stage;
    Workspace sample = WorkspaceFile.read(Path.of("sample-data/hopper-vs-blackwell.waterline"));
    main = new Session(
        new Document(sample, System::nanoTime),
        new Evaluator(),
        new QuantityFormat(Locale.US),
        CLOCK);
    stage.setScene(new Scene(new StackPane(), 600, 400));
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  @AfterEach
  void close(FxRobot robot) {
    if (running != null) {
      robot.interact(running::end);
    }
  }

  private void freeze(String name, String view, String caption, double utilization) {
    main.apply(Edits.scenario("", old -> old.withUtilization(utilization)));
    main.apply(SnapshotEdits.add("", name, "2026-11-02", view, caption));
  }

  private Presenter.Context context() {
    return new Presenter.Context(
        owner,
        main,
        new Snapshots(main, Texts.of("textsSnapshot", Locale.US), () -> "one"),
        session -> List.of(new Plain("one"), new Plain("two")),
        scene -> {},
        Locale.US,
        CLOCK,
        Texts.of("texts", Locale.US));
  }

  private void present(FxRobot robot, boolean fromStart) {
    robot.interact(() -> running =
        fromStart ? Presenter.fromStart(context(), "two") : Presenter.fromNow(context(), "two"));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Presenter presenter() {
    return Objects.requireNonNull(running);
  }

  private void key(FxRobot robot, KeyCode code) {
    robot.type(code);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(Label.class).getText();
  }

  @Test
  void theArrowKeysStepThroughTheScenesInTheirViews(FxRobot robot) {
    robot.interact(() -> {
      freeze("A", "one", "Full load", 1.0);
      freeze("B", "two", "", 0.4);
    });
    present(robot, true);
    assertThat(text(robot, "presenter-caption")).isEqualTo("Full load");
    assertThat(text(robot, "presenter-place")).isEqualTo("1 / 2");
    assertThat(text(robot, "view-one")).isEqualTo("1.0");
    key(robot, KeyCode.RIGHT);
    assertThat(text(robot, "view-two")).isEqualTo("0.4");
    assertThat(text(robot, "presenter-caption"))
        .isEqualTo(main.document().current().title());
    key(robot, KeyCode.PAGE_DOWN);
    assertThat(text(robot, "presenter-place")).as("stays at the end").isEqualTo("2 / 2");
    key(robot, KeyCode.LEFT);
    assertThat(text(robot, "view-one")).isEqualTo("1.0");
  }

  @Test
  void whatIsTriedOutReachesNothingBehindAndAStepTakesItBack(FxRobot robot) {
    robot.interact(() -> {
      freeze("A", "one", "", 1.0);
      freeze("B", "one", "", 0.4);
    });
    Workspace before = main.document().current();
    present(robot, true);
    robot.interact(() -> {
      robot.lookup("#slider-UTILIZATION").queryAs(Slider.class).setValue(0.7);
      presenter().session().refresh();
    });
    assertThat(text(robot, "view-one")).isEqualTo("0.7");
    assertThat(main.document().current()).isSameAs(before);
    key(robot, KeyCode.RIGHT);
    key(robot, KeyCode.LEFT);
    assertThat(text(robot, "view-one")).isEqualTo("1.0");
    key(robot, KeyCode.ESCAPE);
    assertThat(presenter().stage().isShowing()).isFalse();
    assertThat(main.document().current()).isSameAs(before);
    assertThat(owner.isShowing()).isTrue();
  }

  @Test
  void whatIsWorthKeepingBecomesASceneThatCanBeUndone(FxRobot robot) {
    present(robot, false);
    robot.interact(() -> {
      robot.lookup("#slider-UTILIZATION").queryAs(Slider.class).setValue(0.25);
      presenter().session().refresh();
    });
    key(robot, KeyCode.K);
    Snapshot kept = main.document().current().snapshots().getFirst();
    assertThat(kept.state().scenario().utilization()).isEqualTo(0.25);
    assertThat(kept.view()).isEqualTo("two");
    assertThat(kept.date()).isEqualTo("2026-11-02");
    robot.interact(main.document()::undo);
    assertThat(main.document().current().snapshots()).isEmpty();
  }

  @Test
  void bBlacksOutAndTShowsTheTime(FxRobot robot) {
    present(robot, false);
    Node black = robot.lookup("#presenter-black").query();
    key(robot, KeyCode.B);
    assertThat(black.isVisible()).isTrue();
    key(robot, KeyCode.B);
    assertThat(black.isVisible()).isFalse();
    Node timer = robot.lookup("#presenter-timer").query();
    assertThat(timer.isVisible()).isFalse();
    key(robot, KeyCode.T);
    assertThat(timer.isVisible()).isTrue();
    assertThat(text(robot, "presenter-timer")).startsWith("00:");
    assertThat(Stopwatch.text(3_725)).isEqualTo("1:02:05");
  }

  @Test
  void theDigitsChooseTheView(FxRobot robot) {
    present(robot, false);
    assertThat(robot.lookup("#view-two").tryQuery()).isPresent();
    key(robot, KeyCode.DIGIT1);
    assertThat(robot.lookup("#view-one").tryQuery()).isPresent();
    key(robot, KeyCode.DIGIT9);
    assertThat(robot.lookup("#view-one").tryQuery()).isPresent();
  }

  @Test
  void theWholeIsEnlargedToTheDisplay() {
    assertThat(Enlarged.factor(1920, 1080)).isEqualTo(1.5);
    assertThat(Enlarged.factor(3840, 2160)).isEqualTo(3);
    assertThat(Enlarged.factor(1000, 700)).isEqualTo(1);
  }
}
