package app.waterline.document;

import app.waterline.engine.Result;
import java.util.List;
import java.util.Optional;

/**
 * What a change of the inputs does by itself.
 *
 * @param differences what changes together: mostly one, more where the model allows them only as a group
 * @param reach the platform whose headline cost it moves most; empty where it moves none
 */
public record Effect(List<Difference> differences, Optional<Reach> reach) {
  /**
   * A headline cost before and after.
   *
   * @param platform the platform's name
   * @param before with nothing changed
   * @param after with this change alone
   */
  public record Reach(String platform, Result before, Result after) {
    /** How far it moves, as |ln(after ÷ before)|; infinite where just one of the two is available. */
    public double size() {
      boolean from = before.figure().isPresent();
      boolean to = after.figure().isPresent();
      return from && to ? Math.abs(Math.log(ratio())) : from == to ? 0 : Double.POSITIVE_INFINITY;
    }

    /** after ÷ before; NaN where one of the two is not available. */
    public double ratio() {
      return before
          .figure()
          .flatMap(from -> after.figure().map(to -> to.value() / from.value()))
          .orElse(Double.NaN);
    }
  }

  public Effect {
    differences = List.copyOf(differences);
  }

  /** 0 where it moves no cost. */
  public double size() {
    return reach.map(Reach::size).orElse(0.0);
  }
}
