package app.waterline.ui.control;

import java.util.function.Consumer;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;

/**
 * Toggles of which one is always chosen. The arrow keys select the next one without an action, so that
 * what listens to actions would show something else than what is selected.
 */
public final class Choosing {
  private Choosing() {}

  /** What happens with another choice, however it was made; the first is not told. */
  public static void follow(ToggleGroup group, Consumer<Toggle> chosen) {
    group.selectedToggleProperty().subscribe((before, now) -> {
      if (now == null && before != null) {
        before.setSelected(true);
      } else if (now != null && before != null) {
        chosen.accept(now);
      }
    });
  }

  /** Chooses the toggle that stands for this. */
  public static void select(ToggleGroup group, Object choice) {
    group.getToggles().stream()
        .filter(each -> choice.equals(each.getUserData()))
        .findFirst()
        .ifPresent(group::selectToggle);
  }
}
