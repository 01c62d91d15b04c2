package app.waterline.export.sheet;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.model.Unit;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** From the inputs to the metrics, a line a step and a column a platform. */
final class ComputationPage {
  private static final int FIRST = 3;

  private final Page page;
  private final Words words;
  private final Names names;
  private final RunsPages runs;

  ComputationPage(Page page, Words words, Names names, RunsPages runs) {
    this.page = page;
    this.words = words;
    this.names = names;
    this.runs = runs;
  }

  void write(Evaluation evaluation) {
    List<PlatformEvaluation> platforms = evaluation.platforms();
    page.widths(32, 20, 52);
    page.text(0, words.get("computation.title"), Look.Kind.TITLE);
    page.next();
    page.text(0, words.get("computation.subtitle"), Look.Kind.SUBTITLE);
    page.skip(2);
    header(platforms);
    page.section(words.get("computation.power"), FIRST + platforms.size());
    steps(platforms, Step.PROVISIONED_POWER, Step.AVERAGE_POWER);
    page.section(words.get("computation.hour"), FIRST + platforms.size());
    steps(
        platforms,
        Step.RENT,
        Step.CAPITAL,
        Step.FACILITY,
        Step.COLOCATION,
        Step.MAINTENANCE,
        Step.STAFF,
        Step.ENERGY);
    page.section(words.get("computation.tokens"), FIRST + platforms.size());
    steps(
        platforms,
        Step.CONFIGURATION,
        Step.INTERACTIVITY,
        Step.THROUGHPUT,
        Step.INPUT_THROUGHPUT,
        Step.OUTPUT_THROUGHPUT,
        Step.PEAK);
    page.section(words.get("computation.metrics"), FIRST + platforms.size());
    for (Metric metric : Metric.values()) {
      metric(metric, platforms);
    }
  }

  private void header(List<PlatformEvaluation> platforms) {
    page.text(0, words.get("computation.step"), Look.Kind.HEADING);
    page.text(1, words.get("inputs.unit"), Look.Kind.HEADING);
    page.text(2, words.get("computation.formula"), Look.Kind.HEADING);
    for (int i = 0; i < platforms.size(); i++) {
      page.text(FIRST + i, platforms.get(i).platform().name(), Look.Kind.NAME_HEADING);
      page.sheet().setColumnWidth(FIRST + i, 26 * 256);
    }
    page.next();
    page.sheet().createFreezePane(FIRST, page.row());
    page.sheet().setRepeatingRows(CellRangeAddress.valueOf(page.row() + ":" + page.row()));
  }

  private void steps(List<PlatformEvaluation> platforms, Step... steps) {
    for (Step step : steps) {
      line(words.get("step." + step.key()), step.unit(), step.formula());
      for (int i = 0; i < platforms.size(); i++) {
        PlatformEvaluation each = platforms.get(i);
        String formula = new PlatformFormulas(each.platform(), names, runs).of(step);
        if (step == Step.CONFIGURATION && formula != null) {
          page.formula(FIRST + i, formula, Look.Kind.FIGURE_TEXT, "General");
          page.atLeast(2);
        } else {
          cell(FIRST + i, formula, step.unit(), null);
        }
        page.name(FIRST + i, names.of(each.platform(), step.key()));
      }
      page.next();
    }
  }

  private void metric(Metric metric, List<PlatformEvaluation> platforms) {
    line(
        words.charts().name(metric),
        metric.unit(),
        platforms.stream()
            .flatMap(each -> each.of(metric).figure().stream())
            .map(Explained::formula)
            .findFirst()
            .orElse(""));
    for (int i = 0; i < platforms.size(); i++) {
      PlatformEvaluation each = platforms.get(i);
      String formula = new PlatformFormulas(each.platform(), names, runs).of(metric);
      cell(FIRST + i, formula, metric.unit(), each.of(metric).figure().orElse(null));
      page.name(FIRST + i, names.of(each.platform(), PlatformFormulas.key(metric)));
    }
    page.next();
  }

  /**
   * @param english the formula, said in the language of the workbook
   */
  private void line(String label, Unit unit, String english) {
    String formula = words.charts().format().phrases().formula(english);
    page.text(0, label, Look.Kind.LABEL);
    page.text(1, words.unit(unit), Look.Kind.FAINT);
    page.text(2, formula, Look.Kind.TEXT);
  }

  private void cell(int column, @Nullable String formula, Unit unit, @Nullable Explained figure) {
    if (formula == null) {
      page.text(column, "–", Look.Kind.FIGURE);
    } else {
      String format =
          figure == null ? NumberForms.of(unit) : NumberForms.of(unit, figure.value(), null);
      page.formula(column, formula, Look.Kind.FIGURE, format);
    }
  }
}
