package app.waterline.engine.plan;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.GpuHourCost;
import app.waterline.engine.Metric;
import app.waterline.engine.Metrics;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Quality;
import app.waterline.engine.Result;
import app.waterline.engine.Term;
import app.waterline.model.Currency;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.Platform;
import app.waterline.model.PriceList;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Renting, owning, colocating and calling an API, all for the same tokens: one machine at one operating
 * point, at every price that the workspace knows for it.
 *
 * @param machine the machine and the operating point
 * @param scenario what holds for all offers, the utilization among it
 * @param offers the machine's own price, other cards of the same GPU, price lists, hosted APIs
 * @param crossings where two offers of different ways cost the same
 * @see "docs/model.md, section 8"
 */
public record SideBySide(
    PlatformEvaluation machine, Scenario scenario, List<Offer> offers, List<Crossing> crossings) {
  private static final double MILLION = 1e6;
  private static final double SECONDS_PER_HOUR = 3600;

  /** Every offer for the machine that the workspace knows, at the scenario's utilization. */
  public static SideBySide of(Evaluation evaluation, PlatformEvaluation machine) {
    return of(evaluation, machine, evaluation.workspace().scenario());
  }

  /**
   * Every offer for each machine of a plan, at the utilization of its fleet. Cards of one GPU are offers
   * for the first of them.
   */
  public static List<SideBySide> of(Plan plan) {
    List<SideBySide> machines = new ArrayList<>();
    Set<String> gpus = new HashSet<>();
    for (int index = 0; index < plan.platforms().size(); index++) {
      PlatformEvaluation machine = plan.evaluation().platforms().get(index);
      Hardware hardware = machine.platform().hardware();
      if (hardware != null && gpus.add(hardware.gpu())) {
        machines.add(of(plan.evaluation(), machine, atWork(plan, index)));
      }
    }
    return List.copyOf(machines);
  }

  private static Scenario atWork(Plan plan, int index) {
    Scenario scenario = plan.evaluation().workspace().scenario();
    return plan.platforms()
        .get(index)
        .of(PlanMetric.UTILIZATION)
        .figure()
        .map(share -> scenario.withUtilization(share.value()))
        .orElse(scenario);
  }

  private static SideBySide of(
      Evaluation evaluation, PlatformEvaluation machine, Scenario scenario) {
    List<Offer> offers = new ArrayList<>();
    offers.add(offer(machine.platform().name(), false, machine, machine.platform(), scenario));
    for (PlatformEvaluation other : evaluation.platforms()) {
      if (isAnother(other.platform(), machine.platform())) {
        offers.add(offer(other, machine, scenario));
      }
    }
    Currency currency = evaluation.workspace().currency();
    for (PriceList list : evaluation.workspace().priceLists()) {
      rental(list, machine.platform(), currency)
          .forEach(priced -> offers.add(offer(list.name(), true, machine, priced, scenario)));
    }
    return new SideBySide(
        machine, scenario, List.copyOf(offers), crossings(offers, machine, scenario));
  }

  private static boolean isAnother(Platform other, Platform machine) {
    Hardware mine = machine.hardware();
    Hardware theirs = other.hardware();
    boolean sameGpu = mine != null && theirs != null && mine.gpu().equals(theirs.gpu());
    return !other.id().equals(machine.id())
        && (sameGpu || other.pricing() instanceof Pricing.HostedApi);
  }

  private static List<Platform> rental(PriceList list, Platform machine, Currency currency) {
    Hardware hardware = machine.hardware();
    Figure dollars = hardware == null ? null : list.priceOf(hardware.gpu());
    if (dollars == null) {
      return List.of();
    }
    Figure rate =
        new Figure(dollars.value() * currency.unitsPerDollar().value(), dollars.evidence());
    return List.of(machine.withPricing(new Pricing.Rental(rate, null)));
  }

  private static Offer offer(
      PlatformEvaluation other, PlatformEvaluation machine, Scenario scenario) {
    Platform card = other.platform();
    return card.hardware() == null
        ? new Offer(card.name(), Offer.Way.API, false, other, apiStack(other))
        : offer(
            card.name(), false, machine, machine.platform().withPricing(card.pricing()), scenario);
  }

  private static Offer offer(
      String name,
      boolean fromList,
      PlatformEvaluation machine,
      Platform priced,
      Scenario scenario) {
    PlatformEvaluation figures = Evaluator.at(machine, priced, scenario);
    return new Offer(name, wayOf(priced.pricing()), fromList, figures, stack(figures));
  }

  private static Offer.Way wayOf(Pricing pricing) {
    return switch (pricing) {
      case Pricing.Rental rental -> Offer.Way.RENT;
      case Pricing.HostedApi api -> Offer.Way.API;
      case Pricing.Owned owned -> {
        Figure colocation = owned.colocationPerKwMonth();
        yield colocation != null && colocation.value() > 0 ? Offer.Way.COLOCATE : Offer.Way.OWN;
      }
    };
  }

  private static List<Offer.Part> apiStack(PlatformEvaluation api) {
    Result cost = api.of(Metric.COST_PER_MILLION_TOKENS);
    return List.of(new Offer.Part("API", new NotAvailable("hosted API"), cost));
  }

  private static List<Offer.Part> stack(PlatformEvaluation figures) {
    Result tokens = figures.of(Metric.TOKENS_PER_SECOND_PER_GPU);
    return figures.of(Metric.COST_PER_GPU_HOUR).figure().map(SideBySide::terms).stream()
        .flatMap(List::stream)
        .map(term -> new Offer.Part(
            term.name(),
            term,
            tokens.then(delivered ->
                Metrics.costPerMillionTokens(Unit.DOLLARS_PER_MILLION_TOKENS, term, delivered))))
        .toList();
  }

  /** The terms of an owned GPU-hour; a rented one is a term of its own. */
  private static List<Explained> terms(Explained cost) {
    List<Explained> steps = cost.terms().stream()
        .map(Term::step)
        .filter(Objects::nonNull)
        .filter(step -> step.unit() == Unit.DOLLARS_PER_GPU_HOUR)
        .toList();
    return steps.isEmpty() ? List.of(renamed(cost)) : steps;
  }

  private static Explained renamed(Explained rent) {
    return new Explained(
        "rent",
        rent.formula(),
        rent.value(),
        rent.unit(),
        rent.quality(),
        rent.terms(),
        rent.notes());
  }

  private static List<Crossing> crossings(
      List<Offer> offers, PlatformEvaluation machine, Scenario scenario) {
    List<Crossing> crossings = new ArrayList<>();
    for (int i = 0; i < offers.size(); i++) {
      for (Offer second : offers.subList(i + 1, offers.size())) {
        Offer first = offers.get(i);
        machine
            .delivery()
            .total()
            .figure()
            .filter(each -> first.way() != second.way())
            .filter(each -> hasCost(first) && hasCost(second))
            .ifPresent(each -> crossings.add(crossing(first, second, each, scenario)));
      }
    }
    return List.copyOf(crossings);
  }

  private static boolean hasCost(Offer offer) {
    return offer.figures().of(Metric.COST_PER_MILLION_TOKENS) instanceof Explained;
  }

  private static Crossing crossing(
      Offer first, Offer second, Explained throughput, Scenario scenario) {
    DoubleUnaryOperator ahead = utilization -> perHour(first, throughput, scenario, utilization)
        - perHour(second, throughput, scenario, utilization);
    Offer above = ahead.applyAsDouble(1) <= 0 ? first : second;
    OptionalDouble root = Returns.rootBetween(ahead, Double.MIN_NORMAL, 1);
    if (root.isEmpty() || root.getAsDouble() <= Double.MIN_NORMAL) {
      NotAvailable never =
          new NotAvailable("none: %s is cheaper at any utilization".formatted(above.name()));
      return new Crossing(first, second, never, never, above);
    }
    Explained utilization = Explained.of(
            Unit.SHARE,
            root.getAsDouble(),
            "crossover utilization",
            "the u at which both cost the same per million tokens")
        .from("T", throughput)
        .atBest(quality(first).worse(quality(second)));
    return new Crossing(
        first, second, utilization, volume(utilization, throughput, first, second), above);
  }

  private static Quality quality(Offer offer) {
    return offer
        .figures()
        .of(Metric.COST_PER_MILLION_TOKENS)
        .figure()
        .map(Explained::quality)
        .orElse(Quality.ASSUMED);
  }

  /** Cost of the machine's hour, or of the API's tokens that the machine would have made in it, $. */
  private static double perHour(
      Offer offer, Explained throughput, Scenario scenario, double utilization) {
    Result cost = offer.way() == Offer.Way.API
        ? offer.figures().of(Metric.COST_PER_MILLION_TOKENS)
        : GpuHourCost.of(offer.figures().platform(), scenario.withUtilization(utilization));
    double each = cost.figure().map(Explained::value).orElse(Double.NaN);
    return offer.way() == Offer.Way.API
        ? each * SECONDS_PER_HOUR * throughput.value() * utilization / MILLION
        : each;
  }

  /**
   * What a million tokens cost from an offer if the machines were used more or less.
   *
   * @param utilization above 0 to 1
   */
  public Result costPerMillionTokens(Offer offer, double utilization) {
    return machine.delivery().total().then(throughput -> {
      double hourly = perHour(offer, throughput, scenario, utilization);
      double tokens = SECONDS_PER_HOUR * throughput.value() * utilization;
      return Double.isNaN(hourly)
          ? offer.figures().of(Metric.COST_PER_MILLION_TOKENS)
          : Explained.of(
                  Unit.DOLLARS_PER_MILLION_TOKENS,
                  hourly / tokens * MILLION,
                  "cost per million tokens",
                  "c ÷ (3600 · T · u) · 10⁶")
              .from("T", throughput)
              .from("u", utilization, Unit.SHARE);
    });
  }

  private static Result volume(
      Explained utilization, Explained throughput, Offer first, Offer second) {
    Hardware hardware = hardwareOf(first, second);
    double gpus = hardware == null ? 1 : hardware.gpusPerSystem();
    return Explained.of(
            Unit.TOKENS_PER_DAY,
            utilization.value() * throughput.value() * gpus * Sizer.SECONDS_PER_DAY,
            "crossover volume of one system",
            "u · T · GPUs per system · 86400")
        .from("u", utilization)
        .from("T", throughput)
        .from("GPUs per system", gpus, Unit.GPUS);
  }

  private static @Nullable Hardware hardwareOf(Offer first, Offer second) {
    Hardware hardware = first.figures().platform().hardware();
    return hardware == null ? second.figures().platform().hardware() : hardware;
  }
}
