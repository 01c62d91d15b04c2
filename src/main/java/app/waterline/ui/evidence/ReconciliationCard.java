package app.waterline.ui.evidence;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Explained;
import app.waterline.engine.LikeForLike;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Printed;
import app.waterline.engine.Reconciliation;
import app.waterline.model.QuotedPeak;
import app.waterline.model.Unit;
import app.waterline.ui.Texts;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The published table, cell by cell: as printed, from its printed inputs, from the inputs in use. */
final class ReconciliationCard {
  private final ChartTexts names;
  private final Texts texts;
  private final Label title = new Label();
  private final Label source = new Label();
  private final Label note = new Label();
  private final GridPane grid = new GridPane();
  private final VBox box = new VBox(title, source, grid, note);

  ReconciliationCard(ChartTexts names, Texts texts) {
    this.names = names;
    this.texts = texts;
    title.getStyleClass().add("evidence-heading");
    title.setText(texts.get("reconciliation.title"));
    for (Label words : List.of(source, note)) {
      words.getStyleClass().add("evidence-words");
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
    }
    grid.getStyleClass().add("reconciliation");
    grid.setId("reconciliation");
    for (int column = 0; column < 4; column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setHgrow(column > 1 ? Priority.ALWAYS : Priority.NEVER);
      constraints.setHalignment(column > 0 ? HPos.RIGHT : HPos.LEFT);
      grid.getColumnConstraints().add(constraints);
    }
    box.getStyleClass().addAll("panel-card", "evidence-card");
  }

  Region node() {
    return box;
  }

  void show(Reconciliation found) {
    source.setText(found.claim().title() + ". " + found.claim().source());
    grid.getChildren().clear();
    head();
    int row = 1;
    for (Reconciliation.Row each : found.platforms()) {
      row = rows(each, each.name(), false, row);
    }
    Reconciliation.Row relative = found.relative();
    if (relative != null) {
      rows(relative, texts.get("reconciliation.relative"), true, row);
    }
    LikeForLike equal = found.likeForLike();
    note.setText(equal == null ? "" : words(equal));
  }

  private void head() {
    List<String> heads = List.of("metric", "published", "fromPrinted", "fromWorkspace");
    for (int column = 0; column < heads.size(); column++) {
      Label head = new Label(texts.get("reconciliation." + heads.get(column)));
      head.getStyleClass().add("reconciliation-head");
      head.setMinWidth(Region.USE_PREF_SIZE);
      grid.add(head, column, 0);
    }
  }

  private int rows(Reconciliation.Row found, String name, boolean ratio, int first) {
    int row = first;
    grid.add(text(name, "reconciliation-name"), 0, row++, 4, 1);
    for (Reconciliation.Cell cell : found.cells()) {
      grid.add(text(capitalized(names.name(cell.metric())), "reconciliation-metric"), 0, row);
      grid.add(text(cell.published().text(), "reconciliation-printed"), 1, row);
      grid.add(check(cell.fromPrinted(), cell.metric(), ratio), 2, row);
      grid.add(check(cell.fromWorkspace(), cell.metric(), ratio), 3, row);
      row++;
    }
    return row;
  }

  private static Label text(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static String capitalized(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private Label check(Reconciliation.Check check, Metric metric, boolean ratio) {
    String agreement = texts.get("agreement." + check.agreement().name());
    Label label = text(value(check, metric, ratio) + "  " + agreement, "reconciliation-check");
    label
        .getStyleClass()
        .add(check.agreement() == Printed.Agreement.DISAGREES ? "disagrees" : "agrees");
    return label;
  }

  private String value(Reconciliation.Check check, Metric metric, boolean ratio) {
    return switch (check.computed()) {
      case Explained figure ->
        ratio
            ? names.format().ratio(factor(figure))
            : names.format().number(figure.value(), metric.unit());
      case NotAvailable missing -> names.missing(missing.reason());
    };
  }

  private static double factor(Explained ratio) {
    return ratio.value() < 1 ? 1 / ratio.value() : ratio.value();
  }

  private String words(LikeForLike equal) {
    return texts.get(
        "reconciliation.likeForLike",
        peak(equal.baselineQuoted()),
        peak(equal.candidateQuoted()),
        equal.precision().name(),
        names.format().number(equal.baseline().value(), Unit.PFLOPS_PER_DOLLAR_PER_HOUR),
        names.format().number(equal.candidate().value(), Unit.PFLOPS_PER_DOLLAR_PER_HOUR));
  }

  private static String peak(QuotedPeak quoted) {
    return "%s %s".formatted(quoted.sparsity().name().toLowerCase(Locale.ROOT), quoted.precision());
  }
}
