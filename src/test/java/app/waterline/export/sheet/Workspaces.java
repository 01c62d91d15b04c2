package app.waterline.export.sheet;

import static app.waterline.Card.assumed;
import static app.waterline.Card.point;
import static app.waterline.Card.published;

import app.waterline.Card;
import app.waterline.export.Samples;
import app.waterline.model.Amortization;
import app.waterline.model.Capability;
import app.waterline.model.Configuration;
import app.waterline.model.Figure;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Planning;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Sizing;
import app.waterline.model.Sparsity;
import app.waterline.model.Throughput;
import app.waterline.model.TokenPrices;
import app.waterline.model.Workload;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The samples, and workspaces that have every kind of pricing, throughput and plan. */
final class Workspaces {
  private static final Workload WORKLOAD =
      new Workload("DeepSeek-R1", 37e9, 671e9, 1024, 1024, 0.2);

  private static final Scenario PLANNED = Scenario.DEFAULT
      .withWorkload(WORKLOAD)
      .withUtilization(0.7)
      .withTokenPrices(new TokenPrices(0.5, 0.1, 2.0, null))
      .withThroughputGrowth(0.1)
      .withTokenPriceDecline(0.15)
      .withPowerInflation(0.03);

  private Workspaces() {}

  static Map<String, Workspace> all() {
    Map<String, Workspace> all = new LinkedHashMap<>();
    for (String sample : List.of("hopper-vs-blackwell", "deepseek-r1-measured", "factory-10mw")) {
      all.put(sample, Samples.of(sample).workspace());
    }
    all.put("every kind, GPUs", every(PLANNED.withSizing(sized(Sizing.Basis.GPUS, 576))));
    all.put(
        "every kind, a part of a year",
        every(PLANNED
            .withHorizonYears(5.4)
            .withPlanning(new Planning(null, List.of(), 1, 9, 0.25))
            .withSizing(sized(Sizing.Basis.MEGAWATTS, 5))));
    all.put(
        "every kind, tokens by the hour",
        every(PLANNED
            .withPlanning(new Planning(null, day(), 0, 0, null))
            .withSizing(sized(Sizing.Basis.TOKENS_PER_DAY, 3e10))));
    all.put(
        "every kind, users",
        every(PLANNED
            .withTargetInteractivity(35.0)
            .withPlanning(new Planning(1.8, List.of(), 0, 6, 0.3))
            .withSizing(sized(Sizing.Basis.USERS, 20_000))));
    all.put("nothing sold, no lengths", every(Scenario.DEFAULT));
    return all;
  }

  private static Sizing sized(Sizing.Basis basis, double amount) {
    return new Sizing(basis, amount);
  }

  private static List<Double> day() {
    return IntStream.range(0, 24)
        .mapToObj(hour -> 1 + 0.8 * Math.sin(hour / 24.0 * 6.28))
        .toList();
  }

  /** The workload with another share of its input from the cache. */
  static Workload cached(Workload workload, double share) {
    return new Workload(
        workload.model(),
        workload.activeParameters(),
        workload.totalParameters(),
        workload.isl(),
        workload.osl(),
        share);
  }

  private static Workspace every(Scenario scenario) {
    List<Platform> platforms = new ArrayList<>();
    platforms.add(rented());
    platforms.add(owned("Own, annuity", Amortization.ANNUITY, null));
    platforms.add(owned("Own, straight", Amortization.STRAIGHT_LINE, null));
    platforms.add(owned("Own in colocation", Amortization.ANNUITY, 140.0));
    platforms.add(measured());
    platforms.add(outputOnly());
    platforms.add(Card.named("API")
        .priced(new Pricing.HostedApi(published(0.55), published(0.14), published(2.19)))
        .platform());
    platforms.add(Card.named("Empty").platform());
    return Card.workspace(scenario, platforms.toArray(Platform[]::new));
  }

  private static Platform rented() {
    return Card.named("Rented, power inside")
        .rentedWithPowerAt(2.1, 0.07)
        .power(new Power(published(1.7), PowerBasis.UTILITY, published(1.2), published(0.3)))
        .quotedPeak(Precision.FP8, Sparsity.SPARSE, 4)
        .peak(Precision.FP4, Sparsity.DENSE, 9)
        .switchedOff(Capability.FP4, 1.7)
        .switchedOff(Capability.MULTI_TOKEN_PREDICTION, 1.4)
        .delivering(new ManualThroughput(
            published(1500), published(900), null, published(60), Precision.FP4))
        .platform();
  }

  private static Platform owned(
      String name, Amortization amortization, @Nullable Double colocation) {
    Figure facility = colocation == null ? published(11_000) : null;
    return Card.named(name)
        .gpusPerSystem(72)
        .power(new Power(published(1.4), PowerBasis.CRITICAL_IT, null, assumed(0.25)))
        .peak(Precision.FP8, Sparsity.DENSE, 5)
        .priced(new Pricing.Owned(
            amortization,
            published(42_000),
            published(3),
            published(0.15),
            facility,
            facility == null ? null : published(15),
            colocation == null ? null : published(colocation),
            published(0.05),
            published(1_200)))
        .delivering(
            new ManualThroughput(published(2400), null, published(1100), null, Precision.FP8))
        .platform();
  }

  private static Platform measured() {
    Configuration other = new Configuration(
        "DeepSeek-R1",
        Card.plainRun().workloadKind(),
        1024,
        1024,
        Precision.FP4,
        "TRT-LLM",
        true,
        false,
        false,
        false);
    return Card.named("Measured")
        .rented(3.1)
        .power(2.0)
        .peak(Precision.FP8, Sparsity.DENSE, 4.5)
        .measured(point(Card.plainRun(), 20, new Throughput(3000.0, 1400.0, 1600.0)))
        .measured(point(Card.plainRun(), 35, new Throughput(2500.0, 1200.0, 1300.0)))
        .measured(point(Card.plainRun(), 60, new Throughput(1100.0, 500.0, 600.0)))
        .measured(point(Card.plainRun(), 90, new Throughput(300.0, 140.0, 160.0)))
        .measured(point(Card.plainRun(), 50, new Throughput(900.0, 400.0, 500.0)))
        .measured(point(other, 30, new Throughput(2600.0, null, 1250.0)))
        .measured(point(other, 80, new Throughput(1500.0, null, 700.0)))
        .platform();
  }

  private static Platform outputOnly() {
    return Card.named("Output only")
        .rented(1.9)
        .measured(point(Card.plainRun(), 25, new Throughput(null, null, 700.0)))
        .platform();
  }
}
