package app.waterline.export.sheet;

import static app.waterline.export.sheet.Formula.given;
import static app.waterline.export.sheet.Formula.or;

import app.waterline.engine.Metric;
import app.waterline.export.sheet.Formula.Missing;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Hardware;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.Sparsity;
import app.waterline.model.TokenCount;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The formulas of one platform: docs/model.md, sections 2 to 4, in the names of cells. */
final class PlatformFormulas {
  private static final Missing HOSTED = new Missing("hosted API");
  private static final Missing FREE = new Missing("the GPU-hour costs nothing");
  private static final Missing NO_PRICES = new Missing("no token prices");
  private static final Missing NONE_DELIVERED = new Missing("no such tokens are delivered");

  private final Platform platform;
  private final Names names;
  private final RunsPages runs;

  PlatformFormulas(Platform platform, Names names, RunsPages runs) {
    this.platform = platform;
    this.names = names;
    this.runs = runs;
  }

  /** The end of the name of a metric's cell. */
  static String key(Metric metric) {
    return metric.key().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private String cell(String key) {
    return names.of(platform, key);
  }

  private String cell(Step step) {
    return cell(step.key());
  }

  private String cell(Metric metric) {
    return cell(key(metric));
  }

  private boolean isHosted() {
    return platform.hardware() == null;
  }

  private boolean isPowered() {
    return platform.hardware() != null && platform.hardware().power() != null;
  }

  /** The formula of a step; null where the platform has no such step. */
  @Nullable String of(Step step) {
    return switch (step) {
      case PROVISIONED_POWER -> provisioned();
      case AVERAGE_POWER -> average();
      case RENT -> platform.pricing() instanceof Pricing.Rental ? rent() : null;
      case CAPITAL, FACILITY, COLOCATION, MAINTENANCE, STAFF, ENERGY ->
        platform.pricing() instanceof Pricing.Owned ? owned(step) : null;
      case INTERACTIVITY -> interactivity();
      case THROUGHPUT -> throughput(TokenCount.TOTAL);
      case INPUT_THROUGHPUT -> throughput(TokenCount.INPUT);
      case OUTPUT_THROUGHPUT -> throughput(TokenCount.OUTPUT);
      case CONFIGURATION -> configuration();
      case PEAK -> peak();
    };
  }

  private @Nullable String provisioned() {
    if (isHosted()) {
      return null;
    }
    if (!isPowered()) {
      return new Missing("no power figure").quoted();
    }
    String unknown = new Missing("the power figure does not say which PUE is inside it").quoted();
    return "IF(ISNUMBER(pue),IF(ISNUMBER(%2$s),%1$s*pue/%2$s,%3$s),%1$s)"
        .formatted(cell("kw_per_gpu"), cell("reference_pue"), unknown);
  }

  private @Nullable String average() {
    if (isHosted()) {
      return null;
    }
    String power = cell(Step.PROVISIONED_POWER);
    return isPowered()
        ? given(
            "%1$s*(%2$s+(1-%2$s)*utilization)".formatted(power, cell("idle_power_fraction")), power)
        : power;
  }

  private String rent() {
    String worth = new Missing(
            "the power inside the rate was worth more than the rate; check the power price inside it")
        .quoted();
    String following = "%1$s+%2$s*(power_price-%3$s)"
        .formatted(cell("rate"), cell(Step.AVERAGE_POWER), cell("included_power_price"));
    return "IF(ISNUMBER(%1$s),%2$s,%3$s)"
        .formatted(
            cell("included_power_price"),
            given("IF(%1$s<=0,%2$s,%1$s)".formatted(following, worth), cell(Step.AVERAGE_POWER)),
            cell("rate"));
  }

  private String owned(Step step) {
    String power = cell(Step.PROVISIONED_POWER);
    return switch (step) {
      case CAPITAL -> capital() + "/8760";
      case FACILITY ->
        "IF(AND(ISNUMBER(%1$s),ISNUMBER(%2$s)),%3$s,0)"
            .formatted(
                cell("facility_per_kw"),
                cell("facility_life_years"),
                given(
                    facilityFactor() + "*" + cell("facility_per_kw") + "*" + power + "/8760",
                    power));
      case COLOCATION ->
        "IF(ISNUMBER(%1$s),%2$s,0)"
            .formatted(
                cell("colocation"),
                given("12*%s*%s/8760".formatted(cell("colocation"), power), power));
      case MAINTENANCE ->
        "%s*%s/8760".formatted(cell("maintenance_share"), cell("capital_per_gpu"));
      case STAFF -> cell("staff_and_software") + "/8760";
      default -> given(cell(Step.AVERAGE_POWER) + "*power_price", cell(Step.AVERAGE_POWER));
    };
  }

  private String isAnnuity() {
    return cell("amortization") + "=\"annuity\"";
  }

  private String capital() {
    String annuity = "%1$s*(%2$s-%3$s*%2$s*(1+cost_of_capital)^(-%4$s))"
        .formatted(
            Formula.recoveryFactor("cost_of_capital", cell("life_years")),
            cell("capital_per_gpu"),
            cell("residual_share"),
            cell("life_years"));
    String straight = "((1-%2$s)*%1$s/%3$s+cost_of_capital*%1$s*(1+%2$s)/2)"
        .formatted(cell("capital_per_gpu"), cell("residual_share"), cell("life_years"));
    return "IF(%s,%s,%s)".formatted(isAnnuity(), annuity, straight);
  }

  private String facilityFactor() {
    String life = cell("facility_life_years");
    return "IF(%s,%s,1/%s+cost_of_capital/2)"
        .formatted(isAnnuity(), Formula.recoveryFactor("cost_of_capital", life), life);
  }

  private @Nullable String interactivity() {
    RunsPages.Block block = runs.of(platform);
    if (block != null) {
      return chosen(block, 6);
    }
    return entered() == null ? null : cell("entered_interactivity");
  }

  private @Nullable ManualThroughput entered() {
    return platform.operatingPoints().isEmpty() ? platform.throughput() : null;
  }

  private @Nullable String configuration() {
    RunsPages.Block block = runs.of(platform);
    if (block != null) {
      return chosen(block, 1);
    }
    return entered() == null ? null : Formula.quoted(Formula.BY_HAND);
  }

  /** A column of the configuration that delivers most at the target. */
  private String chosen(RunsPages.Block block, int column) {
    Page lines = runs.lines();
    String rates = lines.range(15, block.first(), block.last());
    return "IF(COUNT(%1$s)=0,%2$s,INDEX(%3$s,MATCH(MAX(%1$s),%1$s,0)))"
        .formatted(rates, outOfReach(), lines.range(column, block.first(), block.last()));
  }

  private static String outOfReach() {
    return new Missing("cannot meet the target interactivity").quoted();
  }

  private String throughput(TokenCount count) {
    if (isHosted()) {
      return HOSTED.quoted();
    }
    RunsPages.Block block = runs.of(platform);
    ManualThroughput entered = entered();
    if (block != null) {
      return measured(block, count);
    }
    if (entered != null) {
      return count == TokenCount.TOTAL ? enteredTotal() : enteredPart(count);
    }
    return new Missing(
            platform.operatingPoints().isEmpty()
                ? "no operating point: import runs or enter a throughput"
                : "no operating point fits the workload and the capabilities that are on")
        .quoted();
  }

  private String measured(RunsPages.Block block, TokenCount count) {
    if (count == block.counted()) {
      return chosen(block, 15);
    }
    if (block.counted() != TokenCount.TOTAL) {
      return new Missing(
              block.counted() == TokenCount.OUTPUT
                  ? "the run reports output tokens only"
                  : "the run reports input tokens only")
          .quoted();
    }
    String share = chosen(block, 20);
    String total = cell(Step.THROUGHPUT);
    String part = count == TokenCount.OUTPUT ? "%1$s*%2$s" : "%1$s*(1-%2$s)";
    return given(
        "IF(ISNUMBER(%2$s),%3$s,%2$s)".formatted(total, share, part.formatted(total, share)),
        total);
  }

  private String enteredTotal() {
    StringBuilder total = new StringBuilder(cell("entered_throughput"));
    for (Map.Entry<Capability, CapabilityState> each : platform.stack().entrySet()) {
      String key = InputsPage.capability(each.getKey());
      total.append("/IF(%s=\"on\",1,%s)".formatted(cell(key), cell(key + "_multiplier")));
    }
    String speed = cell("entered_interactivity");
    return "IF(AND(ISNUMBER(target_interactivity),ISNUMBER(%1$s)),IF(%1$s<target_interactivity,%2$s,%3$s),%3$s)"
        .formatted(speed, outOfReach(), total);
  }

  private String enteredPart(TokenCount count) {
    boolean output = count == TokenCount.OUTPUT;
    String total = cell(Step.THROUGHPUT);
    String whole = cell("entered_throughput");
    String part = cell(output ? "entered_output_throughput" : "entered_input_throughput");
    String other = cell(output ? "entered_input_throughput" : "entered_output_throughput");
    String counted = output ? "output_length" : "input_length";
    String byWorkload = given(
        "%s*%s/(input_length+output_length)".formatted(total, counted),
        new Missing(
            "input and output tokens are not told apart: give the workload's input and output length"),
        "input_length",
        "output_length");
    return given(
        "IF(ISNUMBER(%2$s),%1$s*MIN(1,%2$s/%4$s),IF(ISNUMBER(%3$s),%1$s*MAX(0,1-%3$s/%4$s),%5$s))"
            .formatted(total, part, other, whole, byWorkload),
        total);
  }

  private @Nullable String peak() {
    RunsPages.Block block = runs.of(platform);
    ManualThroughput entered = entered();
    if (block != null) {
      return chosen(block, 21);
    }
    Precision precision = entered == null ? null : entered.precision();
    Hardware hardware = platform.hardware();
    if (precision == null || hardware == null) {
      return null;
    }
    boolean switched = precision == Precision.FP4 && platform.stack().containsKey(Capability.FP4);
    return switched
        ? "IF(%s=\"on\",%s,%s)"
            .formatted(
                cell(InputsPage.capability(Capability.FP4)),
                dense(Precision.FP4, hardware),
                insteadOfFp4(hardware))
        : dense(precision, hardware);
  }

  private String dense(Precision precision, Hardware hardware) {
    return hardware.peak(precision, Sparsity.DENSE) == null
        ? new Missing("no dense %s peak".formatted(precision)).quoted()
        : cell(InputsPage.peakName(precision));
  }

  /** As the engine takes it: FP8, if the platform computes in that. */
  private String insteadOfFp4(Hardware hardware) {
    return hardware.peakPflops().containsKey(Precision.FP8)
        ? dense(Precision.FP8, hardware)
        : new Missing("FP4 is off, and the platform has no FP8 peak to serve at instead").quoted();
  }

  /** The formula of a metric. */
  String of(Metric metric) {
    return isHosted() ? hosted(metric) : ofHardware(metric);
  }

  private String hosted(Metric metric) {
    return switch (metric) {
      case COST_PER_MILLION_TOKENS -> hosted("(input_length+output_length)");
      case COST_PER_MILLION_INPUT_TOKENS -> hosted("input_length");
      case COST_PER_MILLION_OUTPUT_TOKENS -> hosted("output_length");
      case TOKENS_PER_DOLLAR ->
        given(
            "IF(%1$s=0,%2$s,1000000/%1$s)"
                .formatted(
                    cell(Metric.COST_PER_MILLION_TOKENS),
                    new Missing("the tokens are free").quoted()),
            cell(Metric.COST_PER_MILLION_TOKENS));
      default -> HOSTED.quoted();
    };
  }

  private String hosted(String counted) {
    String cached = or(cell("cached_price"), cell("input_price"));
    return given(
        "(input_length*((1-cached_share)*%1$s+cached_share*%2$s)+output_length*%3$s)/%4$s"
            .formatted(cell("input_price"), cached, cell("output_price"), counted),
        new Missing("the price of a mix needs the workload's input and output length"),
        "input_length",
        "output_length");
  }

  private String ofHardware(Metric metric) {
    String cost = cell(Metric.COST_PER_GPU_HOUR);
    String tokens = cell(Metric.TOKENS_PER_SECOND_PER_GPU);
    String power = cell(Step.PROVISIONED_POWER);
    String revenue = cell(Metric.REVENUE_PER_GPU_HOUR);
    return switch (metric) {
      case COST_PER_GPU_HOUR -> cost();
      case PFLOPS_PER_DOLLAR ->
        given(
            "IF(%2$s=0,%3$s,%1$s/%2$s)".formatted(cell("quoted_peak"), cost, FREE.quoted()),
            new Missing("no quoted peak"),
            cell("quoted_peak"),
            cost);
      case TOKENS_PER_SECOND_PER_GPU -> delivered(Step.THROUGHPUT);
      case INPUT_TOKENS_PER_SECOND_PER_GPU -> delivered(Step.INPUT_THROUGHPUT);
      case OUTPUT_TOKENS_PER_SECOND_PER_GPU -> delivered(Step.OUTPUT_THROUGHPUT);
      case TOKENS_PER_SECOND_PER_MW -> given("%s*1000/%s".formatted(tokens, power), tokens, power);
      case COST_PER_MILLION_TOKENS -> perMillion(cost, tokens);
      case COST_PER_MILLION_INPUT_TOKENS ->
        perMillion(cost, cell(Metric.INPUT_TOKENS_PER_SECOND_PER_GPU));
      case COST_PER_MILLION_OUTPUT_TOKENS ->
        perMillion(cost, cell(Metric.OUTPUT_TOKENS_PER_SECOND_PER_GPU));
      case JOULES_PER_TOKEN ->
        given(
            "%s*1000/%s".formatted(cell(Step.AVERAGE_POWER), tokens),
            tokens,
            cell(Step.AVERAGE_POWER));
      case TOKENS_PER_DOLLAR ->
        given(
            "IF(%2$s=0,%3$s,3600*%1$s/%2$s)".formatted(tokens, cost, FREE.quoted()), tokens, cost);
      case FLOPS_YIELD -> flopsYield(tokens);
      case REVENUE_PER_GPU_HOUR -> revenue();
      case GROSS_MARGIN ->
        given(
            "IF(%1$s=0,%3$s,(%1$s-%2$s)/%1$s)"
                .formatted(revenue, cost, new Missing("no revenue").quoted()),
            revenue,
            cost);
      case REVENUE_PER_MW_YEAR ->
        given("%s*8760*1000/%s".formatted(revenue, power), revenue, power);
    };
  }

  private String cost() {
    if (platform.pricing() instanceof Pricing.Rental) {
      return cell(Step.RENT);
    }
    return given(
        "%s+%s+%s+%s+%s+%s"
            .formatted(
                cell(Step.CAPITAL),
                cell(Step.FACILITY),
                cell(Step.COLOCATION),
                cell(Step.MAINTENANCE),
                cell(Step.STAFF),
                cell(Step.ENERGY)),
        cell(Step.PROVISIONED_POWER));
  }

  private String delivered(Step throughput) {
    return given(cell(throughput) + "*utilization", cell(throughput));
  }

  private static String perMillion(String cost, String tokens) {
    return given(
        "IF(%2$s=0,%3$s,%1$s/(3600*%2$s)*1000000)".formatted(cost, tokens, NONE_DELIVERED.quoted()),
        cost,
        tokens);
  }

  private String flopsYield(String tokens) {
    String peak = Objects.requireNonNullElse(of(Step.PEAK), "");
    if (peak.isEmpty()) {
      return new Missing("the operating point does not say its precision").quoted();
    }
    return given(
        given(
            given(
                "%s*2*active_parameters/(%s*10^15)".formatted(tokens, cell(Step.PEAK)),
                new Missing("no dense peak at the precision of the operating point"),
                cell(Step.PEAK)),
            new Missing("the workload does not say how many parameters are active"),
            "active_parameters"),
        tokens);
  }

  private String revenue() {
    String input = cell(Metric.INPUT_TOKENS_PER_SECOND_PER_GPU);
    String output = cell(Metric.OUTPUT_TOKENS_PER_SECOND_PER_GPU);
    String cached = or("price_cached_input", "price_input");
    String sold =
        "(%1$s*((1-cached_share)*price_input+cached_share*%2$s)+%3$s*price_output)*3600/1000000"
            .formatted(input, cached, output);
    return given(given(sold, input, output), NO_PRICES, "price_input", "price_output");
  }
}
