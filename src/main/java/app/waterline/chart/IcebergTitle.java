package app.waterline.chart;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.why.Decomposition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * States in a sentence what the icebergs show.
 *
 * @param evaluation the figures
 * @param texts words and numbers
 * @param shown the platforms in the picture
 */
record IcebergTitle(Evaluation evaluation, ChartTexts texts, List<PlatformEvaluation> shown) {
  /** Factors that read as 1.00. */
  private static final double LEVEL = 1.005;

  private enum Side {
    LESS,
    LEVEL,
    MORE
  }

  /** The best of the candidates against the baseline; where none can be compared, what is known. */
  String sentence(List<Decomposition> answers) {
    return answers.stream()
        .filter(each -> !each.candidate().equals(each.baseline()))
        .max(Comparator.comparingDouble(Decomposition::ln))
        .map(this::compared)
        .orElseGet(this::alone);
  }

  private String compared(Decomposition best) {
    double price = best.hourFactor();
    Side token = side(best.factor());
    Side hour = side(price);
    String tokens = texts.get(
        (shown.size() > 2 ? "iceberg.tokensThan." : "iceberg.tokens.") + token,
        name(best.candidate()),
        times(best.factor()),
        name(best.baseline()));
    boolean opposed = token != Side.LEVEL && hour != Side.LEVEL && token != hour;
    return texts.get(
        opposed ? "iceberg.though" : "iceberg.and",
        tokens,
        texts.get("iceberg.hour." + hour, times(price)));
  }

  /** Above 1, cheaper. */
  private static Side side(double factor) {
    return factor > LEVEL ? Side.LESS : factor < 1 / LEVEL ? Side.MORE : Side.LEVEL;
  }

  private String times(double factor) {
    return texts.format().ratio(Math.max(factor, 1 / factor));
  }

  private String name(String id) {
    return shown.stream()
        .map(PlatformEvaluation::platform)
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private String alone() {
    Optional<PlatformEvaluation> first = shown.stream()
        .filter(each -> each.of(evaluation.headline()) instanceof Explained)
        .findFirst();
    if (first.isEmpty()) {
      return texts.get(shown.isEmpty() ? "finding.empty" : "iceberg.nothing");
    }
    Explained cost = first.get().of(evaluation.headline()).figure().orElseThrow();
    return texts.get(
        "iceberg.only",
        first.get().platform().name(),
        texts.format().number(cost.value(), cost.unit()),
        texts.get("iceberg.counted." + evaluation.workspace().scenario().tokensCounted()));
  }
}
