package app.waterline.ui.factory;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.PlanMetric;
import app.waterline.engine.plan.PlatformPlan;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Explanation;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Every figure of the plan, a row a figure and a column a platform. */
final class FiguresTable {
  private final Session session;
  private final Texts texts;
  private final Explanation explanation;
  private final TableView<PlanMetric> table = new TableView<>();
  private List<String> platforms = List.of();
  private @Nullable Plan plan;

  FiguresTable(Session session, Texts texts, Explanation explanation) {
    this.session = session;
    this.texts = texts;
    this.explanation = explanation;
    table.setId("plan-figures");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(new Label(texts.get("factory.empty")));
    table.getSelectionModel().setCellSelectionEnabled(true);
  }

  TableView<PlanMetric> node() {
    return table;
  }

  void show(Plan next) {
    plan = next;
    List<String> names =
        next.platforms().stream().map(each -> each.platform().name()).toList();
    if (!names.equals(platforms)) {
      platforms = names;
      columns(next);
      table.getItems().setAll(PlanMetric.values());
    }
    table.refresh();
  }

  private void columns(Plan next) {
    table.getColumns().clear();
    table
        .getColumns()
        .add(column(
            texts.get("figures.figure"), metric -> session.format().phrases().say(metric.label())));
    for (int index = 0; index < next.platforms().size(); index++) {
      int place = index;
      TableColumn<PlanMetric, String> column =
          column(next.platforms().get(index).platform().name(), metric -> shown(place, metric));
      column.setCellFactory(made -> new Cell(place));
      table.getColumns().add(column);
    }
  }

  private static TableColumn<PlanMetric, String> column(
      String name, Function<PlanMetric, String> text) {
    TableColumn<PlanMetric, String> column = new TableColumn<>(name);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(190);
    return column;
  }

  private String shown(int place, PlanMetric metric) {
    Plan now = plan;
    if (now == null || place >= now.platforms().size()) {
      return "";
    }
    PlatformPlan platform = now.platforms().get(place);
    return switch (platform.of(metric)) {
      case Explained figure ->
        session.format().format(figure.value(), figure.unit()) + " "
            + ChartTexts.mark(figure.quality());
      case NotAvailable missing ->
        texts.get("figures.missing", session.format().phrases().say(missing.reason()));
    };
  }

  /** A figure; a click explains it. */
  private final class Cell extends TableCell<PlanMetric, String> {
    private final int place;

    Cell(int place) {
      this.place = place;
      setWrapText(true);
      addEventHandler(MouseEvent.MOUSE_CLICKED, event -> explain());
    }

    private void explain() {
      Plan now = plan;
      PlanMetric metric = getTableRow().getItem();
      if (now != null && metric != null && place < now.platforms().size()) {
        now.platforms()
            .get(place)
            .of(metric)
            .figure()
            .ifPresent(figure -> explanation.show(this, figure));
      }
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty ? null : item);
    }
  }
}
