package app.waterline.ui.shell;

import app.waterline.document.Difference;
import app.waterline.io.safe.Versions.Version;
import app.waterline.ui.DifferenceWords;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The saved versions of a file on the left, what differs from now on the right. */
final class VersionsPane extends HBox {
  private static final double HEIGHT = 288;
  private static final double LIST = 200;
  private static final double VERSION_TABLE = 600;

  private final ListView<Version> list = new ListView<>();
  private final Label summary = new Label();
  private final DifferenceTable table;
  private final Texts texts;
  private final Function<Version, Optional<List<Difference>>> differences;
  private final Map<Version, Optional<List<Difference>>> known = new HashMap<>();

  /**
   * @param when writes a moment as the user reads it
   * @param differences from a version to now; empty where the version can't be read
   */
  VersionsPane(
      Texts texts,
      DifferenceWords words,
      Session session,
      List<Version> versions,
      Function<Instant, String> when,
      Function<Version, Optional<List<Difference>>> differences) {
    super(16);
    this.texts = texts;
    this.differences = differences;
    this.table = new DifferenceTable(
        texts, words, texts.get("versions.headBefore"), texts.get("versions.headAfter"), session);
    getStyleClass().add("versions-pane");
    list.setId("versions");
    list.setAccessibleText(texts.get("versions.when"));
    double wide = LIST * session.enlargement().get();
    list.setPrefSize(wide, HEIGHT);
    list.setMinWidth(wide);
    list.setCellFactory(view -> cell(when));
    list.getItems().setAll(versions);
    list.getSelectionModel().selectedItemProperty().subscribe(this::show);
    summary.getStyleClass().add("muted");
    table.setMinWidth(Look.width(VERSION_TABLE, session) - wide + LIST);
    getChildren().setAll(list, new VBox(8, summary, table));
    list.getSelectionModel().selectFirst();
  }

  private static ListCell<Version> cell(Function<Instant, String> when) {
    return new ListCell<>() {
      @Override
      protected void updateItem(Version version, boolean empty) {
        super.updateItem(version, empty);
        setText(empty ? null : when.apply(version.saved()));
      }
    };
  }

  private void show(Version version) {
    if (version == null) {
      summary.setText(texts.get("versions.choose"));
      return;
    }
    Optional<List<Difference>> found = known.computeIfAbsent(version, differences);
    summary.setText(found
        .map(each -> texts.get("versions.differences", each.size()))
        .orElseGet(() -> texts.get("versions.unreadable")));
    table.show(found.orElse(List.of()));
  }

  Optional<Version> chosen() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  /** Whether the version that is chosen can be opened. */
  BooleanBinding isOpenable() {
    return Bindings.createBooleanBinding(
        () -> chosen().flatMap(known::get).isPresent(),
        list.getSelectionModel().selectedItemProperty());
  }
}
