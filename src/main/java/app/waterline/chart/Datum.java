package app.waterline.chart;

import app.waterline.engine.Quality;

/** A value of a chart, or the reason why there is none. */
public sealed interface Datum {
  /**
   * A value.
   *
   * @param value finite, in the unit of its axis
   * @param label the value as it is read, with its currency but without its unit
   * @param quality the mark that stands beside it
   */
  record Known(double value, String label, Quality quality) implements Datum {}

  /**
   * No value; never drawn as 0.
   *
   * @param reason why, in words
   */
  record Missing(String reason) implements Datum {}
}
