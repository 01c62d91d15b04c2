package app.waterline.engine.why;

import app.waterline.engine.Quality;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One driver's part in a ratio: what it is worth on the candidate, less what it is worth on the
 * baseline.
 *
 * @param driver what it is
 * @param baseline its worth on the baseline; null where the baseline does not use it
 * @param candidate its worth on the candidate; null where the candidate does not use it
 */
public record Share(
    Driver driver, @Nullable Worth baseline, @Nullable Worth candidate) {
  /** Its part of the logarithm of the ratio; above 0 where it works for the candidate. */
  public double ln() {
    return (candidate == null ? 0 : candidate.ln()) - (baseline == null ? 0 : baseline.ln());
  }

  /** How many times better the driver makes the candidate than the baseline: {@code e^ln}. */
  public double factor() {
    return Math.exp(ln());
  }

  /** The worst mark on either side. */
  public Quality quality() {
    return sides().map(Worth::quality).reduce(Quality.MEASURED, Quality::worse);
  }

  /** What a reader must know beside it. */
  public List<String> notes() {
    return sides().flatMap(side -> side.notes().stream()).toList();
  }

  private Stream<Worth> sides() {
    return Stream.of(candidate, baseline).filter(Objects::nonNull);
  }
}
