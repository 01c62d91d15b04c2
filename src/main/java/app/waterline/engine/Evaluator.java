package app.waterline.engine;

import app.waterline.model.Hardware;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.TokenPrices;
import app.waterline.model.Unit;
import app.waterline.model.Workload;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns a workspace into its figures. The answer depends on the workspace alone; an instance only
 * remembers the curves of the platforms it saw last, so that a slider does not sort all points again.
 * Safe for use by several threads.
 */
public final class Evaluator {
  private volatile Map<String, Remembered> remembered = Map.of();

  /** Everything that {@link Curves#allowed} looks at, and what it found. */
  private record Remembered(Platform platform, Workload workload, List<Curve> curves) {
    // Identity, because a list of 400 points is unchanged far more often than it is equal.
    @SuppressWarnings("ReferenceEquality")
    boolean holdsFor(Platform asked, Workload askedWorkload) {
      return platform.operatingPoints() == asked.operatingPoints()
          && platform.stack().equals(asked.stack())
          && Objects.equals(platform.hardware(), asked.hardware())
          && workload.equals(askedWorkload);
    }
  }

  /** Every figure of the workspace. */
  public Evaluation evaluate(Workspace workspace) {
    Map<String, Remembered> known = remembered;
    Map<String, Remembered> next = HashMap.newHashMap(workspace.platforms().size());
    List<PlatformEvaluation> platforms = new ArrayList<>(workspace.platforms().size());
    for (Platform platform : workspace.platforms()) {
      Remembered curves =
          remember(known.get(platform.id()), platform, workspace.scenario().workload());
      next.put(platform.id(), curves);
      platforms.add(evaluate(platform, curves.curves(), workspace.scenario()));
    }
    remembered = next;
    return new Evaluation(workspace, List.copyOf(platforms));
  }

  private static Remembered remember(
      @Nullable Remembered last, Platform platform, Workload workload) {
    if (last != null && last.holdsFor(platform, workload)) {
      return last;
    }
    return new Remembered(platform, workload, Curves.allowed(platform, workload));
  }

  private static PlatformEvaluation evaluate(
      Platform platform, List<Curve> curves, Scenario scenario) {
    return figures(
        platform, Deliveries.of(platform, curves, scenario), new Envelope(curves), scenario);
  }

  /**
   * The figures of a platform at an operating point that is known already, for example at another
   * utilization or price.
   *
   * @param known where the operating point was found
   * @param platform the same hardware, at any price
   * @param scenario the same workload and target as those of {@code known}
   */
  public static PlatformEvaluation at(
      PlatformEvaluation known, Platform platform, Scenario scenario) {
    return figures(platform, known.delivery(), known.envelope(), scenario);
  }

  private static PlatformEvaluation figures(
      Platform platform, Delivery delivery, Envelope envelope, Scenario scenario) {
    Map<Metric, Result> metrics = new EnumMap<>(Metric.class);
    if (platform.pricing() instanceof Pricing.HostedApi api) {
      hosted(metrics, api, scenario.workload());
    } else {
      owned(metrics, platform, delivery, scenario);
    }
    metrics.replaceAll((metric, result) -> result.then(Evaluator::finite));
    return new PlatformEvaluation(
        platform,
        delivery,
        envelope,
        Metrics.basis(platform.hardware(), scenario),
        Collections.unmodifiableMap(metrics));
  }

  private static Result finite(Explained figure) {
    return Double.isFinite(figure.value())
        ? figure
        : new NotAvailable("too large to state: check the inputs of %s".formatted(figure.name()));
  }

  private static void hosted(
      Map<Metric, Result> metrics, Pricing.HostedApi api, Workload workload) {
    for (Metric metric : Metric.values()) {
      metrics.put(metric, new NotAvailable("hosted API"));
    }
    Result cost = Metrics.hosted(Unit.DOLLARS_PER_MILLION_TOKENS, api, workload);
    metrics.put(Metric.COST_PER_MILLION_TOKENS, cost);
    metrics.put(
        Metric.COST_PER_MILLION_INPUT_TOKENS,
        Metrics.hosted(Unit.DOLLARS_PER_MILLION_INPUT_TOKENS, api, workload));
    metrics.put(
        Metric.COST_PER_MILLION_OUTPUT_TOKENS,
        Metrics.hosted(Unit.DOLLARS_PER_MILLION_OUTPUT_TOKENS, api, workload));
    metrics.put(Metric.TOKENS_PER_DOLLAR, cost.then(Evaluator::tokensPerDollar));
  }

  private static Result tokensPerDollar(Explained costPerMillion) {
    if (costPerMillion.value() == 0) {
      return new NotAvailable("the tokens are free");
    }
    return Explained.of(
            Unit.TOKENS_PER_DOLLAR,
            1e6 / costPerMillion.value(),
            "tokens per dollar",
            "10⁶ ÷ cost per million tokens")
        .from("cost per million tokens", costPerMillion);
  }

  static void owned(
      Map<Metric, Result> metrics, Platform platform, Delivery delivery, Scenario scenario) {
    double utilization = scenario.utilization();
    Hardware hardware = platform.hardware();
    Result cost = GpuHourCost.of(platform, scenario);
    Result power = FacilityPower.provisioned(hardware, scenario);
    Result tokens = delivery.total().then(each -> Metrics.delivered(each, utilization));
    Result input = delivery.input().then(each -> Metrics.delivered(each, utilization));
    Result output = delivery.output().then(each -> Metrics.delivered(each, utilization));
    metrics.put(Metric.COST_PER_GPU_HOUR, cost);
    metrics.put(
        Metric.PFLOPS_PER_DOLLAR, cost.then(each -> Metrics.pflopsPerDollar(hardware, each)));
    metrics.put(Metric.TOKENS_PER_SECOND_PER_GPU, tokens);
    metrics.put(Metric.INPUT_TOKENS_PER_SECOND_PER_GPU, input);
    metrics.put(Metric.OUTPUT_TOKENS_PER_SECOND_PER_GPU, output);
    metrics.put(
        Metric.TOKENS_PER_SECOND_PER_MW,
        tokens.and(
            power,
            (each, kw) ->
                Metrics.tokensPerSecondPerMw(each, kw, Metrics.basis(hardware, scenario))));
    metrics.put(
        Metric.COST_PER_MILLION_TOKENS,
        costPerMillion(Unit.DOLLARS_PER_MILLION_TOKENS, cost, tokens));
    metrics.put(
        Metric.COST_PER_MILLION_INPUT_TOKENS,
        costPerMillion(Unit.DOLLARS_PER_MILLION_INPUT_TOKENS, cost, input));
    metrics.put(
        Metric.COST_PER_MILLION_OUTPUT_TOKENS,
        costPerMillion(Unit.DOLLARS_PER_MILLION_OUTPUT_TOKENS, cost, output));
    metrics.put(
        Metric.JOULES_PER_TOKEN,
        tokens.and(averagePower(hardware, power, scenario), Metrics::joulesPerToken));
    metrics.put(
        Metric.TOKENS_PER_DOLLAR,
        tokens.then(each -> cost.then(spent -> Metrics.tokensPerDollar(each, spent))));
    metrics.put(
        Metric.FLOPS_YIELD, tokens.then(each -> flopsYield(each, platform, delivery, scenario)));
    Result revenue = revenue(input, output, scenario);
    metrics.put(Metric.REVENUE_PER_GPU_HOUR, revenue);
    metrics.put(
        Metric.GROSS_MARGIN,
        revenue.then(earned -> cost.then(spent -> Metrics.grossMargin(earned, spent))));
    metrics.put(Metric.REVENUE_PER_MW_YEAR, revenue.and(power, Metrics::revenuePerMwYear));
  }

  /** Without FP4 the peak is that of the precision which stands in for it. */
  private static Result flopsYield(
      Explained tokens, Platform platform, Delivery delivery, Scenario scenario) {
    Result yield =
        Metrics.flopsYield(tokens, platform.hardware(), delivery.precision(), scenario.workload());
    if (!Deliveries.isWithoutFp4(platform)) {
      return yield;
    }
    return delivery.precision() == null
        ? new NotAvailable("FP4 is off, and the platform has no FP8 peak to serve at instead")
        : yield.then(each -> each.atBest(Quality.ASSUMED)
            .noting("FP4 is off: the platform is taken to serve in FP8"));
  }

  private static Result costPerMillion(Unit unit, Result cost, Result tokens) {
    return cost.then(
        spent -> tokens.then(delivered -> Metrics.costPerMillionTokens(unit, spent, delivered)));
  }

  private static Result averagePower(
      @Nullable Hardware hardware, Result provisioned, Scenario scenario) {
    Power power = hardware == null ? null : hardware.power();
    return power == null
        ? provisioned
        : provisioned.then(each -> FacilityPower.average(each, power, scenario));
  }

  private static Result revenue(Result input, Result output, Scenario scenario) {
    TokenPrices prices = scenario.tokenPrices();
    if (prices == null) {
      return new NotAvailable("no token prices");
    }
    double cachedShare = scenario.workload().cachedInputShare();
    return input.and(output, (in, out) -> Metrics.revenuePerGpuHour(in, out, prices, cachedShare));
  }
}
