package app.waterline.engine.why;

import app.waterline.engine.Curve;
import app.waterline.engine.Curves;
import app.waterline.engine.Deliveries;
import app.waterline.engine.Delivery;
import app.waterline.engine.Explained;
import app.waterline.engine.GpuHourCost;
import app.waterline.model.Amortization;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.Input;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.TokenCount;
import app.waterline.model.Workspace;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The cost from coefficients that are taken out of the workspace once: the formulas of model.md,
 * sections 2 to 4, without their explanations, for a million evaluations at a time. A test holds it to
 * the engine's figures.
 *
 * @see GpuHourCost
 */
final class CompiledCost implements CostFunction {
  private static final double HOURS_PER_YEAR = 8760;
  private static final double MONTHS_PER_YEAR = 12;
  private static final double NEAR_ZERO = 0.05;

  /** The numbers that the cost depends on. */
  private static final List<Input> SLOTS = List.of(
      Input.UTILIZATION,
      Input.POWER_PRICE,
      Input.PUE,
      Input.TARGET_INTERACTIVITY,
      Input.COST_OF_CAPITAL,
      Input.RATE_PER_GPU_HOUR,
      Input.INCLUDED_POWER_PRICE,
      Input.CAPITAL_PER_GPU,
      Input.LIFE_YEARS,
      Input.RESIDUAL_SHARE,
      Input.FACILITY_PER_KW,
      Input.FACILITY_LIFE_YEARS,
      Input.COLOCATION_PER_KW_MONTH,
      Input.MAINTENANCE_SHARE,
      Input.STAFF_AND_SOFTWARE,
      Input.KW_PER_GPU,
      Input.REFERENCE_PUE,
      Input.IDLE_POWER_FRACTION,
      Input.TOKENS_PER_SECOND_PER_GPU);

  private static final int UTILIZATION = SLOTS.indexOf(Input.UTILIZATION);
  private static final int POWER_PRICE = SLOTS.indexOf(Input.POWER_PRICE);
  private static final int PUE = SLOTS.indexOf(Input.PUE);
  private static final int TARGET = SLOTS.indexOf(Input.TARGET_INTERACTIVITY);
  private static final int COST_OF_CAPITAL = SLOTS.indexOf(Input.COST_OF_CAPITAL);
  private static final int RATE = SLOTS.indexOf(Input.RATE_PER_GPU_HOUR);
  private static final int INCLUDED_POWER_PRICE = SLOTS.indexOf(Input.INCLUDED_POWER_PRICE);
  private static final int CAPITAL = SLOTS.indexOf(Input.CAPITAL_PER_GPU);
  private static final int LIFE = SLOTS.indexOf(Input.LIFE_YEARS);
  private static final int RESIDUAL = SLOTS.indexOf(Input.RESIDUAL_SHARE);
  private static final int FACILITY = SLOTS.indexOf(Input.FACILITY_PER_KW);
  private static final int FACILITY_LIFE = SLOTS.indexOf(Input.FACILITY_LIFE_YEARS);
  private static final int COLOCATION = SLOTS.indexOf(Input.COLOCATION_PER_KW_MONTH);
  private static final int MAINTENANCE = SLOTS.indexOf(Input.MAINTENANCE_SHARE);
  private static final int STAFF = SLOTS.indexOf(Input.STAFF_AND_SOFTWARE);
  private static final int POWER = SLOTS.indexOf(Input.KW_PER_GPU);
  private static final int REFERENCE_PUE = SLOTS.indexOf(Input.REFERENCE_PUE);
  private static final int IDLE = SLOTS.indexOf(Input.IDLE_POWER_FRACTION);
  private static final int THROUGHPUT = SLOTS.indexOf(Input.TOKENS_PER_SECOND_PER_GPU);

  private final boolean owned;
  private final boolean followsPower;
  private final boolean annuity;
  private final boolean rescaled;
  private final List<Curve> curves;
  private final double fastest;
  private final double factor;
  private final int[] slotOfLever;
  private final double[] slots;

  private double lastTarget = Double.NaN;
  private double throughputAtTarget = Double.NaN;
  private double lastCostOfCapital = Double.NaN;
  private double lastLife = Double.NaN;
  private double lastFacilityLife = Double.NaN;
  private double growth = Double.NaN;
  private double recovery = Double.NaN;
  private double discount = Double.NaN;
  private double facilityRecovery = Double.NaN;

  private CompiledCost(Parts parts, int[] slotOfLever) {
    this.owned = parts.owned;
    this.followsPower = parts.followsPower;
    this.annuity = parts.annuity;
    this.rescaled = parts.rescaled;
    this.curves = parts.curves;
    this.fastest = parts.fastest;
    this.factor = parts.factor;
    this.slotOfLever = slotOfLever;
    this.slots = parts.slots();
  }

  private CompiledCost(CompiledCost other) {
    this.owned = other.owned;
    this.followsPower = other.followsPower;
    this.annuity = other.annuity;
    this.rescaled = other.rescaled;
    this.curves = other.curves;
    this.fastest = other.fastest;
    this.factor = other.factor;
    this.slotOfLever = other.slotOfLever;
    this.slots = other.slots.clone();
  }

  static Optional<CompiledCost> of(Workspace workspace, Platform platform, List<Lever> levers) {
    int[] slotOfLever = new int[levers.size()];
    for (int i = 0; i < slotOfLever.length; i++) {
      Lever lever = levers.get(i);
      Optional<Integer> slot = slot(lever, platform);
      if (slot.isEmpty() || !hasPlace(lever, workspace)) {
        return Optional.empty();
      }
      slotOfLever[i] = slot.get();
    }
    List<Lever> felt = IntStream.range(0, slotOfLever.length)
        .filter(i -> slotOfLever[i] >= 0)
        .mapToObj(levers::get)
        .toList();
    return Parts.of(workspace.scenario(), platform, felt)
        .map(parts -> new CompiledCost(parts, slotOfLever));
  }

  /** The place of a lever; −1 where it does not touch the platform; empty where only the engine knows. */
  private static Optional<Integer> slot(Lever lever, Platform platform) {
    if (lever.platform().isPresent() && !lever.platform().get().equals(platform.id())) {
      return Optional.of(-1);
    }
    for (int i = 0; i < SLOTS.size(); i++) {
      if (SLOTS.get(i) == lever.input()) {
        boolean whole = i != THROUGHPUT || lever.id().endsWith("/throughput/tokensPerSecondPerGpu");
        return whole ? Optional.of(i) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** A value that is not there yet may bring more with it than itself; a target and a PUE do not. */
  private static boolean hasPlace(Lever lever, Workspace workspace) {
    return lever.input() == Input.TARGET_INTERACTIVITY
        || lever.input() == Input.PUE
        || lever.get(workspace).isPresent();
  }

  @Override
  public CompiledCost copy() {
    return new CompiledCost(this);
  }

  @Override
  public double at(double[] values) {
    for (int i = 0; i < slotOfLever.length; i++) {
      if (slotOfLever[i] >= 0) {
        slots[slotOfLever[i]] = values[i];
      }
    }
    double cost = costPerGpuHour();
    double tokensPerHour = 3600 * (throughput() * slots[UTILIZATION]);
    return cost < 0 ? Double.NaN : cost / tokensPerHour * 1e6;
  }

  private double throughput() {
    double target = slots[TARGET];
    if (curves.isEmpty()) {
      return target > fastest ? Double.NaN : slots[THROUGHPUT] * factor;
    }
    if (target != lastTarget) {
      lastTarget = target;
      throughputAtTarget = Double.NaN;
      for (Curve curve : curves) {
        if (curve.reaches(target)) {
          double total = curve.rateAt(target);
          throughputAtTarget = total <= throughputAtTarget ? throughputAtTarget : total;
        }
      }
    }
    return throughputAtTarget;
  }

  private double costPerGpuHour() {
    double power = rescaled ? slots[POWER] * slots[PUE] / slots[REFERENCE_PUE] : slots[POWER];
    double average = power * (slots[IDLE] + (1 - slots[IDLE]) * slots[UTILIZATION]);
    if (owned) {
      return ownership(power) + average * slots[POWER_PRICE];
    }
    if (!followsPower) {
      return slots[RATE];
    }
    double cost = slots[RATE] + average * (slots[POWER_PRICE] - slots[INCLUDED_POWER_PRICE]);
    return cost > 0 ? cost : Double.NaN;
  }

  private double ownership(double power) {
    remember(slots[COST_OF_CAPITAL], slots[LIFE], slots[FACILITY_LIFE]);
    double capital = slots[CAPITAL];
    double residual = slots[RESIDUAL];
    double yearly = annuity
        ? recovery * (capital - residual * capital * discount)
        : (1 - residual) * capital / slots[LIFE]
            + slots[COST_OF_CAPITAL] * capital * (1 + residual) / 2;
    return yearly / HOURS_PER_YEAR
        + facilityRecovery * slots[FACILITY] * power / HOURS_PER_YEAR
        + MONTHS_PER_YEAR * slots[COLOCATION] * power / HOURS_PER_YEAR
        + slots[MAINTENANCE] * capital / HOURS_PER_YEAR
        + slots[STAFF] / HOURS_PER_YEAR;
  }

  private void remember(double costOfCapital, double life, double facilityLife) {
    if (costOfCapital != lastCostOfCapital) {
      growth = Math.log1p(costOfCapital);
    }
    if (costOfCapital != lastCostOfCapital || life != lastLife) {
      double lost = lost(life * growth);
      discount = 1 + lost;
      recovery = costOfCapital == 0 ? 1 / life : -costOfCapital / lost;
    }
    if (costOfCapital != lastCostOfCapital || facilityLife != lastFacilityLife) {
      facilityRecovery = annuity
          ? GpuHourCost.recoveryFactor(costOfCapital, facilityLife)
          : 1 / facilityLife + costOfCapital / 2;
    }
    lastCostOfCapital = costOfCapital;
    lastLife = life;
    lastFacilityLife = facilityLife;
  }

  /** {@code e^−x − 1}: near 0 by the exact function, else by the fast one, which loses a digit there only. */
  private static double lost(double x) {
    return x < NEAR_ZERO ? Math.expm1(-x) : Math.exp(-x) - 1;
  }

  /** What is taken out of a workspace. */
  private static final class Parts {
    private final Map<Input, Double> values = new EnumMap<>(Input.class);
    private boolean owned;
    private boolean followsPower;
    private boolean annuity;
    private boolean rescaled;
    private List<Curve> curves = List.of();
    private double fastest = Double.POSITIVE_INFINITY;
    private double factor = 1;

    static Optional<Parts> of(Scenario scenario, Platform platform, List<Lever> levers) {
      Parts parts = new Parts();
      parts.scenario(scenario);
      boolean priced = parts.price(platform.pricing()) && parts.oneRoof(levers);
      boolean powered = parts.power(platform.hardware(), scenario, levers);
      boolean delivering = parts.delivery(platform, scenario, levers);
      return priced && powered && delivering ? Optional.of(parts) : Optional.empty();
    }

    double[] slots() {
      double[] slots = new double[SLOTS.size()];
      Arrays.setAll(slots, i -> values.getOrDefault(SLOTS.get(i), 0.0));
      return slots;
    }

    private void put(Input slot, @Nullable Figure figure) {
      if (figure != null) {
        values.put(slot, figure.value());
      }
    }

    private void scenario(Scenario scenario) {
      values.put(Input.UTILIZATION, scenario.utilization());
      values.put(Input.POWER_PRICE, scenario.powerPrice());
      values.put(Input.COST_OF_CAPITAL, scenario.costOfCapital());
      Double target = scenario.targetInteractivity();
      values.put(Input.TARGET_INTERACTIVITY, target == null ? 0 : target);
      Double pue = scenario.pue();
      values.put(Input.PUE, pue == null ? 1 : pue);
    }

    private boolean price(Pricing pricing) {
      return switch (pricing) {
        case Pricing.HostedApi hosted -> false;
        case Pricing.Rental rental -> {
          put(Input.RATE_PER_GPU_HOUR, rental.ratePerGpuHour());
          put(Input.INCLUDED_POWER_PRICE, rental.includedPowerPrice());
          followsPower = rental.includedPowerPrice() != null;
          yield true;
        }
        case Pricing.Owned own -> {
          owned = true;
          annuity = own.amortization() == Amortization.ANNUITY;
          put(Input.CAPITAL_PER_GPU, own.capitalPerGpu());
          put(Input.LIFE_YEARS, own.lifeYears());
          put(Input.RESIDUAL_SHARE, own.residualShare());
          put(Input.FACILITY_PER_KW, own.facilityPerKw());
          values.put(Input.FACILITY_LIFE_YEARS, 1.0);
          put(Input.FACILITY_LIFE_YEARS, own.facilityLifeYears());
          put(Input.COLOCATION_PER_KW_MONTH, own.colocationPerKwMonth());
          put(Input.MAINTENANCE_SHARE, own.maintenanceShare());
          put(Input.STAFF_AND_SOFTWARE, own.staffAndSoftwarePerGpuYear());
          yield true;
        }
      };
    }

    /** Facility and colocation exclude each other; whether a lever keeps to that, the records decide. */
    private boolean oneRoof(List<Lever> levers) {
      boolean both = values.containsKey(Input.FACILITY_PER_KW)
          && values.containsKey(Input.COLOCATION_PER_KW_MONTH);
      return !both
          || !(moves(levers, Input.FACILITY_PER_KW)
              || moves(levers, Input.COLOCATION_PER_KW_MONTH));
    }

    /** Whether the power is known as far as the price needs it. */
    private boolean power(@Nullable Hardware hardware, Scenario scenario, List<Lever> levers) {
      Power power = hardware == null ? null : hardware.power();
      boolean needed = owned || followsPower;
      if (power == null) {
        return !needed;
      }
      put(Input.KW_PER_GPU, power.kwPerGpu());
      put(Input.IDLE_POWER_FRACTION, power.idlePowerFraction());
      rescaled = scenario.pue() != null || moves(levers, Input.PUE);
      boolean criticalIt = power.powerBasis() == PowerBasis.CRITICAL_IT;
      boolean known = criticalIt || power.referencePue() != null;
      if (criticalIt && moves(levers, Input.REFERENCE_PUE)) {
        return false;
      }
      values.put(Input.REFERENCE_PUE, 1.0);
      if (power.powerBasis() == PowerBasis.UTILITY) {
        put(Input.REFERENCE_PUE, power.referencePue());
      }
      return !needed || !rescaled || known;
    }

    private static boolean moves(List<Lever> levers, Input input) {
      return levers.stream().anyMatch(lever -> lever.input() == input);
    }

    private boolean delivery(Platform platform, Scenario scenario, List<Lever> levers) {
      boolean measured = !platform.operatingPoints().isEmpty();
      List<Curve> allowed = Curves.allowed(platform, scenario.workload());
      if (measured && moves(levers, Input.TARGET_INTERACTIVITY)) {
        curves = allowed;
        return !allowed.isEmpty() && allowed.getFirst().counted() == scenario.tokensCounted();
      }
      ManualThroughput manual = platform.throughput();
      Figure speed = manual == null ? null : manual.interactivity();
      fastest = measured || speed == null ? Double.POSITIVE_INFINITY : speed.value();
      Scenario asked = measured ? scenario : scenario.withTargetInteractivity(null);
      Delivery delivery = Deliveries.of(platform, allowed, asked);
      return Game.counted(delivery, scenario.tokensCounted()) instanceof Explained figure
          && (moves(levers, Input.TOKENS_PER_SECOND_PER_GPU)
              ? proportional(figure.value(), manual, measured, scenario.tokensCounted())
              : constant(figure.value()));
    }

    private boolean constant(double delivered) {
      values.put(Input.TOKENS_PER_SECOND_PER_GPU, delivered);
      return true;
    }

    /** A throughput by hand moves what is delivered in proportion; a part of it does not. */
    private boolean proportional(
        double delivered, @Nullable ManualThroughput manual, boolean measured, TokenCount counted) {
      if (manual == null || measured || counted != TokenCount.TOTAL) {
        return false;
      }
      put(Input.TOKENS_PER_SECOND_PER_GPU, manual.tokensPerSecondPerGpu());
      factor = delivered / manual.tokensPerSecondPerGpu().value();
      return true;
    }
  }
}
