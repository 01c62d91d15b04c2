package app.waterline.engine.why;

import app.waterline.model.InvalidInput;

/**
 * All numbers between two positive bounds. Every operation rounds outwards, so that a true value never
 * falls out of its interval.
 *
 * @param low ≥ 0
 * @param high at least {@code low}; infinite where there is no upper bound
 */
public record Interval(double low, double high) {
  public Interval {
    if (!(low >= 0 && low <= high)) {
      throw new InvalidInput(
          "An interval needs its low end first [%s to %s].".formatted(low, high));
    }
  }

  /** One number. */
  public static Interval at(double value) {
    return new Interval(value, value);
  }

  /** The products of a number of each. */
  public Interval times(Interval other) {
    return new Interval(down(low * other.low), up(high * other.high));
  }

  /** A number of this over one of the other. */
  public Interval over(Interval other) {
    return new Interval(down(low / other.high), up(high / other.low));
  }

  /** This to a whole power. */
  Interval power(int exponent) {
    Interval result = at(1);
    for (int i = 0; i < Math.abs(exponent); i++) {
      result = exponent > 0 ? result.times(this) : result.over(this);
    }
    return result;
  }

  /** Whether a number lies inside, bounds included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Whether both have a number in common. */
  public boolean meets(Interval other) {
    return low <= other.high && other.low <= high;
  }

  private static double down(double value) {
    return Math.max(0, Math.nextDown(value));
  }

  private static double up(double value) {
    return Math.nextUp(value);
  }
}
