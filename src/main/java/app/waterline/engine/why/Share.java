package app.waterline.engine.why;

import app.waterline.engine.Quality;
import java.util.List;

/**
 * One driver's part in a ratio.
 *
 * @param driver what it is
 * @param ln its part of the logarithm of the ratio; above 0 where it works for the candidate
 * @param quality the worst mark among the figures that it was computed from
 * @param platform id of the platform on which it was switched on and off; the candidate's for what
 *     belongs to both
 * @param grounds what it stands on
 * @param notes what a reader must know beside it
 */
public record Share(
    Driver driver,
    double ln,
    Quality quality,
    String platform,
    Grounds grounds,
    List<String> notes) {
  /** How many times better the driver makes the candidate: {@code e^ln}. */
  public double factor() {
    return Math.exp(ln);
  }
}
