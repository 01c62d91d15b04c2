package app.waterline.engine.plan;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.FacilityPower;
import app.waterline.engine.GpuHourCost;
import app.waterline.engine.Metric;
import app.waterline.engine.Metrics;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.Planning;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Scenario;
import app.waterline.model.Unit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns an evaluation into a plan: the fleet of every platform at the scenario's size, what it costs and
 * earns, and its cash flow.
 *
 * @see "docs/model.md, section 8"
 */
public final class Planner {
  static final double DAYS_PER_YEAR = 365;
  private static final double SECONDS_PER_YEAR = DAYS_PER_YEAR * Sizer.SECONDS_PER_DAY;
  private static final double KW_PER_MW = 1000;

  private final PlatformEvaluation evaluated;
  private final Scenario scenario;
  private final Planning planning;
  private final LoadProfile load;
  private final Map<PlanMetric, Result> figures = new EnumMap<>(PlanMetric.class);

  private Planner(PlatformEvaluation evaluated, Scenario scenario, LoadProfile load) {
    this.evaluated = evaluated;
    this.scenario = scenario;
    this.planning = planning(scenario);
    this.load = load;
  }

  /** The plan of every platform of an evaluated workspace. */
  public static Plan plan(Evaluation evaluation) {
    Scenario scenario = evaluation.workspace().scenario();
    LoadProfile load = LoadProfile.of(planning(scenario));
    List<PlatformPlan> platforms = evaluation.platforms().stream()
        .map(each -> new Planner(each, scenario, load).plan())
        .toList();
    return new Plan(evaluation, platforms);
  }

  private static Planning planning(Scenario scenario) {
    Planning planning = scenario.planning();
    return planning == null ? Planning.DEFAULT : planning;
  }

  private PlatformPlan plan() {
    return switch (new Sizer(evaluated, scenario, planning, load).size()) {
      case Sizer.Outcome.Sized sized -> withFleet(sized.fleet());
      case Sizer.Outcome.Refused refused -> withoutFleet(refused.why());
    };
  }

  private PlatformPlan withoutFleet(NotAvailable why) {
    for (PlanMetric metric : PlanMetric.values()) {
      figures.put(metric, why);
    }
    Hardware hardware = evaluated.platform().hardware();
    Result demand = Sizer.demand(evaluated, scenario);
    if (hardware != null) {
      return finished(null, new CashFlow.Missing(why));
    }
    tokens(demand);
    perToken(evaluated);
    Result tokensPerYear = of(PlanMetric.TOKENS_PER_YEAR);
    figures.put(
        PlanMetric.COST_PER_YEAR,
        tokensPerYear.and(of(PlanMetric.COST_PER_MILLION_TOKENS), Planner::perYear));
    figures.put(PlanMetric.COST_PER_HOUR, of(PlanMetric.COST_PER_YEAR).then(Planner::perHour));
    figures.put(
        PlanMetric.REVENUE_PER_YEAR,
        tokensPerYear.and(of(PlanMetric.REVENUE_PER_MILLION_TOKENS), Planner::perYear));
    margin();
    return finished(
        null,
        CashFlow.ofApi(
            scenario,
            planning,
            load,
            demand,
            of(PlanMetric.COST_PER_MILLION_TOKENS),
            of(PlanMetric.REVENUE_PER_MILLION_TOKENS)));
  }

  private PlatformPlan withFleet(Fleet fleet) {
    Scenario atWork = scenario.withUtilization(fleet.utilization().value());
    PlatformEvaluation working = Evaluator.at(evaluated, evaluated.platform(), atWork);
    figures.put(PlanMetric.SYSTEMS, fleet.systems());
    figures.put(PlanMetric.SPARE_SYSTEMS, fleet.spareSystems());
    figures.put(PlanMetric.GPUS, fleet.gpus());
    figures.put(PlanMetric.RACKS, racks(fleet, evaluated.platform().hardware()));
    figures.put(PlanMetric.UTILIZATION, fleet.utilization());
    power(fleet);
    figures.put(
        PlanMetric.CAPITAL,
        Capital.perGpu(evaluated.platform(), scenario)
            .then(each -> perFleet(Unit.DOLLARS, "capital", each, fleet.gpus())));
    tokens(working
        .of(Metric.TOKENS_PER_SECOND_PER_GPU)
        .then(each -> perFleet(Unit.TOKENS_PER_SECOND, "tokens per second", each, fleet.gpus())));
    figures.put(PlanMetric.CONCURRENT_USERS, users(fleet));
    money(fleet, working);
    perToken(working);
    return finished(
        fleet.binding(),
        CashFlow.of(
            evaluated, scenario, planning, load, fleet, of(PlanMetric.REVENUE_PER_MILLION_TOKENS)));
  }

  private PlatformPlan finished(@Nullable String binding, CashFlow cashFlow) {
    Worth worth = Worth.of(cashFlow, evaluated.platform().name(), scenario);
    figures.putAll(worth.figures());
    figures.replaceAll((metric, result) -> result.then(Planner::finite));
    return new PlatformPlan(
        evaluated.platform(),
        Collections.unmodifiableMap(figures),
        binding,
        cashFlow.rows(),
        worth.decision());
  }

  private static Result finite(Explained figure) {
    return Double.isFinite(figure.value())
        ? figure
        : new NotAvailable("too large to state: check the inputs of %s".formatted(figure.name()));
  }

  private Result of(PlanMetric metric) {
    Result result = figures.get(metric);
    return result == null ? new NotAvailable("not planned") : result;
  }

  private static Result racks(Fleet fleet, @Nullable Hardware hardware) {
    Figure perRack = hardware == null ? null : hardware.systemsPerRack();
    if (perRack == null) {
      return new NotAvailable("the card does not say how many systems stand in a rack");
    }
    return Explained.of(
            Unit.RACKS,
            Math.ceil(fleet.systems().value() / perRack.value()),
            "racks",
            "⌈systems ÷ systems per rack⌉")
        .from("systems", fleet.systems())
        .from("systems per rack", perRack, Unit.SYSTEMS);
  }

  private void power(Fleet fleet) {
    Hardware hardware = evaluated.platform().hardware();
    Result planned = FacilityPower.provisioned(hardware, scenario);
    figures.put(
        PlanMetric.MEGAWATTS, planned.then(each -> megawatts("provisioned power", each, fleet)));
    figures.put(
        PlanMetric.RACK_MEGAWATTS,
        atRack(hardware).then(each -> megawatts("power at the rack", each, fleet)));
    figures.put(
        PlanMetric.METER_MEGAWATTS,
        atMeter(hardware, planned).then(each -> megawatts("power at the meter", each, fleet)));
  }

  private static Explained megawatts(String name, Explained perGpu, Fleet fleet) {
    return Explained.of(
            Unit.MEGAWATTS,
            perGpu.value() * fleet.gpus().value() / KW_PER_MW,
            name,
            "k · GPUs ÷ 1000")
        .from("k", perGpu)
        .from("GPUs", fleet.gpus());
  }

  private static Result atRack(@Nullable Hardware hardware) {
    Power power = hardware == null ? null : hardware.power();
    if (power == null) {
      return new NotAvailable("no power figure");
    }
    Figure quoted = power.kwPerGpu();
    if (power.powerBasis() == PowerBasis.CRITICAL_IT) {
      return Explained.of(Unit.KILOWATTS_PER_GPU, quoted.value(), "power at the rack", "k")
          .from("k", quoted, Unit.KILOWATTS_PER_GPU);
    }
    Figure reference = power.referencePue();
    return reference == null
        ? new NotAvailable("the power figure does not say which PUE is inside it")
        : Explained.of(
                Unit.KILOWATTS_PER_GPU,
                quoted.value() / reference.value(),
                "power at the rack",
                "k ÷ reference PUE")
            .from("k", quoted, Unit.KILOWATTS_PER_GPU)
            .from("reference PUE", reference, Unit.NONE);
  }

  private Result atMeter(@Nullable Hardware hardware, Result planned) {
    Power power = hardware == null ? null : hardware.power();
    boolean known = power != null && FacilityPower.basis(power, scenario) == PowerBasis.UTILITY;
    return known ? planned : new NotAvailable("the scenario states no PUE");
  }

  private static Explained perFleet(Unit unit, String name, Explained perGpu, Explained gpus) {
    return Explained.of(unit, perGpu.value() * gpus.value(), name, "per GPU · GPUs")
        .from("per GPU", perGpu)
        .from("GPUs", gpus);
  }

  private void tokens(Result perSecond) {
    figures.put(PlanMetric.TOKENS_PER_SECOND, perSecond);
    figures.put(
        PlanMetric.TOKENS_PER_DAY,
        perSecond.then(
            each -> scaled(Unit.TOKENS_PER_DAY, "tokens per day", each, Sizer.SECONDS_PER_DAY)));
    figures.put(
        PlanMetric.TOKENS_PER_YEAR,
        perSecond.then(
            each -> scaled(Unit.TOKENS_PER_YEAR, "tokens per year", each, SECONDS_PER_YEAR)));
  }

  private static Explained scaled(Unit unit, String name, Explained each, double factor) {
    return Explained.of(
            unit,
            each.value() * factor,
            name,
            "%s · %s".formatted(each.name(), Words.number(factor)))
        .from(each.name(), each);
  }

  private Result users(Fleet fleet) {
    Double reached = evaluated.delivery().interactivity();
    Double speed = reached == null ? scenario.targetInteractivity() : reached;
    if (speed == null) {
      return new NotAvailable("the operating point states no interactivity");
    }
    return evaluated
        .delivery()
        .output()
        .then(output -> Explained.of(
                Unit.USERS,
                output.value() * fleet.workingGpus() / speed,
                "users at once, at full load",
                "T_out · working GPUs ÷ interactivity")
            .from("T_out", output)
            .from("working GPUs", fleet.workingGpus(), Unit.GPUS)
            .from("interactivity", speed, Unit.TOKENS_PER_SECOND_PER_USER));
  }

  private void money(Fleet fleet, PlatformEvaluation working) {
    Result cost = working
        .of(Metric.COST_PER_GPU_HOUR)
        .then(each -> perFleet(Unit.DOLLARS_PER_HOUR, "cost per hour", each, fleet.gpus()));
    figures.put(PlanMetric.COST_PER_HOUR, cost);
    figures.put(PlanMetric.COST_PER_YEAR, cost.then(each -> yearly("cost per year", each)));
    Result revenue = working
        .of(Metric.REVENUE_PER_GPU_HOUR)
        .then(each -> perFleet(Unit.DOLLARS_PER_HOUR, "revenue per hour", each, fleet.gpus()));
    figures.put(
        PlanMetric.REVENUE_PER_YEAR, revenue.then(each -> yearly("revenue per year", each)));
    figures.put(PlanMetric.REVENUE_PER_MW_YEAR, working.of(Metric.REVENUE_PER_MW_YEAR));
    figures.put(
        PlanMetric.REVENUE_PER_RACK_YEAR,
        of(PlanMetric.REVENUE_PER_YEAR)
            .and(
                of(PlanMetric.RACKS),
                (earned, racks) -> Explained.of(
                        Unit.DOLLARS_PER_RACK_YEAR,
                        earned.value() / racks.value(),
                        "revenue per rack and year",
                        "revenue per year ÷ racks")
                    .from("revenue per year", earned)
                    .from("racks", racks)));
    margin();
  }

  private static Explained yearly(String name, Explained perHour) {
    return scaled(Unit.DOLLARS_PER_YEAR, name, perHour, GpuHourCost.HOURS_PER_YEAR);
  }

  private static Explained perHour(Explained perYear) {
    return Explained.of(
            Unit.DOLLARS_PER_HOUR,
            perYear.value() / GpuHourCost.HOURS_PER_YEAR,
            "cost per hour",
            "cost per year ÷ 8760")
        .from("cost per year", perYear);
  }

  private static Explained perYear(Explained tokens, Explained perMillion) {
    return Explained.of(
            Unit.DOLLARS_PER_YEAR,
            tokens.value() * perMillion.value() / 1e6,
            perMillion.name().replace("per million tokens", "per year"),
            "tokens per year · $ per million ÷ 10⁶")
        .from("tokens per year", tokens)
        .from("$ per million", perMillion);
  }

  private void margin() {
    figures.put(
        PlanMetric.GROSS_MARGIN,
        of(PlanMetric.REVENUE_PER_YEAR)
            .then(earned ->
                of(PlanMetric.COST_PER_YEAR).then(spent -> Metrics.grossMargin(earned, spent))));
  }

  private void perToken(PlatformEvaluation working) {
    Result cost = working.of(Metric.COST_PER_MILLION_TOKENS);
    Result revenue = Selling.perMillionTokens(working, scenario);
    figures.put(PlanMetric.COST_PER_MILLION_TOKENS, cost);
    figures.put(PlanMetric.REVENUE_PER_MILLION_TOKENS, revenue);
    figures.put(PlanMetric.MARGIN_PER_INTERACTION, Selling.marginPerInteraction(cost, scenario));
    figures.put(
        PlanMetric.ZERO_MARGIN_OUTPUT_PRICE,
        cost.then(
            spent -> revenue.then(earned -> Selling.zeroMarginPrice(spent, earned, scenario))));
  }
}
