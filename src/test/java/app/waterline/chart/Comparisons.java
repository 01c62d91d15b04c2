package app.waterline.chart;

import static app.waterline.Card.named;
import static app.waterline.Card.published;

import app.waterline.Card;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Sparsity;
import java.util.ArrayList;
import java.util.List;

/** Evaluations of the sizes that a comparison must bear. */
public final class Comparisons {
  private static final List<String> NAMES = List.of(
      "HGX H200",
      "GB300 NVL72",
      "GB200 NVL72",
      "MI355X",
      "B200",
      "Hosted API with a long name",
      "TPU v7 Ironwood",
      "Trainium 2 UltraServer",
      "MI300X",
      "H100",
      "Gaudi 3",
      "Vera Rubin NVL144");

  private Comparisons() {}

  /** The published table: NVIDIA's Hopper and Blackwell rows, unrounded. */
  public static Evaluation published2() {
    return of(List.of(hopper(), blackwell()));
  }

  /** The published table under another scenario. */
  public static Evaluation published2(Scenario scenario) {
    return new Evaluator().evaluate(Card.workspace(scenario, hopper(), blackwell()));
  }

  /** The published table, a hosted API in sixth place, and more up to the given number. */
  public static Evaluation ofSize(int size) {
    List<Platform> platforms = new ArrayList<>(List.of(hopper(), blackwell()));
    for (int index = 2; index < size; index++) {
      platforms.add(index == 5 ? hosted() : other(index));
    }
    return of(platforms.subList(0, size));
  }

  private static Evaluation of(List<Platform> platforms) {
    return new Evaluator()
        .evaluate(Card.workspace(Scenario.DEFAULT, platforms.toArray(Platform[]::new)));
  }

  private static Platform hopper() {
    return named("HGX H200")
        .rented(1.41)
        .power(1.73)
        .quotedPeak(Precision.FP8, Sparsity.SPARSE, 3.958)
        .delivering(93.25)
        .platform();
  }

  private static Platform blackwell() {
    return named("GB300 NVL72")
        .rented(2.652)
        .power(2.1)
        .quotedPeak(Precision.FP4, Sparsity.DENSE, 15)
        .delivering(5970)
        .platform()
        .withIdAndColor("GB300 NVL72", 1);
  }

  private static Platform hosted() {
    return named(NAMES.get(5))
        .priced(new Pricing.HostedApi(published(0.55), null, published(2.19)))
        .platform()
        .withIdAndColor(NAMES.get(5), 5);
  }

  private static Platform other(int index) {
    return named(NAMES.get(index))
        .rented(1 + 0.37 * index)
        .power(1.2 + 0.1 * index)
        .quotedPeak(Precision.FP8, Sparsity.DENSE, 1 + 0.6 * index)
        .delivering(220.0 * (index * index % 11 + 1))
        .platform()
        .withIdAndColor(NAMES.get(index), index % Platform.COLORS);
  }
}
