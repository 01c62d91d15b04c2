package app.waterline.ui.shell;

import app.waterline.document.Difference;
import app.waterline.document.Difference.Kind;
import app.waterline.ui.DifferenceWords;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The differences of two workspaces, one a row. */
final class DifferenceTable extends TableView<Difference> {
  private static final double ROW = 32;
  private static final double WIDTH = 640;
  private static final int MOST_ROWS = 7;

  private final DifferenceWords words;
  private final double row;
  private final int mostRows;

  /**
   * @param before heads the column of the earlier values
   * @param after heads that of the later ones
   * @param session tells how large its letters are
   */
  DifferenceTable(
      Texts texts, DifferenceWords words, String before, String after, Session session) {
    this.words = words;
    double factor = session.enlargement().get();
    double width = Look.width(WIDTH, session);
    this.row = ROW * factor;
    this.mostRows = (int) (MOST_ROWS / factor);
    getStyleClass().addAll("difference-table", "dense");
    setPlaceholder(new Label(""));
    setPrefWidth(width);
    setMinWidth(width);
    setFixedCellSize(row);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getColumns()
        .setAll(List.of(
            column(texts.get("differences.what"), width * 0.46, words::subject),
            column(before, width * 0.27, this::before),
            column(after, width * 0.27, this::after)));
    setAccessibleText(texts.get("differences.what"));
  }

  private static TableColumn<Difference, String> column(
      String title, double width, Function<Difference, String> text) {
    TableColumn<Difference, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(
        cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())).getReadOnlyProperty());
    return column;
  }

  private String before(Difference difference) {
    return difference.kind() == Kind.CHANGED ? words.before(difference) : "";
  }

  private String after(Difference difference) {
    return difference.kind() == Kind.CHANGED ? words.after(difference) : words.change(difference);
  }

  /** Shows these, as high as they need up to a limit. */
  void show(List<Difference> differences) {
    getItems().setAll(differences);
    int rows = Math.clamp(differences.size(), 1, mostRows);
    double height = row * (rows + 1) + 2;
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
  }
}
