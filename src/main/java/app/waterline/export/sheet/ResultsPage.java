package app.waterline.export.sheet;

import app.waterline.document.Levers;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.why.Band;
import app.waterline.engine.why.Bands;
import app.waterline.export.nativechart.PlainText;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.function.ToDoubleFunction;
import org.apache.poi.ss.util.CellRangeAddress;

/** What a reader comes for: the figures side by side, each in relation to the baseline. */
final class ResultsPage {
  static final int FIRST = 2;
  private static final int CHART_ROWS = 17;
  private static final int LONGEST_NAME = 28;

  private static final List<Metric> USUAL = List.of(
      Metric.COST_PER_GPU_HOUR,
      Metric.PFLOPS_PER_DOLLAR,
      Metric.TOKENS_PER_SECOND_PER_GPU,
      Metric.TOKENS_PER_SECOND_PER_MW,
      Metric.COST_PER_MILLION_TOKENS);

  private final Page page;
  private final Words words;
  private final Names names;
  private final Evaluation evaluation;
  private final Map<Metric, Integer> drawn = new LinkedHashMap<>();
  private int named;
  private int charts;

  ResultsPage(Page page, Words words, Names names, Evaluation evaluation) {
    this.page = page;
    this.words = words;
    this.names = names;
    this.evaluation = evaluation;
  }

  void write(String finding, boolean hasRuns) {
    page.widths(36, 22);
    page.sheet().getPrintSetup().setLandscape(evaluation.platforms().size() > 3);
    page.text(0, evaluation.workspace().title(), Look.Kind.SUBTITLE);
    page.next();
    page.text(0, finding, Look.Kind.TITLE);
    page.skip(2);
    header();
    USUAL.forEach(this::value);
    page.next();
    page.section(words.get("results.ratios"), columns());
    USUAL.forEach(this::ratio);
    page.next();
    ranges();
    charts = page.row();
    page.skip(hasRuns ? 2 * CHART_ROWS : CHART_ROWS);
    page.sheet().setRowBreak(page.row() - 1);
    rest();
    drawn();
  }

  /** How sure the usual figures are; drawn, so they stay as they were when the sheet was written. */
  private void ranges() {
    Optional<Bands> bands = Levers.bands(evaluation);
    List<Metric> uncertain = USUAL.stream()
        .filter(each -> bands.map(known -> known.has(each)).orElse(false))
        .toList();
    if (uncertain.isEmpty()) {
      return;
    }
    page.section(words.get("results.ranges"), columns());
    for (Metric metric : uncertain) {
      range(metric, "P5", bands, Band::p5);
      range(metric, "P50", bands, Band::p50);
      range(metric, "P95", bands, Band::p95);
    }
    page.text(0, words.get("results.cheaper"), Look.Kind.LABEL);
    each((id, place) -> bands
        .flatMap(known -> known.chanceCheaper(id))
        .ifPresent(chance -> page.number(place, chance, Unit.SHARE, Look.Kind.FIGURE)));
    page.skip(2);
  }

  private void range(
      Metric metric, String percentile, Optional<Bands> bands, ToDoubleFunction<Band> of) {
    page.text(0, words.charts().name(metric) + " " + percentile, Look.Kind.LABEL);
    page.text(1, words.unit(metric.unit()), Look.Kind.FAINT);
    each((id, place) -> bands
        .flatMap(known -> known.of(id, metric))
        .ifPresent(
            band -> page.number(place, of.applyAsDouble(band), metric.unit(), Look.Kind.FIGURE)));
    page.next();
  }

  private void each(ObjIntConsumer<String> writes) {
    for (int i = 0; i < evaluation.platforms().size(); i++) {
      writes.accept(evaluation.platforms().get(i).platform().id(), FIRST + i);
    }
  }

  private int columns() {
    return FIRST + evaluation.platforms().size();
  }

  private void header() {
    page.text(0, words.get("results.metric"), Look.Kind.HEADING);
    page.text(1, words.get("inputs.unit"), Look.Kind.HEADING);
    for (int i = 0; i < evaluation.platforms().size(); i++) {
      page.text(FIRST + i, evaluation.platforms().get(i).platform().name(), Look.Kind.NAME_HEADING);
      page.sheet().setColumnWidth(FIRST + i, 22 * 256);
    }
    page.next();
    page.sheet().createFreezePane(FIRST, page.row());
    page.sheet().setRepeatingRows(CellRangeAddress.valueOf(page.row() + ":" + page.row()));
  }

  private void rest() {
    List<Metric> others = new ArrayList<>(Arrays.asList(Metric.values()));
    others.removeAll(USUAL);
    page.section(words.get("results.more"), columns());
    others.forEach(this::value);
    page.next();
    page.section(words.get("results.moreRatios"), columns());
    others.forEach(this::ratio);
    page.next();
  }

  private void value(Metric metric) {
    boolean headline = metric == evaluation.headline();
    page.text(
        0, words.charts().name(metric), headline ? Look.Kind.HEADLINE_LABEL : Look.Kind.LABEL);
    page.text(1, words.unit(metric.unit()), Look.Kind.FAINT);
    for (int i = 0; i < evaluation.platforms().size(); i++) {
      PlatformEvaluation each = evaluation.platforms().get(i);
      String format = each.of(metric)
          .figure()
          .map(figure -> NumberForms.of(metric.unit(), figure.value(), figure.quality()))
          .orElse("General");
      page.formula(
          FIRST + i,
          names.of(each.platform(), PlatformFormulas.key(metric)),
          headline ? Look.Kind.HEADLINE : Look.Kind.FIGURE,
          format);
    }
    page.next();
  }

  private void ratio(Metric metric) {
    page.text(0, words.charts().name(metric), Look.Kind.LABEL);
    page.text(1, words.get("results.ofBaseline"), Look.Kind.FAINT);
    String choice = evaluation.platforms().stream()
            .map(each -> names.of(each.platform(), PlatformFormulas.key(metric)))
            .reduce("CHOOSE(baseline", (list, each) -> list + "," + each)
        + ")";
    for (int i = 0; i < evaluation.platforms().size(); i++) {
      PlatformEvaluation each = evaluation.platforms().get(i);
      String mine = names.of(each.platform(), PlatformFormulas.key(metric));
      page.formula(
          FIRST + i,
          "IF(ISNUMBER(%1$s),IF(ISNUMBER(%2$s),IF(%2$s=0,\"–\",%1$s/%2$s),\"–\"),\"–\")"
              .formatted(mine, choice),
          Look.Kind.FIGURE,
          ratioFormat(each, metric));
      page.name(FIRST + i, names.of(each.platform(), PlatformFormulas.key(metric) + "_ratio"));
    }
    page.next();
  }

  private String ratioFormat(PlatformEvaluation each, Metric metric) {
    double size =
        evaluation.relative(each, metric).figure().map(Explained::value).orElse(1.0);
    return NumberForms.of(Unit.RATIO, size, null) + "\"×\"";
  }

  private void drawn() {
    page.section(words.get("results.drawn"), columns());
    named = page.row();
    for (int i = 0; i < evaluation.platforms().size(); i++) {
      String name = evaluation.platforms().get(i).platform().name();
      page.text(FIRST + i, PlainText.brief(name, LONGEST_NAME), Look.Kind.FAINT);
    }
    page.next();
    for (Metric metric : List.of(evaluation.headline(), Metric.TOKENS_PER_SECOND_PER_GPU)) {
      drawn.put(metric, page.row());
      page.text(0, words.charts().name(metric), Look.Kind.FAINT);
      page.text(1, words.unit(metric.unit()), Look.Kind.FAINT);
      for (int i = 0; i < evaluation.platforms().size(); i++) {
        String cell =
            names.of(evaluation.platforms().get(i).platform(), PlatformFormulas.key(metric));
        page.formula(FIRST + i, Formula.or(cell, "NA()"), Look.Kind.FAINT, "General");
      }
      page.next();
    }
  }

  Page page() {
    return page;
  }

  /** The row with the names of the platforms, as long as a chart has room for. */
  int names() {
    return named;
  }

  /** The first of the rows that charts lie over. */
  int charts() {
    return charts;
  }

  int chartRows() {
    return CHART_ROWS;
  }

  /** The rows that the charts draw, by metric. */
  Map<Metric, Integer> drawnRows() {
    return drawn;
  }
}
