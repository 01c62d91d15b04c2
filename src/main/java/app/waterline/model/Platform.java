package app.waterline.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One card: hardware or a hosted API, what it costs, and what it delivers.
 *
 * @param id unique in the workspace, never shown
 * @param name the short name, for example {@code GB300 NVL72}
 * @param vendor who makes it
 * @param architecture for example {@code Blackwell}
 * @param system what is bought, for example {@code GB300 NVL72 rack}
 * @param color place in the platform palette, 0 to 15, kept for life
 * @param announced whether its figures were announced but can't be bought or measured yet
 * @param hardware the GPU and its system; null for a hosted API only
 * @param pricing what it costs
 * @param throughput one figure by hand, used while there are no operating points
 * @param operatingPoints measured runs
 * @param stack the capabilities; one that is absent counts as on with no effect of its own
 * @param lifecycle the answers to the deeper questions; an absent one is unanswered
 */
public record Platform(
    String id,
    String name,
    String vendor,
    String architecture,
    String system,
    int color,
    boolean announced,
    @Nullable Hardware hardware,
    Pricing pricing,
    @Nullable ManualThroughput throughput,
    List<OperatingPoint> operatingPoints,
    Map<Capability, CapabilityState> stack,
    Map<Question, Answer> lifecycle) {
  /** How many colours the palette has. */
  public static final int COLORS = 16;

  public Platform {
    requireText("id", id);
    requireText("name", name);
    if (color < 0 || color >= COLORS) {
      throw new InvalidInput(
          "A platform colour must be 0 to %d [%d].".formatted(COLORS - 1, color));
    }
    boolean hosted = pricing instanceof Pricing.HostedApi;
    if (hosted != (hardware == null)) {
      throw new InvalidInput(
          "%s must have either hardware or token prices [%s]. A hosted API has no hardware; all else needs it."
              .formatted(name, hosted ? "both" : "neither"));
    }
    operatingPoints = List.copyOf(operatingPoints);
    stack = ordered(Capability.class, stack);
    lifecycle = ordered(Question.class, lifecycle);
  }

  /** Whether the capability is in use; one that the card does not mention is. */
  public boolean uses(Capability capability) {
    CapabilityState state = stack.get(capability);
    return state == null || state.on();
  }

  public Platform withName(String newName) {
    return with(draft -> draft.name = newName);
  }

  public Platform withIdAndColor(String newId, int newColor) {
    return with(draft -> {
      draft.id = newId;
      draft.color = newColor;
    });
  }

  public Platform withHardware(@Nullable Hardware newHardware) {
    return with(draft -> draft.hardware = newHardware);
  }

  public Platform withPricing(Pricing newPricing) {
    return with(draft -> draft.pricing = newPricing);
  }

  public Platform withThroughput(@Nullable ManualThroughput newThroughput) {
    return with(draft -> draft.throughput = newThroughput);
  }

  public Platform withOperatingPoints(List<OperatingPoint> newPoints) {
    return with(draft -> draft.operatingPoints = newPoints);
  }

  public Platform withStack(Map<Capability, CapabilityState> newStack) {
    return with(draft -> draft.stack = newStack);
  }

  private static void requireText(String what, String text) {
    if (text.isBlank()) {
      throw new InvalidInput(
          "The %s of a platform must not be empty [%s]. Enter one.".formatted(what, text));
    }
  }

  private static <K extends Enum<K>, V> Map<K, V> ordered(Class<K> keys, Map<K, V> map) {
    Map<K, V> ordered = new EnumMap<>(keys);
    ordered.putAll(map);
    return Collections.unmodifiableMap(ordered);
  }

  private Platform with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.done();
  }

  /** The components while one of them changes: by name, because 13 arguments in a row are easily swapped. */
  private static final class Draft {
    private String id;
    private String name;
    private String vendor;
    private String architecture;
    private String system;
    private int color;
    private boolean announced;
    private @Nullable Hardware hardware;
    private Pricing pricing;
    private @Nullable ManualThroughput throughput;
    private List<OperatingPoint> operatingPoints;
    private Map<Capability, CapabilityState> stack;
    private Map<Question, Answer> lifecycle;

    private Draft(Platform from) {
      this.id = from.id;
      this.name = from.name;
      this.vendor = from.vendor;
      this.architecture = from.architecture;
      this.system = from.system;
      this.color = from.color;
      this.announced = from.announced;
      this.hardware = from.hardware;
      this.pricing = from.pricing;
      this.throughput = from.throughput;
      this.operatingPoints = from.operatingPoints;
      this.stack = from.stack;
      this.lifecycle = from.lifecycle;
    }

    private Platform done() {
      return new Platform(
          id,
          name,
          vendor,
          architecture,
          system,
          color,
          announced,
          hardware,
          pricing,
          throughput,
          operatingPoints,
          stack,
          lifecycle);
    }
  }
}
