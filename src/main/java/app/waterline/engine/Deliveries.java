package app.waterline.engine;

import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.ManualThroughput;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Scenario;
import app.waterline.model.TokenCount;
import app.waterline.model.Unit;
import app.waterline.model.Workload;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the throughput of a platform: the best allowed configuration at the target, or the figure by
 * hand.
 *
 * @see "docs/model.md, section 3"
 */
public final class Deliveries {
  private static final Unit RATE = Unit.TOKENS_PER_SECOND_PER_GPU;

  /** Neighbours further apart than this share of the target make a wide gap. */
  private static final double WIDE_GAP = 0.25;

  private Deliveries() {}

  /**
   * What the platform delivers at the scenario's target, or at its best where there is none.
   *
   * @param curves the allowed curves of the platform, see {@link Curves#allowed}
   */
  public static Delivery of(Platform platform, List<Curve> curves, Scenario scenario) {
    ManualThroughput manual = platform.throughput();
    if (!platform.operatingPoints().isEmpty()) {
      return fromCurves(curves, scenario.targetInteractivity());
    }
    return manual == null
        ? Delivery.none(nothingDelivered(platform))
        : fromManual(manual, platform, scenario);
  }

  private static String nothingDelivered(Platform platform) {
    return platform.hardware() == null
        ? "hosted API"
        : "no operating point: import runs or enter a throughput";
  }

  private static Delivery fromCurves(List<Curve> curves, @Nullable Double target) {
    if (curves.isEmpty()) {
      return Delivery.none("no operating point fits the workload and the capabilities that are on");
    }
    Curve best = null;
    for (Curve curve : curves) {
      if ((target == null || curve.reaches(target))
          && (best == null || rateAt(curve, target) > rateAt(best, target))) {
        best = curve;
      }
    }
    return best == null ? outOfReach(curves, target == null ? 0 : target) : onCurve(best, target);
  }

  private static double rateAt(Curve curve, @Nullable Double target) {
    return curve.rateAt(target == null ? 0 : target);
  }

  private static Delivery outOfReach(List<Curve> curves, double target) {
    double fastest = curves.stream().mapToDouble(Curve::fastest).max().orElse(0);
    return Delivery.none("cannot meet %s tok/s/user: the fastest measured point reaches %s"
        .formatted(short1(target), short1(fastest)));
  }

  private static Delivery onCurve(Curve curve, @Nullable Double target) {
    double wanted = target == null ? 0 : target;
    double at = Math.max(wanted, curve.slowest());
    Curve.Neighbours neighbours = curve.neighboursOf(wanted);
    Explained rate = throughput(nameOf(curve.counted()), curve.rateAt(wanted), neighbours, at);
    List<OperatingPoint> points = neighbours.same()
        ? List.of(neighbours.slower())
        : List.of(neighbours.slower(), neighbours.faster());
    return new Delivery(
        counted(TokenCount.TOTAL, rate, curve, wanted),
        counted(TokenCount.INPUT, rate, curve, wanted),
        counted(TokenCount.OUTPUT, rate, curve, wanted),
        at,
        curve.configuration(),
        points,
        curve.configuration().precision());
  }

  /** One way of counting at the target, from what the curve counts. */
  private static Result counted(TokenCount count, Explained rate, Curve curve, double target) {
    if (count == curve.counted()) {
      return rate;
    }
    if (curve.counted() != TokenCount.TOTAL) {
      return new NotAvailable(
          curve.counted() == TokenCount.OUTPUT
              ? "the run reports output tokens only"
              : "the run reports input tokens only");
    }
    Double output = curve.outputShareAt(target);
    if (output == null) {
      return new NotAvailable("the run does not tell input from output tokens");
    }
    return part(nameOf(count), rate, count == TokenCount.OUTPUT ? output : 1 - output);
  }

  private static String nameOf(TokenCount count) {
    return switch (count) {
      case TOTAL -> "tokens/s per GPU";
      case INPUT -> "input tokens/s per GPU";
      case OUTPUT -> "output tokens/s per GPU";
    };
  }

  private static Explained throughput(
      String name, double value, Curve.Neighbours neighbours, double at) {
    OperatingPoint slower = neighbours.slower();
    if (neighbours.same()) {
      return Explained.of(RATE, value, name, "measured at %s tok/s/user".formatted(short1(at)))
          .from("measured", slower.tokensPerSecondPerGpu().known(), RATE, slower.evidence());
    }
    OperatingPoint faster = neighbours.faster();
    Explained between = Explained.of(
            RATE, value, name, "Steffen interpolation at %s tok/s/user".formatted(short1(at)))
        .from(
            "at %s tok/s/user".formatted(short1(slower.interactivity())),
            slower.tokensPerSecondPerGpu().known(),
            RATE,
            slower.evidence())
        .from(
            "at %s tok/s/user".formatted(short1(faster.interactivity())),
            faster.tokensPerSecondPerGpu().known(),
            RATE,
            faster.evidence())
        .atBest(Quality.INTERPOLATED);
    boolean wide = faster.interactivity() - slower.interactivity() > WIDE_GAP * at;
    return wide
        ? between.noting("interpolated over a wide gap, from %s to %s tok/s/user"
            .formatted(short1(slower.interactivity()), short1(faster.interactivity())))
        : between;
  }

  private static Result part(String name, Explained total, double share) {
    return Explained.of(RATE, total.value() * share, name, "total · share")
        .from("total", total)
        .from("share", share, Unit.SHARE);
  }

  private static Delivery fromManual(
      ManualThroughput manual, Platform platform, Scenario scenario) {
    Double target = scenario.targetInteractivity();
    Figure speed = manual.interactivity();
    if (target != null && speed != null && speed.value() < target) {
      return Delivery.none("cannot meet %s tok/s/user: the figure by hand reaches %s"
          .formatted(short1(target), short1(speed.value())));
    }
    Explained total = switched(manual.tokensPerSecondPerGpu(), platform.stack());
    if (target != null && speed == null) {
      total = total
          .atBest(Quality.ASSUMED)
          .noting("the figure states no interactivity; it is taken to meet the target");
    }
    return new Delivery(
        total,
        manualPart(
            "input tokens/s per GPU",
            manual.inputTokensPerSecondPerGpu(),
            manual.outputTokensPerSecondPerGpu(),
            total,
            manual.tokensPerSecondPerGpu(),
            inputShare(scenario.workload())),
        manualPart(
            "output tokens/s per GPU",
            manual.outputTokensPerSecondPerGpu(),
            manual.inputTokensPerSecondPerGpu(),
            total,
            manual.tokensPerSecondPerGpu(),
            outputShare(scenario.workload())),
        speed == null ? null : speed.value(),
        null,
        List.of(),
        precision(manual, platform));
  }

  /** With FP4 switched off the platform serves in FP8, if it computes in that. */
  private static @Nullable Precision precision(ManualThroughput manual, Platform platform) {
    if (!isWithoutFp4(platform)) {
      return manual.precision();
    }
    Hardware hardware = platform.hardware();
    return hardware != null && hardware.peakPflops().containsKey(Precision.FP8)
        ? Precision.FP8
        : null;
  }

  /** Whether a figure by hand was reached in FP4, and that is switched off. */
  static boolean isWithoutFp4(Platform platform) {
    ManualThroughput manual = platform.throughput();
    return platform.operatingPoints().isEmpty()
        && manual != null
        && manual.precision() == Precision.FP4
        && !platform.uses(Capability.FP4);
  }

  private static Explained switched(Figure figure, Map<Capability, CapabilityState> stack) {
    double value = figure.value();
    StringBuilder formula = new StringBuilder("by hand");
    for (Map.Entry<Capability, CapabilityState> entry : stack.entrySet()) {
      if (isOff(entry.getValue())) {
        value /= entry.getValue().multiplier().value();
        formula.append(" ÷ ").append(termOf(entry.getKey()));
      }
    }
    Explained explained = Explained.of(RATE, value, "tokens/s per GPU", formula.toString())
        .from("by hand", figure, RATE);
    for (Map.Entry<Capability, CapabilityState> entry : stack.entrySet()) {
      if (isOff(entry.getValue())) {
        explained = explained
            .from(termOf(entry.getKey()), entry.getValue().multiplier(), Unit.RATIO)
            .atBest(Quality.ASSUMED);
      }
    }
    return explained;
  }

  private static boolean isOff(CapabilityState state) {
    return !state.on() && state.multiplier().value() != 1;
  }

  /** What a capability is called in a formula. */
  public static String termOf(Capability capability) {
    return switch (capability) {
      case FP4 -> "FP4";
      case MULTI_TOKEN_PREDICTION -> "multi-token prediction";
      case DISAGGREGATED_SERVING -> "disaggregated serving";
      case KV_AWARE_ROUTING -> "KV-aware routing";
      case KV_OFFLOAD -> "KV-cache offload";
      case SCALE_UP -> "scale-up";
    };
  }

  private static Result manualPart(
      String name,
      @Nullable Figure part,
      @Nullable Figure otherPart,
      Explained total,
      Figure whole,
      @Nullable Double workloadShare) {
    if (part != null) {
      double share = Math.min(1, part.value() / whole.value());
      return Explained.of(RATE, total.value() * share, name, "total · part ÷ whole")
          .from("total", total)
          .from("part", part, RATE)
          .from("whole", whole, RATE);
    }
    if (otherPart != null) {
      double share = Math.max(0, 1 - otherPart.value() / whole.value());
      return Explained.of(RATE, total.value() * share, name, "total · (1 − other part ÷ whole)")
          .from("total", total)
          .from("other part", otherPart, RATE)
          .from("whole", whole, RATE);
    }
    if (workloadShare == null) {
      return new NotAvailable(
          "input and output tokens are not told apart: give the workload's input and output length");
    }
    Evidence split = Evidence.assumption("tokens split by the workload's input and output length");
    return Explained.of(
            RATE, total.value() * workloadShare, name, "total · share of the workload's tokens")
        .from("total", total)
        .from("share", workloadShare, Unit.SHARE, split);
  }

  private static @Nullable Double outputShare(Workload workload) {
    Integer isl = workload.isl();
    Integer osl = workload.osl();
    return isl == null || osl == null ? null : (double) osl / ((double) isl + osl);
  }

  private static @Nullable Double inputShare(Workload workload) {
    Double output = outputShare(workload);
    return output == null ? null : 1 - output;
  }

  private static String short1(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
