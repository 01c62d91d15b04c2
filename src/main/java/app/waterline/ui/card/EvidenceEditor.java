package app.waterline.ui.card;

import app.waterline.document.FigureSlot;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.InvalidInput;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Spoken;
import atlantafx.base.controls.Popover;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Where a figure comes from, to read and to correct. */
final class EvidenceEditor {
  private final CardTools tools;
  private final Texts texts;
  private final String platform;
  private final FigureSlot slot;
  private final ComboBox<Evidence.Kind> kind = new ComboBox<>();
  private final TextArea source = new TextArea();
  private final TextField date = new TextField();
  private final TextArea note = new TextArea();
  private final Label message = new Label();
  private final Popover popover;

  EvidenceEditor(CardTools tools, String platform, FigureSlot slot, String label) {
    this.tools = tools;
    this.texts = tools.texts();
    this.platform = platform;
    this.slot = slot;
    kind.getItems().setAll(Evidence.Kind.values());
    kind.setConverter(new StringConverter<>() {
      @Override
      public String toString(Evidence.Kind each) {
        return each == null ? "" : texts.get("evidence." + each);
      }

      @Override
      public Evidence.Kind fromString(String text) {
        throw new UnsupportedOperationException("the choice is not editable");
      }
    });
    message.getStyleClass().add("field-message");
    message.setWrapText(true);
    source.setPrefRowCount(3);
    note.setPrefRowCount(3);
    source.setWrapText(true);
    note.setWrapText(true);
    date.setPromptText(texts.get("evidence.date.prompt"));
    source.setId("evidence-source");
    date.setId("evidence-date");
    Label title = new Label(texts.get("evidence.title", label));
    title.getStyleClass().add("explanation-name");
    VBox content = new VBox(12, title, grid(), message, saveButton());
    content.getStyleClass().add("explanation");
    popover = new Popover(content);
    popover.setArrowLocation(Popover.ArrowLocation.LEFT_TOP);
    popover.setDetachable(false);
  }

  private GridPane grid() {
    GridPane grid = new GridPane(12, 8);
    row(grid, 0, "evidence.kind", kind);
    row(grid, 1, "evidence.source", source);
    row(grid, 2, "evidence.date", date);
    row(grid, 3, "evidence.note", note);
    source.setPrefColumnCount(24);
    return grid;
  }

  private void row(GridPane grid, int row, String key, Node control) {
    Label label = new Label(texts.get(key));
    label.setLabelFor(control);
    Spoken.name(control, texts.get(key));
    grid.addRow(row, label, control);
  }

  private Button saveButton() {
    Button save = new Button(texts.get("evidence.save"));
    save.setId("save-evidence");
    save.setDefaultButton(true);
    save.setOnAction(event -> save());
    return save;
  }

  private void save() {
    try {
      tools
          .editing()
          .evidence(
              platform,
              slot,
              new Evidence(
                  kind.getValue(),
                  source.getText().strip(),
                  text(date.getText()),
                  text(note.getText())));
      popover.hide();
    } catch (InvalidInput refused) {
      message.setText(tools.say(refused));
    }
  }

  private static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  void show(Node owner) {
    tools
        .session()
        .document()
        .current()
        .platform(platform)
        .flatMap(slot::of)
        .map(Figure::evidence)
        .ifPresent(this::fill);
    popover.show(owner);
  }

  private void fill(Evidence evidence) {
    kind.setValue(evidence.kind());
    source.setText(evidence.source());
    date.setText(evidence.date() == null ? "" : evidence.date());
    note.setText(evidence.note() == null ? "" : evidence.note());
    message.setText("");
  }
}
