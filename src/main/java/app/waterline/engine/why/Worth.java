package app.waterline.engine.why;

import app.waterline.engine.Quality;
import java.util.List;

/**
 * What a driver is worth on one platform.
 *
 * @param ln logarithm of the factor that it makes; above 0 where it helps
 * @param quality the worst mark among the figures that it was computed from
 * @param grounds what it stands on
 * @param notes what a reader must know beside it
 */
public record Worth(double ln, Quality quality, Grounds grounds, List<String> notes) {
  /** How many times better the driver makes the platform: {@code e^ln}. */
  public double factor() {
    return Math.exp(ln);
  }
}
