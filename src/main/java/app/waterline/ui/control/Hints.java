package app.waterline.ui.control;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * What a control says on hover. A tooltip is a window of its own, so the one that is there gets the new
 * text: making one a control and frame was a tenth of a slider's frame.
 */
public final class Hints {
  private Hints() {}

  /** Says the text on hover; null for nothing to say. */
  public static void show(Control control, @Nullable String text) {
    Tooltip known = control.getTooltip();
    if (text == null) {
      control.setTooltip(null);
    } else if (known == null) {
      control.setTooltip(tooltip(text));
    } else {
      known.setText(text);
    }
  }

  /** A tooltip that Esc takes away without keeping Esc from the field or the window below it. */
  public static Tooltip tooltip(String text) {
    Tooltip made = new Tooltip(text);
    made.setConsumeAutoHidingEvents(false);
    return made;
  }
}
