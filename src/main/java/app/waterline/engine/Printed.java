package app.waterline.engine;

/**
 * A figure as somebody printed it: rounded, so that it stands for a range.
 *
 * @param text as printed, for example {@code 2.8M} or {@code 35x lower}
 * @param value what the digits say, for example 2,800,000 or 35
 * @param step one unit of the last printed digit; zeros that end a whole number only fill it up, so
 *     {@code 6,000} is exact to the thousand and {@code 4.20} to the hundredth
 * @param kind how a computed figure compares with it
 */
public record Printed(String text, double value, double step, Kind kind) {
  private static final double FIVE = 5;

  /** Lets a figure that lies on the edge of its range count as inside, whatever the last bit says. */
  private static final double ROUNDING = 1e-9;

  /** What the digits count. */
  public enum Kind {
    /** An amount in the metric's unit. */
    AMOUNT,
    /** Candidate ÷ baseline. */
    RATIO,
    /** Baseline ÷ candidate: "35x lower". */
    INVERSE_RATIO
  }

  /** How well a computed figure and the printed one agree. */
  public enum Agreement {
    /** Rounded, the computed figure gives the printed digits. */
    ROUNDED,
    /** The printed digits appear only when the further ones are cut off instead of rounded. */
    CUT_OFF,
    /** The printed ratio appears only when rounded to the nearest 5. */
    NEAREST_FIVE,
    /** The printed digits do not follow from the computed figure. */
    DISAGREES,
    /** There is no computed figure. */
    NOT_AVAILABLE
  }

  /**
   * How well the computed figure agrees with the printed one.
   *
   * @param computed in the metric's unit, or candidate ÷ baseline for a ratio
   */
  public Agreement agreementWith(double computed) {
    double shown = kind == Kind.INVERSE_RATIO ? 1 / computed : computed;
    double slack = ROUNDING * step;
    if (Math.abs(shown - value) <= step / 2 + slack) {
      return Agreement.ROUNDED;
    }
    if (shown >= value && shown < value + step - slack) {
      return Agreement.CUT_OFF;
    }
    boolean multipleOfFive = kind != Kind.AMOUNT && value % FIVE == 0;
    return multipleOfFive && Math.abs(shown - value) <= FIVE / 2
        ? Agreement.NEAREST_FIVE
        : Agreement.DISAGREES;
  }
}
