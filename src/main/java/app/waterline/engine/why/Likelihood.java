package app.waterline.engine.why;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Quality;
import app.waterline.model.Distribution;
import app.waterline.model.Platform;
import app.waterline.model.Unit;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Where the figures of an uncertain cost come from: the draws, and the inputs that were drawn.
 *
 * @param draws of the headline costs
 * @param uncertain what is known of each uncertain lever
 * @param evaluation with every input at its value
 */
public record Likelihood(
    Uncertainty draws, Map<Lever, Distribution> uncertain, Evaluation evaluation) {

  /**
   * A percentile of a platform's cost.
   *
   * @param percent 5, 50 or 95, as it is read from the spread
   * @return empty where the platform has no cost in any draw
   */
  public Optional<Explained> percentile(
      String platform, int percent, ToDoubleFunction<Uncertainty.Spread> read) {
    return draws
        .spread(platform)
        .filter(Uncertainty.Spread::isPresent)
        .map(spread -> percentile(percent, read.applyAsDouble(spread)));
  }

  private Explained percentile(int percent, double value) {
    return inputs(Explained.of(
            evaluation.headline().unit(),
            value,
            "P%d of the cost".formatted(percent),
            "%d %% of the draws lie below".formatted(percent))
        .from("draws", draws.draws(), Unit.NONE));
  }

  /** The chance that one platform's tokens are cheaper than another's; empty where there is none. */
  public Optional<Explained> cheaper(Platform first, Platform second) {
    return draws
        .chanceCheaper(first.id(), second.id())
        .found()
        .map(chance -> Explained.of(
                Unit.SHARE,
                chance,
                "chance of being cheaper",
                "draws in which it is cheaper ÷ draws in which both have a cost")
            .from("draws", draws.draws(), Unit.NONE))
        .map(chance -> median(median(chance, first), second))
        .map(this::inputs);
  }

  private Explained median(Explained chance, Platform platform) {
    return percentile(platform.id(), 50, Uncertainty.Spread::p50)
        .map(median -> chance.from(platform.name() + ", P50", median.value(), median.unit()))
        .orElse(chance);
  }

  /** With the ends of every input that was drawn. */
  private Explained inputs(Explained figure) {
    Explained longer = figure.atBest(Quality.ASSUMED);
    for (Map.Entry<Lever, Distribution> each : uncertain.entrySet()) {
      DoubleUnaryOperator quantile = Quantiles.exact(each.getValue());
      Unit unit = each.getKey().input().unit();
      longer = longer
          .from(term(each.getKey(), 5), quantile.applyAsDouble(0.05), unit)
          .from(term(each.getKey(), 95), quantile.applyAsDouble(0.95), unit);
    }
    return longer;
  }

  /** The lever behind a term of an explanation. */
  public Optional<Lever> behind(String term) {
    return uncertain.keySet().stream()
        .filter(lever -> term.equals(term(lever, 5)) || term.equals(term(lever, 95)))
        .findFirst();
  }

  private String term(Lever lever, int percent) {
    String name = lever.input().label();
    return "%s, P%d"
        .formatted(
            lever
                .platform()
                .flatMap(evaluation.workspace()::platform)
                .map(owner -> owner.name() + ": " + name)
                .orElse(name),
            percent);
  }
}
