package app.waterline.ui.imports;

import app.waterline.io.runs.Run;
import app.waterline.io.runs.SourceAnswers;
import app.waterline.model.Input;
import app.waterline.model.Precision;
import app.waterline.ui.control.DraftField;
import app.waterline.ui.control.Hints;
import app.waterline.ui.control.QuantityField;
import app.waterline.ui.control.Spoken;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One row of questions for each source whose files lack something. */
final class SourcePane extends VBox {
  private final Review review;
  private final Words words;
  private final Runnable changed;

  SourcePane(Review review, Words words, Runnable changed) {
    this.review = review;
    this.words = words;
    this.changed = changed;
    getStyleClass().add("import-questions");
    if (review.asked().isEmpty()) {
      Label none = new Label(words.get("ask.none"));
      none.getStyleClass().add("muted");
      getChildren().add(none);
    }
    review.asked().forEach((source, missing) -> getChildren().add(row(source, missing)));
  }

  private VBox row(Source source, Set<Run.Missing> missing) {
    String name = name(source);
    Label what = new Label(name);
    what.getStyleClass().add("import-question");
    Label runs = new Label(words.get("ask.runs", review.runsOf(source)));
    runs.getStyleClass().add("muted");
    runs.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(8, what, runs);
    HBox fields = new HBox(8);
    fields.getStyleClass().add("import-fields");
    if (missing.contains(Run.Missing.GPUS)) {
      fields.getChildren().addAll(caption("ask.gpus"), gpus(source, name));
    }
    if (missing.contains(Run.Missing.PRECISION)) {
      fields.getChildren().addAll(caption("ask.precision"), precision(source, name));
    }
    if (missing.contains(Run.Missing.MODEL)) {
      fields.getChildren().addAll(caption("ask.model"), model(source, name));
    }
    what.setTooltip(Hints.tooltip(
        String.join("\n", review.filesOf(source).stream().limit(20).toList())));
    VBox row = new VBox(4, head, fields);
    if (!source.suggestion().isEmpty()) {
      Label hint = new Label(source.suggestion());
      hint.getStyleClass().add("import-hint");
      hint.setWrapText(true);
      row.getChildren().add(hint);
    }
    return row;
  }

  private String name(Source source) {
    List<String> files = review.filesOf(source);
    String where = files.size() == 1
        ? Words.fileName(files.getFirst())
        : words.get("ask.files", files.size(), Words.fileName(source.folder()));
    return source.model() == null
        ? words.get("ask.row", source.tool(), where)
        : words.get("ask.row", words.get("ask.row", source.tool(), shortModel(source)), where);
  }

  /** The model without the folders that it lies in. */
  private static String shortModel(Source source) {
    String model = String.valueOf(source.model()).replaceAll("/+$", "");
    return model.substring(model.lastIndexOf('/') + 1);
  }

  private Label caption(String key) {
    Label caption = new Label(words.get(key));
    caption.getStyleClass().add("muted");
    caption.setMinWidth(USE_PREF_SIZE);
    return caption;
  }

  private String label(String key, String source) {
    return words.get("ask.of", words.get(key), source);
  }

  private QuantityField gpus(Source source, String name) {
    QuantityField field = new QuantityField(
        Input.GPUS, label("ask.gpus", name), words.format(), words.get("ask.gpus.prompt"));
    field.editor().setId("ask-gpus");
    field.brief();
    field.setPrefWidth(96);
    field.show(asDouble(review.answersTo(source).gpus()));
    field.onCommit(value -> {
      SourceAnswers old = review.answersTo(source);
      Integer gpus = value == null ? null : Math.max(1, (int) Math.round(value));
      field.show(asDouble(gpus));
      answer(source, old.withGpus(gpus));
    });
    return field;
  }

  private ComboBox<Precision> precision(Source source, String name) {
    ComboBox<Precision> choice = new ComboBox<>();
    choice.setId("ask-precision");
    choice.getItems().setAll(Precision.values());
    choice.setPromptText(words.get("ask.precision.prompt"));
    Spoken.name(choice, label("ask.precision", name));
    choice.setValue(review.answersTo(source).precision());
    choice.setOnAction(event -> {
      SourceAnswers old = review.answersTo(source);
      answer(source, old.withPrecision(choice.getValue()));
    });
    return choice;
  }

  private TextField model(Source source, String name) {
    DraftField field = new DraftField(label("ask.model", name), text -> {
      SourceAnswers old = review.answersTo(source);
      answer(source, old.withModel(text));
    });
    field.setId("ask-model");
    field.setPromptText(words.get("ask.model.prompt"));
    String model = review.answersTo(source).model();
    field.show(model == null ? "" : model);
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private void answer(Source source, SourceAnswers given) {
    if (!given.equals(review.answersTo(source))) {
      review.answer(source, given);
      changed.run();
    }
  }

  private static @Nullable Double asDouble(@Nullable Integer count) {
    return count == null ? null : count.doubleValue();
  }
}
