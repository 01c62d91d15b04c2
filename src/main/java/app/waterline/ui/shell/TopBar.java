package app.waterline.ui.shell;

import app.waterline.ui.Action;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Hints;
import app.waterline.ui.control.Scrolling;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Name, file, tabs, and the buttons at hand. */
final class TopBar extends BorderPane {
  private static final double SIDE = 320;
  private static final double PADDING = 48;

  /** Less room than this names no file. */
  private static final double LEAST_NAME = 160;

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
        button(actions.get("help.palette"), Feather.SEARCH),
        button(actions.get("edit.undo"), Feather.CORNER_UP_LEFT),
        button(actions.get("edit.redo"), Feather.CORNER_UP_RIGHT),
        worded(actions.get("present.start"), Feather.MONITOR),
        worded(actions.get("export.open"), Feather.SHARE));
    right.getStyleClass().addAll("top-side", "top-right");
    setLeft(left);
    setCenter(scrolled(host));
    setRight(right);
    // The tabs know their width only when they have their style.
    widthProperty().subscribe(width -> fit(left, right, host.tabs(), width.doubleValue()));
    host.tabs().layoutBoundsProperty().subscribe(() -> fit(left, right, host.tabs(), getWidth()));
    files.state().subscribe(state -> showName(file, session, files));
    session.history().subscribe(history -> showName(file, session, files));
    session.evaluation().subscribe(figures -> showName(file, session, files));
  }

  /** In a narrow window the tabs need all the room; the title of the window names the file. */
  private static void fit(HBox left, HBox right, HBox tabs, double width) {
    right.setPrefWidth(Region.USE_COMPUTED_SIZE);
    double free = width - tabs.prefWidth(-1) - PADDING;
    double side = Math.max(Math.min(SIDE, free / 2), right.prefWidth(-1));
    boolean roomy = free - side >= LEAST_NAME;
    right.getChildren().stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(button -> button.getStyleClass().contains("worded"))
        .forEach(button ->
            button.setContentDisplay(roomy ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
    left.setVisible(roomy);
    left.setManaged(roomy);
    left.setPrefWidth(Math.min(SIDE, free - side));
    right.setPrefWidth(roomy ? side : Region.USE_COMPUTED_SIZE);
    right.setMinWidth(Region.USE_PREF_SIZE);
  }

  /** Tabs that find no room are scrolled to by the keyboard, and when they are chosen. */
  private static ScrollPane scrolled(ViewHost host) {
    ScrollPane tabs = Scrolling.round(host.tabs());
    tabs.getStyleClass().addAll("side-scroll", "tab-scroll");
    tabs.setFocusTraversable(false);
    tabs.setFitToHeight(true);
    tabs.setFitToWidth(true);
    tabs.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    tabs.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    host.tabs()
        .getChildren()
        .forEach(tab -> tab.focusedProperty().subscribe(focused -> {
          if (focused) {
            show(tabs, tab);
          }
        }));
    host.current().subscribe(view -> showSelected(tabs, host));
    tabs.viewportBoundsProperty().subscribe(bounds -> showSelected(tabs, host));
    return tabs;
  }

  private static void showSelected(ScrollPane tabs, ViewHost host) {
    host.tabs().getChildren().stream()
        .filter(tab -> tab.getId().equals("tab-" + host.shownId()))
        .forEach(tab -> show(tabs, tab));
  }

  private static void show(ScrollPane tabs, Node tab) {
    double hidden = tabs.getContent().getBoundsInLocal().getWidth()
        - tabs.getViewportBounds().getWidth();
    if (hidden > 0) {
      double middle = tab.getBoundsInParent().getCenterX();
      tabs.setHvalue(
          Math.clamp((middle - tabs.getViewportBounds().getWidth() / 2) / hidden, 0.0, 1.0));
    }
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
    Tooltip tooltip = Hints.tooltip("");
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
