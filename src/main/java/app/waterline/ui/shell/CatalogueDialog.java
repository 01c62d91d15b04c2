package app.waterline.ui.shell;

import app.waterline.model.Platform;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.card.CataloguePane;
import java.util.Optional;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** Asks for a platform of the catalogue. */
final class CatalogueDialog {
  private final Dialog<Platform> dialog = new Dialog<>();

  CatalogueDialog(Stage owner, Session session, Texts texts, CataloguePane pane) {
    ButtonType add = new ButtonType(texts.get("catalogue.add"), ButtonBar.ButtonData.OK_DONE);
    dialog.initOwner(owner);
    dialog.setTitle(texts.get("app.name"));
    dialog.setHeaderText(texts.get("catalogue.title"));
    dialog.getDialogPane().setContent(pane);
    dialog.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    dialog
        .getDialogPane()
        .getButtonTypes()
        .setAll(
            add, new ButtonType(texts.get("unsaved.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
    dialog.setResultConverter(button -> add.equals(button) ? pane.chosen().orElse(null) : null);
    pane.onChosen(() -> pane.chosen().ifPresent(platform -> {
      dialog.setResult(platform);
      dialog.close();
    }));
    Look.dress(dialog.getDialogPane().getStylesheets(), session);
  }

  /** The platform that the user wants; empty for none. */
  Optional<Platform> ask() {
    return dialog.showAndWait();
  }
}
