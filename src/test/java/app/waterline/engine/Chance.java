package app.waterline.engine;

import static app.waterline.Card.published;

import app.waterline.Card;
import app.waterline.model.Amortization;
import app.waterline.model.Capability;
import app.waterline.model.Configuration;
import app.waterline.model.Figure;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Sparsity;
import app.waterline.model.Throughput;
import app.waterline.model.TokenPrices;
import app.waterline.model.Workload;
import app.waterline.model.WorkloadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Valid inputs by chance; the same seed always gives the same ones. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  double between(double low, double high) {
    return random.nextDouble(low, high);
  }

  /** From one order of magnitude to another, each as likely. */
  double magnitude(double low, double high) {
    return Math.exp(between(Math.log(low), Math.log(high)));
  }

  boolean toss() {
    return random.nextBoolean();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  Pricing pricing() {
    return switch (below(4)) {
      case 0 -> new Pricing.Rental(published(magnitude(0.5, 20)), null);
      case 1 -> new Pricing.Rental(published(between(5, 20)), published(between(0, 0.3)));
      default -> owned();
    };
  }

  Pricing.Owned owned() {
    boolean ownFacility = toss();
    return new Pricing.Owned(
        toss() ? Amortization.ANNUITY : Amortization.STRAIGHT_LINE,
        published(magnitude(1_000, 100_000)),
        published(between(2, 8)),
        published(between(0, 0.5)),
        ownFacility ? published(magnitude(1_000, 30_000)) : null,
        ownFacility ? published(between(10, 30)) : null,
        ownFacility ? null : published(between(0, 400)),
        published(between(0, 0.2)),
        published(magnitude(1, 5_000)));
  }

  Power power() {
    return toss()
        ? new Power(
            published(magnitude(0.3, 5)), PowerBasis.CRITICAL_IT, null, published(between(0, 1)))
        : new Power(
            published(magnitude(0.3, 5)),
            PowerBasis.UTILITY,
            published(between(1, 1.6)),
            published(between(0, 1)));
  }

  Card card(String id) {
    return Card.named(id)
        .priced(pricing())
        .power(power())
        .scaleUp(toss() ? 8 : 72)
        .quotedPeak(Precision.FP8, toss() ? Sparsity.DENSE : Sparsity.SPARSE, between(1, 10))
        .peak(Precision.FP4, Sparsity.DENSE, between(2, 20));
  }

  /** A card with a throughput by hand. */
  Platform byHand(String id) {
    return card(id).delivering(magnitude(10, 50_000)).platform();
  }

  /** A card with measured points of several configurations and workloads. */
  Platform measured(String id) {
    Card card = card(id);
    for (int run = 0; run < 6; run++) {
      points(configuration(), 1 + below(12)).forEach(card::measured);
    }
    for (Capability capability : Capability.values()) {
      if (below(4) == 0) {
        card.switchedOff(capability, between(1, 3));
      }
    }
    return card.platform();
  }

  Configuration configuration() {
    return new Configuration(
        "DeepSeek-R1",
        WorkloadKind.SINGLE_TURN,
        toss() ? 1024 : 8192,
        1024,
        toss() ? Precision.FP8 : Precision.FP4,
        toss() ? "SGLang" : "Dynamo TensorRT-LLM",
        toss(),
        toss(),
        toss(),
        toss());
  }

  List<OperatingPoint> points(Configuration run, int count) {
    List<OperatingPoint> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // Whole numbers, so that ties happen.
      double total = 1 + below(2_000);
      double interactivity = 1 + below(100);
      points.add(new OperatingPoint(
          run,
          new Throughput(total, null, total * between(0.05, 0.95)),
          interactivity,
          null,
          null,
          null,
          null,
          toss() ? 8 : 36,
          null,
          null,
          Card.MEASURED));
    }
    return points;
  }

  Scenario scenario() {
    return Scenario.DEFAULT
        .withUtilization(between(0.05, 1))
        .withPowerPrice(between(0.01, 0.5))
        .withPue(toss() ? null : between(1, 1.8))
        .withTargetInteractivity(target())
        .withWorkload(workload())
        .withTokenPrices(
            toss() ? null : new TokenPrices(between(0, 3), between(0, 1), between(0, 12)))
        .withCostOfCapital(toss() ? 0 : between(0, 0.3));
  }

  @Nullable Double target() {
    return toss() ? null : between(1, 110);
  }

  Workload workload() {
    return new Workload(
        "DeepSeek-R1", 37e9, 671e9, toss() ? null : 1024, 1024, toss() ? 0 : between(0, 1));
  }

  /** The same price in a currency of which a dollar buys so many units. */
  static Pricing inCurrency(Pricing pricing, double units) {
    return switch (pricing) {
      case Pricing.Rental rental ->
        new Pricing.Rental(
            times(rental.ratePerGpuHour(), units), timesIfAny(rental.includedPowerPrice(), units));
      case Pricing.Owned owned ->
        new Pricing.Owned(
            owned.amortization(),
            times(owned.capitalPerGpu(), units),
            owned.lifeYears(),
            owned.residualShare(),
            timesIfAny(owned.facilityPerKw(), units),
            owned.facilityLifeYears(),
            timesIfAny(owned.colocationPerKwMonth(), units),
            owned.maintenanceShare(),
            times(owned.staffAndSoftwarePerGpuYear(), units));
      case Pricing.HostedApi api ->
        new Pricing.HostedApi(
            times(api.input(), units),
            timesIfAny(api.cachedInput(), units),
            times(api.output(), units));
    };
  }

  private static Figure times(Figure figure, double factor) {
    return new Figure(figure.value() * factor, figure.evidence());
  }

  private static @Nullable Figure timesIfAny(@Nullable Figure figure, double factor) {
    return figure == null ? null : times(figure, factor);
  }
}
