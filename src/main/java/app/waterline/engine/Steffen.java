package app.waterline.engine;

/**
 * Monotone cubic interpolation after M. Steffen, "A simple method for monotonic interpolation in one
 * dimension", Astronomy and Astrophysics 239 (1990). Between two knots the curve never leaves the
 * range of their values. At the ends the curvature is zero, the slope {@code (3s − d) ÷ 2}: the
 * convention of the published InferenceX curves, which this reproduces to the printed digit.
 */
final class Steffen {
  private final double[] x;
  private final double[] y;
  private final double[] slope;

  /**
   * @param x knots, strictly increasing
   * @param y values at the knots; neither array may change afterwards
   */
  Steffen(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    this.slope = slopes(this.x, this.y);
  }

  /**
   * The curve at a place within the knots.
   *
   * @param at between the first and the last knot, both included
   */
  double at(double at) {
    int i = intervalOf(at);
    if (at == x[i]) {
      return y[i];
    }
    double h = x[i + 1] - x[i];
    double secant = (y[i + 1] - y[i]) / h;
    double t = at - x[i];
    double cubic = (slope[i] + slope[i + 1] - 2 * secant) / (h * h);
    double square = (3 * secant - 2 * slope[i] - slope[i + 1]) / h;
    double value = ((cubic * t + square) * t + slope[i]) * t + y[i];
    // Rounding may leave the range by an ulp; the promise holds to the bit.
    return Math.clamp(value, Math.min(y[i], y[i + 1]), Math.max(y[i], y[i + 1]));
  }

  private int intervalOf(double at) {
    int found = java.util.Arrays.binarySearch(x, at);
    return found >= 0 ? found : -found - 2;
  }

  private static double[] slopes(double[] x, double[] y) {
    int n = x.length;
    double[] slope = new double[n];
    for (int i = 1; i < n - 1; i++) {
      slope[i] = inner(x[i] - x[i - 1], y[i] - y[i - 1], x[i + 1] - x[i], y[i + 1] - y[i]);
    }
    if (n == 2) {
      slope[0] = (y[1] - y[0]) / (x[1] - x[0]);
      slope[1] = slope[0];
    } else if (n > 2) {
      slope[0] = end((y[1] - y[0]) / (x[1] - x[0]), slope[1]);
      slope[n - 1] = end((y[n - 1] - y[n - 2]) / (x[n - 1] - x[n - 2]), slope[n - 2]);
    }
    return slope;
  }

  private static double inner(double hLeft, double dLeft, double hRight, double dRight) {
    double left = dLeft / hLeft;
    double right = dRight / hRight;
    double parabola = (left * hRight + right * hLeft) / (hLeft + hRight);
    double steepest = Math.min(Math.min(Math.abs(left), Math.abs(right)), Math.abs(parabola) / 2);
    return (Math.signum(left) + Math.signum(right)) * steepest;
  }

  private static double end(double secant, double neighbour) {
    return (3 * secant - neighbour) / 2;
  }
}
