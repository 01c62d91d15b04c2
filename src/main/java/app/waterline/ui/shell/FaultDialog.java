package app.waterline.ui.shell;

import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Spoken;
import javafx.event.ActionEvent;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** Tells of a fault that nobody expected; its details can be copied and the work saved elsewhere. */
final class FaultDialog {
  private static final double WIDTH = 520;

  private final Alert alert = new Alert(Alert.AlertType.ERROR);
  private final Session session;
  private final Texts words;

  FaultDialog(Stage owner, Session session, Texts texts, FaultReport report, Runnable saveACopy) {
    this.session = session;
    this.words = Texts.of("textsSafe", texts.locale());
    ButtonType copy = new ButtonType(words.get("fault.copy"), ButtonBar.ButtonData.LEFT);
    ButtonType save = new ButtonType(words.get("fault.saveCopy"), ButtonBar.ButtonData.LEFT);
    ButtonType goOn = new ButtonType(words.get("fault.close"), ButtonBar.ButtonData.OK_DONE);
    alert.initOwner(owner);
    alert.setGraphic(null);
    alert.setTitle(texts.get("app.name"));
    alert.setHeaderText(words.get("fault.title"));
    alert.getButtonTypes().setAll(copy, save, goOn);
    alert.getDialogPane().setContent(new VBox(12, text(), more(report), details(report)));
    alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    Look.dress(alert.getDialogPane().getStylesheets(), session);
    stays(copy, () -> copy(report, button(copy)));
    stays(save, saveACopy);
  }

  private Label text() {
    Label text = new Label(words.get("fault.text"));
    text.setWrapText(true);
    text.setPrefWidth(Look.width(WIDTH, session));
    text.setMinHeight(Region.USE_PREF_SIZE);
    return text;
  }

  private Label more(FaultReport report) {
    Label more = new Label();
    more.setId("fault-more");
    more.getStyleClass().add("muted");
    more.textProperty().bind(report.more().map(count -> words.get("fault.more", count)));
    more.visibleProperty().bind(report.more().greaterThan(0));
    return more;
  }

  private TitledPane details(FaultReport report) {
    TextArea text = new TextArea(report.details());
    text.setEditable(false);
    text.setPrefSize(Look.width(WIDTH, session), 160);
    text.getStyleClass().add("fault-details");
    Spoken.name(text, words.get("fault.details"));
    TitledPane pane = new TitledPane(words.get("fault.details"), text);
    pane.setAnimated(false);
    pane.setExpanded(false);
    pane.expandedProperty().subscribe(expanded -> {
      if (pane.getScene() != null) {
        pane.getScene().getWindow().sizeToScene();
      }
    });
    return pane;
  }

  private Button button(ButtonType type) {
    return (Button) alert.getDialogPane().lookupButton(type);
  }

  /** A button that does something and leaves the dialog open. */
  private void stays(ButtonType type, Runnable run) {
    button(type).addEventFilter(ActionEvent.ACTION, event -> {
      event.consume();
      run.run();
    });
  }

  private void copy(FaultReport report, Button button) {
    ClipboardContent content = new ClipboardContent();
    content.putString(report.details());
    Clipboard.getSystemClipboard().setContent(content);
    button.setText(words.get("fault.copied"));
  }

  void show() {
    alert.showAndWait();
  }
}
