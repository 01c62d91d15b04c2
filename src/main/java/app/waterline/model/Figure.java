package app.waterline.model;

/**
 * A number with its evidence. The unit is that of the component it stands in.
 *
 * @param value a finite number
 * @param evidence where it comes from
 */
public record Figure(double value, Evidence evidence) {
  public Figure {
    if (!Double.isFinite(value)) {
      throw new InvalidInput(
          "A figure must be a number [%s]. Leave it out where none is known.".formatted(value));
    }
  }
}
