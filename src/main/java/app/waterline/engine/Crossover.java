package app.waterline.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.jspecify.annotations.Nullable;

/**
 * An interactivity at which the better of two platforms changes.
 *
 * @param interactivity tok/s/user
 * @param firstIsBetterBelow whether the first platform is the better one below it; the other is above
 */
public record Crossover(double interactivity, boolean firstIsBetterBelow) {
  /** Relative accuracy of the place. */
  private static final double ACCURACY = 1e-12;

  /** Two curves can cross twice between two knots; this many looks in between find that. */
  private static final int LOOKS = 16;

  private static final int MOST_STEPS = 200;

  /**
   * One platform in a comparison.
   *
   * @param envelope what it delivers
   * @param score from tokens/s per GPU to the figure compared, larger is better
   */
  public record Side(Envelope envelope, DoubleUnaryOperator score) {
    private double at(double place, double reaching) {
      Optional<Curve> best = envelope.bestAt(place, reaching);
      return best.isPresent()
          ? score.applyAsDouble(best.get().totalAt(place))
          : Double.NEGATIVE_INFINITY;
    }
  }

  /**
   * Every place where the better platform changes, from the slowest to the fastest. A platform that can
   * serve users at an interactivity is better than one that can't.
   */
  public static List<Crossover> between(Side first, Side second) {
    double[] knots = DoubleStream.concat(
            DoubleStream.of(first.envelope().knots()),
            DoubleStream.of(second.envelope().knots()))
        .sorted()
        .distinct()
        .toArray();
    List<Crossover> found = new ArrayList<>();
    Boolean ahead = null;
    for (int i = 0; i + 1 < knots.length; i++) {
      ahead = walk(first, second, knots[i], knots[i + 1], ahead, found);
    }
    return List.copyOf(found);
  }

  private static @Nullable Boolean walk(
      Side first,
      Side second,
      double from,
      double to,
      @Nullable Boolean ahead,
      List<Crossover> found) {
    double left = from;
    Boolean leader = ahead;
    for (int look = 0; look <= LOOKS; look++) {
      double right = look == LOOKS ? to : from + (to - from) * look / LOOKS;
      Boolean now = leaderAt(first, second, right, to);
      if (leader != null && now != null && !leader.equals(now)) {
        found.add(new Crossover(place(first, second, left, right, to), leader));
      }
      leader = now == null ? leader : now;
      left = right;
    }
    return leader;
  }

  private static @Nullable Boolean leaderAt(
      Side first, Side second, double place, double reaching) {
    int order = Double.compare(first.at(place, reaching), second.at(place, reaching));
    return order == 0 ? null : order > 0;
  }

  private static double place(Side first, Side second, double left, double right, double reaching) {
    if (left == right
        || !isFinite(first, second, left, reaching)
        || !isFinite(first, second, right, reaching)) {
      return left;
    }
    return new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, 5)
        .solve(
            MOST_STEPS,
            x -> first.at(x, reaching) - second.at(x, reaching),
            left,
            right,
            AllowedSolution.ANY_SIDE);
  }

  private static boolean isFinite(Side first, Side second, double place, double reaching) {
    return Double.isFinite(first.at(place, reaching))
        && Double.isFinite(second.at(place, reaching));
  }
}
