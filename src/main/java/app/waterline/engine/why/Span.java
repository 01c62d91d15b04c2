package app.waterline.engine.why;

import app.waterline.model.Distribution;
import app.waterline.model.Domain;
import app.waterline.model.InvalidInput;
import java.util.function.DoubleUnaryOperator;

/**
 * Two values of a lever to try.
 *
 * @param low the lower one, in the lever's unit
 * @param high the higher one
 * @param clamped whether one of them was wanted further out and stopped at the edge of the domain
 */
public record Span(double low, double high, boolean clamped) {
  /** How much of the way to an excluded bound a clamped value keeps from it. */
  private static final double JUST_ABOVE = 1e-6;

  public Span {
    if (!(low <= high)) {
      throw new InvalidInput("The low end must not lie above the high end [%s to %s]. Swap them."
          .formatted(low, high));
    }
  }

  /**
   * A share down and the same share up.
   *
   * @param share above 0, for example 0.2 for ±20 %
   */
  public static Span around(double value, double share, Domain domain) {
    if (!(share > 0) || Double.isInfinite(share)) {
      throw new InvalidInput("The spread must be above 0 [%s]. ±20 %% is usual.".formatted(share));
    }
    double reach = Math.abs(value) * share;
    return within(value - reach, value + reach, domain);
  }

  /** The P10 and the P90 of a distribution. */
  static Span deciles(Distribution distribution, Domain domain) {
    DoubleUnaryOperator quantile = Quantiles.exact(distribution);
    return within(quantile.applyAsDouble(0.1), quantile.applyAsDouble(0.9), domain);
  }

  /** Two values, each moved to the edge of the domain where it lies outside. */
  public static Span within(double low, double high, Domain domain) {
    double lowest = domain.lowIncluded()
        ? domain.low()
        : domain.low() + JUST_ABOVE * Math.min(1, Math.abs(high - domain.low()));
    double from = Math.clamp(low, lowest, domain.high());
    double to = Math.clamp(high, lowest, domain.high());
    return new Span(from, to, from != low || to != high);
  }
}
