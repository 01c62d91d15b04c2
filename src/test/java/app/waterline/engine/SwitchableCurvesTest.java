package app.waterline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.waterline.Card;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Configuration;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Support;
import app.waterline.model.Throughput;
import app.waterline.model.Workload;
import app.waterline.model.WorkloadKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The prepared curves against those that a card with the same switches gives. */
class SwitchableCurvesTest {
  private static final Workload ANY = new Workload(null, null, null, null, null, 0);

  @Test
  void sameAsTheCardForEveryCombination() {
    Platform rack = rack();
    SwitchableCurves prepared = SwitchableCurves.of(rack, ANY);
    for (int mask = 0; mask < 64; mask++) {
      Set<Capability> on = combination(mask);
      assertThat(prepared.with(on))
          .as("with %s", on)
          .extracting(Curve::configuration, Curve::frontier)
          .containsExactlyElementsOf(Curves.allowed(switched(rack, on), ANY).stream()
              .map(curve -> tuple(curve.configuration(), curve.frontier()))
              .toList());
    }
  }

  @Test
  void tellsWhatTheRunsMakeUseOf() {
    SwitchableCurves prepared = SwitchableCurves.of(rack(), ANY);
    assertThat(prepared.usedWith(EnumSet.allOf(Capability.class)))
        .containsExactlyInAnyOrder(
            Capability.FP4,
            Capability.MULTI_TOKEN_PREDICTION,
            Capability.DISAGGREGATED_SERVING,
            Capability.SCALE_UP);
    assertThat(prepared.usedWith(EnumSet.of(Capability.FP4, Capability.KV_OFFLOAD)))
        .containsExactly(Capability.FP4);
  }

  /** Runs over 8 and over 72 GPUs in six configurations, the larger ones first. */
  private static Platform rack() {
    Card card = Card.named("rack").scaleUp(72);
    double rate = 1000;
    for (int gpus : List.of(72, 8)) {
      for (Precision precision : List.of(Precision.FP8, Precision.FP4)) {
        card.measured(point(precision, false, false, gpus, 20, rate += 130));
        card.measured(point(precision, true, false, gpus, 40, rate += 70));
        card.measured(point(precision, true, gpus == 72, gpus, 60, rate -= 40));
      }
    }
    return card.platform();
  }

  private static OperatingPoint point(
      Precision precision, boolean mtp, boolean split, int gpus, double speed, double rate) {
    Configuration run = new Configuration(
        "DeepSeek-R1",
        WorkloadKind.SINGLE_TURN,
        8192,
        1024,
        precision,
        "Dynamo",
        mtp,
        split,
        false,
        false);
    return new OperatingPoint(
        run,
        new Throughput(rate, null, null),
        speed,
        null,
        null,
        null,
        null,
        gpus,
        null,
        null,
        Card.MEASURED);
  }

  private static Set<Capability> combination(int mask) {
    Set<Capability> on = EnumSet.noneOf(Capability.class);
    Capability[] all = Capability.values();
    for (int i = 0; i < all.length; i++) {
      if ((mask & (1 << i)) != 0) {
        on.add(all[i]);
      }
    }
    return on;
  }

  private static Platform switched(Platform platform, Set<Capability> on) {
    Map<Capability, CapabilityState> stack = new EnumMap<>(Capability.class);
    for (Capability capability : Capability.values()) {
      stack.put(
          capability, new CapabilityState(Support.YES, on.contains(capability), Card.assumed(1)));
    }
    return platform.withStack(stack);
  }
}
