package app.waterline.cli;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.plan.CashYear;
import app.waterline.engine.plan.Crossing;
import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.PlanMetric;
import app.waterline.engine.plan.PlatformPlan;
import app.waterline.engine.plan.SideBySide;
import app.waterline.export.report.TextTable;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A plan as people read it: a line a figure, a column a platform; what binds and what is decided; the
 * cash flow of each platform; and where another way to come by the tokens is cheaper.
 */
final class PlanTable {
  private static final int CROSSINGS_SHOWN = 6;

  private final Plan plan;
  private final QuantityFormat format;

  PlanTable(Plan plan, Locale locale) {
    this.plan = plan;
    this.format =
        new QuantityFormat(locale, plan.evaluation().workspace().currency().code());
  }

  String text() {
    return all(TextTable::text);
  }

  String markdown() {
    return all(TextTable::markdown);
  }

  private String all(Function<TextTable, String> written) {
    StringBuilder text = new StringBuilder(written.apply(figures()));
    plan.platforms().stream()
        .filter(each -> !each.cashFlow().isEmpty())
        .forEach(each -> text.append('\n').append(written.apply(cashFlow(each))));
    return text.toString();
  }

  private TextTable figures() {
    Set<String> notes = new LinkedHashSet<>();
    List<List<String>> rows = new ArrayList<>();
    rows.add(header());
    for (PlanMetric metric : PlanMetric.values()) {
      List<String> row = new ArrayList<>(List.of(metric.label()));
      plan.platforms().forEach(each -> row.add(cell(each, metric, notes)));
      rows.add(row);
    }
    List<String> below = new ArrayList<>();
    List<String> numbered = List.copyOf(notes);
    IntStream.range(0, numbered.size())
        .forEach(i -> below.add("(%d) %s".formatted(i + 1, numbered.get(i))));
    below.addAll(sentences());
    return new TextTable(rows, below);
  }

  private List<String> header() {
    List<String> header = new ArrayList<>();
    header.add(TextTable.printable(plan.evaluation().workspace().title()));
    plan.platforms()
        .forEach(each -> header.add(TextTable.printable(each.platform().name())));
    return header;
  }

  private String cell(PlatformPlan platform, PlanMetric metric, Set<String> notes) {
    return switch (platform.of(metric)) {
      case NotAvailable missing -> "n/a" + numbered(List.of(missing.reason()), notes);
      case Explained figure ->
        format.format(figure.value(), figure.unit()) + " " + ChartTexts.mark(figure.quality())
            + numbered(figure.notes(), notes);
    };
  }

  private static String numbered(List<String> texts, Set<String> notes) {
    StringBuilder numbers = new StringBuilder();
    for (String text : texts) {
      notes.add(text);
      numbers.append(" (%d)".formatted(new ArrayList<>(notes).indexOf(text) + 1));
    }
    return numbers.toString();
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (PlatformPlan each : plan.platforms()) {
      String binding = each.binding();
      String size = binding == null ? "" : " " + binding + ".";
      sentences.add(TextTable.printable(each.decision().sentence() + size));
    }
    sentences.add(TextTable.printable(plan.verdict()));
    plan.evaluation().platforms().stream()
        .filter(each -> each.platform().hardware() != null)
        .flatMap(each -> SideBySide.of(plan.evaluation(), each).crossings().stream())
        .filter(each -> each.utilization() instanceof Explained)
        .limit(CROSSINGS_SHOWN)
        .map(Crossing::sentence)
        .forEach(sentence -> sentences.add(TextTable.printable(sentence)));
    return sentences;
  }

  private TextTable cashFlow(PlatformPlan platform) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(
        TextTable.printable(platform.platform().name()),
        "Tokens",
        "Revenue",
        "Running cost",
        "Capital",
        "Residual",
        "Tax",
        "Net",
        "Cumulative"));
    platform.cashFlow().forEach(row -> rows.add(cells(row)));
    return new TextTable(rows, List.of());
  }

  private List<String> cells(CashYear row) {
    List<String> cells = new ArrayList<>();
    cells.add("Year " + format.field(row.end(), Unit.NONE));
    List.of(
            row.tokens(),
            row.revenue(),
            row.runningCost(),
            row.capital(),
            row.residual(),
            row.tax(),
            row.net(),
            row.cumulative())
        .forEach(each -> cells.add(format.number(each.value(), each.unit())));
    return cells;
  }
}
