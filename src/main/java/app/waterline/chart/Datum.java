package app.waterline.chart;

import app.waterline.engine.Quality;
import app.waterline.engine.why.Band;
import org.jspecify.annotations.Nullable;

/** A value of a chart, or the reason why there is none. */
public sealed interface Datum {
  /**
   * A value.
   *
   * @param value finite, in the unit of its axis
   * @param label the value as it is read, with its currency but without its unit
   * @param quality the mark that stands beside it
   * @param band how far it may be off; null for an exact one
   */
  record Known(
      double value, String label, Quality quality, @Nullable Band band) implements Datum {
    /** An exact value. */
    public Known(double value, String label, Quality quality) {
      this(value, label, quality, null);
    }
  }

  /**
   * No value; never drawn as 0.
   *
   * @param reason why, in words
   */
  record Missing(String reason) implements Datum {}
}
