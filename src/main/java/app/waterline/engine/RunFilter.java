package app.waterline.engine;

import app.waterline.model.Configuration;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which measured runs to look at. Empty sets and null let everything pass.
 *
 * @param precisions precisions to keep
 * @param servingStacks serving software to keep
 * @param multiTokenPrediction true for runs with it only, false for runs without it only
 * @param disaggregated true for disaggregated runs only, false for aggregated ones only
 * @param from first date to keep, {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}; an undated run
 *     does not pass
 * @param to last date to keep, in the same forms
 */
public record RunFilter(
    Set<Precision> precisions,
    Set<String> servingStacks,
    @Nullable Boolean multiTokenPrediction,
    @Nullable Boolean disaggregated,
    @Nullable String from,
    @Nullable String to) {
  /** Lets every run pass. */
  public static final RunFilter ALL = new RunFilter(Set.of(), Set.of(), null, null, null, null);

  public RunFilter {
    precisions = Set.copyOf(precisions);
    servingStacks = Set.copyOf(servingStacks);
  }

  /** Whether the run passes. */
  public boolean accepts(OperatingPoint point) {
    Configuration run = point.configuration();
    return (precisions.isEmpty()
            || (run.precision() != null && precisions.contains(run.precision())))
        && (servingStacks.isEmpty() || servingStacks.contains(run.servingStack()))
        && (multiTokenPrediction == null || multiTokenPrediction == run.multiTokenPrediction())
        && (disaggregated == null || disaggregated == run.disaggregated())
        && isWithin(point.evidence().date());
  }

  /** The same platform with only the runs that pass. */
  public Platform on(Platform platform) {
    return equals(ALL)
        ? platform
        : platform.withOperatingPoints(
            platform.operatingPoints().stream().filter(this::accepts).toList());
  }

  private boolean isWithin(@Nullable String date) {
    if (from == null && to == null) {
      return true;
    }
    // A shorter date stands for all that it begins: 2026-03-31 lies within "to 2026-03".
    return date != null
        && (from == null || date.compareTo(from) >= 0 || from.startsWith(date))
        && (to == null || date.compareTo(to) <= 0 || date.startsWith(to));
  }
}
