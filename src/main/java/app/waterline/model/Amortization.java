package app.waterline.model;

/** How capital is spread over its life. */
public enum Amortization {
  /** Equal yearly payments at the cost of capital, with the capital recovery factor (CRF). */
  ANNUITY,
  /** Equal yearly write-offs, and the cost of capital on the average of opening and closing book value. */
  STRAIGHT_LINE
}
