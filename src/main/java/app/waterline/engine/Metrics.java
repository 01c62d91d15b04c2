package app.waterline.engine;

import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.QuotedPeak;
import app.waterline.model.Scenario;
import app.waterline.model.Sparsity;
import app.waterline.model.TokenPrices;
import app.waterline.model.Unit;
import app.waterline.model.Workload;
import org.jspecify.annotations.Nullable;

/**
 * The metrics, each as its formula reads.
 *
 * @see "docs/model.md, section 4"
 */
public final class Metrics {
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double MILLION = 1e6;
  private static final NotAvailable HOSTED = new NotAvailable("hosted API");
  private static final NotAvailable FREE = new NotAvailable("the GPU-hour costs nothing");

  private Metrics() {}

  /**
   * Delivered tokens: {@code T_d = T · u}.
   *
   * @param throughput T, tokens/s per GPU at the operating point
   * @param utilization u, above 0 to 1
   */
  public static Explained delivered(Explained throughput, double utilization) {
    return Explained.of(
            Unit.TOKENS_PER_SECOND_PER_GPU,
            throughput.value() * utilization,
            "delivered " + throughput.name(),
            "T · u")
        .from("T", throughput)
        .from("u", utilization, Unit.SHARE);
  }

  /**
   * Cost of one million delivered tokens: {@code c / (3600 · T_d) · 10⁶}.
   *
   * @param unit which tokens are counted
   * @param costPerGpuHour c, $ per GPU-hour
   * @param delivered T_d, delivered tokens/s per GPU, utilization included
   * @return $ per million tokens; not available where no token is delivered
   */
  public static Result costPerMillionTokens(
      Unit unit, Explained costPerGpuHour, Explained delivered) {
    if (delivered.value() == 0) {
      return new NotAvailable("no such tokens are delivered");
    }
    double tokensPerHour = SECONDS_PER_HOUR * delivered.value();
    return Explained.of(
            unit,
            costPerGpuHour.value() / tokensPerHour * MILLION,
            nameOf(unit),
            "c ÷ (3600 · T_d) · 10⁶")
        .from("c", costPerGpuHour)
        .from("T_d", delivered);
  }

  private static String nameOf(Unit unit) {
    return switch (unit) {
      case DOLLARS_PER_MILLION_INPUT_TOKENS -> "cost per million input tokens";
      case DOLLARS_PER_MILLION_OUTPUT_TOKENS -> "cost per million output tokens";
      default -> "cost per million tokens (input + output)";
    };
  }

  /**
   * Quoted peak compute for the money: {@code quoted peak ÷ c}. The usual, misleading metric.
   *
   * @return PFLOP/s per $/h
   */
  static Result pflopsPerDollar(@Nullable Hardware hardware, Explained costPerGpuHour) {
    return pflopsPerDollar(
        hardware, hardware == null ? null : hardware.quotedPeak(), costPerGpuHour);
  }

  /** The same for a peak of another precision or sparsity than the quoted one. */
  static Result pflopsPerDollar(
      @Nullable Hardware hardware, @Nullable QuotedPeak quoted, Explained costPerGpuHour) {
    if (hardware == null) {
      return HOSTED;
    }
    Figure peak = quoted == null ? null : hardware.peak(quoted.precision(), quoted.sparsity());
    if (quoted == null || peak == null) {
      return new NotAvailable("no quoted peak for %s".formatted(hardware.gpu()));
    }
    if (costPerGpuHour.value() == 0) {
      return FREE;
    }
    String sparsity = quoted.sparsity() == Sparsity.DENSE ? "dense" : "sparse";
    return Explained.of(
            Unit.PFLOPS_PER_DOLLAR_PER_HOUR,
            peak.value() / costPerGpuHour.value(),
            "FLOPS per dollar",
            "quoted peak ÷ c")
        .from("quoted peak, %s %s".formatted(quoted.precision(), sparsity), peak, Unit.PFLOPS)
        .from("c", costPerGpuHour);
  }

  /**
   * {@code T_d · 1000 ÷ k_s}, over provisioned power.
   *
   * @param provisioned k_s, kW per GPU
   * @return tokens/s per MW; the note says which MW
   */
  static Explained tokensPerSecondPerMw(
      Explained delivered, Explained provisioned, PowerBasis basis) {
    return Explained.of(
            Unit.TOKENS_PER_SECOND_PER_MW,
            delivered.value() * 1000 / provisioned.value(),
            "tokens per second per MW",
            "T_d · 1000 ÷ k_s")
        .from("T_d", delivered)
        .from("k_s", provisioned)
        .noting(
            basis == PowerBasis.UTILITY
                ? "per MW of utility power"
                : "per MW of critical IT power");
  }

  /**
   * Energy per token: {@code k_avg · 1000 ÷ T_d}.
   *
   * @param average k_avg, kW per GPU
   * @return J per token
   */
  static Explained joulesPerToken(Explained delivered, Explained average) {
    return Explained.of(
            Unit.JOULES_PER_TOKEN,
            average.value() * 1000 / delivered.value(),
            "energy per token",
            "k_avg · 1000 ÷ T_d")
        .from("k_avg", average)
        .from("T_d", delivered);
  }

  /** {@code 3600 · T_d ÷ c}, tokens per $. */
  static Result tokensPerDollar(Explained delivered, Explained costPerGpuHour) {
    if (costPerGpuHour.value() == 0) {
      return FREE;
    }
    return Explained.of(
            Unit.TOKENS_PER_DOLLAR,
            SECONDS_PER_HOUR * delivered.value() / costPerGpuHour.value(),
            "tokens per dollar",
            "3600 · T_d ÷ c")
        .from("T_d", delivered)
        .from("c", costPerGpuHour);
  }

  /**
   * Share of the peak that became tokens: {@code T_d · 2 · active parameters ÷ peak dense FLOP/s} at the
   * precision of the operating point.
   *
   * @return 0 to 1
   */
  static Result flopsYield(
      Explained delivered,
      @Nullable Hardware hardware,
      @Nullable Precision precision,
      Workload workload) {
    Double active = workload.activeParameters();
    if (hardware == null) {
      return HOSTED;
    }
    if (active == null) {
      return new NotAvailable("the workload does not say how many parameters are active");
    }
    if (precision == null) {
      return new NotAvailable("the operating point does not say its precision");
    }
    Figure peak = hardware.peak(precision, Sparsity.DENSE);
    if (peak == null) {
      return new NotAvailable("no dense %s peak for %s".formatted(precision, hardware.gpu()));
    }
    return Explained.of(
            Unit.SHARE,
            delivered.value() * 2 * active / (peak.value() * 1e15),
            "FLOPS yield",
            "T_d · 2 · active parameters ÷ peak")
        .from("T_d", delivered)
        .from("active parameters", active, Unit.PARAMETERS)
        .from("peak, %s dense".formatted(precision), peak, Unit.PFLOPS);
  }

  /**
   * {@code 3.6·10⁻³ · u · Σ price_i · T_i} over input, cached input and output tokens.
   *
   * @param input delivered input tokens/s per GPU, cached ones included
   * @param output delivered output tokens/s per GPU
   * @return $ per GPU-hour
   */
  static Explained revenuePerGpuHour(
      Explained input, Explained output, TokenPrices prices, double cachedShare) {
    Double discounted = prices.cachedInput();
    double cached = discounted == null ? prices.input() : discounted;
    double perSecond = input.value() * ((1 - cachedShare) * prices.input() + cachedShare * cached)
        + output.value() * prices.output();
    return Explained.of(
            Unit.DOLLARS_PER_GPU_HOUR,
            perSecond * SECONDS_PER_HOUR / MILLION,
            "revenue per GPU-hour",
            "3.6·10⁻³ · (T_in · ((1 − h) · p_in + h · p_cached) + T_out · p_out)")
        .from("T_in", input)
        .from("T_out", output)
        .from("h", cachedShare, Unit.SHARE)
        .from("p_in", prices.input(), Unit.DOLLARS_PER_MILLION_INPUT_TOKENS, prices.evidence())
        .from("p_cached", cached, Unit.DOLLARS_PER_MILLION_INPUT_TOKENS, prices.evidence())
        .from("p_out", prices.output(), Unit.DOLLARS_PER_MILLION_OUTPUT_TOKENS, prices.evidence());
  }

  /** {@code (revenue − c) ÷ revenue}: margin on the price, never markup on the cost. */
  public static Result grossMargin(Explained revenue, Explained cost) {
    if (revenue.value() == 0) {
      return new NotAvailable("no revenue");
    }
    return Explained.of(
            Unit.SHARE,
            (revenue.value() - cost.value()) / revenue.value(),
            "gross margin",
            "(revenue − c) ÷ revenue")
        .from("revenue", revenue)
        .from("c", cost);
  }

  /** {@code revenue per GPU-hour · 8760 · 1000 ÷ k_s}, $ per MW and year. */
  static Explained revenuePerMwYear(Explained revenue, Explained provisioned) {
    return Explained.of(
            Unit.DOLLARS_PER_MW_YEAR,
            revenue.value() * GpuHourCost.HOURS_PER_YEAR * 1000 / provisioned.value(),
            "revenue per MW-year",
            "revenue · 8760 · 1000 ÷ k_s")
        .from("revenue", revenue)
        .from("k_s", provisioned);
  }

  /** Which megawatt the hardware's figures count; utility where it has no power figure at all. */
  static PowerBasis basis(@Nullable Hardware hardware, Scenario scenario) {
    Power power = hardware == null ? null : hardware.power();
    return power == null ? PowerBasis.UTILITY : FacilityPower.basis(power, scenario);
  }

  /**
   * Cost per million tokens of a hosted API at the workload's mix: the whole bill of a request over
   * the tokens that {@code unit} counts.
   *
   * @return $ per million tokens
   */
  static Result hosted(Unit unit, Pricing.HostedApi prices, Workload workload) {
    Integer isl = workload.isl();
    Integer osl = workload.osl();
    if (isl == null || osl == null) {
      return new NotAvailable("the price of a mix needs the workload's input and output length");
    }
    Figure discounted = prices.cachedInput();
    Figure cached = discounted == null ? prices.input() : discounted;
    double hits = workload.cachedInputShare();
    double bill = isl * ((1 - hits) * prices.input().value() + hits * cached.value())
        + osl * prices.output().value();
    double counted = switch (unit) {
      case DOLLARS_PER_MILLION_INPUT_TOKENS -> isl;
      case DOLLARS_PER_MILLION_OUTPUT_TOKENS -> osl;
      default -> (double) isl + osl;
    };
    return Explained.of(
            unit,
            bill / counted,
            nameOf(unit),
            "(ISL · ((1 − h) · p_in + h · p_cached) + OSL · p_out) ÷ tokens counted")
        .from("ISL", isl, Unit.TOKENS)
        .from("OSL", osl, Unit.TOKENS)
        .from("h", hits, Unit.SHARE)
        .from("p_in", prices.input(), Unit.DOLLARS_PER_MILLION_INPUT_TOKENS)
        .from("p_cached", cached, Unit.DOLLARS_PER_MILLION_INPUT_TOKENS)
        .from("p_out", prices.output(), Unit.DOLLARS_PER_MILLION_OUTPUT_TOKENS);
  }
}
