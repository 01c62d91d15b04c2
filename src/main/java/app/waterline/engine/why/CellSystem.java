package app.waterline.engine.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.LocalizedOptimFormats;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.PivotSelectionRule;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * What all cells of a claim say together. Every cell is a product of powers of the hidden inputs, so on
 * logarithms it is linear, and the inputs that satisfy all cells form a convex set: whether there are
 * any, and how far each input reaches, are linear programs.
 */
final class CellSystem {
  private static final double EPSILON = 1e-9;
  private static final int ULPS = 10;
  private static final double CUT_OFF = 1e-13;

  private final int unknowns;

  /**
   * A cell as a linear inequality on logarithms.
   *
   * @param powers exponent by unknown
   * @param constant the factor before them
   * @param range what the product must lie in
   */
  record Row(Map<Integer, Integer> powers, double constant, Interval range) {}

  CellSystem(int unknowns) {
    this.unknowns = unknowns;
  }

  boolean isSatisfiable(List<Row> rows) {
    return rows.isEmpty()
        || solve(rows, new double[unknowns], GoalType.MINIMIZE).isPresent();
  }

  /** How far an unknown reaches while all rows hold; they must be satisfiable. */
  Interval reach(List<Row> rows, int unknown) {
    double[] objective = new double[unknowns];
    objective[unknown] = 1;
    double low = solve(rows, objective, GoalType.MINIMIZE).map(Math::exp).orElse(0.0);
    double high =
        solve(rows, objective, GoalType.MAXIMIZE).map(Math::exp).orElse(Double.POSITIVE_INFINITY);
    return new Interval(Math.min(low, high), Math.max(low, high));
  }

  /** Rows that no inputs satisfy, of which none can be left out. */
  List<Integer> conflict(List<Row> rows) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      kept.add(i);
    }
    for (int i = 0; i < rows.size(); i++) {
      Integer candidate = i;
      List<Row> others =
          kept.stream().filter(each -> !each.equals(candidate)).map(rows::get).toList();
      if (!isSatisfiable(others)) {
        kept.removeIf(candidate::equals);
      }
    }
    return kept;
  }

  private Optional<Double> solve(List<Row> rows, double[] objective, GoalType goal) {
    List<LinearConstraint> constraints = new ArrayList<>();
    for (Row row : rows) {
      double[] coefficients = new double[unknowns];
      row.powers().forEach((unknown, power) -> coefficients[unknown] = power);
      bound(constraints, coefficients, Relationship.GEQ, row.range().low(), row.constant());
      bound(constraints, coefficients, Relationship.LEQ, row.range().high(), row.constant());
    }
    if (constraints.isEmpty()) {
      return Optional.empty();
    }
    try {
      PointValuePair best = new SimplexSolver(EPSILON, ULPS, CUT_OFF)
          .optimize(
              new LinearObjectiveFunction(objective, 0),
              new LinearConstraintSet(constraints),
              goal,
              new NonNegativeConstraint(false),
              PivotSelectionRule.BLAND);
      return Optional.of(best.getValue());
    } catch (MathIllegalStateException none) {
      if (none.getSpecifier() == LocalizedOptimFormats.NO_FEASIBLE_SOLUTION
          || none.getSpecifier() == LocalizedOptimFormats.UNBOUNDED_SOLUTION) {
        return Optional.empty();
      }
      throw none;
    }
  }

  private static void bound(
      List<LinearConstraint> constraints,
      double[] coefficients,
      Relationship side,
      double bound,
      double constant) {
    if (bound > 0 && Double.isFinite(bound)) {
      constraints.add(new LinearConstraint(coefficients, side, Math.log(bound / constant)));
    }
  }
}
