package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.format.QuantityFormat;
import app.waterline.model.Input;
import app.waterline.model.Unit;
import app.waterline.ui.control.QuantityField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The figures follow an edit a little later; who types on meanwhile must not get a mixture. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class TypedOverTest {
  private final List<@Nullable Double> committed = new ArrayList<>();
  private QuantityField field;

  @Start
  void start(Stage stage) {
    Fonts.load();
    field =
        new QuantityField(Input.POWER_PRICE, "Power price", new QuantityFormat(Locale.US), null);
    field.onCommit(committed::add);
    field.show(0.08);
    stage.setScene(new Scene(new StackPane(field), 300, 100));
    stage.show();
  }

  @Test
  void aValueThatComesWhileAllIsSelectedIsStillTypedOver(FxRobot robot) {
    robot.interact(() -> {
      field.editor().requestFocus();
      field.editor().selectAll();
      field.show(0.1);
    });
    robot.write("0.25").type(KeyCode.ENTER);
    assertThat(field.complaint()).isEmpty();
    assertThat(committed).containsExactly(0.25);
  }

  /** What stood there rounded is not what was meant by typing it. */
  @Test
  void aNumberTypedAsItWasShownIsTheNumberTyped(FxRobot robot) {
    robot.interact(() -> {
      field.show(0.123_45);
      field.editor().requestFocus();
      field.editor().setText(new QuantityFormat(Locale.US).format(0.123_45, Unit.DOLLARS_PER_KWH));
    });
    robot.type(KeyCode.ENTER);
    assertThat(committed).containsExactly(0.123);
  }
}
