package app.waterline.export.report;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Quality;
import app.waterline.model.Evidence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the figures of a platform come from.
 *
 * @param platform its name
 * @param lines a source each, with its mark and its date; assumptions first
 */
record Sources(String platform, List<String> lines) {
  /** Those of every platform. */
  static List<Sources> of(Evaluation evaluation) {
    return evaluation.platforms().stream().map(Sources::of).toList();
  }

  /** Those of one platform. */
  static Sources of(PlatformEvaluation each) {
    Set<Evidence> found = new LinkedHashSet<>();
    for (Metric metric : Metric.values()) {
      each.of(metric).figure().map(Explained::sources).ifPresent(found::addAll);
    }
    List<String> lines = found.stream()
        .sorted((one, other) -> other.kind().compareTo(one.kind()))
        .map(Sources::line)
        .distinct()
        .toList();
    return new Sources(each.platform().name(), lines);
  }

  private static String line(Evidence evidence) {
    String dated =
        evidence.date() == null ? evidence.source() : evidence.source() + ", " + evidence.date();
    return ChartTexts.mark(quality(evidence.kind())) + " " + dated;
  }

  private static Quality quality(Evidence.Kind kind) {
    return switch (kind) {
      case MEASURED -> Quality.MEASURED;
      case PUBLISHED, VENDOR_CLAIM, QUOTE -> Quality.PUBLISHED;
      case ASSUMPTION -> Quality.ASSUMED;
    };
  }
}
