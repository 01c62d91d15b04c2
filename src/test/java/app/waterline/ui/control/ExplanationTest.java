package app.waterline.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.engine.Explained;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Unit;
import app.waterline.ui.PopupFaults;
import app.waterline.ui.Texts;
import atlantafx.base.controls.Popover;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({PopupFaults.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ExplanationTest {
  private Button owner;

  @Start
  void start(Stage stage) {
    owner = new Button("$4.20");
    stage.setScene(new Scene(new StackPane(owner), 900, 700));
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  /** So many inputs that they scroll; the last one can be gone to, and takes the focus. */
  private static Explained figure() {
    Explained figure = Explained.of(Unit.NONE, 1, "the figure", "the sum of its parts");
    for (int i = 0; i < 60; i++) {
      figure = figure.from("part " + i, i, Unit.NONE);
    }
    return figure;
  }

  private ScrollPane shown(FxRobot robot) {
    Popover[] popover = new Popover[1];
    robot.interact(() ->
        popover[0] = new Explanation(new QuantityFormat(Locale.US), Texts.of("texts", Locale.US))
            .show(
                owner,
                figure(),
                term -> term.name().equals("part 59") ? Optional.of(() -> {}) : Optional.empty()));
    WaitForAsyncUtils.waitForFxEvents(10);
    Node content = popover[0].getContentNode();
    return (ScrollPane) Objects.requireNonNull(content.lookup(".explanation-scroll"));
  }

  @Test
  void aLongExplanationOpensAtItsBeginning(FxRobot robot) {
    ScrollPane scroll = shown(robot);
    robot.interact(() -> scroll.getContent().lookup(".explanation-link").requestFocus());
    robot.interact(() -> scroll.setVvalue(0.9)); // as the focus does
    assertThat(scroll.getVvalue()).isZero();
  }

  @Test
  void whoScrollsItIsNotHeldBack(FxRobot robot) {
    ScrollPane scroll = shown(robot);
    robot.interact(() -> {
      ScrollEvent.fireEvent(scroll, turned());
      scroll.setVvalue(0.9);
    });
    assertThat(scroll.getVvalue()).isEqualTo(0.9);
  }

  private static ScrollEvent turned() {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        10,
        10,
        10,
        10,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        -40,
        0,
        -40,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }
}
