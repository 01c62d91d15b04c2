package app.waterline.model;

import org.jspecify.annotations.Nullable;

/**
 * A number with its evidence. The unit is that of the component it stands in.
 *
 * @param value a finite number
 * @param range what is known of it where it is not known exactly, round the value; null for an exact one
 * @param evidence where it comes from
 */
public record Figure(double value, @Nullable Distribution range, Evidence evidence) {
  /** An exact figure. */
  public Figure(double value, Evidence evidence) {
    this(value, null, evidence);
  }

  public Figure {
    if (!Double.isFinite(value)) {
      throw new InvalidInput(
          "A figure must be a number [%s]. Leave it out where none is known.".formatted(value));
    }
    requireAround(value, range);
  }

  /** A range and the one value that stands for it contradict each other if it does not hold the value. */
  static void requireAround(double value, @Nullable Distribution range) {
    if (range != null && !(range.low() <= value && value <= range.high())) {
      throw new InvalidInput(
          "The value lies outside its own range [%s in %s to %s]. Move the range, or take it away."
              .formatted(value, range.low(), range.high()));
    }
  }

  /** The same figure with another evidence. */
  public Figure withEvidence(Evidence newEvidence) {
    return new Figure(value, range, newEvidence);
  }

  /**
   * The same figure in another unit.
   *
   * @param factor above 0
   */
  public Figure times(double factor) {
    return new Figure(value * factor, range == null ? null : range.times(factor), evidence);
  }
}
