package app.waterline.ui.control;

import javafx.scene.Node;

/** A control in which text can be typed that is not in force yet; undo belongs to that text first. */
public interface Draft {
  /** Whether the text differs from what is in force. */
  boolean isUncommitted();

  /** Whether undo belongs to the text of the given control or of one around it. */
  static boolean holds(Node focused) {
    for (Node node = focused; node != null; node = node.getParent()) {
      if (node instanceof Draft draft && draft.isUncommitted()) {
        return true;
      }
    }
    return false;
  }
}
