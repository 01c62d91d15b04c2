package app.waterline.engine;

import app.waterline.model.Capability;
import app.waterline.model.Configuration;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
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

  private Curves() {}

  /** The curves of all configurations that the switched-on capabilities and the workload allow. */
  public static List<Curve> allowed(Platform platform, Workload workload) {
    Map<Configuration, List<OperatingPoint>> groups = new LinkedHashMap<>();
    for (OperatingPoint point : platform.operatingPoints()) {
      if (isAllowed(point, platform, workload)) {
        groups.computeIfAbsent(point.configuration(), key -> new ArrayList<>()).add(point);
      }
    }
    List<Curve> curves = new ArrayList<>(groups.size());
    groups.forEach(
        (configuration, points) -> curves.add(new Curve(configuration, Frontier.of(points))));
    return curves;
  }

  /** Whether the point serves the workload and uses no capability that is switched off. */
  public static boolean isAllowed(OperatingPoint point, Platform platform, Workload workload) {
    if (!serves(point.configuration(), workload)) {
      return false;
    }
    for (Capability needed : neededBy(point, platform.hardware())) {
      if (!platform.uses(needed)) {
        return false;
      }
    }
    return true;
  }

  /** The capabilities that a run made use of. */
  static Set<Capability> neededBy(OperatingPoint point, @Nullable Hardware hardware) {
    Configuration run = point.configuration();
    Set<Capability> needed = EnumSet.noneOf(Capability.class);
    addIf(needed, Capability.FP4, run.precision() == Precision.FP4);
    addIf(needed, Capability.MULTI_TOKEN_PREDICTION, run.multiTokenPrediction());
    addIf(needed, Capability.DISAGGREGATED_SERVING, run.disaggregated());
    addIf(needed, Capability.KV_AWARE_ROUTING, run.kvAwareRouting());
    addIf(needed, Capability.KV_OFFLOAD, run.kvOffload());
    addIf(needed, Capability.SCALE_UP, usesScaleUp(point, hardware));
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
