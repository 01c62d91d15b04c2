package app.waterline.export.sheet;

import app.waterline.engine.Deliveries;
import app.waterline.model.Amortization;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Peak;
import app.waterline.model.Planning;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.QuotedPeak;
import app.waterline.model.Scenario;
import app.waterline.model.Sizing;
import app.waterline.model.Sparsity;
import app.waterline.model.TokenPrices;
import app.waterline.model.Unit;
import app.waterline.model.Workload;
import app.waterline.model.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.jspecify.annotations.Nullable;

/** Every input with its evidence, a line each; the values are the cells that the formulas name. */
final class InputsPage {
  private static final int COLUMNS = 8;
  private static final int VALUE = 1;
  private static final int NAME = 7;

  private final Page page;
  private final Words words;
  private final Names names;

  InputsPage(Page page, Words words, Names names) {
    this.page = page;
    this.words = words;
    this.names = names;
  }

  void write(Workspace workspace) {
    page.widths(34, 16, 18, 14, 44, 12, 44, 38);
    page.text(0, words.get("inputs.title"), Look.Kind.TITLE);
    page.next();
    page.text(0, words.get("inputs.subtitle"), Look.Kind.SUBTITLE);
    page.skip(2);
    header();
    scenario(workspace);
    workspace.platforms().forEach(this::platform);
  }

  private void header() {
    int column = 0;
    for (String each :
        List.of("input", "value", "unit", "kind", "source", "date", "note", "name")) {
      page.text(
          column,
          words.get("inputs." + each),
          column == VALUE ? Look.Kind.NAME_HEADING : Look.Kind.HEADING);
      column++;
    }
    page.next();
    page.sheet().createFreezePane(1, page.row());
    page.sheet().setRepeatingRows(CellRangeAddress.valueOf(page.row() + ":" + page.row()));
  }

  private void scenario(Workspace workspace) {
    Scenario scenario = workspace.scenario();
    page.section(words.get("inputs.scenario"), COLUMNS);
    baseline(workspace);
    set("utilization", scenario.utilization(), Unit.SHARE);
    set("power_price", scenario.powerPrice(), Unit.DOLLARS_PER_KWH);
    set("pue", scenario.pue(), Unit.NONE);
    set("target_interactivity", scenario.targetInteractivity(), Unit.TOKENS_PER_SECOND_PER_USER);
    set("cost_of_capital", scenario.costOfCapital(), Unit.SHARE_PER_YEAR);
    workload(scenario.workload());
    prices(scenario.tokenPrices());
    plan(scenario);
  }

  private void baseline(Workspace workspace) {
    int count = workspace.platforms().size();
    if (count == 0) {
      return;
    }
    int number = 1;
    for (int i = 0; i < count; i++) {
      number = workspace.platforms().get(i).id().equals(workspace.baseline()) ? i + 1 : number;
    }
    DataValidationHelper rules = page.sheet().getDataValidationHelper();
    page.sheet()
        .addValidationData(rules.createValidation(
            rules.createIntegerConstraint(
                DataValidationConstraint.OperatorType.BETWEEN, "1", String.valueOf(count)),
            new CellRangeAddressList(page.row(), page.row(), VALUE, VALUE)));
    set("baseline", (double) number, Unit.NONE);
  }

  private void workload(Workload workload) {
    set("input_length", asDouble(workload.isl()), Unit.TOKENS);
    set("output_length", asDouble(workload.osl()), Unit.TOKENS);
    set("cached_share", workload.cachedInputShare(), Unit.SHARE);
    set("active_parameters", workload.activeParameters(), Unit.PARAMETERS);
  }

  private void prices(@Nullable TokenPrices prices) {
    Evidence evidence = prices == null ? null : prices.evidence();
    set(
        "price_input",
        prices == null ? null : prices.input(),
        Unit.DOLLARS_PER_MILLION_INPUT_TOKENS,
        evidence);
    set(
        "price_cached_input",
        prices == null ? null : prices.cachedInput(),
        Unit.DOLLARS_PER_MILLION_INPUT_TOKENS,
        evidence);
    set(
        "price_output",
        prices == null ? null : prices.output(),
        Unit.DOLLARS_PER_MILLION_OUTPUT_TOKENS,
        evidence);
  }

  private void plan(Scenario scenario) {
    Planning planning = Objects.requireNonNullElse(scenario.planning(), Planning.DEFAULT);
    Sizing sizing = scenario.sizing();
    set("size", sizing == null ? null : sizing.amount(), unitOf(sizing));
    set("horizon_years", scenario.horizonYears(), Unit.YEARS);
    set("throughput_growth", scenario.throughputGrowth(), Unit.SHARE_PER_YEAR);
    set("token_price_decline", scenario.tokenPriceDecline(), Unit.SHARE_PER_YEAR);
    set("power_inflation", scenario.powerInflation(), Unit.SHARE_PER_YEAR);
    set("peak_to_average", planning.peakToAverage(), Unit.RATIO);
    set("spare_systems", (double) planning.spareSystems(), Unit.SYSTEMS);
    set("ramp_up_months", planning.rampUpMonths(), Unit.MONTHS);
    set("tax_rate", planning.taxRate(), Unit.SHARE);
  }

  private static Unit unitOf(@Nullable Sizing sizing) {
    if (sizing == null) {
      return Unit.NONE;
    }
    return switch (sizing.basis()) {
      case GPUS -> Unit.GPUS;
      case MEGAWATTS -> Unit.MEGAWATTS;
      case CAPITAL -> Unit.DOLLARS;
      case TOKENS_PER_DAY -> Unit.TOKENS_PER_DAY;
      case USERS -> Unit.USERS;
    };
  }

  private static @Nullable Double asDouble(@Nullable Integer count) {
    return count == null ? null : count.doubleValue();
  }

  private void platform(Platform platform) {
    page.section(platform.name(), COLUMNS);
    switch (platform.pricing()) {
      case Pricing.Rental rental -> rental(platform, rental);
      case Pricing.Owned owned -> owned(platform, owned);
      case Pricing.HostedApi api -> api(platform, api);
    }
    if (platform.hardware() != null) {
      hardware(platform, platform.hardware());
    }
    if (platform.operatingPoints().isEmpty() && platform.throughput() != null) {
      manual(platform, platform.throughput());
    }
  }

  private void rental(Platform platform, Pricing.Rental rental) {
    figure(platform, "rate", rental.ratePerGpuHour(), Unit.DOLLARS_PER_GPU_HOUR);
    figure(platform, "included_power_price", rental.includedPowerPrice(), Unit.DOLLARS_PER_KWH);
  }

  private void owned(Platform platform, Pricing.Owned owned) {
    amortization(platform, owned.amortization());
    figure(platform, "capital_per_gpu", owned.capitalPerGpu(), Unit.DOLLARS_PER_GPU);
    figure(platform, "life_years", owned.lifeYears(), Unit.YEARS);
    figure(platform, "residual_share", owned.residualShare(), Unit.SHARE);
    figure(platform, "facility_per_kw", owned.facilityPerKw(), Unit.DOLLARS_PER_KW);
    figure(platform, "facility_life_years", owned.facilityLifeYears(), Unit.YEARS);
    figure(platform, "colocation", owned.colocationPerKwMonth(), Unit.DOLLARS_PER_KW_MONTH);
    figure(platform, "maintenance_share", owned.maintenanceShare(), Unit.SHARE_PER_YEAR);
    figure(
        platform,
        "staff_and_software",
        owned.staffAndSoftwarePerGpuYear(),
        Unit.DOLLARS_PER_GPU_YEAR);
  }

  private void amortization(Platform platform, Amortization amortization) {
    choice("annuity", "straight-line");
    word(
        platform,
        "amortization",
        amortization == Amortization.ANNUITY ? "annuity" : "straight-line",
        null);
  }

  private void api(Platform platform, Pricing.HostedApi api) {
    figure(platform, "input_price", api.input(), Unit.DOLLARS_PER_MILLION_INPUT_TOKENS);
    figure(platform, "cached_price", api.cachedInput(), Unit.DOLLARS_PER_MILLION_INPUT_TOKENS);
    figure(platform, "output_price", api.output(), Unit.DOLLARS_PER_MILLION_OUTPUT_TOKENS);
  }

  private void hardware(Platform platform, Hardware hardware) {
    number(platform, "gpus_per_system", hardware.gpusPerSystem(), Unit.GPUS);
    QuotedPeak quoted = hardware.quotedPeak();
    figure(
        platform,
        "quoted_peak",
        quoted == null ? null : hardware.peak(quoted.precision(), quoted.sparsity()),
        Unit.PFLOPS);
    for (Map.Entry<Precision, Peak> each : hardware.peakPflops().entrySet()) {
      Figure dense = hardware.peak(each.getKey(), Sparsity.DENSE);
      if (dense != null) {
        figure(platform, peakName(each.getKey()), dense, Unit.PFLOPS);
      }
    }
    Power power = hardware.power();
    if (power != null) {
      power(platform, power);
    }
  }

  /** The end of the name of the cell with a dense peak. */
  static String peakName(Precision precision) {
    return "dense_peak_" + precision.name().toLowerCase(Locale.ROOT);
  }

  private void power(Platform platform, Power power) {
    figure(platform, "kw_per_gpu", power.kwPerGpu(), Unit.KILOWATTS_PER_GPU);
    boolean criticalIt = power.powerBasis() == PowerBasis.CRITICAL_IT;
    word(
        platform,
        "power_basis",
        words.get(criticalIt ? "inputs.criticalIt" : "inputs.utility"),
        null);
    if (criticalIt) {
      number(platform, "reference_pue", 1, Unit.NONE);
    } else {
      figure(platform, "reference_pue", power.referencePue(), Unit.NONE);
    }
    figure(platform, "idle_power_fraction", power.idlePowerFraction(), Unit.SHARE);
  }

  private void manual(Platform platform, ManualThroughput manual) {
    Unit unit = Unit.TOKENS_PER_SECOND_PER_GPU;
    figure(platform, "entered_throughput", manual.tokensPerSecondPerGpu(), unit);
    figure(platform, "entered_input_throughput", manual.inputTokensPerSecondPerGpu(), unit);
    figure(platform, "entered_output_throughput", manual.outputTokensPerSecondPerGpu(), unit);
    figure(
        platform, "entered_interactivity", manual.interactivity(), Unit.TOKENS_PER_SECOND_PER_USER);
    for (Map.Entry<Capability, CapabilityState> each : platform.stack().entrySet()) {
      String key = capability(each.getKey());
      choice("on", "off");
      String name = words.charts().say(Deliveries.termOf(each.getKey()));
      word(platform, key, each.getValue().on() ? "on" : "off", name);
      figure(
          platform,
          key + "_multiplier",
          each.getValue().multiplier(),
          Unit.RATIO,
          words.get("inputs.multiplier", name));
    }
  }

  /** The name of the cell that switches a capability. */
  static String capability(Capability capability) {
    return "uses_" + capability.name().toLowerCase(Locale.ROOT);
  }

  private void choice(String... values) {
    DataValidationHelper rules = page.sheet().getDataValidationHelper();
    page.sheet()
        .addValidationData(rules.createValidation(
            rules.createExplicitListConstraint(values),
            new CellRangeAddressList(page.row(), page.row(), VALUE, VALUE)));
  }

  private void set(String key, @Nullable Double value, Unit unit) {
    set(key, value, unit, null);
  }

  private void set(String key, @Nullable Double value, Unit unit, @Nullable Evidence evidence) {
    page.text(0, words.get("input." + key), Look.Kind.LABEL);
    value(value, unit, "scenario." + key);
    if (evidence == null) {
      page.text(3, words.get("inputs.set"), Look.Kind.FAINT);
    } else {
      evidence(evidence);
    }
    named(key);
  }

  private void number(Platform platform, String key, double value, Unit unit) {
    page.text(0, words.get("input." + key), Look.Kind.LABEL);
    value(value, unit, key);
    named(names.of(platform, key));
  }

  private void word(Platform platform, String key, String value, @Nullable String label) {
    page.text(0, label == null ? words.get("input." + key) : label, Look.Kind.LABEL);
    page.text(VALUE, value, Look.Kind.INPUT_TEXT);
    named(names.of(platform, key));
  }

  private void figure(Platform platform, String key, @Nullable Figure figure, Unit unit) {
    figure(platform, key, figure, unit, words.get("input." + key));
  }

  private void figure(
      Platform platform, String key, @Nullable Figure figure, Unit unit, String label) {
    page.text(0, label, Look.Kind.LABEL);
    value(figure == null ? null : figure.value(), unit, key);
    if (figure != null) {
      evidence(figure.evidence());
    }
    named(names.of(platform, key));
  }

  private void value(@Nullable Double value, Unit unit, String key) {
    if (value == null) {
      boolean asQuoted = key.equals("scenario.pue");
      page.text(
          VALUE, words.get(asQuoted ? "inputs.asQuoted" : "inputs.none"), Look.Kind.INPUT_TEXT);
    } else {
      page.number(VALUE, value, unit, Look.Kind.INPUT);
    }
    page.text(2, words.unit(unit), Look.Kind.FAINT);
  }

  private void evidence(Evidence evidence) {
    page.text(3, words.kind(evidence.kind()), Look.Kind.LABEL);
    page.text(4, evidence.source(), Look.Kind.TEXT);
    page.text(5, Objects.requireNonNullElse(evidence.date(), ""), Look.Kind.TEXT);
    page.text(6, Objects.requireNonNullElse(evidence.note(), ""), Look.Kind.TEXT);
  }

  private void named(String name) {
    page.name(VALUE, name);
    page.text(NAME, name, Look.Kind.FAINT);
    page.next();
  }
}
