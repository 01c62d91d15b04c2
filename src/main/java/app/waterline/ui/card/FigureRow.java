package app.waterline.ui.card;

import app.waterline.document.Edits;
import app.waterline.document.FigureSlot;
import app.waterline.engine.Quality;
import app.waterline.model.Figure;
import app.waterline.model.Platform;
import app.waterline.ui.control.Hints;
import app.waterline.ui.control.Marks;
import app.waterline.ui.control.QuantityField;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A figure in the editor: its name, its field, and its mark, which opens its evidence. */
final class FigureRow extends HBox {
  private static final double FIELD_WIDTH = 176;

  private final CardTools tools;
  private final FigureSlot slot;
  private final String label;
  private final QuantityField field;
  private final Button mark = new Button();

  FigureRow(CardTools tools, String platform, FigureSlot slot, String label) {
    this.tools = tools;
    this.slot = slot;
    this.label = label;
    this.field = new QuantityField(
        slot.input(),
        label,
        tools.session().format(),
        slot.isOptional() ? tools.editing().none(slot.id()) : null);
    getStyleClass().add("editor-row");
    // A dot would read as the start of a style class.
    String cssId = slot.id().replace('.', '-');
    field.editor().setId("edit-" + cssId);
    field.setPrefWidth(FIELD_WIDTH);
    field.setMinWidth(FIELD_WIDTH);
    field.onCommit(value -> tools.editing().figure(platform, slot, value));
    field.onRange((value, range) -> tools.editing().figure(platform, slot, value, range));
    field.onGesture(
        () -> tools.editing().begin(Edits.figureKey(platform, slot)), tools.editing()::end);
    mark.getStyleClass().add("mark-button");
    mark.setId("evidence-" + cssId);
    mark.setOnAction(event -> new EvidenceEditor(tools, platform, slot, label).show(mark));
    Label name = new Label(label);
    name.setLabelFor(field.editor());
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    getChildren().addAll(name, spring, field, mark);
  }

  void show(Platform platform) {
    Optional<Figure> figure = slot.of(platform);
    field.show(figure.map(Figure::value).orElse(null), figure.map(Figure::range).orElse(null));
    mark.setVisible(figure.isPresent());
    figure.ifPresent(this::showMark);
  }

  private void showMark(Figure figure) {
    String kind = tools.texts().get("evidence." + figure.evidence().kind());
    String source = kind + " · " + figure.evidence().source();
    mark.setText(Marks.of(Quality.of(figure.evidence().kind())));
    mark.setAccessibleText(tools.texts().get("evidence.title", label) + ", " + source);
    Hints.show(mark, source);
    field.setEvidence(source);
  }
}
