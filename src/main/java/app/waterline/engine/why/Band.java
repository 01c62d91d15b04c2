package app.waterline.engine.why;

import java.util.Optional;

/**
 * How far a figure may be off, in the unit of the figure.
 *
 * @param p5 one case in twenty is below
 * @param p50 the median
 * @param p95 one case in twenty is above
 * @param missing share of the cases in which there is no such figure, for example because the target
 *     can't be met; the other three are over the rest
 */
public record Band(double p5, double p50, double p95, double missing) {
  private static final double SAME = 1e-9;

  /**
   * The band of some cases; empty where there is no figure in any of them, or the same in all.
   *
   * @param cases not a number where there is none; reordered
   */
  static Optional<Band> of(double[] cases) {
    double[] present = Uncertainty.present(cases);
    if (present.length == 0) {
      return Optional.empty();
    }
    Ranks ranks = new Ranks(present);
    double missing = 1 - (double) present.length / cases.length;
    return Optional.of(new Band(ranks.at(0.05), ranks.at(0.5), ranks.at(0.95), missing))
        .filter(Band::isWide);
  }

  /** Whether the figure moves at all; one that does not has nothing to show. */
  boolean isWide() {
    return missing > 0 || p95 - p5 > SAME * Math.max(Math.abs(p5), Math.abs(p95));
  }
}
