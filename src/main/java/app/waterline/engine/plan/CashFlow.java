package app.waterline.engine.plan;

import app.waterline.engine.Explained;
import app.waterline.engine.FacilityPower;
import app.waterline.engine.GpuHourCost;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.model.Figure;
import app.waterline.model.Planning;
import app.waterline.model.Platform;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Unit;
import java.util.List;
import java.util.function.Function;

/**
 * The money of a plan over its horizon, or why there is none.
 *
 * @see "docs/model.md, section 8"
 */
sealed interface CashFlow {
  /** The yearly rows; empty where there is no cash flow. */
  List<CashYear> rows();

  /** There is none. */
  record Missing(NotAvailable why) implements CashFlow {
    @Override
    public List<CashYear> rows() {
      return List.of();
    }
  }

  /**
   * There is one.
   *
   * @param venture what it follows from
   * @param numbers its rows as numbers
   * @param rows the same rows, explained
   */
  record Flowing(Venture venture, List<Venture.Row> numbers, List<CashYear> rows)
      implements CashFlow {}

  /** The cash flow of a fleet. */
  static CashFlow of(
      PlatformEvaluation evaluated,
      Scenario scenario,
      Planning planning,
      LoadProfile load,
      Fleet fleet,
      Result revenuePerMillion) {
    Platform platform = evaluated.platform();
    return resolve(
        evaluated.delivery().total(),
        throughput -> resolve(
            revenuePerMillion,
            price -> resolve(
                Running.fixedPerGpu(platform, scenario),
                fixed -> resolve(powerIfPaid(platform, scenario), power -> {
                  double gpus = fleet.gpus().value();
                  double capacity = throughput.value() * fleet.workingGpus();
                  boolean sellsAll = fleet.demand() instanceof NotAvailable;
                  return flowing(
                      new Venture(
                          scenario,
                          planning,
                          load,
                          capacity,
                          fleet.offered() * capacity,
                          sellsAll,
                          price.value() / 1e6,
                          fleet.workingShare(),
                          bill(platform, scenario, fixed.value() * gpus, power.value() * gpus),
                          assets(platform.pricing(), power.value(), gpus)),
                      new CashRows(throughput, price, fixed));
                }))));
  }

  /** The cash flow of calling a hosted API and selling on. */
  static CashFlow ofApi(
      Scenario scenario,
      Planning planning,
      LoadProfile load,
      Result demand,
      Result costPerMillion,
      Result revenuePerMillion) {
    return resolve(
        demand,
        asked -> resolve(
            revenuePerMillion,
            price -> resolve(
                costPerMillion,
                cost -> flowing(
                    new Venture(
                        scenario,
                        planning,
                        load,
                        0,
                        asked.value(),
                        false,
                        price.value() / 1e6,
                        0,
                        Venture.Bill.perToken(cost.value() / 1e6),
                        Venture.Assets.NONE),
                    new CashRows(asked, price, cost)))));
  }

  private static CashFlow flowing(Venture venture, CashRows rows) {
    List<Venture.Row> numbers = venture.rows();
    return new Flowing(venture, numbers, rows.explain(venture, numbers));
  }

  private static CashFlow resolve(Result needed, Function<Explained, CashFlow> next) {
    return switch (needed) {
      case Explained figure -> next.apply(figure);
      case NotAvailable missing -> new Missing(missing);
    };
  }

  private static Result powerIfPaid(Platform platform, Scenario scenario) {
    return Running.paysForPower(platform.pricing())
        ? FacilityPower.provisioned(platform.hardware(), scenario)
        : Explained.of(Unit.KILOWATTS_PER_GPU, 0, "power, inside the rent", "0");
  }

  private static Venture.Bill bill(Platform platform, Scenario scenario, double fixed, double kw) {
    double fullKwh = kw * GpuHourCost.HOURS_PER_YEAR;
    return new Venture.Bill(
        fixed,
        fullKwh * Running.idleFraction(platform.hardware()),
        fullKwh,
        scenario.powerPrice(),
        Running.includedPowerPrice(platform.pricing()),
        0);
  }

  private static Venture.Assets assets(Pricing pricing, double kwPerGpu, double gpus) {
    if (!(pricing instanceof Pricing.Owned owned)) {
      return Venture.Assets.NONE;
    }
    Figure perKw = owned.facilityPerKw();
    Figure life = owned.facilityLifeYears();
    return new Venture.Assets(
        new Venture.Asset(
            owned.capitalPerGpu().value() * gpus,
            owned.residualShare().value(),
            owned.lifeYears().value()),
        perKw == null || life == null
            ? Venture.Asset.NONE
            : new Venture.Asset(perKw.value() * kwPerGpu * gpus, 0, life.value()));
  }
}
