package app.waterline.engine.why;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.model.InvalidInput;
import app.waterline.model.TokenCount;
import java.util.List;
import java.util.Optional;

/**
 * Why one platform is better than another: the logarithm of their ratio, shared out without a rest.
 * What both platforms use counts with the difference of what it is worth on each; utilization is the
 * scenario's and cancels. The price of a GPU-hour and its throughput multiply, so that the subsets of price
 * and power and those of what acts on throughput are evaluated apart and come to the same shares.
 *
 * @param subject what is compared
 * @param baseline id of the baseline
 * @param candidate id of the candidate
 * @param baselineFigure the baseline's figure
 * @param candidateFigure the candidate's figure
 * @param shares one for each driver, in the order of {@link Driver}; their {@code ln} add up to {@link
 *     #ln()}
 * @see "docs/model.md, section 7"
 */
public record Decomposition(
    Subject subject,
    String baseline,
    String candidate,
    Explained baselineFigure,
    Explained candidateFigure,
    List<Share> shares) {
  /** What is compared. */
  public enum Subject {
    /** The headline cost of a million tokens, counted as the scenario counts; lower is better. */
    COST,
    /** Delivered tokens per second and MW, input and output; higher is better. */
    TOKENS_PER_MEGAWATT
  }

  public Decomposition {
    shares = List.copyOf(shares);
  }

  /** Logarithm of how many times better the candidate is. */
  public double ln() {
    double ratio = candidateFigure.value() / baselineFigure.value();
    return subject == Subject.COST ? -Math.log(ratio) : Math.log(ratio);
  }

  /** How many times better the candidate is; below 1 where it is worse. */
  public double factor() {
    return Math.exp(ln());
  }

  /** How many times cheaper the candidate's GPU-hour is, whatever of it comes from its power. */
  public double hourFactor() {
    return Math.exp(shares.stream()
        .filter(share -> share.driver() == Driver.PRICE || share.driver() == Driver.POWER)
        .mapToDouble(Share::ln)
        .sum());
  }

  /** The share of a driver; none where the two do not differ in it. */
  public Optional<Share> share(Driver driver) {
    return shares.stream().filter(share -> share.driver() == driver).findFirst();
  }

  /**
   * Decomposes the ratio of two platforms.
   *
   * @return the shares, or which of the platforms has no such figure and why
   * @throws InvalidInput where the workspace has no platform with one of the ids
   */
  public static Outcome<Decomposition> of(
      Evaluation evaluation, String baseline, String candidate, Subject subject) {
    PlatformEvaluation first = platform(evaluation, baseline);
    PlatformEvaluation second = platform(evaluation, candidate);
    TokenCount counted = subject == Subject.COST
        ? evaluation.workspace().scenario().tokensCounted()
        : TokenCount.TOTAL;
    Metric metric =
        subject == Subject.COST ? Evaluation.headline(counted) : Metric.TOKENS_PER_SECOND_PER_MW;
    Sharing sharing = new Sharing(evaluation.workspace().scenario(), counted, first, second);
    return figure(first, metric, counted)
        .then(mine -> figure(second, metric, counted)
            .then(theirs -> new Outcome.Found<>(new Decomposition(
                subject, baseline, candidate, mine, theirs, sharing.shares(subject)))));
  }

  private static PlatformEvaluation platform(Evaluation evaluation, String id) {
    return evaluation.platforms().stream()
        .filter(each -> each.platform().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new InvalidInput(
            "The workspace has no such platform [%s]. Name one of its platforms.".formatted(id)));
  }

  /** The compared figure; it must follow from a throughput, which a hosted API does not have. */
  private static Outcome<Explained> figure(
      PlatformEvaluation platform, Metric metric, TokenCount counted) {
    return switch (Game.counted(platform.delivery(), counted).then(each -> platform.of(metric))) {
      case Explained found ->
        found.value() > 0
            ? new Outcome.Found<>(found)
            : missing(platform, "the GPU-hour costs nothing");
      case NotAvailable none -> missing(platform, none.reason());
    };
  }

  private static Outcome<Explained> missing(PlatformEvaluation platform, String reason) {
    return new Outcome.None<>("%s: %s".formatted(platform.platform().name(), reason));
  }
}
