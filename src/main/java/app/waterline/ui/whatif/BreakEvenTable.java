package app.waterline.ui.whatif;

import app.waterline.chart.DataTable;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.why.BreakEven;
import app.waterline.engine.why.Lever;
import app.waterline.engine.why.Outcome;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Platform;
import app.waterline.model.Unit;
import app.waterline.model.Workspace;
import app.waterline.ui.card.CardTools;
import app.waterline.ui.control.HeadingWidth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The break-even values of one pair, with the finding on top; a row opens its input. */
final class BreakEvenTable extends VBox {
  private static final KeyCombination COPY = KeyCombination.keyCombination("Shortcut+C");

  private final Tools tools;
  private final Label title = new Label();
  private final Label subtitle = new Label();
  private final TableView<Row> table = new TableView<>();
  private @Nullable Found shown;

  /**
   * What was found.
   *
   * @param first whose inputs are moved
   * @param second what it is to be level with
   * @param workspace both of them
   * @param ratio cost of the first ÷ cost of the second
   * @param rows one for each input
   */
  record Found(
      Platform first, Platform second, Workspace workspace, double ratio, List<Row> rows) {}

  /**
   * One input.
   *
   * @param lever empty for the measured throughput, which is no single input
   * @param now its value
   * @param moved whether both platforms move with it
   * @param value the value at which both are level, or why there is none
   */
  record Row(Optional<Lever> lever, double now, BreakEven.Moved moved, Outcome<Double> value) {
    Unit unit() {
      return lever.map(each -> each.input().unit()).orElse(Metric.TOKENS_PER_SECOND_PER_GPU.unit());
    }

    /** How many times its value it would have to be. */
    Optional<Double> times() {
      return now > 0 ? value.found().map(found -> found / now) : Optional.empty();
    }
  }

  BreakEvenTable(Tools tools) {
    this.tools = tools;
    getStyleClass().add("break-even");
    title.getStyleClass().addAll("view-title", "break-even-title");
    title.setId("break-even-title");
    title.setWrapText(true);
    subtitle.getStyleClass().add("view-subtitle");
    subtitle.setWrapText(true);
    for (Label each : List.of(title, subtitle)) {
      each.setMinHeight(Region.USE_PREF_SIZE);
    }
    table.setId("break-even-table");
    table.setAccessibleText(tools.texts().get("question.breakEven"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    table.getColumns().add(column("breakEven.input", this::name, 190));
    table.getColumns().add(column("breakEven.now", this::now, 130));
    table.getColumns().add(column("breakEven.value", this::value, 140));
    table.getColumns().add(column("breakEven.change", this::change, 80));
    table.getColumns().add(column("breakEven.moves", this::moves, 110));
    table.setRowFactory(view -> row());
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(title, subtitle, table);
  }

  /** A cell that takes a second line where its column is narrow. */
  private static final class Wrapping extends TableCell<Row, String> {
    Wrapping() {
      setWrapText(true);
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty ? null : item);
    }
  }

  private TableColumn<Row, String> column(String key, Function<Row, String> text, double width) {
    TableColumn<Row, String> column = new TableColumn<>(tools.texts().get(key));
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    column.setPrefWidth(width);
    column.setMinWidth(HeadingWidth.of(column.getText()));
    column.setSortable(false);
    column.setCellFactory(made -> new Wrapping());
    return column;
  }

  private TableRow<Row> row() {
    TableRow<Row> row = new TableRow<>();
    MenuItem explain = new MenuItem(tools.texts().get("chart.explain"));
    explain.setOnAction(event -> explain(row, row.getItem()));
    ContextMenu menu = new ContextMenu(explain);
    menu.setOnShowing(event -> explain.setDisable(!isExplained(row.getItem())));
    row.setContextMenu(menu);
    row.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2 && !row.isEmpty()) {
        open(row.getItem());
      }
    });
    return row;
  }

  private static boolean isExplained(@Nullable Row row) {
    return row != null && row.lever().isPresent() && row.value().found().isPresent();
  }

  /** Opens how both platforms cost the same there. */
  private void explain(Node owner, @Nullable Row row) {
    Found found = shown;
    if (found == null || row == null || !isExplained(row)) {
      return;
    }
    Explained figure = BreakEven.explained(
        new Evaluator(),
        found.workspace(),
        row.lever().orElseThrow(),
        row.value().found().orElseThrow(),
        found.first().id(),
        found.second().id());
    tools
        .explanation()
        .show(
            owner,
            figure,
            term -> term.name().equals("now")
                ? Optional.of(() -> open(row))
                : CardTools.links(tools.session(), found.first().id()).to(term));
  }

  private void open(Row row) {
    row.lever().ifPresent(lever -> tools.session().ask(lever.id()));
  }

  private void pressed(KeyEvent event) {
    if (COPY.match(event)) {
      copy();
      event.consume();
    } else if (event.getCode() == KeyCode.SPACE) {
      explain(title, table.getSelectionModel().getSelectedItem());
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(this::open);
      event.consume();
    }
  }

  void show(Found found) {
    int selected = table.getSelectionModel().getSelectedIndex();
    shown = found;
    table.getItems().setAll(found.rows());
    table.getSelectionModel().select(selected);
    boolean dearer = found.ratio() > 1;
    double factor = dearer ? found.ratio() : 1 / found.ratio();
    String by = tools.names().format().ratio(factor);
    title.setText(nearest(found)
        .map(row -> tools
            .texts()
            .get(
                dearer ? "breakEven.title.dearer" : "breakEven.title.cheaper",
                found.first().name(),
                found.second().name(),
                inSentence(row),
                value(row),
                change(row),
                by))
        .orElseGet(() -> tools
            .texts()
            .get(
                dearer ? "breakEven.title.dearer.none" : "breakEven.title.cheaper.none",
                found.first().name(),
                found.second().name(),
                by)));
    subtitle.setText(tools
        .texts()
        .get("breakEven.subtitle", found.first().name(), found.second().name()));
  }

  /** The input that has to move the least. */
  private static Optional<Row> nearest(Found found) {
    return found.rows().stream()
        .filter(row -> row.times().filter(times -> times > 0).isPresent())
        .min(Comparator.comparingDouble(row -> Math.abs(Math.log(row.times().orElse(1.0)))));
  }

  private QuantityFormat format() {
    return tools.names().format();
  }

  private String name(Row row) {
    return row.lever()
        .map(tools.names()::name)
        .orElseGet(() -> tools.texts().get("breakEven.throughput"));
  }

  private String inSentence(Row row) {
    String name = name(row);
    boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private String now(Row row) {
    return format().format(row.now(), row.unit());
  }

  private String value(Row row) {
    return switch (row.value()) {
      case Outcome.Found<Double> found -> format().format(found.value(), row.unit());
      case Outcome.None<Double> none ->
        none.reason().equals("none in range")
            ? tools.texts().get("breakEven.none")
            : tools.names().say(none.reason());
    };
  }

  private String change(Row row) {
    return row.times().map(times -> format().ratio(times)).orElse("");
  }

  private String moves(Row row) {
    Found found = shown;
    return row.moved() == BreakEven.Moved.BOTH || found == null
        ? tools.texts().get("breakEven.both")
        : found.first().name();
  }

  /** The table as text, with its finding. */
  DataTable data() {
    List<String> header = table.getColumns().stream().map(TableColumn::getText).toList();
    return new DataTable(
        header,
        table.getItems().stream()
            .map(row -> List.of(name(row), now(row), value(row), change(row), moves(row)))
            .toList());
  }

  void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(title.getText() + "\n" + data().tabSeparated());
    Clipboard.getSystemClipboard().setContent(content);
    tools.session().notice().set(Optional.of(tools.texts().get("breakEven.copied")));
  }
}
