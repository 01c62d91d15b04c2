package app.waterline.ui.shell;

import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Name, file, tabs, and the buttons at hand. */
final class TopBar extends HBox {
  private final Label name = new Label();

  TopBar(Session session, ViewHost host, Texts texts) {
    getStyleClass().add("top-bar");
    name.setText(texts.get("app.name"));
    name.getStyleClass().add("app-name");
    getChildren().addAll(name, spring(), host.tabs(), spring());
  }

  private static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }
}
