package app.waterline.engine;

import app.waterline.model.Configuration;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.TokenCount;
import app.waterline.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a platform had been measured to deliver by a date: the same GPUs, better software.
 *
 * @param date {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}, as the run's evidence gives it
 * @param tokensPerSecond the best tokens/s per GPU at the target among the runs up to that date,
 *     counted as asked
 * @param configuration what delivered it
 */
public record BestSoFar(String date, double tokensPerSecond, Configuration configuration) {
  /**
   * Every date at which the best changed, oldest first. Undated runs do not count.
   *
   * @param target tok/s/user, or null for the highest throughput at any interactivity
   * @param counted which tokens; a run that does not tell them does not count
   */
  public static List<BestSoFar> of(
      Platform platform, Workload workload, @Nullable Double target, TokenCount counted) {
    List<BestSoFar> steps = new ArrayList<>();
    for (String date : dates(platform)) {
      best(platform, workload, target, counted, date)
          .filter(step -> steps.isEmpty() || step.tokensPerSecond > steps.getLast().tokensPerSecond)
          .ifPresent(steps::add);
    }
    return List.copyOf(steps);
  }

  private static List<String> dates(Platform platform) {
    return platform.operatingPoints().stream()
        .map(point -> point.evidence().date())
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  private static Optional<BestSoFar> best(
      Platform platform,
      Workload workload,
      @Nullable Double target,
      TokenCount counted,
      String date) {
    List<OperatingPoint> known = platform.operatingPoints().stream()
        .filter(point -> isKnownBy(point, date))
        .toList();
    double wanted = target == null ? 0 : target;
    return new Envelope(Curves.allowed(platform.withOperatingPoints(known), workload))
        .bestAt(wanted)
        .flatMap(curve -> Optional.ofNullable(curve.rateAt(wanted, counted))
            .map(rate -> new BestSoFar(date, rate, curve.configuration())));
  }

  private static boolean isKnownBy(OperatingPoint point, String date) {
    String measured = point.evidence().date();
    return measured != null && measured.compareTo(date) <= 0;
  }
}
