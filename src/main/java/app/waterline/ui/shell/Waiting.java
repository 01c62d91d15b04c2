package app.waterline.ui.shell;

import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** Waits for a slow disk, and lets the user go on without it. */
final class Waiting {
  private static final double WIDTH = 440;

  private final Alert alert = new Alert(Alert.AlertType.NONE);
  private final CompletableFuture<?> outcome;

  Waiting(Stage owner, Session session, Texts words, String what, CompletableFuture<?> outcome) {
    this.outcome = outcome;
    Label text = new Label(words.get("wait.text"));
    text.setWrapText(true);
    text.setPrefWidth(WIDTH);
    text.setMinHeight(Region.USE_PREF_SIZE);
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(WIDTH);
    bar.setAccessibleText(what);
    alert.initOwner(owner);
    alert.setTitle(what);
    alert.setHeaderText(what);
    alert.getDialogPane().setContent(new VBox(16, text, bar));
    alert
        .getButtonTypes()
        .setAll(new ButtonType(words.get("wait.stop"), ButtonBar.ButtonData.CANCEL_CLOSE));
    Look.dress(alert.getDialogPane().getStylesheets(), session);
  }

  /** Shows it until the work is done; false where the user stops waiting first. */
  @SuppressWarnings("FutureReturnValueIgnored") // closing the alert is all that hangs on it
  boolean show() {
    outcome.whenComplete((value, fault) -> Platform.runLater(alert::close));
    if (!outcome.isDone()) {
      alert.showAndWait();
    }
    return outcome.isDone();
  }
}
