package app.waterline.document;

import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Distribution;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Platform;
import app.waterline.model.PriceList;
import app.waterline.model.Scenario;
import app.waterline.model.Sizing;
import app.waterline.model.Support;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The edits of the window. Labels come from the screen, in its language. */
public final class Edits {
  private Edits() {}

  /** Sets or clears a number of the scenario; changes in a row are one step. */
  public static Edit scenario(String label, ScenarioSlot slot, @Nullable Double value) {
    return new Edit(
        label,
        workspace -> workspace.withScenario(slot.in(workspace.scenario(), value)),
        Optional.of(slot));
  }

  /** Sets a number of the scenario and what is known of it; changes in a row are one step. */
  public static Edit scenario(
      String label, ScenarioSlot slot, double value, @Nullable Distribution range) {
    return new Edit(
        label,
        workspace -> workspace.withScenario(slot.in(workspace.scenario(), value, range)),
        Optional.of(slot));
  }

  /** Sets or clears a number of the plan; changes in a row are one step. */
  public static Edit plan(String label, PlanSlot slot, @Nullable Double value) {
    return new Edit(
        label,
        workspace -> workspace.withScenario(slot.in(workspace.scenario(), value)),
        Optional.of(slot));
  }

  /** Sizes the plan; amounts in a row are one step. */
  public static Edit sizing(String label, @Nullable Sizing sizing) {
    return new Edit(
        label,
        workspace -> workspace.withScenario(workspace.scenario().withSizing(sizing)),
        Optional.of(Sizing.class));
  }

  /** Adds price lists at the end; one of an id that is there already is replaced. */
  public static Edit addPriceLists(String label, List<PriceList> lists) {
    return Edit.of(label, workspace -> {
      Map<String, PriceList> all = new LinkedHashMap<>();
      workspace.priceLists().forEach(list -> all.put(list.id(), list));
      lists.forEach(list -> all.put(list.id(), list));
      return workspace.withPriceLists(List.copyOf(all.values()));
    });
  }

  /** Takes a price list away; the cards keep the prices that they have from it. */
  public static Edit deletePriceList(String label, String id) {
    return Edit.of(
        label,
        workspace -> workspace.withPriceLists(workspace.priceLists().stream()
            .filter(list -> !list.id().equals(id))
            .toList()));
  }

  /** Changes the scenario in one step. */
  public static Edit scenario(String label, UnaryOperator<Scenario> change) {
    return Edit.of(label, workspace -> workspace.withScenario(change.apply(workspace.scenario())));
  }

  /** Sets or clears a figure of a platform; changes in a row are one step. */
  public static Edit figure(
      String label, String platform, FigureSlot slot, @Nullable Figure figure) {
    return new Edit(
        label,
        onPlatform(platform, each -> slot.in(each, figure)),
        Optional.of(figureKey(platform, slot)));
  }

  /** The merge key of {@link #figure}. */
  public static Object figureKey(String platform, FigureSlot slot) {
    return List.of(platform, slot.id());
  }

  /** Changes a platform in one step. */
  public static Edit platform(String label, String platform, UnaryOperator<Platform> change) {
    return Edit.of(label, onPlatform(platform, change));
  }

  /**
   * Replaces a part of a platform that has no evidence, for example its power basis.
   *
   * @param path the components that lead to it, named as in the workspace file
   */
  public static Edit part(String label, String platform, List<?> path, @Nullable Object value) {
    return platform(label, platform, each -> Components.with(each, path, value));
  }

  private static UnaryOperator<Workspace> onPlatform(String id, UnaryOperator<Platform> change) {
    return workspace -> workspace.withPlatform(change.apply(found(workspace, id)));
  }

  private static Platform found(Workspace workspace, String id) {
    return workspace
        .platform(id)
        .orElseThrow(() -> new IllegalArgumentException("No such platform [%s].".formatted(id)));
  }

  /** Makes a platform the one that the others are compared with. */
  public static Edit baseline(String label, String platform) {
    return Edit.of(label, workspace -> workspace.withBaseline(platform));
  }

  /** Adds a platform at the end, under an id and a colour of its own. */
  public static Edit add(String label, Platform platform) {
    return Edit.of(label, workspace -> {
      List<Platform> next = new ArrayList<>(workspace.platforms());
      next.add(unique(workspace, platform));
      return workspace.withPlatforms(next);
    });
  }

  /** Puts a copy under another name behind a platform. */
  public static Edit duplicate(String label, String platform, String name) {
    return Edit.of(label, workspace -> {
      Platform original = found(workspace, platform);
      List<Platform> next = new ArrayList<>(workspace.platforms());
      next.add(next.indexOf(original) + 1, unique(workspace, original).withName(name));
      return workspace.withPlatforms(next);
    });
  }

  /** Takes a platform away; a baseline that goes falls to the first that is left. */
  public static Edit delete(String label, String platform) {
    return Edit.of(
        label,
        workspace -> workspace.withPlatforms(workspace.platforms().stream()
            .filter(each -> !each.id().equals(platform))
            .toList()));
  }

  /**
   * Moves a platform to another place in the order.
   *
   * @param index where it stands afterwards; beyond an end means at that end
   */
  public static Edit move(String label, String platform, int index) {
    return Edit.of(label, workspace -> {
      List<Platform> next = new ArrayList<>(workspace.platforms());
      Platform moved = found(workspace, platform);
      next.remove(moved);
      next.add(Math.clamp(index, 0, next.size()), moved);
      return workspace.withPlatforms(next);
    });
  }

  private static Platform unique(Workspace workspace, Platform platform) {
    Set<String> ids = workspace.platforms().stream().map(Platform::id).collect(Collectors.toSet());
    String id = platform.id();
    for (int n = 2; ids.contains(id); n++) {
      id = platform.id() + "-" + n;
    }
    return platform.withIdAndColor(id, freeColor(workspace, platform.color()));
  }

  /** The wished colour if no card has it, otherwise the one that the fewest cards have. */
  private static int freeColor(Workspace workspace, int wish) {
    int[] uses = new int[Platform.COLORS];
    workspace.platforms().forEach(platform -> uses[platform.color()]++);
    if (uses[wish] == 0) {
      return wish;
    }
    return IntStream.range(0, uses.length)
        .reduce((best, each) -> uses[each] < uses[best] ? each : best)
        .orElse(wish);
  }

  /** Switches a capability on or off. */
  public static Edit capability(String label, String platform, Capability capability, boolean on) {
    return platform(
        label,
        platform,
        each -> withCapability(each, capability, stateOf(each, capability).switched(on)));
  }

  /** Says whether a platform has a capability; one that it does not have is switched off. */
  public static Edit support(
      String label, String platform, Capability capability, Support support) {
    return platform(label, platform, each -> {
      CapabilityState old = stateOf(each, capability);
      boolean on = old.on() && support != Support.NO;
      return withCapability(each, capability, new CapabilityState(support, on, old.multiplier()));
    });
  }

  /** The state of a capability; one that the platform does not mention is on without effect. */
  public static CapabilityState stateOf(Platform platform, Capability capability) {
    CapabilityState state = platform.stack().get(capability);
    return state != null
        ? state
        : new CapabilityState(
            Support.UNKNOWN, true, new Figure(1, Evidence.assumption("no effect known")));
  }

  private static Platform withCapability(
      Platform platform, Capability capability, CapabilityState state) {
    Map<Capability, CapabilityState> stack = new EnumMap<>(Capability.class);
    stack.putAll(platform.stack());
    stack.put(capability, state);
    return platform.withStack(stack);
  }

  /** Several edits as one step; each acts on what the one before left. */
  public static Edit together(String label, List<Edit> edits) {
    return Edit.of(label, workspace -> {
      Workspace next = workspace;
      for (Edit edit : edits) {
        next = edit.change().apply(next);
      }
      return next;
    });
  }

  /** Gives every rented platform that the list knows the list's price, in one step. */
  public static Edit switchPriceList(String label, PriceList list) {
    return Edit.of(label, workspace -> Repricing.with(list, workspace));
  }
}
