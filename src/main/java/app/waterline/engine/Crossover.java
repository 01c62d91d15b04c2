package app.waterline.engine;

import app.waterline.model.TokenCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * An interactivity at which the best of several platforms changes.
 *
 * @param interactivity tok/s/user
 * @param below place in the list of the platform that is best below it
 * @param above place in the list of the platform that is best above it
 */
public record Crossover(double interactivity, int below, int above) {
  /** Relative accuracy of the place. */
  private static final double ACCURACY = 1e-12;

  /** Two curves can cross twice between two knots; this many looks in between find that. */
  private static final int LOOKS = 16;

  private static final int MOST_STEPS = 200;

  /**
   * One platform in a comparison.
   *
   * @param envelope what it delivers
   * @param counted which tokens are compared
   * @param score from tokens/s per GPU to the figure compared, larger is better
   */
  public record Side(Envelope envelope, TokenCount counted, DoubleUnaryOperator score) {
    private double at(double place, double reaching) {
      return envelope
          .bestAt(place, reaching)
          .flatMap(curve -> Optional.ofNullable(curve.rateAt(place, counted)))
          .map(score::applyAsDouble)
          .orElse(Double.NEGATIVE_INFINITY);
    }
  }

  /**
   * Every place where the best platform changes, from the slowest to the fastest. A platform that can
   * serve users at an interactivity is better than one that can't; a tie changes nothing.
   */
  public static List<Crossover> among(List<Side> sides) {
    double[] knots = sides.stream()
        .flatMapToDouble(side -> Arrays.stream(side.envelope().knots()))
        .sorted()
        .distinct()
        .toArray();
    List<Crossover> found = new ArrayList<>();
    OptionalInt leader = OptionalInt.empty();
    for (int i = 0; i + 1 < knots.length; i++) {
      leader = walk(sides, knots[i], knots[i + 1], leader, found);
    }
    return List.copyOf(found);
  }

  private static OptionalInt walk(
      List<Side> sides, double from, double to, OptionalInt before, List<Crossover> found) {
    OptionalInt leader = before;
    double left = from;
    for (int look = 0; look <= LOOKS; look++) {
      double right = look == LOOKS ? to : from + (to - from) * look / LOOKS;
      OptionalInt now = leaderAt(sides, right, to, leader);
      if (leader.isPresent() && now.isPresent() && leader.getAsInt() != now.getAsInt()) {
        double place =
            place(sides.get(leader.getAsInt()), sides.get(now.getAsInt()), left, right, to);
        found.add(new Crossover(place, leader.getAsInt(), now.getAsInt()));
      }
      leader = now;
      left = right;
    }
    return leader;
  }

  private static OptionalInt leaderAt(
      List<Side> sides, double place, double reaching, OptionalInt before) {
    int best = before.orElse(0);
    for (int i = 0; i < sides.size(); i++) {
      if (sides.get(i).at(place, reaching) > sides.get(best).at(place, reaching)) {
        best = i;
      }
    }
    boolean reached = Double.isFinite(sides.get(best).at(place, reaching));
    return reached ? OptionalInt.of(best) : before;
  }

  private static double place(Side below, Side above, double left, double right, double reaching) {
    double atLeft = below.at(left, reaching) - above.at(left, reaching);
    // Where the old leader's curve ends there is a jump and nothing to solve.
    if (left == right || !Double.isFinite(atLeft) || atLeft <= 0) {
      return left;
    }
    return new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, 5)
        .solve(MOST_STEPS, x -> below.at(x, reaching) - above.at(x, reaching), left, right);
  }
}
