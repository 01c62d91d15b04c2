package app.waterline.engine.why;

import app.waterline.model.Distribution;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
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
  private static final int MOST_STEPS = 200;
  private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

  /** Asked at the ends of its own pieces, where it is exact, by every table that has the same ones. */
  private static final QuantileTable STANDARD = QuantileTable.of(NORMAL);

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
      case Distribution.Pert pert -> table(pert);
      case Distribution.Normal normal -> table(normal);
      case Distribution.LogNormal log -> table(log);
      case Distribution.ThreePoints points -> table(points);
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

  /** The solver starts from the neighbouring piece; on its own, a beta distribution searches ten times as long. */
  private static DoubleUnaryOperator table(Distribution.Pert pert) {
    RealDistribution beta = beta(pert);
    DoubleUnaryOperator unit =
        new QuantileTable((u, near) -> beta(beta, u, near), value -> 1 / beta.density(value));
    return scaled(pert, unit);
  }

  private static double beta(RealDistribution beta, double u, double near) {
    boolean above = !Double.isNaN(near) && u > 0.5;
    double low = above ? near : 0;
    double high = Double.isNaN(near) || above ? 1 : near;
    double start = Double.isNaN(near)
        ? beta.getNumericalMean()
        : near + (u - beta.cumulativeProbability(near)) / beta.density(near);
    return new BracketingNthOrderBrentSolver(ACCURACY, Double.MIN_NORMAL, Double.MIN_NORMAL, 5)
        .solve(
            MOST_STEPS,
            value -> beta.cumulativeProbability(value) - u,
            low,
            high,
            Math.clamp(start, low, high));
  }

  private static DoubleUnaryOperator table(Distribution.Normal normal) {
    RealDistribution bell = new NormalDistribution(normal.mean(), normal.deviation());
    return new QuantileTable(
        (u, near) -> normal.mean() + normal.deviation() * STANDARD.applyAsDouble(u),
        value -> 1 / bell.density(value));
  }

  private static DoubleUnaryOperator table(Distribution.LogNormal log) {
    double middle = Math.log(log.median());
    RealDistribution skewed = new LogNormalDistribution(middle, log.spread());
    return new QuantileTable(
        (u, near) -> Math.exp(middle + log.spread() * STANDARD.applyAsDouble(u)),
        value -> 1 / skewed.density(value));
  }

  private static DoubleUnaryOperator table(Distribution.ThreePoints points) {
    Stretch stretch = new Stretch(points);
    return new QuantileTable((u, near) -> stretch.value(STANDARD.applyAsDouble(u)), value -> {
      double z = stretch.normal(value);
      return stretch.slope(z) / NORMAL.density(z);
    });
  }

  private static DoubleUnaryOperator throughPoints(Distribution.ThreePoints points) {
    Stretch stretch = new Stretch(points);
    NormalDistribution normal = new NormalDistribution(0, 1);
    return u -> stretch.value(normal.inverseCumulativeProbability(u));
  }

  /** From a standard normal value to one of the distribution through three points, and back. */
  private static final class Stretch {

    private final Distribution.ThreePoints points;
    private final double middle;
    private final double skew;
    private final double scale;

    Stretch(Distribution.ThreePoints points) {
      this.points = points;
      middle = points.p50();
      skew = points.skew();
      scale = points.scale();
    }

    double value(double z) {
      return points.at(z);
    }

    double normal(double value) {
      double part = (value - middle) / scale;
      return skew == 0 ? part : Math.log1p(part) / skew;
    }

    double slope(double z) {
      return skew == 0 ? scale : scale * skew * Math.exp(skew * z);
    }
  }
}
