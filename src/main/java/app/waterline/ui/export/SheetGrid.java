package app.waterline.ui.export;

import app.waterline.export.preview.SheetCells;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** One sheet of a workbook as it will look: cells on paper. */
final class SheetGrid extends VBox {
  private static final double WIDEST = 240;

  SheetGrid(SheetCells sheet) {
    Label name = new Label(sheet.name());
    name.getStyleClass().add("panel-title");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("sheet-preview");
    for (int row = 0; row < sheet.rows().size(); row++) {
      List<SheetCells.Cell> cells = sheet.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        int span = span(cells, column);
        Label label = label(cells.get(column));
        if (span == GridPane.REMAINING) {
          label.setMaxWidth(Double.MAX_VALUE);
        }
        grid.add(label, column, row, span, 1);
      }
    }
    getChildren().setAll(name, grid);
    getStyleClass().add("export-group");
  }

  /** A long text runs over the empty cells after it, as in a spreadsheet. */
  private static int span(List<SheetCells.Cell> cells, int column) {
    boolean last = cells.subList(column + 1, cells.size()).stream()
        .allMatch(each -> each.text().isEmpty());
    return last && column == 0 ? GridPane.REMAINING : 1;
  }

  private static Label label(SheetCells.Cell cell) {
    Label label = new Label(cell.text());
    label.getStyleClass().add(cell.bold() ? "sheet-cell-bold" : "sheet-cell");
    label.setMaxWidth(WIDEST);
    label.setMaxHeight(Double.MAX_VALUE);
    label.setAlignment(cell.number() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    GridPane.setFillWidth(label, true);
    if (!cell.fill().isEmpty()) {
      label.setStyle("-fx-background-color: #" + cell.fill() + ";");
      label.setMaxWidth(Double.MAX_VALUE);
    }
    if (cell.number()) {
      label.setMaxWidth(Double.MAX_VALUE);
    }
    return label;
  }
}
