package app.waterline.engine.why;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/** Where a figure that may be missing in places crosses zero. */
final class Roots {
  private static final double ACCURACY = 1e-13;
  private static final int MOST_STEPS = 200;

  private Roots() {}

  /** Every place between the looks where the function changes its sign, the lowest first. */
  static List<Double> of(DoubleFunction<OptionalDouble> function, double[] looks) {
    List<Double> roots = new ArrayList<>();
    OptionalDouble before = OptionalDouble.empty();
    for (int i = 0; i < looks.length; i++) {
      OptionalDouble now = function.apply(looks[i]);
      if (now.isPresent() && now.getAsDouble() == 0) {
        roots.add(looks[i]);
      } else if (now.isPresent()
          && before.isPresent()
          && before.getAsDouble() * now.getAsDouble() < 0) {
        roots.add(between(function, looks[i - 1], looks[i]));
      }
      before = now;
    }
    return roots;
  }

  private static double between(DoubleFunction<OptionalDouble> function, double low, double high) {
    return new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY * low, 5)
        .solve(MOST_STEPS, at -> function.apply(at).orElse(0), low, high);
  }
}
