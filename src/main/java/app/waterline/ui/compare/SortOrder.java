package app.waterline.ui.compare;

import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which order the platforms stand.
 *
 * @param metric what sorts them; null for their own order
 * @param bestFirst whether the best comes first; platforms without a figure come last either way
 */
record SortOrder(@Nullable Metric metric, boolean bestFirst) {
  static final SortOrder OWN = new SortOrder(null, true);

  /** What a click on a metric leads to: best first, then worst first, then their own order. */
  SortOrder after(Metric clicked) {
    if (!clicked.equals(metric)) {
      return new SortOrder(clicked, true);
    }
    return bestFirst ? new SortOrder(clicked, false) : OWN;
  }

  /** The sign beside the metric that sorts. */
  String signAt(Metric row) {
    return !row.equals(metric) ? "" : bestFirst ? "→" : "←";
  }

  List<PlatformEvaluation> sorted(List<PlatformEvaluation> platforms) {
    Metric by = metric;
    if (by == null) {
      return platforms;
    }
    List<PlatformEvaluation> sorted = new ArrayList<>(platforms);
    sorted.sort(Comparator.comparingDouble(each -> rank(each, by)));
    return sorted;
  }

  private double rank(PlatformEvaluation platform, Metric by) {
    boolean rising = (by.better() == Metric.Better.LOWER) == bestFirst;
    return platform
        .of(by)
        .figure()
        .map(Explained::value)
        .map(value -> rising ? value : -value)
        .orElse(Double.POSITIVE_INFINITY);
  }
}
