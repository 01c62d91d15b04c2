package app.waterline.ui.shell;

import app.waterline.io.WorkspaceFile;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** Dialogs over a window. */
final class StageDialogs implements Dialogs {
  private final Stage owner;
  private final Session session;
  private final Texts texts;

  StageDialogs(Stage owner, Session session, Texts texts) {
    this.owner = owner;
    this.session = session;
    this.texts = texts;
  }

  @Override
  public Optional<Path> chooseFileToOpen() {
    return Optional.ofNullable(chooser("file.open.title").showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> chooseFileToSave(String suggestedName) {
    FileChooser chooser = chooser("file.save.title");
    chooser.setInitialFileName(suggestedName);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  @Override
  public List<Path> chooseRuns() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("file.importRuns.title"));
    List<File> files = chooser.showOpenMultipleDialog(owner);
    return files == null ? List.of() : files.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> chooseFolderOfRuns() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("file.importFolder.title"));
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get(title));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(texts.get("file.kind"), "*" + WorkspaceFile.EXTENSION));
    return chooser;
  }

  @Override
  public Unsaved askUnsaved(String name) {
    ButtonType save = new ButtonType(texts.get("unsaved.save"), ButtonBar.ButtonData.YES);
    ButtonType discard = new ButtonType(texts.get("unsaved.discard"), ButtonBar.ButtonData.NO);
    ButtonType cancel =
        new ButtonType(texts.get("unsaved.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert = alert(
        Alert.AlertType.CONFIRMATION, texts.get("unsaved.title", name), texts.get("unsaved.text"));
    alert.getButtonTypes().setAll(save, discard, cancel);
    ButtonType answer = alert.showAndWait().orElse(cancel);
    return answer.equals(save)
        ? Unsaved.SAVE
        : answer.equals(discard) ? Unsaved.DISCARD : Unsaved.CANCEL;
  }

  @Override
  public void error(String title, String message) {
    alert(Alert.AlertType.ERROR, title, message).showAndWait();
  }

  @Override
  public void inform(String title, String message) {
    alert(Alert.AlertType.INFORMATION, title, message).showAndWait();
  }

  private Alert alert(Alert.AlertType type, String title, String message) {
    Alert alert = new Alert(type);
    alert.initOwner(owner);
    alert.setTitle(texts.get("app.name"));
    alert.setHeaderText(title);
    Label text = new Label(message);
    text.setWrapText(true);
    text.setPrefWidth(440);
    text.setMinHeight(Region.USE_PREF_SIZE);
    alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    alert.getDialogPane().setContent(text);
    Look.dress(alert.getDialogPane().getStylesheets(), session.theme().get());
    return alert;
  }
}
