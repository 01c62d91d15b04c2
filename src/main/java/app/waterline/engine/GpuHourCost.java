package app.waterline.engine;

import app.waterline.model.Amortization;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.Input;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cost of a GPU-hour, above the water: a tariff, or the terms of ownership that add up to it.
 *
 * @see "docs/model.md, section 2"
 */
public final class GpuHourCost {
  /** Hours of a year. */
  public static final double HOURS_PER_YEAR = 8760;

  private static final double MONTHS_PER_YEAR = 12;

  private GpuHourCost() {}

  /** Cost of one GPU-hour of the platform in the scenario, $ per GPU-hour; the terms of an owned one add up to it. */
  public static Result of(Platform platform, Scenario scenario) {
    return switch (platform.pricing()) {
      case Pricing.Rental rental -> rented(rental, platform.hardware(), scenario);
      case Pricing.Owned owned ->
        FacilityPower.provisioned(platform.hardware(), scenario)
            .then(power ->
                owned(owned, power, average(platform.hardware(), power, scenario), scenario));
      case Pricing.HostedApi hosted -> new NotAvailable("hosted API");
    };
  }

  private static Explained average(
      @Nullable Hardware hardware, Explained provisioned, Scenario scenario) {
    Power power = hardware == null ? null : hardware.power();
    return power == null ? provisioned : FacilityPower.average(provisioned, power, scenario);
  }

  private static Result rented(
      Pricing.Rental rental, @Nullable Hardware hardware, Scenario scenario) {
    Figure rate = rental.ratePerGpuHour();
    Figure included = rental.includedPowerPrice();
    if (included == null) {
      return Explained.of(
              Unit.DOLLARS_PER_GPU_HOUR, rate.value(), "cost per GPU-hour, rented", "rate")
          .from("rate", rate, Unit.DOLLARS_PER_GPU_HOUR);
    }
    return FacilityPower.provisioned(hardware, scenario)
        .then(
            power -> followingPower(rate, included, average(hardware, power, scenario), scenario));
  }

  private static Result followingPower(
      Figure rate, Figure included, Explained power, Scenario scenario) {
    double cost = rate.value() + power.value() * (scenario.powerPrice() - included.value());
    if (cost <= 0) {
      return new NotAvailable(
          "the power inside the rate was worth more than the rate; check the power price inside it");
    }
    return Explained.of(
            Unit.DOLLARS_PER_GPU_HOUR, cost, "cost per GPU-hour, rented", "rate + k_avg · (e − e₀)")
        .from("rate", rate, Unit.DOLLARS_PER_GPU_HOUR)
        .from("k_avg", power)
        .from("e", scenario.powerPrice(), Unit.DOLLARS_PER_KWH)
        .from("e₀", included, Unit.DOLLARS_PER_KWH);
  }

  private static Explained owned(
      Pricing.Owned owned, Explained power, Explained average, Scenario scenario) {
    List<Explained> terms = new ArrayList<>();
    terms.add(capital(owned, scenario.costOfCapital()));
    facility(owned, power, scenario.costOfCapital(), terms);
    Figure colocation = owned.colocationPerKwMonth();
    if (colocation != null && colocation.value() > 0) {
      terms.add(colocation(colocation, power));
    }
    terms.add(maintenance(owned));
    terms.add(staffAndSoftware(owned));
    terms.add(energy(average, scenario.powerPrice()));
    return sum(
        "cost per GPU-hour, owned, " + (isAnnuity(owned) ? "annuity" : "straight-line"), terms);
  }

  private static boolean isAnnuity(Pricing.Owned owned) {
    return owned.amortization() == Amortization.ANNUITY;
  }

  private static Explained capital(Pricing.Owned owned, double costOfCapital) {
    double capital = owned.capitalPerGpu().value();
    double life = owned.lifeYears().value();
    double residual = owned.residualShare().value();
    double yearly = isAnnuity(owned)
        ? recoveryFactor(costOfCapital, life)
            * (capital - residual * capital * Math.pow(1 + costOfCapital, -life))
        : (1 - residual) * capital / life + costOfCapital * capital * (1 + residual) / 2;
    String formula = isAnnuity(owned)
        ? "CRF(w, n) · (C − s · C · (1 + w)^−n) ÷ 8760"
        : "((1 − s) · C ÷ n + w · C · (1 + s) ÷ 2) ÷ 8760";
    return Explained.of(Unit.DOLLARS_PER_GPU_HOUR, yearly / HOURS_PER_YEAR, "capital", formula)
        .from("C", owned.capitalPerGpu(), Unit.DOLLARS_PER_GPU)
        .from("n", owned.lifeYears(), Unit.YEARS)
        .from("s", owned.residualShare(), Unit.SHARE)
        .from("w", costOfCapital, Unit.SHARE_PER_YEAR);
  }

  private static void facility(
      Pricing.Owned owned, Explained power, double costOfCapital, List<Explained> terms) {
    Figure perKw = owned.facilityPerKw();
    Figure life = owned.facilityLifeYears();
    if (perKw == null || life == null || perKw.value() == 0) {
      return;
    }
    double factor = isAnnuity(owned)
        ? recoveryFactor(costOfCapital, life.value())
        : 1 / life.value() + costOfCapital / 2;
    String formula =
        isAnnuity(owned) ? "CRF(w, n_f) · F · k_s ÷ 8760" : "(F ÷ n_f + w · F ÷ 2) · k_s ÷ 8760";
    terms.add(Explained.of(
            Unit.DOLLARS_PER_GPU_HOUR,
            factor * perKw.value() * power.value() / HOURS_PER_YEAR,
            "facility",
            formula)
        .from("F", perKw, Unit.DOLLARS_PER_KW)
        .from("n_f", life, Unit.YEARS)
        .from("k_s", power)
        .from("w", costOfCapital, Unit.SHARE_PER_YEAR));
  }

  private static Explained colocation(Figure perKwMonth, Explained power) {
    double hourly = MONTHS_PER_YEAR * perKwMonth.value() * power.value() / HOURS_PER_YEAR;
    return Explained.of(Unit.DOLLARS_PER_GPU_HOUR, hourly, "colocation", "12 · q · k_s ÷ 8760")
        .from("q", perKwMonth, Unit.DOLLARS_PER_KW_MONTH)
        .from("k_s", power);
  }

  private static Explained maintenance(Pricing.Owned owned) {
    double hourly =
        owned.maintenanceShare().value() * owned.capitalPerGpu().value() / HOURS_PER_YEAR;
    return Explained.of(Unit.DOLLARS_PER_GPU_HOUR, hourly, "maintenance", "m · C ÷ 8760")
        .from("m", owned.maintenanceShare(), Unit.SHARE_PER_YEAR)
        .from("C", owned.capitalPerGpu(), Unit.DOLLARS_PER_GPU);
  }

  private static Explained staffAndSoftware(Pricing.Owned owned) {
    double hourly = owned.staffAndSoftwarePerGpuYear().value() / HOURS_PER_YEAR;
    return Explained.of(Unit.DOLLARS_PER_GPU_HOUR, hourly, "staff and software", "L ÷ 8760")
        .from("L", owned.staffAndSoftwarePerGpuYear(), Unit.DOLLARS_PER_GPU_YEAR);
  }

  private static Explained energy(Explained average, double powerPrice) {
    return Explained.of(
            Unit.DOLLARS_PER_GPU_HOUR, average.value() * powerPrice, "energy", "k_avg · e")
        .from("k_avg", average)
        .from("e", powerPrice, Unit.DOLLARS_PER_KWH);
  }

  private static Explained sum(String name, List<Explained> terms) {
    double total = 0;
    StringBuilder formula = new StringBuilder();
    for (Explained term : terms) {
      total += term.value();
      formula.append(formula.isEmpty() ? "" : " + ").append(term.name());
    }
    Explained sum = Explained.of(Unit.DOLLARS_PER_GPU_HOUR, total, name, formula.toString());
    for (Explained term : terms) {
      sum = sum.from(term.name(), term);
    }
    return sum;
  }

  /**
   * Capital recovery factor {@code CRF(w, n) = w ÷ (1 − (1 + w)^−n)}, and {@code 1 ÷ n} at w = 0.
   *
   * @param costOfCapital w, per year, ≥ 0
   * @param years n, years, > 0
   * @return share of the capital to pay each year
   */
  public static double recoveryFactor(double costOfCapital, double years) {
    Input.COST_OF_CAPITAL.require(costOfCapital);
    // expm1 and log1p keep the limit at w → 0 exact to the last digits, where 1 − (1 + w)^−n
    // cancels.
    return costOfCapital == 0
        ? 1 / years
        : -costOfCapital / Math.expm1(-years * Math.log1p(costOfCapital));
  }
}
