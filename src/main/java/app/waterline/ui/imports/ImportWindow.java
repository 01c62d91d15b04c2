package app.waterline.ui.imports;

import app.waterline.ui.Texts;
import app.waterline.ui.control.Scrolling;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The window over the workbench: first the progress of the reading, then the review. */
final class ImportWindow {
  private static final double WIDTH = 1200;
  private static final double HEIGHT = 720;
  private static final double MARGIN = 40;

  private final Stage stage = new Stage();
  private final StackPane root = new StackPane();
  private final Texts texts;

  ImportWindow(Imports.Screen screen, Texts texts) {
    this.texts = texts;
    root.getStyleClass().add("import-window");
    Scene scene = new Scene(root);
    screen.dress(scene);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        close();
      }
    });
    stage.setScene(scene);
    stage.setTitle(texts.get("import.window"));
    stage.initOwner(screen.owner());
    stage.initModality(Modality.WINDOW_MODAL);
    place(screen.owner());
  }

  /** In the middle of its owner, and never larger than the screen. */
  private void place(Window owner) {
    Rectangle2D bounds = Screen.getPrimary().getVisualBounds();
    double width = Math.min(WIDTH, bounds.getWidth() - MARGIN);
    double height = Math.min(HEIGHT, bounds.getHeight() - MARGIN);
    stage.setWidth(width);
    stage.setHeight(height);
    stage.setMinWidth(Math.min(width, 860));
    stage.setMinHeight(Math.min(height, 520));
    stage.setX(Math.max(bounds.getMinX(), owner.getX() + (owner.getWidth() - width) / 2));
    stage.setY(Math.max(bounds.getMinY(), owner.getY() + (owner.getHeight() - height) / 2));
  }

  void showReading(Reading reading) {
    Label title = new Label(texts.get("reading.title"));
    title.getStyleClass().add("view-title");
    Label file = new Label();
    file.textProperty().bind(reading.titleProperty());
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(texts.get("reading.title"));
    bar.progressProperty().bind(reading.progressProperty());
    Label so = new Label();
    so.getStyleClass().add("muted");
    so.textProperty().bind(reading.messageProperty());
    Button cancel = new Button(texts.get("import.cancel"));
    cancel.setId("reading-cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(event -> close());
    VBox box = new VBox(title, file, bar, so, cancel);
    box.getStyleClass().add("import-reading");
    box.setMaxSize(480, VBox.USE_PREF_SIZE);
    root.getChildren().setAll(box);
    stage.setOnHidden(event -> reading.cancel());
  }

  /** Answers are not lost with a window that is closed. */
  void onClosed(Runnable closed) {
    stage.setOnHidden(event -> closed.run());
  }

  /** What has no room, because its letters are large, scrolls. */
  void showReview(Region review) {
    ScrollPane scroll = Scrolling.filling(review);
    scroll.getStyleClass().add("side-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    root.getChildren().setAll(scroll);
    review.requestFocus();
  }

  void show() {
    stage.show();
  }

  void close() {
    stage.hide();
  }
}
