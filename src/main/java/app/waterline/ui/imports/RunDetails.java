package app.waterline.ui.imports;

import app.waterline.format.QuantityFormat;
import app.waterline.io.runs.Run;
import app.waterline.model.Precision;
import app.waterline.ui.control.DraftField;
import app.waterline.ui.control.Spoken;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Everything about the selected run, with the fields at fault open for mending. */
final class RunDetails extends ScrollPane {
  private static final double EDITOR_WIDTH = 112;

  private final Review review;
  private final Words words;
  private final Runnable changed;
  private final VBox box = new VBox();

  RunDetails(Review review, Words words, Runnable changed) {
    this.review = review;
    this.words = words;
    this.changed = changed;
    setId("import-details");
    getStyleClass().addAll("side-scroll", "import-details");
    box.getStyleClass().add("import-details-content");
    setContent(box);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    show(List.of());
  }

  /** Shows the first of the selected rows; the buttons act on all of them. */
  void show(List<Row> rows) {
    box.getChildren().clear();
    if (rows.isEmpty()) {
      box.getChildren().add(wrapped(words.get("details.none"), "muted"));
      return;
    }
    Row row = rows.getFirst();
    Run run = row.complete();
    box.getChildren()
        .addAll(
            wrapped(words.text(run.setup().model()), "import-details-title"),
            wrapped(
                words.get(
                    "details.at",
                    Words.fileName(run.origin().file()),
                    run.origin().line()),
                "muted"));
    Review.State state = review.stateOf(row);
    Label reason = wrapped(words.reason(row), "import-reason");
    reason.setId("import-reason");
    reason.pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("ready"), state == Review.State.READY);
    box.getChildren().add(reason);
    mending(row, state);
    box.getChildren().add(buttons(rows, row));
    figures(run);
    notes(run);
    setVvalue(0);
  }

  private void mending(Row row, Review.State state) {
    Set<RunField> fields = row.atFault();
    if (!fields.isEmpty()) {
      box.getChildren().add(title("details.mend"));
      fields.forEach(field -> box.getChildren().add(field(row, field)));
    } else if (state == Review.State.SET_ASIDE) {
      box.getChildren().add(wrapped(words.get("details.cannot"), "muted"));
    }
  }

  private Node field(Row row, RunField field) {
    String name = words.field(field, row.run());
    Label label = new Label(name);
    Label message = wrapped("", "field-message");
    message.setManaged(false);
    Control editor =
        field == RunField.PRECISION ? choice(row, name, message) : line(row, field, name, message);
    editor.setId("mend-" + field.name());
    editor.setMinWidth(EDITOR_WIDTH);
    editor.setMaxWidth(EDITOR_WIDTH);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox line = new HBox(8, label, spring, editor);
    line.getStyleClass().add("import-fields");
    return new VBox(2, line, message);
  }

  private DraftField line(Row row, RunField field, String name, Label message) {
    DraftField editor = new DraftField(name, text -> mend(row, field, text, message));
    editor.show(now(row.run(), field));
    return editor;
  }

  private ComboBox<Precision> choice(Row row, String name, Label message) {
    ComboBox<Precision> choice = new ComboBox<>();
    choice.getItems().setAll(Precision.values());
    Spoken.name(choice, name);
    choice.setValue(row.complete().setup().precision());
    choice.setOnAction(
        event -> mend(row, RunField.PRECISION, String.valueOf(choice.getValue()), message));
    return choice;
  }

  private String now(Run run, RunField field) {
    Double number = field.number(run);
    return field.isText()
        ? field.text(run)
        : number == null ? "" : words.format().field(number, field.unit());
  }

  private void mend(Row row, RunField field, String text, Label message) {
    try {
      String note = words.get(
          "details.mended", words.field(field, row.run()), words.text(now(row.run(), field)), text);
      Run run = field.isText()
          ? field.mended(row.run(), text, note)
          : field.mended(row.run(), words.format().parse(text, field.unit()), note);
      review.mend(row.number(), run);
      changed.run();
    } catch (QuantityFormat.Unreadable unreadable) {
      complain(message, words.say(String.valueOf(unreadable.getMessage())));
    } catch (IllegalArgumentException | java.time.DateTimeException refused) {
      String key = field == RunField.DATE ? "details.badDate" : "details.badPrecision";
      complain(message, words.get(key, text));
    }
  }

  private static void complain(Label message, String text) {
    message.setText(text);
    message.setManaged(true);
  }

  private Node buttons(List<Row> rows, Row first) {
    List<Integer> numbers = rows.stream().map(Row::number).toList();
    boolean out = !first.dropped();
    String many = out ? "details.dropMany" : "details.takeMany";
    Button drop = new Button(
        rows.size() > 1
            ? words.get(many, rows.size())
            : words.get(out ? "details.drop" : "details.take"));
    drop.setId("import-drop");
    drop.setOnAction(event -> {
      review.drop(numbers, out);
      changed.run();
    });
    VBox buttons = new VBox(6, drop);
    if (!first.run().equals(first.read().run())) {
      Button restore = new Button(words.get("details.restore"));
      restore.setId("import-restore");
      restore.setOnAction(event -> {
        review.restore(first.number());
        changed.run();
      });
      buttons.getChildren().add(restore);
    }
    return buttons;
  }

  private void figures(Run run) {
    box.getChildren().add(title("details.all"));
    Run.Load load = run.load();
    figure(words.get("field.hardware"), words.text(run.setup().hardware()));
    figure(words.get("field.stack"), words.text(run.setup().stack()));
    figure(words.get("field.lengths"), words.lengths(load.isl(), load.osl()));
    figure(words.get("field.meanLengths"), words.lengths(load.meanIsl(), load.meanOsl()));
    for (RunField field : RunField.values()) {
      figure(
          words.field(field, run),
          field.isText() ? words.text(field.text(run)) : words.number(field.number(run)));
    }
    figure(words.get("field.interactivity"), words.number(run.interactivity()));
    figure(words.get("field.requests"), words.lengths(load.completed(), load.failed()));
    figure(words.get("field.duration"), words.number(load.seconds()));
    figure(words.get("field.tensorParallel"), words.number(run.setup().tensorParallel()));
    figure(words.get("field.speculative"), yes(run.setup().multiTokenPrediction()));
    figure(words.get("field.disaggregated"), yes(run.setup().disaggregated()));
    figure(words.get("field.power"), words.number(run.power().wattsPerGpu()));
    figure(words.get("field.energy"), words.number(run.power().joulesPerTotalToken()));
    figure(words.get("field.version"), words.text(run.origin().toolVersion()));
  }

  private String yes(boolean on) {
    return words.get(on ? "yes" : "no");
  }

  private void figure(String name, @Nullable String value) {
    Label label = new Label(name);
    label.getStyleClass().add("muted");
    label.setMinWidth(USE_PREF_SIZE);
    Label figure = new Label(value);
    figure.getStyleClass().add("import-figure");
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    box.getChildren().add(new HBox(8, label, spring, figure));
  }

  private void notes(Run run) {
    if (!run.notes().isEmpty()) {
      box.getChildren().add(title("details.notes"));
      run.notes().forEach(note -> box.getChildren().add(wrapped(words.say(note), "muted")));
    }
  }

  private Label title(String key) {
    Label title = new Label(words.get(key));
    title.getStyleClass().add("panel-title");
    return title;
  }

  private static Label wrapped(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }
}
