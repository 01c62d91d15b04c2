package app.waterline.engine;

import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Scenario;
import app.waterline.model.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Power of one GPU in a scenario: provisioned, and on average over the hours.
 *
 * @see "docs/model.md, sections 1 and 2"
 */
public final class FacilityPower {
  private FacilityPower() {}

  /**
   * Provisioned power of one GPU, {@code k_s}: {@code k} as quoted, or {@code k · PUE ÷ reference PUE}
   * at the utility.
   *
   * @return kW per GPU
   */
  public static Result provisioned(@Nullable Hardware hardware, Scenario scenario) {
    if (hardware == null) {
      return new NotAvailable("hosted API");
    }
    Power power = hardware.power();
    if (power == null) {
      return new NotAvailable("no power figure for %s".formatted(hardware.gpu()));
    }
    Double pue = scenario.pue();
    return pue == null ? asQuoted(power) : atUtility(power, pue);
  }

  /** Which megawatt a figure of this platform counts in this scenario. */
  public static PowerBasis basis(Power power, Scenario scenario) {
    return scenario.pue() == null ? power.powerBasis() : PowerBasis.UTILITY;
  }

  private static Explained asQuoted(Power power) {
    Figure quoted = power.kwPerGpu();
    String basis = power.powerBasis() == PowerBasis.UTILITY ? "utility" : "critical IT";
    return Explained.of(Unit.KILOWATTS_PER_GPU, quoted.value(), "provisioned power, " + basis, "k")
        .from("k", quoted, Unit.KILOWATTS_PER_GPU);
  }

  private static Result atUtility(Power power, double pue) {
    Figure quoted = power.kwPerGpu();
    Figure reference = power.referencePue();
    boolean criticalIt = power.powerBasis() == PowerBasis.CRITICAL_IT;
    if (reference == null && !criticalIt) {
      return new NotAvailable("the power figure does not say which PUE is inside it");
    }
    double divisor = criticalIt || reference == null ? 1 : reference.value();
    Explained scaled = Explained.of(
            Unit.KILOWATTS_PER_GPU,
            quoted.value() * pue / divisor,
            "provisioned power, utility",
            "k · PUE ÷ reference PUE")
        .from("k", quoted, Unit.KILOWATTS_PER_GPU)
        .from("PUE", pue, Unit.NONE);
    return reference == null
        ? scaled.from("reference PUE", 1, Unit.NONE)
        : scaled.from("reference PUE", reference, Unit.NONE);
  }

  /**
   * Average power of one GPU, {@code k_avg = k_s · (φ + (1 − φ) · u)}.
   *
   * @param provisioned {@code k_s}, kW per GPU
   * @return kW per GPU
   */
  public static Explained average(Explained provisioned, Power power, Scenario scenario) {
    double idle = power.idlePowerFraction().value();
    double share = idle + (1 - idle) * scenario.utilization();
    Explained average = Explained.of(
            Unit.KILOWATTS_PER_GPU,
            provisioned.value() * share,
            "average power",
            "k_s · (φ + (1 − φ) · u)")
        .from("k_s", provisioned)
        .from("u", scenario.utilization(), Unit.SHARE);
    // At full load the idle fraction multiplies nothing, so its evidence must not bound the figure.
    return scenario.utilization() == 1
        ? average
        : average.from("φ", power.idlePowerFraction(), Unit.SHARE);
  }
}
