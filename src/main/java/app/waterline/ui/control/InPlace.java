package app.waterline.ui.control;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;

/**
 * Sets what differs and leaves alone what is the same. JavaFX takes every list and every text of a field
 * that is set for a change, and styles, lays out and draws all of it again.
 */
public final class InPlace {
  private InPlace() {}

  /** Gives a node these style classes. */
  public static void styles(Node node, String... classes) {
    set(node.getStyleClass(), List.of(classes));
  }

  /** Fills a list, as of children. */
  public static <T> void set(ObservableList<T> list, List<? extends T> next) {
    if (!list.equals(next)) {
      list.setAll(next);
    }
  }

  /**
   * Shows a node or puts it away.
   *
   * @param comesBack whether it keeps its place meanwhile, so that nothing jumps
   */
  public static void show(Node node, boolean visible, boolean comesBack) {
    node.setVisible(visible);
    node.setManaged(visible || (comesBack && node.isManaged()));
  }

  /**
   * Fills a field. What was selected as a whole stays so: a value that comes between Ctrl+A and the next
   * key must not turn "0.2" typed over "0.1" into "0.20.1".
   */
  public static void text(TextInputControl field, String text) {
    if (!text.equals(field.getText())) {
      boolean whole =
          field.getLength() > 0 && field.getSelection().getLength() == field.getLength();
      field.setText(text);
      if (whole) {
        field.selectAll();
      }
    }
  }
}
