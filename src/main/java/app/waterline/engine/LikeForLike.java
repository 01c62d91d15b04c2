package app.waterline.engine;

import app.waterline.model.Hardware;
import app.waterline.model.Precision;
import app.waterline.model.QuotedPeak;
import app.waterline.model.Sparsity;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * FLOPS per dollar of two platforms whose vendors quote peaks that can't be compared, and the same at
 * one precision without sparsity.
 *
 * @param baselineQuoted the peak that is quoted for the baseline
 * @param candidateQuoted the peak that is quoted for the candidate
 * @param precision the precision that both are compared at, dense
 * @param baseline PFLOP/s per $/h at that precision
 * @param candidate PFLOP/s per $/h at that precision
 */
public record LikeForLike(
    QuotedPeak baselineQuoted,
    QuotedPeak candidateQuoted,
    Precision precision,
    Explained baseline,
    Explained candidate) {

  /** The comparison, if the quoted peaks differ in kind and both platforms have one in common. */
  static Optional<LikeForLike> of(PlatformEvaluation baseline, PlatformEvaluation candidate) {
    Hardware left = baseline.platform().hardware();
    Hardware right = candidate.platform().hardware();
    QuotedPeak mine = left == null ? null : left.quotedPeak();
    QuotedPeak theirs = right == null ? null : right.quotedPeak();
    if (mine == null || theirs == null || mine.equals(theirs)) {
      return Optional.empty();
    }
    return Stream.of(mine.precision(), theirs.precision())
        .flatMap(precision -> dense(baseline, precision)
            .flatMap(first -> dense(candidate, precision)
                .map(second -> new LikeForLike(mine, theirs, precision, first, second)))
            .stream())
        .findFirst();
  }

  private static Optional<Explained> dense(PlatformEvaluation platform, Precision precision) {
    return platform
        .of(Metric.COST_PER_GPU_HOUR)
        .then(cost -> Metrics.pflopsPerDollar(
            platform.platform().hardware(), new QuotedPeak(precision, Sparsity.DENSE), cost))
        .figure();
  }
}
