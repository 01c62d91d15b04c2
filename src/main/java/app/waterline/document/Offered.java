package app.waterline.document;

import app.waterline.engine.why.Lever;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Input;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Support;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The inputs that a what-if question can move. */
public final class Offered {
  /** Nothing that is watched follows from them. */
  private static final Set<Input> IDLE = EnumSet.of(
      Input.MEMORY_GB,
      Input.MEMORY_TB_PER_S,
      Input.SCALE_UP_GB_PER_S,
      Input.GPUS_PER_SYSTEM,
      Input.SYSTEMS_PER_RACK);

  private Offered() {}

  /** Every input that has a value, or may have one, the scenario's first. */
  public static List<Lever> of(Workspace workspace) {
    List<Lever> offered =
        new ArrayList<>(Stream.of(ScenarioSlot.TARGET_INTERACTIVITY, ScenarioSlot.PUE)
            .map(Levers::of)
            .filter(lever -> lever.get(workspace).isEmpty())
            .toList());
    offered.addAll(
        0, valued(workspace).stream().filter(each -> each.platform().isEmpty()).toList());
    offered.addAll(
        valued(workspace).stream().filter(each -> each.platform().isPresent()).toList());
    return offered;
  }

  /** Every input that has a value and can matter, the scenario's first. */
  static List<Lever> valued(Workspace workspace) {
    return Levers.of(workspace).stream()
        .filter(lever -> !IDLE.contains(lever.input()))
        .filter(lever -> lever.input() != Input.MULTIPLIER || isSupported(lever, workspace))
        .toList();
  }

  /** A value that contradicts another wherever it goes stands still, for example a PUE inside IT power. */
  private static boolean canMove(Lever lever, Workspace workspace) {
    double now = lever.get(workspace).orElse(0.0);
    return DoubleStream.of(now * 1.01, now * 0.99, now + 0.01)
        .filter(lever.domain()::contains)
        .anyMatch(value -> isTaken(lever, workspace, value));
  }

  private static boolean isTaken(Lever lever, Workspace workspace, double value) {
    try {
      return lever.get(lever.set(workspace, value)).isPresent();
    } catch (InvalidInput contradicting) {
      return false;
    }
  }

  /** Those that may move the figures of some platforms and that no other value holds fast. */
  public static List<Lever> valued(Workspace workspace, Set<String> platforms) {
    return valued(workspace).stream()
        .filter(lever -> lever.platform().map(platforms::contains).orElse(true))
        .filter(lever -> !choosesRuns(lever, workspace, platforms))
        .filter(lever -> canMove(lever, workspace))
        .toList();
  }

  /** Among measured runs the lengths say which ones count; a fifth more of them was never measured. */
  private static boolean choosesRuns(Lever lever, Workspace workspace, Set<String> platforms) {
    return (lever.input() == Input.ISL || lever.input() == Input.OSL)
        && workspace.platforms().stream()
            .filter(each -> platforms.contains(each.id()))
            .anyMatch(each -> !each.operatingPoints().isEmpty());
  }

  /** The multiplier of what a GPU can't do moves nothing that could be had. */
  private static boolean isSupported(Lever lever, Workspace workspace) {
    return lever.platform().flatMap(workspace::platform).stream()
        .anyMatch(platform -> Stream.of(Capability.values())
            .filter(each -> stands(lever, each))
            .noneMatch(each -> isMissing(platform, each)));
  }

  private static boolean stands(Lever lever, Capability capability) {
    String name = capability.name().replace("_", "");
    return lever.id().toUpperCase(Locale.ROOT).contains("/" + name + "/");
  }

  private static boolean isMissing(Platform platform, Capability capability) {
    CapabilityState state = platform.stack().get(capability);
    return state == null || state.support() == Support.NO;
  }
}
