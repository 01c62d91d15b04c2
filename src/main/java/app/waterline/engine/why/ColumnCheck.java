package app.waterline.engine.why;

import app.waterline.engine.Metric;
import app.waterline.engine.why.ClaimTable.Cell;
import app.waterline.engine.why.ClaimTable.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the cells of one platform follow from its printed inputs. */
final class ColumnCheck {
  private final Column column;
  private final Quotes quotes;
  private final Map<Hidden, Interval> faces;

  ColumnCheck(Column column, Quotes quotes) {
    this.column = column;
    this.quotes = quotes;
    this.faces = column.faces();
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Cell cell : column.cells()) {
      Optional<Hidden.Formula> formula = Hidden.Formula.of(cell.metric());
      if (formula.isEmpty()) {
        findings.add(new Finding.NotChecked(cell.place()));
      } else if (cell.metric() == Metric.PFLOPS_PER_DOLLAR) {
        quotes.cutOff(column, cell).ifPresent(findings::add);
      } else if (isDerived(formula.get())) {
        derived(cell, formula.get()).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private boolean isDerived(Hidden.Formula formula) {
    return !formula.isInput() && faces.keySet().containsAll(formula.powers().keySet());
  }

  private Optional<Finding> derived(Cell cell, Hidden.Formula formula) {
    double computed = formula.at(column.digits()).low();
    Optional<Reading.Way> way = cell.reading().wayOf(formula.at(faces));
    if (way.isEmpty()) {
      return finerInput(cell, formula, computed);
    }
    return way.get() == Reading.Way.ROUNDED
        ? Optional.empty()
        : Optional.of(new Finding.CutOff(cell.place(), computed, sum(formula)));
  }

  /** The input that was printed with the fewest digits is the one to look behind. */
  private Optional<Finding> finerInput(Cell cell, Hidden.Formula formula, double computed) {
    return formula.powers().keySet().stream()
        .max(Comparator.comparingDouble(this::coarseness))
        .flatMap(input -> column.printing(input).map(printed -> {
          Interval needed = formula.solve(input, cell.reading().range(Reading.Way.ROUNDED), faces);
          return new Finding.NeedsFinerInput(
              cell.place(), input, printed.place(), needed, given(formula, input), computed);
        }));
  }

  private double coarseness(Hidden input) {
    return column
        .printing(input)
        .map(cell -> cell.reading().printed().step() / cell.value())
        .orElse(0.0);
  }

  private String given(Hidden.Formula formula, Hidden without) {
    String others = formula.powers().keySet().stream()
        .filter(input -> input != without)
        .flatMap(input -> column.printing(input).stream())
        .map(printed -> printed.place().text())
        .collect(Collectors.joining(" and "));
    return others.isEmpty() ? "" : " (given %s)".formatted(others);
  }

  private String sum(Hidden.Formula formula) {
    return formula.powers().keySet().stream()
        .flatMap(input -> column.printing(input).stream())
        .map(printed -> printed.place().text())
        .collect(Collectors.joining(" and ", "from ", " it"));
  }
}
