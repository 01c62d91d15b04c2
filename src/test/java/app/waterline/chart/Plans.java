package app.waterline.chart;

import static app.waterline.Card.published;

import app.waterline.Card;
import app.waterline.engine.Evaluator;
import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.Planner;
import app.waterline.model.Amortization;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.PriceList;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Sizing;
import app.waterline.model.TokenPrices;
import app.waterline.model.Workload;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans that a factory must bear. */
final class Plans {
  /** Ten megawatts, for tokens at a dollar and four. */
  static final Scenario TEN_MEGAWATTS = Scenario.DEFAULT
      .withUtilization(0.6)
      .withWorkload(new Workload("DeepSeek-R1", null, null, 1000, 1000, 0))
      .withTokenPrices(new TokenPrices(1, null, 4))
      .withSizing(new Sizing(Sizing.Basis.MEGAWATTS, 10));

  private Plans() {}

  /** An old and a new machine, owned and rented, and where there are more a hosted API. */
  static Plan of(Scenario scenario, int size) {
    return Planner.plan(new Evaluator().evaluate(workspace(scenario, size)));
  }

  static Workspace workspace(Scenario scenario, int size) {
    List<Platform> platforms = new ArrayList<>();
    platforms.add(machine("Old Server", 8, 1.73, 48_612, null, 1_400, 0));
    platforms.add(machine("New Rack NVL72", 72, 2.1, 48_611, 120.0, 5_970, 1));
    for (int index = 2; index < size; index++) {
      platforms.add(
          index == 2 ? api() : machine("Machine " + index, 8, 2, 40_000, null, 900 * index, index));
    }
    PriceList list = new PriceList(
        "list",
        "Cloud A, on demand",
        "2026",
        "by the hour",
        List.of(
            new PriceList.Entry("Old Server GPU", published(2.45)),
            new PriceList.Entry("New Rack NVL72 GPU", published(5))));
    return Card.workspace(scenario, platforms.subList(0, size).toArray(Platform[]::new))
        .withPriceLists(List.of(list));
  }

  private static Platform machine(
      String name,
      int gpus,
      double kw,
      double capital,
      @Nullable Double colocation,
      double tokens,
      int color) {
    return Card.named(name)
        .gpusPerSystem(gpus)
        .power(kw)
        .priced(new Pricing.Owned(
            Amortization.ANNUITY,
            published(capital),
            published(4),
            published(0.2),
            colocation == null ? published(11_000) : null,
            colocation == null ? published(15) : null,
            colocation == null ? null : published(colocation),
            published(0.05),
            published(1_000)))
        .delivering(new ManualThroughput(
            published(tokens),
            published(tokens / 2),
            published(tokens / 2),
            published(50),
            Precision.FP8))
        .platform()
        .withIdAndColor(name, color);
  }

  private static Platform api() {
    return Card.named("Hosted API")
        .priced(new Pricing.HostedApi(published(0.55), null, published(2.19)))
        .platform()
        .withIdAndColor("Hosted API", 2);
  }
}
