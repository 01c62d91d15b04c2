package app.waterline.export.deck;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Term;
import app.waterline.model.Evidence;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The entered figures that metrics rest on, each once, in the order of the platforms and formulas.
 *
 * @param rows what was found
 */
record Inputs(List<Row> rows) {
  /**
   * An entered figure.
   *
   * @param platform its name
   * @param color its place in the palette
   * @param name what the formula calls it
   * @param value in {@code unit}
   * @param unit what it is counted in
   * @param evidence where it comes from
   */
  record Row(String platform, int color, String name, double value, Unit unit, Evidence evidence) {}

  Inputs {
    rows = List.copyOf(rows);
  }

  static Inputs of(Evaluation evaluation, List<Metric> metrics) {
    Set<Row> rows = new LinkedHashSet<>();
    for (PlatformEvaluation each : evaluation.platforms()) {
      for (Metric metric : metrics) {
        each.of(metric).figure().ifPresent(figure -> collect(figure, each, rows));
      }
    }
    return new Inputs(new ArrayList<>(rows));
  }

  private static void collect(Explained figure, PlatformEvaluation of, Set<Row> rows) {
    for (Term term : figure.terms()) {
      Evidence evidence = term.evidence();
      if (evidence != null) {
        rows.add(new Row(
            of.platform().name(),
            of.platform().color(),
            term.name(),
            term.value(),
            term.unit(),
            evidence));
      }
      Explained step = term.step();
      if (step != null) {
        collect(step, of, rows);
      }
    }
  }

  long assumptions() {
    return rows.stream()
        .filter(row -> row.evidence().kind() == Evidence.Kind.ASSUMPTION)
        .count();
  }
}
