package app.waterline.cli;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Quality;
import app.waterline.format.QuantityFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The figures as people read them: a line a metric, a column a platform, each figure with its mark and
 * its relation to the baseline. Figures that do not exist are numbered, with their reasons below.
 */
final class FigureTable {
  private final Evaluation evaluation;
  private final QuantityFormat format;
  private final ChartTexts texts;
  private final List<String> reasons;
  private final Set<Quality> marks = new TreeSet<>();
  private final List<List<String>> rows = new ArrayList<>();

  private FigureTable(Evaluation evaluation, Locale locale) {
    this.evaluation = evaluation;
    this.format = new QuantityFormat(locale, evaluation.workspace().currency().code());
    this.texts = new ChartTexts(format);
    Set<String> found = new LinkedHashSet<>();
    rows.add(header());
    for (Metric metric : Metric.values()) {
      rows.add(row(metric, found));
    }
    this.reasons = List.copyOf(found);
  }

  static FigureTable of(Evaluation evaluation, Locale locale) {
    return new FigureTable(evaluation, locale);
  }

  private List<String> header() {
    List<String> header =
        new ArrayList<>(List.of(printable(evaluation.workspace().title())));
    evaluation.platforms().forEach(each -> header.add(headerOf(each)));
    return header;
  }

  private String headerOf(PlatformEvaluation each) {
    boolean isBaseline = each.platform().id().equals(evaluation.workspace().baseline());
    return printable(each.platform().name()) + (isBaseline ? " ★" : "");
  }

  // A name comes from a file of somebody else's; it must not steer the terminal.
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private List<String> row(Metric metric, Set<String> found) {
    List<String> row = new ArrayList<>(List.of(texts.heading(texts.name(metric), metric.unit())));
    evaluation.platforms().forEach(each -> row.add(cell(each, metric, found)));
    return row;
  }

  private String cell(PlatformEvaluation platform, Metric metric, Set<String> found) {
    return switch (platform.of(metric)) {
      case NotAvailable missing -> "n/a (%d)".formatted(numbered(missing.reason(), found));
      case Explained figure -> cell(figure, platform, metric);
    };
  }

  private static int numbered(String reason, Set<String> found) {
    found.add(reason);
    return new ArrayList<>(found).indexOf(reason) + 1;
  }

  private String cell(Explained figure, PlatformEvaluation platform, Metric metric) {
    marks.add(figure.quality());
    String value =
        format.number(figure.value(), metric.unit()) + " " + ChartTexts.mark(figure.quality());
    boolean isBaseline = platform.platform().id().equals(evaluation.workspace().baseline());
    return isBaseline ? value : value + relation(platform, metric);
  }

  private String relation(PlatformEvaluation platform, Metric metric) {
    return evaluation
        .relative(platform, metric)
        .figure()
        .filter(ratio -> ratio.value() > 0)
        .map(ratio -> "  " + format.comparison(ratio.value()))
        .orElse("");
  }

  /** Aligned columns for a terminal. */
  String text() {
    int[] widths = new int[rows.getFirst().size()];
    rows.forEach(row -> IntStream.range(0, widths.length)
        .forEach(i -> widths[i] = Math.max(widths[i], width(row.get(i)))));
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      String line = IntStream.range(0, widths.length)
          .mapToObj(i -> padded(row.get(i), widths[i]))
          .collect(Collectors.joining("   "));
      text.append(line.stripTrailing()).append('\n');
      if (row.equals(rows.getFirst())) {
        text.append("─".repeat(Arrays.stream(widths).sum() + 3 * (widths.length - 1)))
            .append('\n');
      }
    }
    footnotes().forEach(note -> text.append('\n').append(note));
    return text.append('\n').toString();
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - width(cell));
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  /** A table in Markdown. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(line(row));
      if (row.equals(rows.getFirst())) {
        text.append("|---").append("|---:".repeat(row.size() - 1)).append("|\n");
      }
    }
    footnotes().forEach(note -> text.append('\n').append(escaped(note)).append("  "));
    return text.append('\n').toString();
  }

  private static String line(List<String> row) {
    return row.stream().map(FigureTable::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\|`*_<>\\[\\]])", "\\\\$1").replaceAll("\\R", " ");
  }

  private List<String> footnotes() {
    List<String> notes = new ArrayList<>();
    String legend = marks.stream()
        .map(mark -> ChartTexts.mark(mark) + " " + texts.quality(mark))
        .collect(Collectors.joining("   "));
    if (!legend.isEmpty()) {
      notes.add(legend);
    }
    IntStream.range(0, reasons.size())
        .forEach(i -> notes.add("(%d) %s".formatted(i + 1, texts.missing(reasons.get(i)))));
    return notes;
  }
}
