package app.waterline.export.deck;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Quality;
import app.waterline.model.Input;
import app.waterline.model.Scenario;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every input in use with its source, the settings of the scenario first. */
final class AssumptionTable {
  private final Evaluation evaluation;
  private final DeckTexts texts;

  AssumptionTable(Evaluation evaluation, DeckTexts texts) {
    this.evaluation = evaluation;
    this.texts = texts;
  }

  Slide slide() {
    Inputs inputs = Inputs.of(evaluation, ComparisonTable.five(evaluation));
    List<List<SlideTable.Cell>> rows = new ArrayList<>(settings());
    inputs.rows().forEach(row -> rows.add(row(row)));
    Stream<Quality> marks =
        inputs.rows().stream().map(row -> Quality.of(row.evidence().kind()));
    return new Slide(
        SlideKind.ASSUMPTIONS.key(),
        inputs.rows().isEmpty()
            ? texts.get("assumptions.titleNone")
            : texts.get("assumptions.title", inputs.assumptions()),
        texts.get("assumptions.subtitle"),
        new SlideContent.Table(new SlideTable(columns(), rows, texts.get("assumptions.subtitle"))),
        new Account(texts).marking(marks).footing(List.of()),
        notes(inputs));
  }

  private List<SlideTable.Column> columns() {
    return List.of(
        new SlideTable.Column(texts.get("assumptions.owner"), null, 1.3, false),
        new SlideTable.Column(texts.get("assumptions.input"), null, 1.5, false),
        new SlideTable.Column(texts.get("assumptions.value"), null, 1.3, true),
        new SlideTable.Column(texts.get("assumptions.evidence"), null, 1.1, false),
        new SlideTable.Column(texts.get("assumptions.source"), null, 3.4, false));
  }

  private List<List<SlideTable.Cell>> settings() {
    Scenario scenario = evaluation.workspace().scenario();
    List<List<SlideTable.Cell>> rows = new ArrayList<>();
    rows.add(setting(Input.UTILIZATION, scenario.utilization()));
    rows.add(setting(Input.POWER_PRICE, scenario.powerPrice()));
    Double pue = scenario.pue();
    rows.add(
        pue == null
            ? setting(Input.PUE.label(), texts.get("assumptions.asQuoted"))
            : setting(Input.PUE, pue));
    Double target = scenario.targetInteractivity();
    if (target != null) {
      rows.add(setting(Input.TARGET_INTERACTIVITY, target));
    }
    return rows;
  }

  private List<SlideTable.Cell> setting(Input input, double value) {
    return setting(input.label(), texts.shown(value, input.unit()));
  }

  private List<SlideTable.Cell> setting(String name, String value) {
    return List.of(
        SlideTable.Cell.muted(texts.get("assumptions.scenario")),
        SlideTable.Cell.of(name),
        SlideTable.Cell.of(value),
        SlideTable.Cell.muted(texts.get("assumptions.setting")),
        SlideTable.Cell.muted(""));
  }

  private List<SlideTable.Cell> row(Inputs.Row row) {
    Quality quality = Quality.of(row.evidence().kind());
    return List.of(
        new SlideTable.Cell(row.platform(), "", null, SlideTable.Tone.NORMAL, row.color()),
        SlideTable.Cell.of(name(row.name())),
        SlideTable.Cell.of(
            row.unit() == Unit.NONE
                ? texts.format().number(row.value(), row.unit())
                : texts.shown(row.value(), row.unit())),
        SlideTable.Cell.of(ChartTexts.mark(quality) + " " + texts.kind(row.evidence())),
        SlideTable.Cell.muted(DeckTexts.source(row.evidence())));
  }

  /** Formulas speak in letters, people in words. */
  private String name(String term) {
    return texts.optional("input." + term).orElseGet(() -> ComparisonTable.capitalized(term));
  }

  private String notes(Inputs inputs) {
    List<String> lines = new ArrayList<>();
    for (Inputs.Row row : inputs.rows()) {
      String note = row.evidence().note();
      lines.add("%s: %s = %s (%s; %s)%s"
          .formatted(
              row.platform(),
              row.name(),
              texts.shown(row.value(), row.unit()),
              texts.kind(row.evidence()),
              DeckTexts.source(row.evidence()),
              note == null ? "" : " " + note));
    }
    return String.join("\n", lines);
  }
}
