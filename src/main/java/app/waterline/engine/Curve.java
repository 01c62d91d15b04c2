package app.waterline.engine;

import app.waterline.model.Configuration;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Throughput;
import app.waterline.model.TokenCount;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one configuration delivers at any interactivity: its frontier with the interpolation through
 * it.
 *
 * @see "docs/model.md, section 3"
 */
public final class Curve {
  private final Configuration configuration;
  private final Frontier frontier;
  private final double[] interactivity;
  private final TokenCount counted;
  private final Steffen rate;
  private final @Nullable Steffen outputShare;

  /**
   * @param configuration what the points share
   * @param frontier at least one point; all count their tokens the same way
   */
  Curve(Configuration configuration, Frontier frontier) {
    this.configuration = configuration;
    this.frontier = frontier;
    List<OperatingPoint> points = frontier.points();
    this.interactivity = values(points, OperatingPoint::interactivity);
    this.counted = points.getFirst().tokensPerSecondPerGpu().counted();
    this.rate = new Steffen(
        interactivity, values(points, point -> point.tokensPerSecondPerGpu().known()));
    this.outputShare = outputShare(interactivity, points);
  }

  public Configuration configuration() {
    return configuration;
  }

  public Frontier frontier() {
    return frontier;
  }

  /** The fastest interactivity that the configuration was measured at, tok/s/user. */
  public double fastest() {
    return interactivity[interactivity.length - 1];
  }

  /** The interactivity of the point with the highest throughput, tok/s/user. */
  public double slowest() {
    return interactivity[0];
  }

  /** Whether the configuration can serve users at the given interactivity. */
  public boolean reaches(double target) {
    return target <= fastest();
  }

  /** Which tokens the curve counts: all, or where its runs do not tell, the only ones that they count. */
  public TokenCount counted() {
    return counted;
  }

  /**
   * Tokens/s per GPU, counted as {@link #counted} says, at the given interactivity. Below the slowest
   * point the best-throughput point holds.
   *
   * @param target tok/s/user, at most {@link #fastest()}
   */
  public double rateAt(double target) {
    return rate.at(Math.max(target, slowest()));
  }

  /**
   * Tokens/s per GPU counted another way, or null where the runs do not tell.
   *
   * @param target tok/s/user, at most {@link #fastest()}
   */
  public @Nullable Double rateAt(double target, TokenCount count) {
    if (count == counted) {
      return rateAt(target);
    }
    Double share = outputShareAt(target);
    if (share == null || counted != TokenCount.TOTAL) {
      return null;
    }
    return rateAt(target) * (count == TokenCount.OUTPUT ? share : 1 - share);
  }

  /** Share of the tokens that are output at the given interactivity, or null where some point does not say. */
  @Nullable Double outputShareAt(double target) {
    return outputShare == null ? null : outputShare.at(Math.max(target, slowest()));
  }

  /** The frontier points on both sides of the target; the same point twice where it is one of them. */
  Neighbours neighboursOf(double target) {
    double held = Math.max(target, slowest());
    int upper = 0;
    while (interactivity[upper] < held) {
      upper++;
    }
    int lower = interactivity[upper] == held ? upper : upper - 1;
    return new Neighbours(frontier.points().get(lower), frontier.points().get(upper));
  }

  /** The frontier decides everything else, so that evaluations of one workspace are equal. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Curve curve
        && configuration.equals(curve.configuration)
        && frontier.equals(curve.frontier);
  }

  @Override
  public int hashCode() {
    return Objects.hash(configuration, frontier);
  }

  /** Two points that a figure was interpolated between. */
  public record Neighbours(OperatingPoint slower, OperatingPoint faster) {
    /** Whether the target is one of the points itself. */
    public boolean same() {
      return slower.equals(faster);
    }
  }

  private static double[] values(
      List<OperatingPoint> points, ToDoubleFunction<OperatingPoint> value) {
    double[] values = new double[points.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.applyAsDouble(points.get(i));
    }
    return values;
  }

  private static @Nullable Steffen outputShare(
      double[] interactivity, List<OperatingPoint> points) {
    double[] shares = new double[interactivity.length];
    for (int i = 0; i < shares.length; i++) {
      Double share = outputShare(points.get(i).tokensPerSecondPerGpu());
      if (share == null) {
        return null;
      }
      shares[i] = share;
    }
    return new Steffen(interactivity, shares);
  }

  private static @Nullable Double outputShare(Throughput throughput) {
    Double output = throughput.output();
    Double input = throughput.input();
    Double all = throughput.total();
    if (all == null) {
      return null;
    }
    if (output != null) {
      return Math.min(1, output / all);
    }
    return input == null ? null : Math.max(0, 1 - input / all);
  }
}
