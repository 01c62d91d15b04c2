package app.waterline.engine.why;

import app.waterline.engine.Metric;
import app.waterline.engine.Printed;
import app.waterline.engine.why.ClaimTable.Cell;
import app.waterline.engine.why.ClaimTable.Ratios;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the printed ratios follow from the printed cells that they compare. */
final class RatioCheck {
  private RatioCheck() {}

  /**
   * Whether the ratio counts how many times lower the candidate is: it says so; or it does not say, lower
   * is better, and the candidate is the lower one.
   */
  static boolean isInverse(Cell cell, Ratios ratios) {
    if (cell.reading().printed().kind() == Printed.Kind.INVERSE_RATIO) {
      return true;
    }
    Optional<Cell> baseline = ratios.baseline().of(cell.metric());
    Optional<Cell> candidate = ratios.candidate().of(cell.metric());
    boolean lower = baseline.isEmpty()
        || candidate.isEmpty()
        || candidate.get().face().high() < baseline.get().face().low();
    return lower
        && cell.metric().better() == Metric.Better.LOWER
        && cell.reading().printed().value() > 1;
  }

  static List<Finding> findings(ClaimTable table) {
    List<Finding> findings = new ArrayList<>();
    Ratios ratios = table.ratios();
    if (ratios != null) {
      for (Cell cell : ratios.cells()) {
        Optional<Cell> baseline = ratios.baseline().of(cell.metric());
        Optional<Cell> candidate = ratios.candidate().of(cell.metric());
        if (baseline.isPresent() && candidate.isPresent()) {
          boolean inverse = isInverse(cell, ratios);
          finding(
                  cell,
                  inverse ? baseline.get() : candidate.get(),
                  inverse ? candidate.get() : baseline.get())
              .ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static Optional<Finding> finding(Cell cell, Cell above, Cell below) {
    Interval printed = above.face().over(below.face());
    double computed = above.value() / below.value();
    Optional<Reading.Way> way = cell.reading().wayOf(printed);
    if (way.isPresent()) {
      return switch (way.get()) {
        case ROUNDED -> Optional.empty();
        case CUT_OFF ->
          Optional.of(new Finding.CutOff(cell.place(), computed, quotient(above, below)));
        case NEAREST_FIVE -> Optional.of(new Finding.NearestFive(cell.place(), computed));
      };
    }
    Interval possible = range(above).over(range(below));
    boolean inRange = cell.reading().range(Reading.Way.ROUNDED).meets(possible);
    return Optional.of(new Finding.RatioDoesNotFollow(cell.place(), computed, possible, inRange));
  }

  private static Interval range(Cell cell) {
    return cell.reading().range(Reading.Way.ROUNDED);
  }

  private static String quotient(Cell above, Cell below) {
    Printed first = above.reading().printed();
    Printed second = below.reading().printed();
    return "%s ÷ %s".formatted(first.text(), second.text());
  }
}
