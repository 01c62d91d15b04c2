package app.waterline.engine;

import app.waterline.model.Platform;
import app.waterline.model.TokenCount;
import app.waterline.model.Unit;
import app.waterline.model.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * Every figure of a workspace.
 *
 * @param workspace what was evaluated
 * @param platforms one for each platform of the workspace, in its order
 * @param derived what was computed from these figures since
 */
public record Evaluation(Workspace workspace, List<PlatformEvaluation> platforms, Derived derived) {
  Evaluation(Workspace workspace, List<PlatformEvaluation> platforms) {
    this(workspace, platforms, new Derived());
  }

  /** The platform that the others are compared with. */
  public Optional<PlatformEvaluation> baseline() {
    return platforms.stream()
        .filter(each -> each.platform().id().equals(workspace.baseline()))
        .findFirst();
  }

  /** What a platform is compared with: the baseline, where it is another. */
  public Optional<Platform> rivalOf(Platform platform) {
    return baseline()
        .map(PlatformEvaluation::platform)
        .filter(each -> !each.id().equals(platform.id()));
  }

  /** The metric that the headline price is counted in. */
  public Metric headline() {
    return headline(workspace.scenario().tokensCounted());
  }

  /** The cost metric for a way of counting tokens. */
  public static Metric headline(TokenCount counted) {
    return switch (counted) {
      case TOTAL -> Metric.COST_PER_MILLION_TOKENS;
      case INPUT -> Metric.COST_PER_MILLION_INPUT_TOKENS;
      case OUTPUT -> Metric.COST_PER_MILLION_OUTPUT_TOKENS;
    };
  }

  /** The throughput metric for a way of counting tokens. */
  public static Metric throughput(TokenCount counted) {
    return switch (counted) {
      case TOTAL -> Metric.TOKENS_PER_SECOND_PER_GPU;
      case INPUT -> Metric.INPUT_TOKENS_PER_SECOND_PER_GPU;
      case OUTPUT -> Metric.OUTPUT_TOKENS_PER_SECOND_PER_GPU;
    };
  }

  /** Candidate ÷ baseline for a metric, without unit. */
  public Result relative(PlatformEvaluation candidate, Metric metric) {
    return baseline()
        .map(base -> relative(candidate, base, metric))
        .orElseGet(() -> new NotAvailable("no baseline"));
  }

  /** Candidate ÷ baseline for a metric, without unit. */
  public static Result relative(
      PlatformEvaluation candidate, PlatformEvaluation baseline, Metric metric) {
    return candidate
        .of(metric)
        .and(baseline.of(metric), (mine, theirs) -> ratio(metric, mine, theirs))
        .then(Evaluation::finite);
  }

  private static Explained ratio(Metric metric, Explained candidate, Explained baseline) {
    return Explained.of(
            Unit.RATIO,
            candidate.value() / baseline.value(),
            metric.key() + ", relative",
            "candidate ÷ baseline")
        .from("candidate", candidate)
        .from("baseline", baseline);
  }

  private static Result finite(Explained ratio) {
    return Double.isFinite(ratio.value()) ? ratio : new NotAvailable("the baseline is zero");
  }
}
