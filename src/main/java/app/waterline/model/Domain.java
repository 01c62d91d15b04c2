package app.waterline.model;

/**
 * The values that an input may take: all finite numbers between two bounds.
 *
 * @param low lower bound, in the input's unit
 * @param lowIncluded whether {@code low} itself is allowed
 * @param high upper bound, in the input's unit, always allowed
 */
public record Domain(double low, boolean lowIncluded, double high) {
  /** From {@code low} to {@code high}, both allowed. */
  static Domain between(double low, double high) {
    return new Domain(low, true, high);
  }

  /** Above {@code low}, up to and including {@code high}. */
  static Domain above(double low, double high) {
    return new Domain(low, false, high);
  }

  /** Whether the value is finite and within the bounds. */
  public boolean contains(double value) {
    return (lowIncluded ? value >= low : value > low) && value <= high;
  }
}
