package app.waterline.model;

import static app.waterline.model.Domain.above;
import static app.waterline.model.Domain.between;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Every number that a user can enter, declared once: its name in the file, its unit, its domain.
 * Records check their components against it, fields and sliders take their bounds from it, and the
 * message for a refused value is made here.
 *
 * @see "docs/model.md, section 1"
 */
public enum Input {
  UTILIZATION(
      "utilization",
      "Utilization",
      Unit.SHARE,
      above(0, 1),
      "it is the share of GPU-hours that deliver tokens"),
  POWER_PRICE(
      "powerPrice", "Power price", Unit.DOLLARS_PER_KWH, between(0, 1e5), "0.05 to 0.40 is usual"),
  PUE("pue", "PUE", Unit.NONE, between(1, 3), "it is facility power ÷ IT power"),
  TARGET_INTERACTIVITY(
      "targetInteractivity",
      "Target interactivity",
      Unit.TOKENS_PER_SECOND_PER_USER,
      above(0, 100_000),
      "leave it empty for no target"),
  COST_OF_CAPITAL(
      "costOfCapital", "Cost of capital", Unit.SHARE_PER_YEAR, between(0, 1), "8 % is usual"),
  HORIZON_YEARS("horizonYears", "Horizon", Unit.YEARS, between(1, 30), "4 is usual"),
  THROUGHPUT_GROWTH(
      "throughputGrowth",
      "Throughput growth",
      Unit.SHARE_PER_YEAR,
      between(-0.9, 10),
      "0 means that software stays as it is"),
  TOKEN_PRICE_DECLINE(
      "tokenPriceDecline",
      "Token price decline",
      Unit.SHARE_PER_YEAR,
      between(0, 0.99),
      "0 means that prices stay"),
  POWER_INFLATION(
      "powerInflation",
      "Power inflation",
      Unit.SHARE_PER_YEAR,
      between(-0.5, 1),
      "0 means that the price stays"),
  INPUT_TOKEN_PRICE(
      "input",
      "Input token price",
      Unit.DOLLARS_PER_MILLION_INPUT_TOKENS,
      between(0, 1e6),
      "it is what a million input tokens sell for"),
  CACHED_INPUT_TOKEN_PRICE(
      "cachedInput",
      "Cached input token price",
      Unit.DOLLARS_PER_MILLION_INPUT_TOKENS,
      between(0, 1e6),
      "it is what a million cached input tokens sell for"),
  OUTPUT_TOKEN_PRICE(
      "output",
      "Output token price",
      Unit.DOLLARS_PER_MILLION_OUTPUT_TOKENS,
      between(0, 1e6),
      "it is what a million output tokens sell for"),
  ISL(
      "isl",
      "Input length",
      Unit.TOKENS,
      between(1, 1e8),
      "it is the number of input tokens of a request (ISL)"),
  OSL(
      "osl",
      "Output length",
      Unit.TOKENS,
      between(1, 1e8),
      "it is the number of output tokens of a request (OSL)"),
  CACHED_INPUT_SHARE(
      "cachedInputShare",
      "Cached share of input",
      Unit.SHARE,
      between(0, 1),
      "cached input tokens are a part of the input tokens"),
  ACTIVE_PARAMETERS(
      "activeParameters",
      "Active parameters",
      Unit.PARAMETERS,
      above(0, 1e15),
      "DeepSeek-R1 has 37e9"),
  TOTAL_PARAMETERS(
      "totalParameters",
      "Total parameters",
      Unit.PARAMETERS,
      above(0, 1e15),
      "DeepSeek-R1 has 671e9"),
  SIZING(
      "amount",
      "Size",
      Unit.NONE,
      above(0, 1e18),
      "give the GPUs, MW, tokens per day or capital to plan for"),

  PEAK_TO_AVERAGE(
      "peakToAverage",
      "Peak-to-average",
      Unit.RATIO,
      between(1, 1000),
      "it is the busiest moment ÷ the average; 1 is a level load"),
  HOURLY_LOAD(
      "hourlyLoad",
      "Hourly load",
      Unit.NONE,
      between(0, 1e12),
      "only its ratio to the other hours counts"),
  SPARE_SYSTEMS(
      "spareSystems",
      "Spare systems",
      Unit.SYSTEMS,
      between(0, 1e6),
      "they stand idle until another one fails; 0 for none"),
  RAMP_UP_MONTHS(
      "rampUpMonths",
      "Ramp-up",
      Unit.MONTHS,
      between(0, 360),
      "it is the time until the full load has arrived; 0 for at once"),
  TAX_RATE(
      "taxRate",
      "Tax rate",
      Unit.SHARE,
      between(0, 0.99),
      "0 where taxes are left out of the plan"),

  RATE_PER_GPU_HOUR(
      "ratePerGpuHour",
      "Price per GPU-hour",
      Unit.DOLLARS_PER_GPU_HOUR,
      above(0, 1e9),
      "for an 8-GPU instance, divide its price by 8"),
  INCLUDED_POWER_PRICE(
      "includedPowerPrice",
      "Power price inside the rate",
      Unit.DOLLARS_PER_KWH,
      between(0, 1e5),
      "leave it empty when the rate does not follow the power price"),
  CAPITAL_PER_GPU(
      "capitalPerGpu",
      "Capital per GPU",
      Unit.DOLLARS_PER_GPU,
      above(0, 1e9),
      "for an 8-GPU server, divide its price by 8"),
  LIFE_YEARS("lifeYears", "Life", Unit.YEARS, between(0.5, 50), "4 to 5 is usual"),
  RESIDUAL_SHARE(
      "residualShare",
      "Residual value",
      Unit.SHARE,
      between(0, 1),
      "it is the share of the capital that comes back at the end of the life"),
  FACILITY_PER_KW(
      "facilityPerKw",
      "Facility capital",
      Unit.DOLLARS_PER_KW,
      between(0, 1e9),
      "0 where the building is rented"),
  FACILITY_LIFE_YEARS(
      "facilityLifeYears", "Facility life", Unit.YEARS, between(1, 100), "15 to 20 is usual"),
  COLOCATION_PER_KW_MONTH(
      "colocationPerKwMonth",
      "Colocation",
      Unit.DOLLARS_PER_KW_MONTH,
      between(0, 1e9),
      "80 to 300 is usual, 0 in a building of your own"),
  MAINTENANCE_SHARE(
      "maintenanceShare",
      "Maintenance",
      Unit.SHARE_PER_YEAR,
      between(0, 1),
      "5 % of the capital a year is usual"),
  STAFF_AND_SOFTWARE(
      "staffAndSoftwarePerGpuYear",
      "Staff and software",
      Unit.DOLLARS_PER_GPU_YEAR,
      between(0, 1e9),
      "0 where others carry it"),

  GPUS_PER_SYSTEM(
      "gpusPerSystem",
      "GPUs per system",
      Unit.GPUS,
      between(1, 1e6),
      "8 for an HGX board, 72 for an NVL72 rack"),
  SYSTEMS_PER_RACK(
      "systemsPerRack",
      "Systems per rack",
      Unit.SYSTEMS,
      between(1, 1000),
      "1 for an NVL72, which is a rack itself; 4 HGX boards are usual"),
  PEAK_PFLOPS(
      "peak", "Peak compute", Unit.PFLOPS, above(0, 1e4), "1,979 TFLOP/s are 1.979 PFLOP/s"),
  MEMORY_GB("memoryGb", "Memory", Unit.GIGABYTES, above(0, 1e6), "give it per GPU"),
  MEMORY_TB_PER_S(
      "memoryTbPerS",
      "Memory bandwidth",
      Unit.TERABYTES_PER_SECOND,
      above(0, 1e4),
      "give it per GPU"),
  SCALE_UP_GPUS(
      "scaleUpGpus",
      "Scale-up domain",
      Unit.GPUS,
      between(1, 1e6),
      "8 for an HGX board, 72 for an NVL72 rack"),
  SCALE_UP_GB_PER_S(
      "scaleUpGbPerS",
      "Scale-up bandwidth",
      Unit.GIGABYTES_PER_SECOND,
      above(0, 1e6),
      "give one direction; both directions together are twice as much"),
  KW_PER_GPU(
      "kwPerGpu",
      "Power per GPU",
      Unit.KILOWATTS_PER_GPU,
      above(0, 1e3),
      "it is all-in power; 1,730 W are 1.73 kW"),
  REFERENCE_PUE(
      "referencePue",
      "PUE inside the power figure",
      Unit.NONE,
      between(1, 3),
      "1 on the critical-IT basis"),
  IDLE_POWER_FRACTION(
      "idlePowerFraction",
      "Idle power",
      Unit.SHARE,
      between(0, 1),
      "it is power at no load ÷ power at full load"),
  TOKENS_PER_SECOND_PER_GPU(
      "tokensPerSecondPerGpu",
      "Tokens per second per GPU",
      Unit.TOKENS_PER_SECOND_PER_GPU,
      above(0, 1e8),
      "give it per GPU, not per server; a run that delivered nothing is no operating point"),
  INTERACTIVITY(
      "interactivity",
      "Interactivity",
      Unit.TOKENS_PER_SECOND_PER_USER,
      above(0, 1e6),
      "it is 1 ÷ time per output token"),
  LATENCY_SECONDS(
      "latency", "Latency", Unit.SECONDS, above(0, 1e6), "it is in seconds; 250 ms are 0.25"),
  CONCURRENCY(
      "concurrency",
      "Concurrency",
      Unit.NONE,
      above(0, 1e9),
      "it is the number of requests in flight"),
  GPUS("gpus", "GPUs", Unit.GPUS, above(0, 1e7), "count all GPUs of the run, prefill and decode"),
  MULTIPLIER("multiplier", "Capability multiplier", Unit.RATIO, above(0, 1e4), "1 means no effect"),
  UNITS_PER_DOLLAR(
      "unitsPerDollar",
      "Currency units per US dollar",
      Unit.NONE,
      above(0, 1e9),
      "1 for the US dollar itself");

  /** Beyond so many digits or leading zeros a message writes 1E+300 rather than the zeros. */
  private static final int PLAIN_DIGITS = 20;

  private final String key;
  private final String label;
  private final Unit unit;
  private final Domain domain;
  private final String hint;

  Input(String key, String label, Unit unit, Domain domain, String hint) {
    this.key = key;
    this.label = label;
    this.unit = unit;
    this.domain = domain;
    this.hint = hint;
  }

  /** The name of the component in the workspace file. */
  public String key() {
    return key;
  }

  /** The English name, used in messages; the screen takes its own from the bundle. */
  public String label() {
    return label;
  }

  public Unit unit() {
    return unit;
  }

  public Domain domain() {
    return domain;
  }

  /**
   * The value itself, if it lies in the domain.
   *
   * @throws InvalidInput if it is outside, infinite or not a number
   */
  public double require(double value) {
    if (!domain.contains(value)) {
      throw new InvalidInput(this, value);
    }
    return value;
  }

  /** Checks the value of a figure; no figure is no fault. */
  void requireOf(@Nullable Figure figure) {
    if (figure != null) {
      require(figure.value());
      requireRange(figure.range());
    }
  }

  /**
   * Checks what is known of a value; an exact one has no range and no fault.
   *
   * @throws InvalidInput if draws would leave the domain
   */
  public void requireRange(@Nullable Distribution range) {
    if (range != null && !(domain.contains(range.low()) && domain.contains(range.high()))) {
      throw new InvalidInput(
          this,
          range instanceof Distribution.Uniform
              ? domain.contains(range.low()) ? range.high() : range.low()
              : range.centre(),
          "The range of %s leaves what it may be, %s %s to %s [%s to %s]. Narrow it, or choose a shape with fixed ends."
              .formatted(
                  label,
                  domain.lowIncluded() ? "from" : "above",
                  plain(domain.low()),
                  shown(domain.high()),
                  rounded(range.low()),
                  rounded(range.high())));
    }
  }

  /**
   * A range moved to another centre, as far as the domain lets it.
   *
   * @param centre where its centre should go
   */
  public Distribution moved(Distribution range, double centre) {
    double low = domain.low() + (domain.lowIncluded() ? 0 : (range.high() - range.low()) / 1000);
    Distribution moved = range.around(centre);
    if (moved.low() < low) {
      moved = range.around(moved.centre() + (low - moved.low()));
    }
    if (moved.high() > domain.high()) {
      moved = range.around(moved.centre() - (moved.high() - domain.high()));
    }
    return domain.contains(moved.low()) && domain.contains(moved.high()) ? moved : range;
  }

  private String rounded(double value) {
    return shown(new BigDecimal(value).round(new MathContext(4)).doubleValue());
  }

  /** Checks a value that may be left out. */
  void requireIfPresent(@Nullable Double value) {
    if (value != null) {
      require(value);
    }
  }

  /** What happened, the value in brackets, and what to do. */
  String refusal(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "%s must be a number [%s]. Enter a figure: %s.".formatted(label, value, hint);
    }
    return "%s must be %s %s and at most %s [%s]. Check the figure: %s."
        .formatted(
            label,
            domain.lowIncluded() ? "at least" : "above",
            plain(domain.low()),
            shown(domain.high()),
            shown(value),
            hint);
  }

  private boolean isShare() {
    return unit == Unit.SHARE || unit == Unit.SHARE_PER_YEAR;
  }

  private String shown(double value) {
    String suffix = isShare() ? " %" : unit == Unit.NONE ? "" : " " + unit.symbol();
    return plain(value) + suffix;
  }

  private String plain(double value) {
    BigDecimal scaled = BigDecimal.valueOf(value).multiply(BigDecimal.valueOf(isShare() ? 100 : 1));
    BigDecimal rounded = scaled.round(new MathContext(12, RoundingMode.HALF_EVEN));
    BigDecimal stripped = rounded.stripTrailingZeros();
    int digitsBeforePoint = stripped.precision() - stripped.scale();
    return Math.abs(digitsBeforePoint) > PLAIN_DIGITS
        ? stripped.toString()
        : stripped.toPlainString();
  }
}
