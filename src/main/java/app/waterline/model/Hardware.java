package app.waterline.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be bought: the GPU and the system around it.
 *
 * @param gpu the name that price lists and benchmark runs know it by, for example {@code H200 SXM}
 * @param gpusPerSystem smallest purchasable unit: 8 for an HGX board, 72 for an NVL72 rack
 * @param peakPflops peak compute by precision, PFLOP/s per GPU; an absent precision is not supported
 * @param quotedPeak which of them the vendor quotes
 * @param memoryGb HBM per GPU, GB
 * @param memoryTbPerS HBM bandwidth per GPU, TB/s
 * @param scaleUpGpus GPUs in the domain in which all-to-all traffic stays on the fast interconnect
 * @param scaleUpGbPerS bandwidth per GPU inside that domain, GB/s in one direction
 * @param power electric power of one GPU; null where nobody says
 * @param systemsPerRack systems that stand in one rack; null where not known
 */
public record Hardware(
    String gpu,
    int gpusPerSystem,
    Map<Precision, Peak> peakPflops,
    @Nullable QuotedPeak quotedPeak,
    @Nullable Figure memoryGb,
    @Nullable Figure memoryTbPerS,
    @Nullable Figure scaleUpGpus,
    @Nullable Figure scaleUpGbPerS,
    @Nullable Power power,
    @Nullable Figure systemsPerRack) {
  public Hardware {
    Input.GPUS_PER_SYSTEM.require(gpusPerSystem);
    Input.MEMORY_GB.requireOf(memoryGb);
    Input.MEMORY_TB_PER_S.requireOf(memoryTbPerS);
    Input.SCALE_UP_GPUS.requireOf(scaleUpGpus);
    Input.SCALE_UP_GB_PER_S.requireOf(scaleUpGbPerS);
    Input.SYSTEMS_PER_RACK.requireOf(systemsPerRack);
    Map<Precision, Peak> ordered = new EnumMap<>(Precision.class);
    ordered.putAll(peakPflops);
    peakPflops = Collections.unmodifiableMap(ordered);
  }

  /** Hardware that does not say how many systems stand in a rack. */
  public Hardware(
      String gpu,
      int gpusPerSystem,
      Map<Precision, Peak> peakPflops,
      @Nullable QuotedPeak quotedPeak,
      @Nullable Figure memoryGb,
      @Nullable Figure memoryTbPerS,
      @Nullable Figure scaleUpGpus,
      @Nullable Figure scaleUpGbPerS,
      @Nullable Power power) {
    this(
        gpu,
        gpusPerSystem,
        peakPflops,
        quotedPeak,
        memoryGb,
        memoryTbPerS,
        scaleUpGpus,
        scaleUpGbPerS,
        power,
        null);
  }

  /** The peak of the given precision and sparsity in PFLOP/s, or null where it is not supported or not known. */
  public @Nullable Figure peak(Precision precision, Sparsity sparsity) {
    Peak peak = peakPflops.get(precision);
    return peak == null ? null : peak.at(sparsity);
  }

  /** The same with another electric power. */
  public Hardware withPower(@Nullable Power other) {
    return new Hardware(
        gpu,
        gpusPerSystem,
        peakPflops,
        quotedPeak,
        memoryGb,
        memoryTbPerS,
        scaleUpGpus,
        scaleUpGbPerS,
        other,
        systemsPerRack);
  }
}
