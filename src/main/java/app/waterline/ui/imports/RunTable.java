package app.waterline.ui.imports;

import app.waterline.ui.control.Hints;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The runs of one state. */
final class RunTable extends TableView<Row> {
  private static final int SHORT = 14;

  private final Words words;

  RunTable(Words words) {
    this.words = words;
    setId("import-runs");
    getStyleClass().add("import-table");
    setAccessibleText(words.get("review.tabs"));
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setPlaceholder(new Label(words.get("review.empty")));
    TableColumn<Row, Number> rates = new TableColumn<>(words.get("column.rates"));
    rates
        .getColumns()
        .setAll(List.of(
            figure("total", 76, row -> row.complete().rates().totalPerGpu()),
            figure("input", 76, row -> row.complete().rates().inputPerGpu()),
            figure("output", 76, row -> row.complete().rates().outputPerGpu())));
    getColumns()
        .setAll(List.of(
            text("state", 260, words::reason),
            text("model", 180, row -> words.model(row.complete())),
            text("hardware", 80, row -> words.text(row.run().setup().hardware())),
            figure("gpus", 54, row -> row.complete().setup().gpus()),
            text("precision", 72, row -> words.text(row.complete().setup().precision())),
            text(
                "lengths",
                92,
                row -> words.lengths(row.run().load().isl(), row.run().load().osl())),
            figure("concurrency", 90, row -> RunField.CONCURRENCY.number(row.run())),
            rates,
            figure("interactivity", 82, row -> row.run().interactivity()),
            text("stack", 130, row -> words.text(row.run().setup().stack())),
            text("date", 88, row -> words.text(row.run().origin().date())),
            text("tool", 140, row -> row.run().origin().tool()),
            text("file", 220, row -> Words.fileName(row.run().origin().file()))));
  }

  /** Reasons want more room than the names of platforms. */
  void widen(boolean reasons) {
    getColumns().getFirst().setPrefWidth(reasons ? 300 : 150);
  }

  private TableColumn<Row, Number> figure(
      String name, double width, Function<Row, @Nullable Number> value) {
    TableColumn<Row, Number> column =
        column(words.get("column." + name), name, width, value, words::number);
    column.getStyleClass().add("figure-column");
    return column;
  }

  private TableColumn<Row, String> text(String name, double width, Function<Row, String> value) {
    return column(words.get("column." + name), name, width, value, text -> text);
  }

  /** A column whose long texts can be read in full under the mouse. */
  static <T, V> TableColumn<T, V> column(
      String title,
      String id,
      double width,
      Function<T, @Nullable V> value,
      Function<@Nullable V, String> words) {
    TableColumn<T, V> column = new TableColumn<>(title);
    column.setId("column-" + id);
    column.setPrefWidth(width);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setCellFactory(each -> new TableCell<>() {
      @Override
      protected void updateItem(@Nullable V item, boolean empty) {
        super.updateItem(item, empty);
        String text = empty ? "" : words.apply(item);
        setText(text);
        setTooltip(text.length() < SHORT ? null : wide(text));
      }
    });
    return column;
  }

  private static Tooltip wide(String text) {
    Tooltip tooltip = Hints.tooltip(text);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(480);
    return tooltip;
  }
}
