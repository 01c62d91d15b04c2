package app.waterline.engine.plan;

import app.waterline.engine.Delivery;
import app.waterline.engine.Explained;
import app.waterline.engine.FacilityPower;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.model.Hardware;
import app.waterline.model.Planning;
import app.waterline.model.Scenario;
import app.waterline.model.Sizing;
import app.waterline.model.Unit;
import java.util.function.Function;

/**
 * Finds the fleet that a budget buys or a demand needs, in whole systems.
 *
 * @see "docs/model.md, section 8"
 */
final class Sizer {
  static final double SECONDS_PER_DAY = 86_400;

  /** A quotient this close to a whole number of systems, as a share of it, is that number. */
  private static final double ROUNDING = 1e-12;

  private static final NotAvailable NO_SIZE =
      new NotAvailable("no size to plan from: give GPUs, MW, capital, tokens per day or users");

  private final PlatformEvaluation evaluated;
  private final Scenario scenario;
  private final LoadProfile load;
  private final int spares;

  Sizer(PlatformEvaluation evaluated, Scenario scenario, Planning planning, LoadProfile load) {
    this.evaluated = evaluated;
    this.scenario = scenario;
    this.load = load;
    this.spares = planning.spareSystems();
  }

  /** A fleet, or why there is none. */
  sealed interface Outcome {
    /** There is a fleet. */
    record Sized(Fleet fleet) implements Outcome {}

    /** There is none. */
    record Refused(NotAvailable why) implements Outcome {}
  }

  Outcome size() {
    Sizing sizing = scenario.sizing();
    Hardware hardware = evaluated.platform().hardware();
    if (sizing == null) {
      return new Outcome.Refused(NO_SIZE);
    }
    if (hardware == null) {
      return new Outcome.Refused(new NotAvailable("hosted API"));
    }
    return switch (sizing.basis()) {
      case GPUS -> budget(sizing, hardware, gpus(hardware), "GPUs");
      case MEGAWATTS -> budget(sizing, hardware, megawatts(hardware), "MW");
      case CAPITAL -> budget(sizing, hardware, capital(hardware), "capital");
      case TOKENS_PER_DAY, USERS -> demanded(hardware);
    };
  }

  /** Tokens/s that are asked for on average, or why the scenario asks for none. */
  static Result demand(PlatformEvaluation evaluated, Scenario scenario) {
    Sizing sizing = scenario.sizing();
    if (sizing == null) {
      return NO_SIZE;
    }
    return switch (sizing.basis()) {
      case TOKENS_PER_DAY ->
        Explained.of(
                Unit.TOKENS_PER_SECOND, sizing.amount() / SECONDS_PER_DAY, "demand", "D ÷ 86400")
            .from("D", sizing.amount(), Unit.TOKENS_PER_DAY);
      case USERS -> demandOfUsers(sizing.amount(), evaluated, scenario);
      default -> new NotAvailable("sized from what can be bought, not from a demand");
    };
  }

  private static Result demandOfUsers(
      double users, PlatformEvaluation evaluated, Scenario scenario) {
    Delivery delivery = evaluated.delivery();
    Double reached = delivery.interactivity();
    Double speed = reached == null ? scenario.targetInteractivity() : reached;
    if (speed == null) {
      return new NotAvailable("users need a target interactivity");
    }
    return outputShare(evaluated, scenario)
        .then(share -> Explained.of(
                Unit.TOKENS_PER_SECOND,
                users * speed / share.value(),
                "demand",
                "users · interactivity ÷ output share")
            .from("users", users, Unit.USERS)
            .from("interactivity", speed, Unit.TOKENS_PER_SECOND_PER_USER)
            .from("output share", share));
  }

  private static Result outputShare(PlatformEvaluation evaluated, Scenario scenario) {
    Integer isl = scenario.workload().isl();
    Integer osl = scenario.workload().osl();
    if (evaluated.platform().hardware() == null && isl != null && osl != null) {
      return Explained.of(
              Unit.SHARE, osl / ((double) isl + osl), "output share", "OSL ÷ (ISL + OSL)")
          .from("ISL", isl, Unit.TOKENS)
          .from("OSL", osl, Unit.TOKENS);
    }
    Delivery delivery = evaluated.delivery();
    return delivery
        .output()
        .then(output -> delivery
            .total()
            .then(total -> output.value() == 0
                ? new NotAvailable("the run has no output tokens, so it serves no users")
                : Explained.of(
                        Unit.SHARE, output.value() / total.value(), "output share", "T_out ÷ T")
                    .from("T_out", output)
                    .from("T", total)));
  }

  private static Explained gpus(Hardware hardware) {
    return Explained.of(Unit.GPUS, hardware.gpusPerSystem(), "GPUs of a system", "GPUs per system")
        .from("GPUs per system", hardware.gpusPerSystem(), Unit.GPUS);
  }

  private Result megawatts(Hardware hardware) {
    return FacilityPower.provisioned(hardware, scenario)
        .then(power -> Explained.of(
                Unit.MEGAWATTS,
                power.value() * hardware.gpusPerSystem() / 1000,
                "power of a system",
                "k_s · GPUs per system ÷ 1000")
            .from("k_s", power)
            .from("GPUs per system", hardware.gpusPerSystem(), Unit.GPUS));
  }

  private Result capital(Hardware hardware) {
    return Capital.perGpu(evaluated.platform(), scenario)
        .then(each -> Explained.of(
                Unit.DOLLARS,
                each.value() * hardware.gpusPerSystem(),
                "capital of a system",
                "capital per GPU · GPUs per system")
            .from("capital per GPU", each)
            .from("GPUs per system", hardware.gpusPerSystem(), Unit.GPUS));
  }

  private Outcome budget(Sizing sizing, Hardware hardware, Result perSystem, String of) {
    return resolve(perSystem, each -> budget(sizing.amount(), hardware, each, of));
  }

  private Outcome budget(double amount, Hardware hardware, Explained each, String of) {
    double systems = Math.floor(amount / each.value() * (1 + ROUNDING));
    if (systems < 1) {
      return new Outcome.Refused(
          new NotAvailable("less than one system's worth: %s of %s, one takes %s"
              .formatted(Words.number(amount), of, Words.number(each.value()))));
    }
    if (systems <= spares) {
      return new Outcome.Refused(new NotAvailable(
          "%s fit, and %s spare leave none to work: plan with fewer spares or more %s"
              .formatted(Words.count(systems, "system"), Words.number(spares), of)));
    }
    Explained whole = Explained.of(
            Unit.SYSTEMS, systems, "systems", "⌊" + of + " ÷ " + of + " of a system⌋")
        .from(of, amount, each.unit())
        .from(of + " of a system", each);
    double left = Math.max(0, amount - systems * each.value());
    return new Outcome.Sized(supplied(
        whole,
        hardware,
        "%s binds: %s take %s of %s, %s is too little for another one"
            .formatted(
                binder(each.unit()),
                Words.count(systems, "whole system"),
                Words.number(amount - left),
                unitOf(amount, each.unit()),
                Words.number(left))));
  }

  private static String binder(Unit unit) {
    return switch (unit) {
      case MEGAWATTS -> "Power";
      case DOLLARS -> "Capital";
      default -> "The number of GPUs";
    };
  }

  private static String unitOf(double amount, Unit unit) {
    return unit == Unit.DOLLARS ? Words.money(amount) : Words.number(amount) + " " + unit.symbol();
  }

  private Fleet supplied(Explained systems, Hardware hardware, String binding) {
    double working = systems.value() - spares;
    double slider = scenario.utilization();
    double served = load.served(slider);
    Explained utilization = Explained.of(
            Unit.SHARE,
            served * working / systems.value(),
            "utilization",
            "u, hour by hour at most 1, · working systems ÷ systems")
        .from("u", slider, Unit.SHARE)
        .from("working systems", working, Unit.SYSTEMS)
        .from("systems", systems);
    Explained noted = served < slider
        ? utilization.noting(
            "%s of the load comes in hours when every GPU is busy, and goes unserved"
                .formatted(Words.percent(1 - served / slider)))
        : utilization;
    return new Fleet(
        systems,
        spareSystems(),
        allGpus(systems, hardware),
        working * hardware.gpusPerSystem(),
        noted,
        slider,
        demand(evaluated, scenario),
        binding);
  }

  private Outcome demanded(Hardware hardware) {
    return resolve(
        demand(evaluated, scenario),
        demand -> resolve(
            evaluated.delivery().total(),
            throughput -> new Outcome.Sized(forDemand(demand, throughput, hardware))));
  }

  private Fleet forDemand(Explained demand, Explained throughput, Hardware hardware) {
    double perSystem = throughput.value() * hardware.gpusPerSystem();
    double peak = demand.value() * load.peakToAverage();
    double working = Math.max(1, Math.ceil(peak / perSystem * (1 - ROUNDING)));
    Explained systems = Explained.of(
            Unit.SYSTEMS,
            working + spares,
            "systems",
            "⌈demand · ρ ÷ (T · GPUs per system)⌉ + spare")
        .from("demand", demand)
        .from("ρ", load.peakToAverage(), Unit.RATIO)
        .from("T", throughput)
        .from("GPUs per system", hardware.gpusPerSystem(), Unit.GPUS)
        .from("spare", spares, Unit.SYSTEMS);
    Explained gpus = allGpus(systems, hardware);
    Explained utilization = Explained.of(
            Unit.SHARE,
            Math.min(1, demand.value() / (throughput.value() * gpus.value())),
            "utilization",
            "demand ÷ (T · GPUs)")
        .from("demand", demand)
        .from("T", throughput)
        .from("GPUs", gpus);
    double workingGpus = working * hardware.gpusPerSystem();
    return new Fleet(
        systems,
        spareSystems(),
        gpus,
        workingGpus,
        utilization,
        demand.value() / (throughput.value() * workingGpus),
        demand,
        "Throughput at the peak binds: %s tok/s against %s of %s"
            .formatted(
                Words.number(peak),
                Words.number(working * perSystem),
                Words.count(working, "working system")));
  }

  private Explained spareSystems() {
    return Explained.of(Unit.SYSTEMS, spares, "spare systems", "spare")
        .from("spare", spares, Unit.SYSTEMS);
  }

  private static Explained allGpus(Explained systems, Hardware hardware) {
    return Explained.of(
            Unit.GPUS,
            systems.value() * hardware.gpusPerSystem(),
            "GPUs",
            "systems · GPUs per system")
        .from("systems", systems)
        .from("GPUs per system", hardware.gpusPerSystem(), Unit.GPUS);
  }

  private static Outcome resolve(Result needed, Function<Explained, Outcome> next) {
    return switch (needed) {
      case Explained figure -> next.apply(figure);
      case NotAvailable missing -> new Outcome.Refused(missing);
    };
  }
}
