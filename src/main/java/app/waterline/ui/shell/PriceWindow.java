package app.waterline.ui.shell;

import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Scrolling;
import app.waterline.ui.prices.PriceListsPane;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window of the price lists. */
final class PriceWindow {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 680;
  private static final double MARGIN = 40;

  private final Stage stage = new Stage();

  PriceWindow(Stage owner, Session session, Texts texts, PriceListsPane pane) {
    Label title = new Label(texts.get("edit.priceLists.title"));
    title.getStyleClass().add("sheet-title");
    ScrollPane scroll = Scrolling.round(pane);
    scroll.getStyleClass().add("side-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    BorderPane root = new BorderPane(scroll, title, null, foot(texts), null);
    root.getStyleClass().addAll("workbench", "price-window");
    Rectangle2D bounds = Screen.getPrimary().getVisualBounds();
    Scene scene = new Scene(
        root,
        Math.min(WIDTH, bounds.getWidth() - MARGIN),
        Math.min(HEIGHT, bounds.getHeight() - MARGIN));
    SideWindow.dress(scene, session);
    stage.setScene(scene);
    stage.setTitle(texts.get("edit.priceLists.title"));
    stage.initOwner(owner);
  }

  private HBox foot(Texts texts) {
    Button close = new Button(Texts.of("textsPrices", texts.locale()).get("prices.close"));
    close.setId("prices-close");
    close.setCancelButton(true);
    close.setOnAction(event -> stage.close());
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return new HBox(spring, close);
  }

  void show() {
    stage.show();
  }
}
