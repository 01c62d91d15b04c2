package app.waterline.ui.whatif;

import app.waterline.chart.BreakEvenWords;
import app.waterline.chart.DataTable;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.why.BreakEven;
import app.waterline.engine.why.BreakEvens;
import app.waterline.ui.card.CardTools;
import app.waterline.ui.control.HeadingWidth;
import java.util.List;
import java.util.Optional;
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
  private static final double[] WIDTHS = {190, 130, 140, 80, 110};
  private static final KeyCombination COPY = KeyCombination.keyCombination("Shortcut+C");

  private final Tools tools;
  private final Label title = new Label();
  private final Label subtitle = new Label();
  private final TableView<BreakEvens.Row> table = new TableView<>();
  private @Nullable BreakEvenWords shown;

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
    List<String> header = BreakEvenWords.header(tools.names());
    for (int place = 0; place < header.size(); place++) {
      table.getColumns().add(column(header.get(place), place));
    }
    table.setRowFactory(view -> row());
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(title, subtitle, table);
  }

  /** A cell that takes a second line where its column is narrow. */
  private static final class Wrapping extends TableCell<BreakEvens.Row, String> {
    Wrapping() {
      setWrapText(true);
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty ? null : item);
    }
  }

  private TableColumn<BreakEvens.Row, String> column(String heading, int place) {
    TableColumn<BreakEvens.Row, String> column = new TableColumn<>(heading);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell(cell.getValue(), place)));
    column.setPrefWidth(WIDTHS[place]);
    column.setMinWidth(HeadingWidth.of(column.getText()));
    column.setSortable(false);
    column.setCellFactory(made -> new Wrapping());
    return column;
  }

  private String cell(BreakEvens.Row row, int place) {
    return shown == null ? "" : shown.cells(row).get(place);
  }

  private TableRow<BreakEvens.Row> row() {
    TableRow<BreakEvens.Row> row = new TableRow<>();
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

  private static boolean isExplained(BreakEvens.@Nullable Row row) {
    return row != null && row.lever().isPresent() && row.value().found().isPresent();
  }

  /** Opens how both platforms cost the same there. */
  private void explain(Node owner, BreakEvens.@Nullable Row row) {
    BreakEvens found = shown == null ? null : shown.found();
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

  private void open(BreakEvens.Row row) {
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

  void show(BreakEvens found) {
    int selected = table.getSelectionModel().getSelectedIndex();
    BreakEvenWords words = new BreakEvenWords(found, tools.names());
    shown = words;
    table.getItems().setAll(found.rows());
    table.getSelectionModel().select(selected);
    title.setText(words.title());
    subtitle.setText(words.subtitle() + " " + tools.texts().get("breakEven.hint"));
  }

  /** The table as text, with its finding. */
  DataTable data() {
    return shown == null
        ? new DataTable(BreakEvenWords.header(tools.names()), List.of())
        : shown.table();
  }

  void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(title.getText() + "\n" + data().tabSeparated());
    Clipboard.getSystemClipboard().setContent(content);
    tools.session().notice().set(Optional.of(tools.texts().get("breakEven.copied")));
  }
}
