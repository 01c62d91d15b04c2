package app.waterline.chart;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.model.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** States in a sentence what a comparison of platforms has found. */
final class Finding {
  /** Factors that read as 1.00. */
  private static final double LEVEL = 1.005;

  private record Placed(String id, String name, double value) {}

  private final Evaluation evaluation;
  private final Metric metric;
  private final ChartTexts texts;
  private final List<Placed> ranking;

  private Finding(Evaluation evaluation, Metric metric, ChartTexts texts) {
    this.evaluation = evaluation;
    this.metric = metric;
    this.texts = texts;
    Comparator<Placed> rising = Comparator.comparingDouble(Placed::value);
    this.ranking = evaluation.platforms().stream()
        .flatMap(each -> placed(each, metric).stream())
        .sorted(metric.better() == Metric.Better.LOWER ? rising : rising.reversed())
        .toList();
  }

  static String of(Evaluation evaluation, Metric metric, ChartTexts texts) {
    return new Finding(evaluation, metric, texts).sentence();
  }

  private static Optional<Placed> placed(PlatformEvaluation each, Metric metric) {
    Optional<Explained> figure = each.of(metric).figure();
    return figure.map(
        known -> new Placed(each.platform().id(), each.platform().name(), known.value()));
  }

  private String sentence() {
    return switch (ranking.size()) {
      case 0 ->
        evaluation.platforms().isEmpty()
            ? texts.get("finding.empty")
            : texts.get("finding.none", texts.name(metric));
      case 1 ->
        texts.get(
            "finding.only", best().name(), texts.name(metric), shown(best().value()));
      default -> compared(best(), rival());
    };
  }

  private Placed best() {
    return ranking.getFirst();
  }

  /** The baseline; where that is the best itself or has no figure, the runner-up. */
  private Placed rival() {
    return ranking.stream()
        .skip(1)
        .filter(each -> each.id().equals(evaluation.workspace().baseline()))
        .findFirst()
        .orElseGet(() -> ranking.get(1));
  }

  private String compared(Placed best, Placed other) {
    boolean ratios = metric.unit() != Unit.SHARE || metric == Metric.FLOPS_YIELD;
    if (!ratios || Math.min(best.value(), other.value()) <= 0) {
      return extreme(best);
    }
    double factor = Math.max(best.value(), other.value()) / Math.min(best.value(), other.value());
    return factor < LEVEL ? level(best, other) : byFactor(best, other, factor);
  }

  private String extreme(Placed best) {
    boolean lower = metric.better() == Metric.Better.LOWER;
    return texts.get(
        lower ? "finding.lowest" : "finding.highest",
        best.name(),
        texts.name(metric),
        shown(best.value()));
  }

  private String level(Placed best, Placed other) {
    return texts.get(
        "finding.level", best.name(), other.name(), shown(best.value()), texts.name(metric));
  }

  private String byFactor(Placed best, Placed other, double factor) {
    String found =
        texts.get("finding." + metric.key(), best.name(), texts.format().ratio(factor));
    if (evaluation.platforms().size() == 2) {
      return found;
    }
    boolean lower = metric.better() == Metric.Better.LOWER;
    return texts.get(lower ? "finding.than" : "finding.of", found, other.name());
  }

  private String shown(double value) {
    return texts.format().number(value, metric.unit());
  }
}
