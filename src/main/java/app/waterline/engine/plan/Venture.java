package app.waterline.engine.plan;

import app.waterline.model.Planning;
import app.waterline.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * What a cash flow follows from, as numbers: quick enough to try a hundred prices.
 *
 * @param scenario growth, decline, inflation and horizon
 * @param planning ramp-up and taxes
 * @param load how the load is spread over the hours
 * @param capacity tokens/s of the working machines in year 1; 0 for a hosted API, which has no bound
 * @param offered tokens/s that are asked for when the ramp-up is over
 * @param followsThroughput whether more throughput brings more tokens: yes for a fleet that sells all it
 *     makes, no for a demand
 * @param pricePerToken $ in year 1
 * @param workingShare working machines ÷ all machines
 * @param bill what running costs
 * @param assets what was bought
 */
record Venture(
    Scenario scenario,
    Planning planning,
    LoadProfile load,
    double capacity,
    double offered,
    boolean followsThroughput,
    double pricePerToken,
    double workingShare,
    Bill bill,
    Assets assets) {
  private static final double SECONDS_PER_YEAR = 8760.0 * 3600;
  private static final double MONTHS_PER_YEAR = 12;

  /**
   * Running cost of all machines.
   *
   * @param fixed $ per year, whatever runs
   * @param idleKwh kWh per year at no load
   * @param fullKwh kWh per year at full load
   * @param powerPrice $/kWh in year 1
   * @param includedPowerPrice $/kWh that {@code fixed} pays for already
   * @param perToken $ per token in year 1; it falls as token prices do
   */
  record Bill(
      double fixed,
      double idleKwh,
      double fullKwh,
      double powerPrice,
      double includedPowerPrice,
      double perToken) {
    static Bill perToken(double perToken) {
      return new Bill(0, 0, 0, 0, 0, perToken);
    }

    double perYear(double utilization, double powerLevel) {
      double kwh = idleKwh + (fullKwh - idleKwh) * utilization;
      return fixed + kwh * (powerPrice * powerLevel - includedPowerPrice);
    }
  }

  /**
   * Something bought that wears out.
   *
   * @param price $, paid at the start and again at the end of each life before the horizon
   * @param residualShare share of it that comes back at the end of a life
   * @param lifeYears how long it lasts
   */
  record Asset(double price, double residualShare, double lifeYears) {
    static final Asset NONE = new Asset(0, 0, 1);

    /** Bought anew between two times, after the old one's residual. */
    double renewedIn(double from, double to, double horizon) {
      double paid = 0;
      for (double n = Math.floor(from / lifeYears) + 1;
          n * lifeYears <= to && n * lifeYears < horizon;
          n++) {
        paid += lost();
      }
      return paid;
    }

    private double lost() {
      return price * (1 - residualShare);
    }

    /** Share of its last life that is over at the horizon, above 0 to 1. */
    private double age(double horizon) {
      return horizon / lifeYears - (lives(horizon) - 1);
    }

    private double lives(double horizon) {
      return Math.ceil(horizon / lifeYears);
    }
  }

  /**
   * What was bought. At the horizon the hardware brings its residual, however old it is, and the
   * facility what its straight-line book value is then.
   */
  record Assets(Asset hardware, Asset facility) {
    static final Assets NONE = new Assets(Asset.NONE, Asset.NONE);

    double atStart() {
      return hardware.price() + facility.price();
    }

    double renewedIn(double from, double to, double horizon) {
      return hardware.renewedIn(from, to, horizon) + facility.renewedIn(from, to, horizon);
    }

    double backAt(double horizon) {
      return hardware.residualShare() * hardware.price()
          + facility.price() * (1 - facility.age(horizon));
    }

    /** Written off in a year for the taxes, so that at the horizon nothing is left to gain or lose. */
    double writtenOff(double horizon) {
      return hardware.lost() * hardware.lives(horizon) / horizon
          + facility.price() / facility.lifeYears();
    }
  }

  /** A row in numbers; see {@link CashYear}. */
  record Row(
      int year,
      double end,
      double length,
      double utilization,
      double priceLevel,
      double tokens,
      double revenue,
      double running,
      double capital,
      double residual,
      double tax) {
    double net() {
      return revenue - running - capital + residual - tax;
    }
  }

  /** The rows at today's prices and load. */
  List<Row> rows() {
    return rows(1, 1);
  }

  /**
   * The rows if prices and load were other ones.
   *
   * @param price token price ÷ that of the scenario
   * @param loadFactor load ÷ that of the scenario
   */
  List<Row> rows(double price, double loadFactor) {
    double horizon = scenario.horizonYears();
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(0, 0, 0, 0, 1, 0, 0, 0, assets.atStart(), 0, 0));
    double losses = 0;
    for (int year = 1; year - 1 < horizon; year++) {
      Row untaxed = row(year, Math.min(year, horizon), price, loadFactor);
      double profit =
          untaxed.revenue() - untaxed.running() - assets.writtenOff(horizon) * untaxed.length();
      Double rate = planning.taxRate();
      double taxed = Math.max(0, profit - losses);
      losses = Math.max(0, losses - profit);
      rows.add(rate == null ? untaxed : withTax(untaxed, taxed * rate));
    }
    return rows;
  }

  private static Row withTax(Row row, double tax) {
    return new Row(
        row.year(),
        row.end(),
        row.length(),
        row.utilization(),
        row.priceLevel(),
        row.tokens(),
        row.revenue(),
        row.running(),
        row.capital(),
        row.residual(),
        tax);
  }

  private Row row(int year, double end, double price, double loadFactor) {
    double start = year - 1.0;
    double length = end - start;
    double horizon = scenario.horizonYears();
    double priceLevel = Math.pow(1 - scenario.tokenPriceDecline(), start);
    double powerLevel = Math.pow(1 + scenario.powerInflation(), start);
    double wanted = offered * loadFactor * ramp(start, end);
    double share = servedShare(start, wanted);
    double tokens = tokens(start, wanted, share) * length;
    double utilization = share * workingShare;
    return new Row(
        year,
        end,
        length,
        utilization,
        priceLevel,
        tokens,
        tokens * pricePerToken * price * priceLevel,
        length * bill.perYear(utilization, powerLevel) + tokens * bill.perToken() * priceLevel,
        assets.renewedIn(start, end, horizon),
        end == horizon ? assets.backAt(horizon) : 0,
        0);
  }

  private double growth(double start) {
    return Math.pow(1 + scenario.throughputGrowth(), start);
  }

  private double servedShare(double start, double wanted) {
    double room = followsThroughput ? capacity : capacity * growth(start);
    return capacity == 0 ? 0 : Math.min(1, load.served(wanted / room));
  }

  private double tokens(double start, double wanted, double share) {
    double perSecond = capacity == 0 ? wanted : share * capacity * growth(start);
    return perSecond * SECONDS_PER_YEAR;
  }

  /** Average of {@code min(1, t ÷ ramp-up)} between two times. */
  private double ramp(double from, double to) {
    double rampUp = planning.rampUpMonths() / MONTHS_PER_YEAR;
    if (from >= rampUp) {
      return 1;
    }
    double climbing = Math.min(to, rampUp);
    double area = (climbing * climbing - from * from) / (2 * rampUp) + (to - climbing);
    return area / (to - from);
  }

  /** Net present value of rows, each at its end: {@code Σ net ÷ (1 + w)^t}. */
  static double npv(List<Row> rows, double costOfCapital) {
    double sum = 0;
    for (Row row : rows) {
      sum += row.net() / Math.pow(1 + costOfCapital, row.end());
    }
    return sum;
  }
}
