package app.waterline.chart;

/** How values become lengths. */
public enum Scale {
  LINEAR,
  /** Equal lengths are equal factors; values must be above 0. */
  LOG,
  /** Milliseconds since 1970, UTC, read as dates. */
  DATE
}
