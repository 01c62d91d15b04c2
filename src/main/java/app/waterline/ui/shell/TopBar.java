package app.waterline.ui.shell;

import app.waterline.ui.Action;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Name, file, tabs, and the buttons at hand. */
final class TopBar extends BorderPane {
  TopBar(Session session, WorkspaceFiles files, ViewHost host, Actions actions, Texts texts) {
    getStyleClass().add("top-bar");
    Label name = new Label(texts.get("app.name"));
    name.getStyleClass().add("app-name");
    Label file = new Label();
    file.setId("file-name");
    file.getStyleClass().add("file-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    HBox left = new HBox(16, name, file);
    left.getStyleClass().add("top-side");
    HBox right = new HBox(
        4,
        button(actions.get("edit.undo"), Feather.CORNER_UP_LEFT),
        button(actions.get("edit.redo"), Feather.CORNER_UP_RIGHT),
        worded(actions.get("present.start"), Feather.MONITOR),
        worded(actions.get("export.open"), Feather.SHARE));
    right.getStyleClass().addAll("top-side", "top-right");
    setLeft(left);
    setCenter(host.tabs());
    setRight(right);
    files.state().subscribe(state -> showName(file, session, files));
    session.history().subscribe(history -> showName(file, session, files));
    session.evaluation().subscribe(figures -> showName(file, session, files));
  }

  private static void showName(Label label, Session session, WorkspaceFiles files) {
    label.setText(files.name() + (session.document().isDirty() ? " ●" : ""));
  }

  private static Button worded(Action action, Feather icon) {
    Button button = button(action, icon);
    button.textProperty().bind(action.text());
    button.getStyleClass().add("worded");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private static Button button(Action action, Feather icon) {
    Button button = new Button();
    button.setGraphic(new FontIcon(icon));
    button.setId("button-" + action.id());
    button.getStyleClass().add("icon-button");
    button.setOnAction(event -> action.fire());
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(action.text());
    button.setTooltip(tooltip);
    button.accessibleTextProperty().bind(action.text());
    button
        .disableProperty()
        .bind(javafx.beans.binding.Bindings.createBooleanBinding(
            () -> !action.enabled().getValue(), action.enabled()));
    return button;
  }
}
