package app.waterline.export.report;

import app.waterline.chart.ChartTexts;
import app.waterline.document.Levers;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Quality;
import app.waterline.engine.why.Bands;
import app.waterline.format.QuantityFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The figures as people read them: a line a metric, a column a platform, each figure with its mark and
 * its relation to the baseline. What a reader must know beside a figure,
 * or why there is none, is numbered and stands below.
 */
public final class FigureTable {
  private final Evaluation evaluation;
  private final QuantityFormat format;
  private final ChartTexts texts;
  private final List<String> notes;
  private final Set<Quality> marks = new TreeSet<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final Optional<Bands> bands;

  private FigureTable(Evaluation evaluation, ChartTexts texts) {
    this.evaluation = evaluation;
    this.format = texts.format();
    this.texts = texts;
    this.bands = Levers.bands(evaluation);
    Set<String> found = new LinkedHashSet<>();
    rows.add(header());
    for (Metric metric : Metric.values()) {
      rows.add(row(metric, found));
    }
    this.notes = List.copyOf(found);
  }

  /** The table for readers of that language. */
  public static FigureTable of(Evaluation evaluation, Locale locale) {
    return of(
        evaluation,
        new ChartTexts(
            new QuantityFormat(locale, evaluation.workspace().currency().code())));
  }

  /** The table in these words and numbers. */
  public static FigureTable of(Evaluation evaluation, ChartTexts texts) {
    return new FigureTable(evaluation, texts);
  }

  private List<String> header() {
    List<String> header =
        new ArrayList<>(List.of(TextTable.printable(evaluation.workspace().title())));
    evaluation.platforms().forEach(each -> header.add(headerOf(each)));
    return header;
  }

  private String headerOf(PlatformEvaluation each) {
    boolean isBaseline = each.platform().id().equals(evaluation.workspace().baseline());
    return TextTable.printable(each.platform().name()) + (isBaseline ? " ★" : "");
  }

  private List<String> row(Metric metric, Set<String> found) {
    List<String> row = new ArrayList<>(List.of(texts.heading(texts.name(metric), metric.unit())));
    evaluation.platforms().forEach(each -> row.add(cell(each, metric, found)));
    return row;
  }

  private String cell(PlatformEvaluation platform, Metric metric, Set<String> found) {
    return switch (platform.of(metric)) {
      case NotAvailable missing -> "n/a" + numbered(texts.missing(missing.reason()), found);
      case Explained figure ->
        cell(figure, platform, metric)
            + numbered(figure.notes().stream().map(texts::say).toList(), found);
    };
  }

  private static String numbered(List<String> notes, Set<String> found) {
    return notes.stream().map(note -> numbered(note, found)).collect(Collectors.joining());
  }

  private static String numbered(String note, Set<String> found) {
    found.add(note);
    return " (%d)".formatted(new ArrayList<>(found).indexOf(note) + 1);
  }

  private String cell(Explained figure, PlatformEvaluation platform, Metric metric) {
    marks.add(figure.quality());
    String value = format.number(figure.value(), metric.unit()) + " "
        + ChartTexts.mark(figure.quality()) + range(platform, metric);
    boolean isBaseline = platform.platform().id().equals(evaluation.workspace().baseline());
    return isBaseline ? value : value + relation(platform, metric);
  }

  private String range(PlatformEvaluation platform, Metric metric) {
    return bands
        .flatMap(known -> known.of(platform.platform().id(), metric))
        .map(band -> " [" + texts.range(band, metric.unit()) + "]")
        .orElse("");
  }

  private String relation(PlatformEvaluation platform, Metric metric) {
    return evaluation
        .relative(platform, metric)
        .figure()
        .filter(ratio -> ratio.value() > 0)
        .map(ratio -> "  " + format.comparison(ratio.value()))
        .orElse("");
  }

  /** The same as cells. */
  public TextTable table() {
    return new TextTable(rows, footnotes());
  }

  /** Aligned columns for a terminal. */
  public String text() {
    return table().text();
  }

  /** A table in Markdown. */
  public String markdown() {
    return table().markdown();
  }

  private List<String> footnotes() {
    List<String> footnotes = new ArrayList<>();
    String legend = marks.stream()
        .map(mark -> ChartTexts.mark(mark) + " " + texts.quality(mark))
        .collect(Collectors.joining("   "));
    if (!legend.isEmpty()) {
      footnotes.add(legend);
    }
    bands.ifPresent(known -> {
      footnotes.add("[ ] " + texts.bandsNote());
      evaluation
          .platforms()
          .forEach(each -> texts
              .chance(known, each.platform())
              .ifPresent(words -> footnotes.add(TextTable.printable(words))));
    });
    IntStream.range(0, notes.size())
        .forEach(i -> footnotes.add("(%d) %s".formatted(i + 1, notes.get(i))));
    return footnotes;
  }
}
