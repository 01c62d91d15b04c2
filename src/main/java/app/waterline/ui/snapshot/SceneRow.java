package app.waterline.ui.snapshot;

import app.waterline.model.Snapshot;
import app.waterline.ui.Texts;
import app.waterline.ui.control.DraftField;
import app.waterline.ui.control.Hints;
import app.waterline.ui.control.Spoken;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One scene of the list: its number, name, view and caption. */
final class SceneRow extends VBox {
  private final Texts texts;
  private final Label number = new Label();
  private final DraftField name;
  private final ComboBox<String> view = new ComboBox<>();
  private final TextArea caption = new TextArea();
  private final Button up;
  private final Button down;
  private final Button delete;
  private @Nullable Snapshot shown;
  private boolean showing;

  SceneRow(Snapshots snapshots, List<String> views, Texts texts, Texts viewNames) {
    this.texts = texts;
    this.name = new DraftField(
        texts.get("scenes.name"), typed -> with(scene -> snapshots.rename(scene, typed)));
    this.up = icon(Feather.ARROW_UP, () -> with(scene -> snapshots.move(scene, -1)));
    this.down = icon(Feather.ARROW_DOWN, () -> with(scene -> snapshots.move(scene, 1)));
    this.delete = icon(Feather.TRASH_2, () -> with(snapshots::delete));
    getStyleClass().addAll("scene-row", "panel-card");
    number.getStyleClass().add("scene-number");
    name.getStyleClass().add("scene-name");
    HBox.setHgrow(name, Priority.ALWAYS);
    view.getItems().setAll(views);
    view.setConverter(converter(viewNames));
    view.setMinWidth(Region.USE_PREF_SIZE);
    view.valueProperty().subscribe(chosen -> {
      if (!showing && chosen != null) {
        with(scene -> snapshots.show(scene, chosen));
      }
    });
    caption.setWrapText(true);
    caption.setPrefRowCount(2);
    caption.setPromptText(texts.get("scenes.caption.prompt"));
    Spoken.name(caption, texts.get("scenes.caption"));
    caption.textProperty().subscribe(typed -> {
      if (!showing) {
        with(scene -> snapshots.caption(scene, typed));
      }
    });
    HBox head = new HBox(number, name, view, up, down, delete);
    head.getStyleClass().add("scene-head");
    getChildren().addAll(head, caption);
  }

  private void with(Consumer<Snapshot> action) {
    if (shown != null) {
      action.accept(shown);
    }
  }

  private static Button icon(Feather icon, Runnable action) {
    Button button = new Button();
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().add("icon-button");
    button.setOnAction(event -> action.run());
    return button;
  }

  private static StringConverter<String> converter(Texts viewNames) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable String id) {
        String key = "view." + id;
        return id == null ? "" : viewNames.has(key) ? viewNames.get(key) : id;
      }

      @Override
      public String fromString(String text) {
        throw new UnsupportedOperationException("The choice is not typed [%s].".formatted(text));
      }
    };
  }

  void show(Snapshot scene, int index, int count) {
    showing = true;
    shown = scene;
    setId("scene-" + index);
    number.setText(String.valueOf(index + 1));
    name.show(scene.name());
    view.setValue(scene.view() == null ? view.getItems().getFirst() : scene.view());
    String said = Objects.requireNonNullElse(scene.caption(), "");
    if (!caption.getText().strip().equals(said.strip())) {
      caption.setText(said);
    }
    up.setDisable(index == 0);
    down.setDisable(index == count - 1);
    say(view, "scenes.view", scene);
    say(up, "scenes.up", scene);
    say(down, "scenes.down", scene);
    say(delete, "scenes.delete", scene);
    showing = false;
  }

  private void say(javafx.scene.control.Control control, String key, Snapshot scene) {
    String text = texts.get(key, scene.name());
    control.setAccessibleText(text);
    Hints.show(control, text);
  }
}
