package app.waterline.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands where there is nothing to show yet: what is missing, and what to do about it. */
public final class EmptyState extends VBox {
  /**
   * @param missing what is missing, in a few words
   * @param remedy what to do, in a sentence
   */
  public EmptyState(String missing, String remedy) {
    Label what = new Label(missing);
    what.getStyleClass().add("empty-title");
    Label how = new Label(remedy);
    how.getStyleClass().add("empty-text");
    how.setWrapText(true);
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    getChildren().addAll(what, how);
  }
}
