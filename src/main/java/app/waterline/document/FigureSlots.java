package app.waterline.document;

import static app.waterline.document.FigureSlot.Use.CARRIES_GROUP;
import static app.waterline.document.FigureSlot.Use.OPTIONAL;
import static app.waterline.document.FigureSlot.Use.REQUIRED;

import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Peak;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Precision;
import app.waterline.model.Sparsity;
import app.waterline.model.Support;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Every place on a platform where a figure stands. */
public final class FigureSlots {
  public static final FigureSlot RATE =
      slot(Input.RATE_PER_GPU_HOUR, REQUIRED, "pricing", "ratePerGpuHour");
  public static final FigureSlot INCLUDED_POWER_PRICE =
      slot(Input.INCLUDED_POWER_PRICE, OPTIONAL, "pricing", "includedPowerPrice");

  public static final FigureSlot CAPITAL =
      slot(Input.CAPITAL_PER_GPU, REQUIRED, "pricing", "capitalPerGpu");
  public static final FigureSlot LIFE = slot(Input.LIFE_YEARS, REQUIRED, "pricing", "lifeYears");
  public static final FigureSlot RESIDUAL =
      slot(Input.RESIDUAL_SHARE, REQUIRED, "pricing", "residualShare");
  public static final FigureSlot FACILITY =
      slot(Input.FACILITY_PER_KW, OPTIONAL, "pricing", "facilityPerKw");
  public static final FigureSlot FACILITY_LIFE =
      slot(Input.FACILITY_LIFE_YEARS, OPTIONAL, "pricing", "facilityLifeYears");
  public static final FigureSlot COLOCATION =
      slot(Input.COLOCATION_PER_KW_MONTH, OPTIONAL, "pricing", "colocationPerKwMonth");
  public static final FigureSlot MAINTENANCE =
      slot(Input.MAINTENANCE_SHARE, REQUIRED, "pricing", "maintenanceShare");
  public static final FigureSlot STAFF_AND_SOFTWARE =
      slot(Input.STAFF_AND_SOFTWARE, REQUIRED, "pricing", "staffAndSoftwarePerGpuYear");

  public static final FigureSlot API_INPUT =
      slot(Input.INPUT_TOKEN_PRICE, REQUIRED, "pricing", "input");
  public static final FigureSlot API_CACHED_INPUT =
      slot(Input.CACHED_INPUT_TOKEN_PRICE, OPTIONAL, "pricing", "cachedInput");
  public static final FigureSlot API_OUTPUT =
      slot(Input.OUTPUT_TOKEN_PRICE, REQUIRED, "pricing", "output");

  public static final FigureSlot KW_PER_GPU = new FigureSlot(
      Input.KW_PER_GPU,
      List.of("hardware", "power", "kwPerGpu"),
      CARRIES_GROUP,
      FigureSlots::powerOf);
  public static final FigureSlot REFERENCE_PUE =
      slot(Input.REFERENCE_PUE, OPTIONAL, "hardware", "power", "referencePue");
  public static final FigureSlot IDLE_POWER =
      slot(Input.IDLE_POWER_FRACTION, REQUIRED, "hardware", "power", "idlePowerFraction");

  public static final FigureSlot MEMORY_GB =
      slot(Input.MEMORY_GB, OPTIONAL, "hardware", "memoryGb");
  public static final FigureSlot MEMORY_TB_PER_S =
      slot(Input.MEMORY_TB_PER_S, OPTIONAL, "hardware", "memoryTbPerS");
  public static final FigureSlot SCALE_UP_GPUS =
      slot(Input.SCALE_UP_GPUS, OPTIONAL, "hardware", "scaleUpGpus");
  public static final FigureSlot SCALE_UP_GB_PER_S =
      slot(Input.SCALE_UP_GB_PER_S, OPTIONAL, "hardware", "scaleUpGbPerS");

  public static final FigureSlot THROUGHPUT = new FigureSlot(
      Input.TOKENS_PER_SECOND_PER_GPU,
      List.of("throughput", "tokensPerSecondPerGpu"),
      CARRIES_GROUP,
      total -> new ManualThroughput(total, null, null, null, null));
  public static final FigureSlot INPUT_THROUGHPUT =
      slot(Input.TOKENS_PER_SECOND_PER_GPU, OPTIONAL, "throughput", "inputTokensPerSecondPerGpu");
  public static final FigureSlot OUTPUT_THROUGHPUT =
      slot(Input.TOKENS_PER_SECOND_PER_GPU, OPTIONAL, "throughput", "outputTokensPerSecondPerGpu");
  public static final FigureSlot INTERACTIVITY =
      slot(Input.INTERACTIVITY, OPTIONAL, "throughput", "interactivity");

  private static final List<FigureSlot> FIXED = List.of(
      RATE,
      INCLUDED_POWER_PRICE,
      CAPITAL,
      LIFE,
      RESIDUAL,
      FACILITY,
      FACILITY_LIFE,
      COLOCATION,
      MAINTENANCE,
      STAFF_AND_SOFTWARE,
      API_INPUT,
      API_CACHED_INPUT,
      API_OUTPUT,
      KW_PER_GPU,
      REFERENCE_PUE,
      IDLE_POWER,
      MEMORY_GB,
      MEMORY_TB_PER_S,
      SCALE_UP_GPUS,
      SCALE_UP_GB_PER_S,
      THROUGHPUT,
      INPUT_THROUGHPUT,
      OUTPUT_THROUGHPUT,
      INTERACTIVITY);

  private static final List<FigureSlot> NAMED = List.of(
      RATE,
      INCLUDED_POWER_PRICE,
      CAPITAL,
      LIFE,
      RESIDUAL,
      FACILITY,
      FACILITY_LIFE,
      COLOCATION,
      MAINTENANCE,
      STAFF_AND_SOFTWARE,
      API_INPUT,
      API_CACHED_INPUT,
      API_OUTPUT,
      KW_PER_GPU,
      REFERENCE_PUE,
      IDLE_POWER,
      THROUGHPUT);

  // One of each, so that a place is equal to itself.
  private static final Map<Precision, FigureSlot> DENSE_PEAKS = peaks(Sparsity.DENSE);
  private static final Map<Precision, FigureSlot> SPARSE_PEAKS = peaks(Sparsity.SPARSE);
  private static final Map<Capability, FigureSlot> MULTIPLIERS = multipliers();

  private FigureSlots() {}

  private static Map<Precision, FigureSlot> peaks(Sparsity sparsity) {
    Map<Precision, FigureSlot> peaks = new EnumMap<>(Precision.class);
    for (Precision precision : Precision.values()) {
      peaks.put(precision, peakOf(precision, sparsity));
    }
    return Collections.unmodifiableMap(peaks);
  }

  private static Map<Capability, FigureSlot> multipliers() {
    Map<Capability, FigureSlot> multipliers = new EnumMap<>(Capability.class);
    for (Capability capability : Capability.values()) {
      multipliers.put(capability, multiplierOf(capability));
    }
    return Collections.unmodifiableMap(multipliers);
  }

  /** The place that a figure of the platform stands in, to call it by its name. */
  public static Optional<FigureSlot> holding(Platform platform, Figure figure) {
    return NAMED.stream()
        .filter(slot -> slot.of(platform).filter(known -> isSame(known, figure)).isPresent())
        .findFirst();
  }

  /** A formula names the value and its evidence, not the range round it. */
  private static boolean isSame(Figure known, Figure figure) {
    return known.value() == figure.value() && known.evidence().equals(figure.evidence());
  }

  /** Every place but the peaks and the multipliers, which there is one of for each precision and capability. */
  public static List<FigureSlot> all() {
    return FIXED;
  }

  /** Peak compute at one precision. */
  public static FigureSlot peak(Precision precision, Sparsity sparsity) {
    return Objects.requireNonNull(
        (sparsity == Sparsity.DENSE ? DENSE_PEAKS : SPARSE_PEAKS).get(precision));
  }

  private static FigureSlot peakOf(Precision precision, Sparsity sparsity) {
    Function<Figure, Object> start =
        figure -> sparsity == Sparsity.DENSE ? new Peak(figure, null) : new Peak(null, figure);
    return new FigureSlot(
        Input.PEAK_PFLOPS,
        List.of("hardware", "peakPflops", precision, sparsity.name().toLowerCase(Locale.ROOT)),
        OPTIONAL,
        start);
  }

  /** What a capability is worth where only a throughput by hand exists. */
  public static FigureSlot multiplier(Capability capability) {
    return Objects.requireNonNull(MULTIPLIERS.get(capability));
  }

  private static FigureSlot multiplierOf(Capability capability) {
    return new FigureSlot(
        Input.MULTIPLIER,
        List.of("stack", capability, "multiplier"),
        REQUIRED,
        figure -> new CapabilityState(Support.UNKNOWN, true, figure));
  }

  private static FigureSlot slot(Input input, FigureSlot.Use use, Object... path) {
    return new FigureSlot(input, List.of(path), use, figure -> {
      throw new IllegalArgumentException(
          "The platform has no place for %s [%s].".formatted(input.label(), figure.value()));
    });
  }

  private static Power powerOf(Figure kilowatts) {
    Evidence unknown = new Evidence(
        Evidence.Kind.ASSUMPTION,
        "no idle power known",
        kilowatts.evidence().date(),
        "taken as full power at any load");
    return new Power(kilowatts, PowerBasis.UTILITY, null, new Figure(1, unknown));
  }
}
