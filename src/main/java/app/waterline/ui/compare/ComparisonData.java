package app.waterline.ui.compare;

import app.waterline.chart.ChartTexts;
import app.waterline.chart.DataTable;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * What the comparison says, for a spreadsheet: every figure as exact as it is known, and its relation to the
 * baseline.
 *
 * @param platforms in the order of the columns
 * @param metrics in the order of the rows
 */
record ComparisonData(
    Evaluation evaluation,
    List<PlatformEvaluation> platforms,
    List<Metric> metrics,
    ChartTexts texts) {
  DataTable table() {
    List<String> header = new ArrayList<>(List.of("", ""));
    platforms.forEach(each -> header.add(each.platform().name()));
    List<PlatformEvaluation> others = others();
    others.forEach(each -> header.add(each.platform().name() + " ÷ " + baseline()));
    return new DataTable(header, metrics.stream().map(each -> row(each, others)).toList());
  }

  private String baseline() {
    return evaluation.baseline().map(each -> each.platform().name()).orElse("");
  }

  private List<PlatformEvaluation> others() {
    return evaluation.baseline().isEmpty()
        ? List.of()
        : platforms.stream()
            .filter(each -> !each.platform().id().equals(evaluation.workspace().baseline()))
            .toList();
  }

  private List<String> row(Metric metric, List<PlatformEvaluation> others) {
    List<String> cells = new ArrayList<>();
    cells.add(texts.name(metric));
    cells.add(texts.unit(metric.unit()));
    platforms.forEach(each -> cells.add(said(each.of(metric))));
    others.forEach(each -> cells.add(said(evaluation.relative(each, metric))));
    return cells;
  }

  private String said(Result result) {
    return switch (result) {
      case Explained figure -> texts.format().field(figure.value(), figure.unit());
      case NotAvailable missing -> texts.missing(missing.reason());
    };
  }
}
