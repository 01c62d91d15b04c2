package app.waterline.ui.imports;

import app.waterline.model.Input;
import app.waterline.model.Unit;
import app.waterline.ui.control.DraftField;
import app.waterline.ui.control.QuantityField;
import app.waterline.ui.control.Spoken;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One row for each GPU, with the platform that its runs go to. */
final class TargetPane extends VBox {
  private final Review review;
  private final Words words;
  private final Runnable changed;

  TargetPane(Review review, Words words, Runnable changed) {
    this.review = review;
    this.words = words;
    this.changed = changed;
    getStyleClass().add("import-questions");
    review.targets().keySet().forEach(kind -> getChildren().add(row(kind)));
  }

  private VBox row(GpuKind kind) {
    String name = switch (kind.naming()) {
      case KNOWN, UNKNOWN -> kind.name();
      case SUGGESTED -> words.get("go.suggested", kind.name());
      case NONE -> words.get("go.unnamed", Words.fileName(kind.name()));
    };
    Label what = new Label(name);
    what.getStyleClass().add("import-question");
    HBox.setHgrow(what, Priority.ALWAYS);
    what.setMaxWidth(Double.MAX_VALUE);
    Label runs = new Label(words.get("ask.runs", review.runsOf(kind)));
    runs.getStyleClass().add("muted");
    runs.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(8, what, runs);
    head.getStyleClass().add("import-fields");
    VBox row = new VBox(4, head);
    head.getChildren().add(choice(kind, name, row));
    showNew(kind, row);
    return row;
  }

  private ComboBox<Target> choice(GpuKind kind, String name, VBox row) {
    ComboBox<Target> choice = new ComboBox<>();
    choice.setId("go-platform");
    choice.setPromptText(words.get("go.unchosen"));
    choice.setPrefWidth(210);
    choice.setMinWidth(210);
    choice.getItems().setAll(review.choices(kind));
    choice.setConverter(new StringConverter<>() {
      @Override
      public String toString(@Nullable Target target) {
        return words.choice(target);
      }

      @Override
      public Target fromString(String text) {
        throw new UnsupportedOperationException("The choice is not typed [%s].".formatted(text));
      }
    });
    Spoken.name(choice, words.get("go.of", name));
    Target now = review.targetOf(kind);
    choice.setValue(now instanceof Target.Unchosen ? null : now);
    choice.setOnAction(event -> {
      if (choice.getValue() != null) {
        review.choose(kind, choice.getValue());
        showNew(kind, row);
        changed.run();
      }
    });
    return choice;
  }

  /** The price of the platform, to be entered where it is a new one, and a name where nobody knows it. */
  private void showNew(GpuKind kind, VBox row) {
    row.getChildren().remove(1, row.getChildren().size());
    switch (review.targetOf(kind)) {
      case Target.Named named ->
        row.getChildren().add(fields(name(kind, named), price(kind, named)));
      case Target.Catalogued entry -> row.getChildren().add(fields(gap(), price(kind, entry)));
      case Target.Existing existing ->
        review.priceAt(existing).ifPresent(price -> row.getChildren().add(priced(price)));
      case Target.Unchosen nothing -> {}
      case Target.Nowhere nowhere -> {}
    }
  }

  private HBox fields(Region first, QuantityField price) {
    Label caption = new Label(words.get("go.price"));
    caption.getStyleClass().add("muted");
    caption.setMinWidth(USE_PREF_SIZE);
    HBox fields = new HBox(8, first, caption, price);
    fields.getStyleClass().add("import-fields");
    return fields;
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private Label priced(double price) {
    Label kept = new Label(
        words.get("go.price.kept", words.format().format(price, Unit.DOLLARS_PER_GPU_HOUR)));
    kept.getStyleClass().add("import-hint");
    return kept;
  }

  private DraftField name(GpuKind kind, Target.Named named) {
    DraftField field = new DraftField(
        words.get("go.name"), text -> name(kind, old -> new Target.Named(text, old.price())));
    field.setId("go-name");
    field.setPromptText(words.get("go.name"));
    field.show(named.name());
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private QuantityField price(GpuKind kind, Target target) {
    QuantityField field = new QuantityField(
        Input.RATE_PER_GPU_HOUR, words.get("go.price"), words.format(), prompt(target));
    field.editor().setId("go-price");
    field.brief();
    field.setPrefWidth(110);
    field.show(target.entered());
    field.onCommit(value -> {
      field.show(value);
      review.target(kind, review.targetOf(kind).at(value));
      changed.run();
    });
    return field;
  }

  /** What holds where nothing is entered. */
  private String prompt(Target target) {
    return review
        .priceAt(target)
        .map(price -> words.format().number(price, Unit.DOLLARS_PER_GPU_HOUR))
        .orElseGet(() -> words.get("go.price.prompt"));
  }

  private void name(GpuKind kind, java.util.function.UnaryOperator<Target.Named> change) {
    if (review.targetOf(kind) instanceof Target.Named old) {
      review.target(kind, change.apply(old));
      changed.run();
    }
  }
}
