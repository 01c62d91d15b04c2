package app.waterline.engine.why;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.model.InvalidInput;
import app.waterline.model.Workspace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is watched while levers move.
 *
 * @param platform id of the platform
 * @param metric the figure
 * @param against id of the platform to divide by; null for the figure itself
 */
public record Gauge(
    String platform, Metric metric, @Nullable String against) {
  /** The figure of one platform. */
  public static Gauge of(String platform, Metric metric) {
    return new Gauge(platform, metric, null);
  }

  /** The figure, or why there is none. */
  public Result read(Evaluation evaluation) {
    Optional<PlatformEvaluation> mine = find(evaluation, platform);
    if (mine.isEmpty()) {
      return gone(platform);
    }
    if (against == null) {
      return mine.get().of(metric);
    }
    return find(evaluation, against)
        .map(other -> Evaluation.relative(mine.get(), other, metric))
        .orElseGet(() -> gone(against));
  }

  /** The figure with a lever moved; a value that the workspace refuses gives its refusal as the reason. */
  Result at(Evaluator evaluator, Workspace workspace, Lever lever, double value) {
    try {
      return read(evaluator.evaluate(lever.set(workspace, value)));
    } catch (InvalidInput refused) {
      return new NotAvailable(String.valueOf(refused.getMessage()));
    }
  }

  private static Optional<PlatformEvaluation> find(Evaluation evaluation, String id) {
    return evaluation.platforms().stream()
        .filter(each -> each.platform().id().equals(id))
        .findFirst();
  }

  private static Result gone(String id) {
    return new NotAvailable("no such platform: %s".formatted(id));
  }
}
