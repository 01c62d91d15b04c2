package app.waterline.ui.control;

import app.waterline.ui.ActionRequest;
import app.waterline.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
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

  /**
   * The remedies as buttons, the first one the most likely.
   *
   * @param words the texts of the window's actions
   * @param actions their ids
   */
  public EmptyState offering(Texts words, String... actions) {
    FlowPane buttons = new FlowPane();
    buttons.getStyleClass().add("empty-actions");
    for (String action : actions) {
      Button button = new Button(words.get(action));
      button.setId("empty-" + action.replace('.', '-'));
      button.setOnAction(event -> fireEvent(new ActionRequest(action)));
      buttons.getChildren().add(button);
    }
    buttons.getChildren().getFirst().getStyleClass().add("accent");
    getChildren().add(buttons);
    return this;
  }
}
