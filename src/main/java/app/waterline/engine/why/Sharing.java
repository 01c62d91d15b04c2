package app.waterline.engine.why;

import app.waterline.engine.Explained;
import app.waterline.engine.FacilityPower;
import app.waterline.engine.GpuHourCost;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.engine.SwitchableCurves;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Hardware;
import app.waterline.model.Platform;
import app.waterline.model.Scenario;
import app.waterline.model.TokenCount;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shares out the ratio of two platforms over what they differ in. */
final class Sharing {
  private final Scenario scenario;
  private final TokenCount counted;
  private final Contender baseline;
  private final Contender candidate;

  /** A platform with its curves, and the capabilities that it makes use of. */
  private record Contender(
      PlatformEvaluation evaluation, SwitchableCurves curves, Set<Capability> inUse) {
    static Contender of(PlatformEvaluation evaluation, Scenario scenario) {
      Platform platform = evaluation.platform();
      SwitchableCurves curves = SwitchableCurves.of(platform, scenario.workload());
      Set<Capability> inUse = platform.operatingPoints().isEmpty()
          ? switchedOn(platform)
          : curves.usedWith(Game.on(platform));
      return new Contender(evaluation, curves, inUse);
    }

    private static Set<Capability> switchedOn(Platform platform) {
      Set<Capability> on = EnumSet.noneOf(Capability.class);
      platform.stack().forEach((Capability capability, CapabilityState state) -> {
        if (state.on()) {
          on.add(capability);
        }
      });
      return on;
    }

    Platform platform() {
      return evaluation.platform();
    }
  }

  Sharing(
      Scenario scenario,
      TokenCount counted,
      PlatformEvaluation baseline,
      PlatformEvaluation candidate) {
    this.scenario = scenario;
    this.counted = counted;
    this.baseline = Contender.of(baseline, scenario);
    this.candidate = Contender.of(candidate, scenario);
  }

  /** The shares in the order of their drivers; both platforms have the figures that the subject needs. */
  List<Share> shares(Decomposition.Subject subject) {
    Map<Driver, Worth> mine = worths(baseline, candidate, subject);
    Map<Driver, Worth> theirs = worths(candidate, baseline, subject);
    if (subject == Decomposition.Subject.COST) {
      throughPower().ifPresent(ln -> split(ln, mine, theirs));
    }
    return Stream.of(Driver.values())
        .filter(driver -> mine.containsKey(driver) || theirs.containsKey(driver))
        .map(driver -> new Share(driver, mine.get(driver), theirs.get(driver)))
        .toList();
  }

  private Map<Driver, Worth> worths(
      Contender player, Contender other, Decomposition.Subject subject) {
    Map<Driver, Worth> worths = new Game(
            player.platform(),
            scenario,
            counted,
            player.curves(),
            player.inUse(),
            pace(player, other))
        .worths();
    switch (subject) {
      case COST -> worths.put(Driver.PRICE, outlay(price(player)));
      case TOKENS_PER_MEGAWATT -> worths.put(Driver.POWER, outlay(power(player)));
    }
    return worths;
  }

  /** What the power makes of the price stands by itself; the price keeps the rest. */
  private void split(double ln, Map<Driver, Worth> mine, Map<Driver, Worth> theirs) {
    theirs.computeIfPresent(
        Driver.PRICE,
        (driver, hour) -> new Worth(hour.ln() - ln, hour.quality(), hour.grounds(), hour.notes()));
    mine.put(Driver.POWER, powerWorth(baseline, 0));
    theirs.put(Driver.POWER, powerWorth(candidate, ln));
  }

  private Worth powerWorth(Contender contender, double ln) {
    Explained power = power(contender);
    return new Worth(
        ln,
        power.quality().worse(price(contender).quality()),
        new Grounds.Amount(power),
        List.of());
  }

  /**
   * The part of the GPU-hours' ratio that comes from the power of the GPUs: its Shapley value over the
   * four combinations of whose price and whose power. Empty where neither price follows the power.
   */
  private OptionalDouble throughPower() {
    double one = price(baseline).value();
    double other = price(candidate).value();
    OptionalDouble mixed = priced(baseline, candidate);
    OptionalDouble crossed = priced(candidate, baseline);
    if (mixed.isEmpty()
        || crossed.isEmpty()
        || (mixed.getAsDouble() == one && crossed.getAsDouble() == other)) {
      return OptionalDouble.empty();
    }
    double first = Math.log(one / mixed.getAsDouble());
    double last = Math.log(crossed.getAsDouble() / other);
    return OptionalDouble.of((first + last) / 2);
  }

  /** A GPU-hour at the price of one and with the power of another; empty where there is no such. */
  private OptionalDouble priced(Contender price, Contender power) {
    Hardware own = price.platform().hardware();
    Hardware other = power.platform().hardware();
    if (own == null || other == null || other.power() == null) {
      return OptionalDouble.empty();
    }
    return GpuHourCost.of(price.platform().withHardware(own.withPower(other.power())), scenario)
        .figure()
        .filter(cost -> cost.value() > 0)
        .map(cost -> OptionalDouble.of(cost.value()))
        .orElse(OptionalDouble.empty());
  }

  /** The less there is of it, the better. */
  private static Worth outlay(Explained figure) {
    return new Worth(
        -Math.log(figure.value()), figure.quality(), new Grounds.Amount(figure), List.of());
  }

  /** How fast the other serves its users, where the player was chosen at a slower point. */
  private @Nullable Double pace(Contender player, Contender other) {
    Double own = player.evaluation().delivery().interactivity();
    Double faster = other.evaluation().delivery().interactivity();
    boolean differs = scenario.targetInteractivity() == null
        && own != null
        && faster != null
        && own < faster
        && !player.platform().operatingPoints().isEmpty();
    return differs ? faster : null;
  }

  private Explained price(Contender contender) {
    return present(contender.evaluation().of(Metric.COST_PER_GPU_HOUR));
  }

  private Explained power(Contender contender) {
    return present(FacilityPower.provisioned(contender.platform().hardware(), scenario));
  }

  private static Explained present(Result result) {
    return switch (result) {
      case Explained figure -> figure;
      case NotAvailable missing -> throw new IllegalStateException(missing.reason());
    };
  }
}
