package app.waterline.model;

import java.math.BigDecimal;

/**
 * What is known of a number that is not known exactly. Its values are in the unit of the input that it
 * stands for.
 */
public sealed interface Distribution {
  /**
   * Standard deviations to the outermost value that is ever drawn from a bell: beyond lies one value in
   * 2³³.
   */
  double REACH = 6.337957754553789;

  /** The lowest value that is drawn. */
  double low();

  /** The highest value that is drawn. */
  double high();

  /** The value that the input has where one figure is asked for: the middle, or the likeliest. */
  double centre();

  /**
   * The same distribution in another unit.
   *
   * @param factor above 0
   */
  Distribution times(double factor);

  /** The same distribution round another centre. A bell of the logarithm keeps its ratios, all others their width. */
  Distribution around(double newCentre);

  /** Where a value goes when the centre moves; in decimals, so that 2.3 moved by 0.1 is 2.4. */
  private static double moved(double value, double from, double to) {
    return BigDecimal.valueOf(value)
        .add(BigDecimal.valueOf(to))
        .subtract(BigDecimal.valueOf(from))
        .doubleValue();
  }

  /**
   * Anything between two bounds, equally likely.
   *
   * @param low lower bound
   * @param high upper bound, above {@code low}
   */
  record Uniform(double low, double high) implements Distribution {
    public Uniform {
      requireOrder("uniform", low, high);
    }

    @Override
    public double centre() {
      return BigDecimal.valueOf(low).add(BigDecimal.valueOf(high)).doubleValue() / 2;
    }

    @Override
    public Uniform times(double factor) {
      return new Uniform(low * factor, high * factor);
    }

    @Override
    public Uniform around(double newCentre) {
      return new Uniform(moved(low, centre(), newCentre), moved(high, centre(), newCentre));
    }
  }

  /**
   * Between two bounds, likeliest at the mode, falling off in straight lines.
   *
   * @param low lower bound
   * @param mode likeliest value, from {@code low} to {@code high}
   * @param high upper bound, above {@code low}
   */
  record Triangular(double low, double mode, double high) implements Distribution {
    public Triangular {
      requireMode("triangular", low, mode, high);
    }

    @Override
    public double centre() {
      return mode;
    }

    @Override
    public Triangular times(double factor) {
      return new Triangular(low * factor, mode * factor, high * factor);
    }

    @Override
    public Triangular around(double newCentre) {
      return new Triangular(moved(low, mode, newCentre), newCentre, moved(high, mode, newCentre));
    }
  }

  /**
   * Between two bounds, likeliest at the mode, with the smooth fall-off of project planning (a beta
   * distribution with mean {@code (low + 4 · mode + high) ÷ 6}).
   *
   * @param low lower bound
   * @param mode likeliest value, from {@code low} to {@code high}
   * @param high upper bound, above {@code low}
   */
  record Pert(double low, double mode, double high) implements Distribution {
    public Pert {
      requireMode("PERT", low, mode, high);
    }

    @Override
    public double centre() {
      return mode;
    }

    @Override
    public Pert times(double factor) {
      return new Pert(low * factor, mode * factor, high * factor);
    }

    @Override
    public Pert around(double newCentre) {
      return new Pert(moved(low, mode, newCentre), newCentre, moved(high, mode, newCentre));
    }
  }

  /**
   * A bell around the mean.
   *
   * @param mean the mean
   * @param deviation standard deviation, above 0
   */
  record Normal(double mean, double deviation) implements Distribution {
    public Normal {
      requireFinite("normal", mean, deviation);
      requirePositive("standard deviation", deviation);
    }

    @Override
    public double low() {
      return mean - REACH * deviation;
    }

    @Override
    public double high() {
      return mean + REACH * deviation;
    }

    @Override
    public double centre() {
      return mean;
    }

    @Override
    public Normal times(double factor) {
      return new Normal(mean * factor, deviation * factor);
    }

    @Override
    public Normal around(double newCentre) {
      return new Normal(newCentre, deviation);
    }
  }

  /**
   * A bell around the logarithm: as likely to be so many times larger as smaller.
   *
   * @param median the median, above 0
   * @param spread standard deviation of the natural logarithm, above 0; 0.1 is about ±10 %
   */
  record LogNormal(double median, double spread) implements Distribution {
    public LogNormal {
      requireFinite("lognormal", median, spread);
      requirePositive("median", median);
      requirePositive("spread", spread);
    }

    @Override
    public double low() {
      return median * Math.exp(-REACH * spread);
    }

    @Override
    public double high() {
      return median * Math.exp(REACH * spread);
    }

    @Override
    public double centre() {
      return median;
    }

    @Override
    public LogNormal times(double factor) {
      return new LogNormal(median * factor, spread);
    }

    @Override
    public LogNormal around(double newCentre) {
      return new LogNormal(newCentre, spread);
    }
  }

  /**
   * A bell that is stretched on one side so that it goes through three points (R. B. Myerson, Probability
   * Models for Economic Decisions, 2005).
   *
   * @param p10 one value in ten lies below it
   * @param p50 half of the values lie below it
   * @param p90 one value in ten lies above it
   */
  record ThreePoints(double p10, double p50, double p90) implements Distribution {
    public ThreePoints {
      requireOrder("three-point", p10, p50);
      requireOrder("three-point", p50, p90);
    }

    /** A standard deviation of the bell, to the 90th percentile. */
    private static final double DECILE = 1.2815515655446008;

    private static final double STRAIGHT = 1e-9;

    /** How much the bell is stretched on its right; 0 for a symmetrical one. */
    public double skew() {
      double bend = Math.log((p90 - p50) / (p50 - p10)) / DECILE;
      return Math.abs(bend) < STRAIGHT ? 0 : bend;
    }

    /** What the stretched bell is multiplied by. */
    public double scale() {
      double skew = skew();
      return skew == 0 ? (p90 - p50) / DECILE : (p90 - p50) / Math.expm1(skew * DECILE);
    }

    /**
     * The value so many standard deviations of the bell from its middle.
     *
     * @param z negative below the median
     */
    public double at(double z) {
      double skew = skew();
      return p50 + scale() * (skew == 0 ? z : Math.expm1(skew * z));
    }

    @Override
    public double low() {
      return at(-REACH);
    }

    @Override
    public double high() {
      return at(REACH);
    }

    @Override
    public double centre() {
      return p50;
    }

    @Override
    public ThreePoints times(double factor) {
      return new ThreePoints(p10 * factor, p50 * factor, p90 * factor);
    }

    @Override
    public ThreePoints around(double newCentre) {
      return new ThreePoints(moved(p10, p50, newCentre), newCentre, moved(p90, p50, newCentre));
    }
  }

  private static void requireMode(String name, double low, double mode, double high) {
    requireOrder(name, low, high);
    if (!(low <= mode && mode <= high)) {
      throw new InvalidInput(
          "The likeliest value of a %s distribution must lie between its ends [%s of %s to %s]. Move it."
              .formatted(name, mode, low, high));
    }
  }

  private static void requireOrder(String name, double low, double high) {
    requireFinite(name, low, high);
    if (!(low < high)) {
      throw new InvalidInput(
          "The low end of a %s distribution must lie below the high end [%s to %s]. Swap them."
              .formatted(name, low, high));
    }
  }

  private static void requirePositive(String what, double value) {
    if (!(value > 0)) {
      throw new InvalidInput(
          "The %s of a distribution must be above 0 [%s].".formatted(what, value));
    }
  }

  private static void requireFinite(String name, double... values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new InvalidInput(
            "A %s distribution needs numbers [%s]. Enter a figure.".formatted(name, value));
      }
    }
  }
}
