package app.waterline.engine;

import app.waterline.model.Capability;
import app.waterline.model.Configuration;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.TokenCount;
import app.waterline.model.Workload;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sorts the operating points of a platform into curves, and says which of them may be used. */
public final class Curves {
  /** GPUs of the usual board; a run over more of them needs a larger scale-up domain to stay inside it. */
  private static final int GPUS_OF_A_BOARD = 8;

  private static final List<TokenCount> BEST_KNOWN_FIRST =
      List.of(TokenCount.TOTAL, TokenCount.OUTPUT, TokenCount.INPUT);

  private Curves() {}

  /**
   * A configuration whose points count their tokens the same way.
   *
   * @param run what the points share
   * @param counted which tokens they count
   */
  record Lane(Configuration run, TokenCount counted) {}

  /** The curves of all configurations that the switched-on capabilities and the workload allow. */
  public static List<Curve> allowed(Platform platform, Workload workload) {
    List<Curve> curves = new ArrayList<>();
    allowedPoints(platform, workload)
        .forEach((lane, points) -> curves.add(new Curve(lane.run(), Frontier.of(points))));
    return alike(curves);
  }

  /**
   * Curves that can be compared: those that know their total; where none does, those that count
   * output tokens; else those that count input tokens.
   */
  static List<Curve> alike(List<Curve> curves) {
    for (TokenCount counted : BEST_KNOWN_FIRST) {
      List<Curve> same =
          curves.stream().filter(each -> each.counted() == counted).toList();
      if (!same.isEmpty()) {
        return same;
      }
    }
    return List.of();
  }

  /** Runs of one configuration mostly follow each other, so each is looked up once, not per point. */
  private static Map<Lane, List<OperatingPoint>> allowedPoints(
      Platform platform, Workload workload) {
    Map<Lane, List<OperatingPoint>> groups = new LinkedHashMap<>();
    Lane last = null;
    boolean lastAllowed = false;
    List<OperatingPoint> lastGroup = null;
    for (OperatingPoint point : platform.operatingPoints()) {
      Lane lane = laneOf(point);
      if (!lane.equals(last)) {
        last = lane;
        lastAllowed = isAllowed(lane.run(), platform, workload);
        lastGroup = groups.get(lane);
      }
      if (lastAllowed && staysInside(point, platform)) {
        if (lastGroup == null) {
          lastGroup = new ArrayList<>();
          groups.put(lane, lastGroup);
        }
        lastGroup.add(point);
      }
    }
    return groups;
  }

  static Lane laneOf(OperatingPoint point) {
    return new Lane(point.configuration(), point.tokensPerSecondPerGpu().counted());
  }

  /** Whether the point serves the workload and uses no capability that is switched off. */
  public static boolean isAllowed(OperatingPoint point, Platform platform, Workload workload) {
    return isAllowed(point.configuration(), platform, workload) && staysInside(point, platform);
  }

  private static boolean isAllowed(Configuration run, Platform platform, Workload workload) {
    return serves(run, workload) && neededBy(run).stream().allMatch(platform::uses);
  }

  /** Whether the point does without scale-up where that is switched off. */
  private static boolean staysInside(OperatingPoint point, Platform platform) {
    return platform.uses(Capability.SCALE_UP) || !usesScaleUp(point, platform.hardware());
  }

  /** The capabilities that a run made use of. */
  static Set<Capability> neededBy(OperatingPoint point, @Nullable Hardware hardware) {
    Set<Capability> needed = neededBy(point.configuration());
    addIf(needed, Capability.SCALE_UP, usesScaleUp(point, hardware));
    return needed;
  }

  private static Set<Capability> neededBy(Configuration run) {
    Set<Capability> needed = EnumSet.noneOf(Capability.class);
    addIf(needed, Capability.FP4, run.precision() == Precision.FP4);
    addIf(needed, Capability.MULTI_TOKEN_PREDICTION, run.multiTokenPrediction());
    addIf(needed, Capability.DISAGGREGATED_SERVING, run.disaggregated());
    addIf(needed, Capability.KV_AWARE_ROUTING, run.kvAwareRouting());
    addIf(needed, Capability.KV_OFFLOAD, run.kvOffload());
    return needed;
  }

  private static void addIf(Set<Capability> set, Capability capability, boolean used) {
    if (used) {
      set.add(capability);
    }
  }

  static boolean serves(Configuration run, Workload workload) {
    return matches(workload.model(), run.model())
        && matches(workload.isl(), run.isl())
        && matches(workload.osl(), run.osl());
  }

  private static boolean matches(@Nullable Object wanted, @Nullable Object found) {
    return wanted == null || wanted.equals(found);
  }

  private static boolean usesScaleUp(OperatingPoint point, @Nullable Hardware hardware) {
    Figure domain = hardware == null ? null : hardware.scaleUpGpus();
    Integer gpus = point.gpus();
    return domain != null
        && domain.value() > GPUS_OF_A_BOARD
        && gpus != null
        && gpus > GPUS_OF_A_BOARD;
  }
}
