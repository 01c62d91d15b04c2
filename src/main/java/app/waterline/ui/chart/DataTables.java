package app.waterline.ui.chart;

import app.waterline.chart.DataTable;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The figures of a chart as a table that can be read cell by cell. */
final class DataTables {
  private DataTables() {}

  static TableView<List<String>> view(DataTable data) {
    TableView<List<String>> view = new TableView<>(FXCollections.observableArrayList(data.rows()));
    for (int index = 0; index < data.header().size(); index++) {
      view.getColumns().add(column(data.header().get(index), index));
    }
    view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
        copy(data, view.getSelectionModel().getSelectedItems());
        event.consume();
      }
    });
    view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    return view;
  }

  /** The chosen rows, or all where none is, under their headings. */
  private static void copy(DataTable data, List<List<String>> chosen) {
    ChartClipboard.copyData(
        new DataTable(data.header(), chosen.isEmpty() ? data.rows() : List.copyOf(chosen)));
  }

  private static TableColumn<List<String>, String> column(String name, int index) {
    TableColumn<List<String>, String> column = new TableColumn<>(name);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(index)));
    column.setSortable(false);
    return column;
  }
}
