package app.waterline.engine.why;

import app.waterline.model.Distribution;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.RealDistribution;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.LogNormalDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TriangularDistribution;
import org.hipparchus.distribution.continuous.UniformRealDistribution;

/**
 * Quantile functions, from a probability above 0 and below 1 to a value. {@link #exact} asks Hipparchus
 * each time; {@link #fast} asks it once for a table.
 */
final class Quantiles {
  private static final double ACCURACY = 1e-14;
  private static final double UPPER_DECILE = 0.9;

  private Quantiles() {}

  static DoubleUnaryOperator exact(Distribution distribution) {
    return switch (distribution) {
      case Distribution.Pert pert -> scaled(pert, beta(pert)::inverseCumulativeProbability);
      case Distribution.ThreePoints points -> throughPoints(points);
      case Distribution.Uniform uniform ->
        new UniformRealDistribution(uniform.low(), uniform.high())::inverseCumulativeProbability;
      case Distribution.Triangular triangular ->
        new TriangularDistribution(triangular.low(), triangular.mode(), triangular.high())
            ::inverseCumulativeProbability;
      case Distribution.Normal normal ->
        new NormalDistribution(normal.mean(), normal.deviation())::inverseCumulativeProbability;
      case Distribution.LogNormal log ->
        new LogNormalDistribution(Math.log(log.median()), log.spread())
            ::inverseCumulativeProbability;
    };
  }

  /** The same within 1e-8 of the distribution's scale, in a few nanoseconds. */
  static DoubleUnaryOperator fast(Distribution distribution) {
    return switch (distribution) {
      case Distribution.Uniform uniform ->
        u -> uniform.low() + (uniform.high() - uniform.low()) * u;
      case Distribution.Triangular triangular -> exact(triangular);
      case Distribution.Pert pert -> scaled(pert, QuantileTable.of(beta(pert)));
      case Distribution.Normal normal ->
        QuantileTable.of(new NormalDistribution(normal.mean(), normal.deviation()));
      case Distribution.LogNormal log ->
        QuantileTable.of(new LogNormalDistribution(Math.log(log.median()), log.spread()));
      case Distribution.ThreePoints points ->
        stretched(points, QuantileTable.of(new NormalDistribution(0, 1)));
    };
  }

  private static RealDistribution beta(Distribution.Pert pert) {
    double width = pert.high() - pert.low();
    return new BetaDistribution(
        1 + 4 * (pert.mode() - pert.low()) / width,
        1 + 4 * (pert.high() - pert.mode()) / width,
        ACCURACY);
  }

  private static DoubleUnaryOperator scaled(Distribution.Pert pert, DoubleUnaryOperator unit) {
    double width = pert.high() - pert.low();
    return u -> pert.low() + width * unit.applyAsDouble(u);
  }

  private static DoubleUnaryOperator throughPoints(Distribution.ThreePoints points) {
    return stretched(points, new NormalDistribution(0, 1)::inverseCumulativeProbability);
  }

  private static DoubleUnaryOperator stretched(
      Distribution.ThreePoints points, DoubleUnaryOperator normal) {
    double below = points.p50() - points.p10();
    double above = points.p90() - points.p50();
    double decile = new NormalDistribution(0, 1).inverseCumulativeProbability(UPPER_DECILE);
    double skew = Math.log(above / below) / decile;
    if (Math.abs(skew) < 1e-9) {
      return u -> points.p50() + above / decile * normal.applyAsDouble(u);
    }
    double scale = above / Math.expm1(skew * decile);
    return u -> points.p50() + scale * Math.expm1(skew * normal.applyAsDouble(u));
  }
}
