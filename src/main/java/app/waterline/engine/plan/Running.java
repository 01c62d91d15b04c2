package app.waterline.engine.plan;

import app.waterline.engine.Explained;
import app.waterline.engine.FacilityPower;
import app.waterline.engine.GpuHourCost;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Result;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Unit;
import org.jspecify.annotations.Nullable;

/** What a fleet costs while it runs: everything but the capital. */
final class Running {
  private static final double HOURS = GpuHourCost.HOURS_PER_YEAR;
  private static final double MONTHS_PER_YEAR = 12;

  private Running() {}

  /**
   * What one GPU costs in a year whatever it does, $; its energy comes on top where
   * {@link #paysForPower}.
   */
  static Result fixedPerGpu(Platform platform, Scenario scenario) {
    return switch (platform.pricing()) {
      case Pricing.HostedApi api -> new NotAvailable("hosted API");
      case Pricing.Rental rental ->
        Explained.of(
                Unit.DOLLARS_PER_GPU_YEAR,
                rental.ratePerGpuHour().value() * HOURS,
                "rent",
                "rate · 8760")
            .from("rate", rental.ratePerGpuHour(), Unit.DOLLARS_PER_GPU_HOUR);
      case Pricing.Owned owned -> fixedPerGpu(owned, platform.hardware(), scenario);
    };
  }

  private static Result fixedPerGpu(
      Pricing.Owned owned, @Nullable Hardware hardware, Scenario scenario) {
    double upkeep = owned.maintenanceShare().value() * owned.capitalPerGpu().value()
        + owned.staffAndSoftwarePerGpuYear().value();
    Figure colocation = owned.colocationPerKwMonth();
    if (colocation == null || colocation.value() == 0) {
      return upkeep(owned, upkeep, "m · C + L");
    }
    return FacilityPower.provisioned(hardware, scenario)
        .then(power -> upkeep(
                owned,
                upkeep + MONTHS_PER_YEAR * colocation.value() * power.value(),
                "m · C + L + 12 · q · k_s")
            .from("q", colocation, Unit.DOLLARS_PER_KW_MONTH)
            .from("k_s", power));
  }

  private static Explained upkeep(Pricing.Owned owned, double value, String formula) {
    return Explained.of(Unit.DOLLARS_PER_GPU_YEAR, value, "upkeep", formula)
        .from("m", owned.maintenanceShare(), Unit.SHARE_PER_YEAR)
        .from("C", owned.capitalPerGpu(), Unit.DOLLARS_PER_GPU)
        .from("L", owned.staffAndSoftwarePerGpuYear(), Unit.DOLLARS_PER_GPU_YEAR);
  }

  /** Whether the energy is paid on top, or the rate follows the power price. */
  static boolean paysForPower(Pricing pricing) {
    return switch (pricing) {
      case Pricing.Rental rental -> rental.includedPowerPrice() != null;
      case Pricing.Owned owned -> true;
      case Pricing.HostedApi api -> false;
    };
  }

  /** The power price that the fixed cost pays for already, $/kWh. */
  static double includedPowerPrice(Pricing pricing) {
    Figure included = pricing instanceof Pricing.Rental rental ? rental.includedPowerPrice() : null;
    return included == null ? 0 : included.value();
  }

  /** Power at no load ÷ power at full load. */
  static double idleFraction(@Nullable Hardware hardware) {
    Power power = hardware == null ? null : hardware.power();
    return power == null ? 0 : power.idlePowerFraction().value();
  }
}
