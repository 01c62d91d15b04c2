package app.waterline.ui.imports;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/** The files and records that gave no run, each with file, line, field and reason. */
final class UnreadTable extends TableView<Found.Unread> {
  UnreadTable(Words words, List<Found.Unread> unread) {
    setId("import-unread");
    getStyleClass().add("import-table");
    setAccessibleText(words.get("state.UNREADABLE"));
    setPlaceholder(new Label(words.get("review.empty")));
    getItems().setAll(unread);
    getColumns()
        .setAll(List.of(
            RunTable.column(
                words.get("column.file"),
                "file",
                260,
                each -> Words.fileName(each.file()),
                Objects::toString),
            RunTable.column(
                words.get("column.line"),
                "line",
                56,
                each -> each.line() > 0 ? String.valueOf(each.line()) : words.get("none"),
                Objects::toString),
            RunTable.column(
                words.get("column.field"),
                "field",
                130,
                each -> words.text(each.field()),
                Objects::toString),
            RunTable.column(
                words.get("column.reason"),
                "reason",
                700,
                each -> words.say(each.reason()),
                Objects::toString)));
  }
}
