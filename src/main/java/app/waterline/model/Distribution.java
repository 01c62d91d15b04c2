package app.waterline.model;

/**
 * What is known of a number that is not known exactly. Its values are in the unit of the input that it
 * stands for.
 */
public sealed interface Distribution {
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
