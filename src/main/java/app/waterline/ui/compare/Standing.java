package app.waterline.ui.compare;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.format.QuantityFormat;

/** How a platform stands against the baseline in one metric. */
enum Standing {
  BASELINE("", "standing-baseline"),
  BETTER("▲", "standing-better"),
  WORSE("▼", "standing-worse"),
  SAME("", "standing-same"),
  UNKNOWN("", "standing-unknown");

  /** Factors that read as 1.00. */
  private static final double LEVEL = 1.005;

  private final String sign;
  private final String styleClass;

  Standing(String sign, String styleClass) {
    this.sign = sign;
    this.styleClass = styleClass;
  }

  String sign() {
    return sign;
  }

  String styleClass() {
    return styleClass;
  }

  static Standing of(Evaluation evaluation, PlatformEvaluation platform, Metric metric) {
    if (platform.platform().id().equals(evaluation.workspace().baseline())) {
      return BASELINE;
    }
    return switch (evaluation.relative(platform, metric)) {
      case Explained ratio -> of(ratio.value(), metric);
      case NotAvailable missing -> UNKNOWN;
    };
  }

  private static Standing of(double ratio, Metric metric) {
    if (ratio <= 0) {
      return UNKNOWN;
    }
    if (Math.max(ratio, 1 / ratio) < LEVEL) {
      return SAME;
    }
    return (ratio < 1) == (metric.better() == Metric.Better.LOWER) ? BETTER : WORSE;
  }

  /** For example {@code ▲ 34.0× lower}; empty for the baseline and where there is no ratio. */
  static String words(
      Evaluation evaluation, PlatformEvaluation platform, Metric metric, QuantityFormat format) {
    Standing standing = of(evaluation, platform, metric);
    if (standing == BASELINE || standing == UNKNOWN) {
      return "";
    }
    return evaluation
        .relative(platform, metric)
        .figure()
        .map(ratio -> (standing.sign() + " " + format.comparison(ratio.value())).strip())
        .orElse("");
  }
}
