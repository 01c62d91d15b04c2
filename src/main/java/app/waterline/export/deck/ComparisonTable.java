package app.waterline.export.deck;

import app.waterline.chart.ChartTexts;
import app.waterline.chart.CompareCharts;
import app.waterline.chart.Scale;
import app.waterline.document.Levers;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The five metrics of every platform. Few platforms are columns, because two columns of figures side by side
 * are how people compare; many are rows.
 */
final class ComparisonTable {
  private static final int MOST_COLUMNS = 3;

  private final Evaluation evaluation;
  private final DeckTexts texts;
  private final List<Metric> metrics;

  ComparisonTable(Evaluation evaluation, DeckTexts texts) {
    this.evaluation = evaluation;
    this.texts = texts;
    this.metrics = five(evaluation);
  }

  /** The metrics of the mission, the headline counted as the scenario counts. */
  static List<Metric> five(Evaluation evaluation) {
    return List.of(
        Metric.COST_PER_GPU_HOUR,
        Metric.PFLOPS_PER_DOLLAR,
        Metric.TOKENS_PER_SECOND_PER_GPU,
        Metric.TOKENS_PER_SECOND_PER_MW,
        evaluation.headline());
  }

  Slide slide() {
    Account account = new Account(texts).add(evaluation.platforms(), metrics);
    var headline = CompareCharts.bars(evaluation, evaluation.headline(), Scale.LOG, texts.charts());
    List<String> remarks = new ArrayList<>();
    if (evaluation.baseline().isPresent() && evaluation.platforms().size() > 1) {
      remarks.add(texts.get("table.baselineNote"));
    }
    remarks.addAll(
        texts.charts().ranges(evaluation, evaluation.headline(), Levers.bands(evaluation)));
    remarks.addAll(notes());
    return new Slide(
        SlideKind.TABLE.key(),
        headline.title(),
        headline.subtitle(),
        new SlideContent.Table(table()),
        account.footing(remarks),
        account.notes(List.of(headline.describe(texts.charts()))));
  }

  /** What the figures themselves say must be known beside them. */
  private Set<String> notes() {
    Set<String> notes = new LinkedHashSet<>();
    for (PlatformEvaluation each : evaluation.platforms()) {
      for (Metric metric : metrics) {
        String name = capitalized(texts.charts().name(metric));
        each.of(metric)
            .figure()
            .ifPresent(figure ->
                figure.notes().forEach(note -> notes.add(texts.get("table.note", name, note))));
      }
    }
    return notes;
  }

  private SlideTable table() {
    return evaluation.platforms().size() <= MOST_COLUMNS ? byMetric() : byPlatform();
  }

  private SlideTable byMetric() {
    List<SlideTable.Column> columns = new ArrayList<>();
    columns.add(new SlideTable.Column(texts.get("table.metric"), null, 1.5, false));
    for (PlatformEvaluation each : evaluation.platforms()) {
      columns.add(new SlideTable.Column(name(each), each.platform().color(), 1, true));
    }
    List<List<SlideTable.Cell>> rows = new ArrayList<>();
    for (Metric metric : metrics) {
      List<SlideTable.Cell> row = new ArrayList<>();
      row.add(new SlideTable.Cell(
          capitalized(texts.charts().name(metric)),
          texts.charts().unit(metric.unit()),
          null,
          SlideTable.Tone.NORMAL,
          null));
      evaluation.platforms().forEach(each -> row.add(cell(each, metric)));
      rows.add(row);
    }
    return new SlideTable(columns, rows, description());
  }

  private SlideTable byPlatform() {
    List<SlideTable.Column> columns = new ArrayList<>();
    columns.add(new SlideTable.Column(texts.get("table.platform"), null, 1.4, false));
    for (Metric metric : metrics) {
      String heading =
          capitalized(texts.charts().heading(texts.charts().name(metric), metric.unit()));
      columns.add(new SlideTable.Column(heading, null, 1, true));
    }
    List<List<SlideTable.Cell>> rows = new ArrayList<>();
    for (PlatformEvaluation each : evaluation.platforms()) {
      List<SlideTable.Cell> row = new ArrayList<>();
      row.add(SlideTable.Cell.platform(name(each), each.platform().color()));
      metrics.forEach(metric -> row.add(cell(each, metric)));
      rows.add(row);
    }
    return new SlideTable(columns, rows, description());
  }

  private String description() {
    return CompareCharts.bars(evaluation, evaluation.headline(), Scale.LOG, texts.charts())
        .describe(texts.charts());
  }

  private String name(PlatformEvaluation each) {
    String name = each.platform().name();
    return isBaseline(each) && evaluation.platforms().size() > 1
        ? texts.get("table.baseline", name)
        : name;
  }

  private boolean isBaseline(PlatformEvaluation each) {
    return each.platform().id().equals(evaluation.workspace().baseline());
  }

  private SlideTable.Cell cell(PlatformEvaluation each, Metric metric) {
    return switch (each.of(metric)) {
      case NotAvailable missing -> SlideTable.Cell.reason(texts.missing(missing));
      case Explained figure -> {
        Optional<Double> ratio = ratio(each, metric);
        String value = texts.format().number(figure.value(), metric.unit());
        yield new SlideTable.Cell(
            value + " " + ChartTexts.mark(figure.quality()),
            ratio.map(texts.format()::comparison).orElse(""),
            ratio.flatMap(found -> better(found, metric)).orElse(null),
            SlideTable.Tone.STRONG,
            null);
      }
    };
  }

  private Optional<Double> ratio(PlatformEvaluation each, Metric metric) {
    return isBaseline(each)
        ? Optional.empty()
        : evaluation
            .relative(each, metric)
            .figure()
            .map(Explained::value)
            .filter(value -> value > 0);
  }

  private static Optional<Boolean> better(double ratio, Metric metric) {
    if (Math.abs(Math.log(ratio)) < 0.005) {
      return Optional.empty();
    }
    return Optional.of((ratio < 1) == (metric.better() == Metric.Better.LOWER));
  }

  static String capitalized(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
