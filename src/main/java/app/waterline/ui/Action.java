package app.waterline.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something that the user can do; menus, buttons and the command palette are made from it.
 *
 * @param id stable, for example {@code edit.undo}; buttons carry it as their CSS id
 * @param text what the menu says; it changes with the state, for example to name the step
 * @param accelerator null for none
 * @param enabled whether it can be done now
 * @param run does it, on the JavaFX thread
 */
public record Action(
    String id,
    ObservableValue<String> text,
    @Nullable KeyCombination accelerator,
    ObservableValue<Boolean> enabled,
    Runnable run) {
  /** Runs it if it can be done now. */
  public void fire() {
    if (enabled.getValue()) {
      run.run();
    }
  }
}
