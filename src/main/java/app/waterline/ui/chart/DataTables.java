package app.waterline.ui.chart;

import app.waterline.chart.DataTable;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The figures of a chart as a table that can be read cell by cell. */
final class DataTables {
  private DataTables() {}

  static TableView<List<String>> view(DataTable data) {
    TableView<List<String>> view = new TableView<>(FXCollections.observableArrayList(data.rows()));
    for (int index = 0; index < data.header().size(); index++) {
      view.getColumns().add(column(data.header().get(index), index));
    }
    view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    return view;
  }

  private static TableColumn<List<String>, String> column(String name, int index) {
    TableColumn<List<String>, String> column = new TableColumn<>(name);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(index)));
    column.setSortable(false);
    return column;
  }
}
