package app.waterline.ui.card;

import app.waterline.document.Edits;
import app.waterline.document.FigureSlot;
import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Quality;
import app.waterline.engine.Result;
import app.waterline.model.Figure;
import app.waterline.model.Platform;
import app.waterline.ui.control.Hints;
import app.waterline.ui.control.Marks;
import app.waterline.ui.control.QuantityField;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * One of the small figures of a card: a field where it is entered, a button that explains it where it
 * is computed, and its mark.
 */
final class FigureLine extends HBox {
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  private final CardTools tools;
  private final String platform;
  private final String name;
  private final Button computed = new Button();
  private final Label mark = new Label();
  private final @Nullable FigureSlot slot;
  private final @Nullable QuantityField field;
  private @Nullable Explained explained;
  private String enteredShown = "";

  /**
   * @param slot where the figure is entered; null where it is always computed
   * @param platform id of the card
   */
  FigureLine(CardTools tools, String name, String platform, @Nullable FigureSlot slot) {
    this.tools = tools;
    this.name = name;
    this.slot = slot;
    this.platform = platform;
    this.field = slot == null ? null : field(slot, platform);
    getStyleClass().add("figure-line");
    Label label = new Label(name);
    label.getStyleClass().add("figure-name");
    label.setMinWidth(Region.USE_PREF_SIZE);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    computed.getStyleClass().add("figure-value");
    computed.setOnAction(event -> explain());
    mark.getStyleClass().add("mark");
    getChildren().addAll(label, spring, computed);
    if (field != null) {
      getChildren().add(field);
    }
    getChildren().add(mark);
  }

  private QuantityField field(FigureSlot place, String platform) {
    QuantityField made = new QuantityField(
        place.input(),
        tools.editing().label(place.input()),
        tools.session().format(),
        place.isOptional() ? tools.editing().none(place.id()) : null);
    made.brief();
    made.onCommit(value -> tools.editing().figure(platform, place, value));
    made.onRange((value, range) -> tools.editing().figure(platform, place, value, range));
    made.onGesture(
        () -> tools.editing().begin(Edits.figureKey(platform, place)), tools.editing()::end);
    HBox.setHgrow(made, Priority.SOMETIMES);
    return made;
  }

  /** Shows a figure: in the field where it is the entered one itself, otherwise as computed. */
  void show(Platform platform, Result result) {
    Optional<Figure> entered = slot == null ? Optional.empty() : slot.of(platform);
    boolean same = entered.isPresent()
        && result.figure().map(Explained::value).equals(entered.map(Figure::value));
    explained = result.figure().orElse(null);
    showField(entered, same);
    showComputed(result, !same);
  }

  /** Shows an entered figure, or that there is none. */
  void show(Platform platform) {
    Optional<Figure> entered = slot == null ? Optional.empty() : slot.of(platform);
    explained = null;
    enteredShown = entered(platform).orElse("");
    showField(entered, true);
    computed.setVisible(false);
    computed.setManaged(false);
    mark.setVisible(entered.isPresent());
    entered.ifPresent(
        figure -> Marks.show(mark, Quality.of(figure.evidence().kind()), tools.texts()));
  }

  /** Marks the figure where the state beside has another. */
  void compare(Optional<Platform> other, Optional<Result> beside) {
    Optional<String> theirs = beside
        .flatMap(Result::figure)
        .map(figure -> tools.session().format().number(figure.value(), figure.unit()))
        .or(() -> other.flatMap(this::entered));
    String mine = explained == null
        ? enteredShown
        : tools.session().format().number(explained.value(), explained.unit());
    boolean changed = theirs.isPresent() && !theirs.get().equals(mine);
    pseudoClassStateChanged(CHANGED, changed);
    if (changed) { // there is no room for it on the line
      String hint = tools.session().besideName() + " " + theirs.get();
      Hints.show(computed, hint);
      if (field != null) {
        Hints.show(field.editor(), hint);
      }
    }
  }

  private Optional<String> entered(Platform platform) {
    return slot == null
        ? Optional.empty()
        : slot.of(platform)
            .map(figure ->
                tools.session().format().number(figure.value(), slot.input().unit()));
  }

  private void showField(Optional<Figure> entered, boolean visible) {
    if (field != null) {
      field.setVisible(visible);
      field.setManaged(visible);
      field.show(
          entered.map(Figure::value).orElse(null), entered.map(Figure::range).orElse(null));
      field.setEvidence(entered.map(figure -> figure.evidence().source()).orElse(null));
    }
  }

  private void showComputed(Result result, boolean visible) {
    computed.setVisible(visible);
    computed.setManaged(visible);
    computed.setDisable(explained == null);
    switch (result) {
      case Explained figure -> showValue(figure);
      case NotAvailable missing -> showMissing(tools.say(missing.reason()));
    }
  }

  private void showValue(Explained figure) {
    computed.setText(tools.session().format().number(figure.value(), figure.unit()));
    computed.setAccessibleText(tools
        .texts()
        .get(
            "explanation.open",
            name,
            tools.session().format().format(figure.value(), figure.unit())));
    computed.setTooltip(null);
    mark.setVisible(true);
    Marks.show(mark, figure.quality(), tools.texts());
  }

  private void showMissing(String reason) {
    computed.setText("–");
    computed.setAccessibleText(name + ", " + reason);
    Hints.show(computed, reason);
    mark.setVisible(false);
  }

  private void explain() {
    if (explained != null) {
      tools.explain(computed, explained, platform);
    }
  }
}
