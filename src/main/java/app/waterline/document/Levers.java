package app.waterline.document;

import app.waterline.engine.Evaluation;
import app.waterline.engine.why.Bands;
import app.waterline.engine.why.Lever;
import app.waterline.model.Capability;
import app.waterline.model.Distribution;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.InvalidInput;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Sparsity;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers of a workspace that what-if questions can move, with those that have no value left out. */
public final class Levers {
  private Levers() {}

  private record OfScenario(ScenarioSlot slot) implements Lever {
    @Override
    public String id() {
      return "/scenario/" + String.join("/", slot.path());
    }

    @Override
    public Input input() {
      return slot.input();
    }

    @Override
    public Optional<String> platform() {
      return Optional.empty();
    }

    @Override
    public Optional<Double> get(Workspace workspace) {
      return slot.of(workspace.scenario());
    }

    @Override
    public Workspace set(Workspace workspace, double value) {
      return workspace.withScenario(slot.in(workspace.scenario(), input().require(value)));
    }
  }

  private record OfPlatform(String owner, FigureSlot slot) implements Lever {
    private static final Evidence TRIED = Evidence.assumption("tried in a what-if question");

    @Override
    public String id() {
      return "/platforms/%s/%s"
          .formatted(
              owner, slot.path().stream().map(OfPlatform::nameOf).collect(Collectors.joining("/")));
    }

    private static String nameOf(Object step) {
      return switch (step) {
        case Precision precision -> precision.name();
        case Enum<?> constant -> camelCase(constant.name());
        default -> step.toString();
      };
    }

    private static String camelCase(String constant) {
      String[] words = constant.split("_", -1);
      StringBuilder name = new StringBuilder(words[0].toLowerCase(Locale.ROOT));
      for (int i = 1; i < words.length; i++) {
        name.append(words[i].charAt(0)).append(words[i].substring(1).toLowerCase(Locale.ROOT));
      }
      return name.toString();
    }

    @Override
    public Input input() {
      return slot.input();
    }

    @Override
    public Optional<String> platform() {
      return Optional.of(owner);
    }

    @Override
    public Optional<Double> get(Workspace workspace) {
      return workspace.platform(owner).flatMap(slot::of).map(Figure::value);
    }

    @Override
    public Workspace set(Workspace workspace, double value) {
      Figure tried = new Figure(input().require(value), TRIED);
      return workspace
          .platform(owner)
          .map(platform -> workspace.withPlatform(slot.in(fitting(platform, value), tried)))
          .orElse(workspace);
    }

    /** The parts of a throughput move with their sum. */
    private Platform fitting(Platform platform, double value) {
      ManualThroughput old = platform.throughput();
      return old != null && slot.equals(FigureSlots.THROUGHPUT)
          ? platform.withThroughput(
              old.times(value / old.tokensPerSecondPerGpu().value()))
          : platform;
    }
  }

  /** The lever of a number of the scenario. */
  public static Lever of(ScenarioSlot slot) {
    return new OfScenario(slot);
  }

  /** The lever of a figure of a platform. */
  public static Lever of(String platform, FigureSlot slot) {
    return new OfPlatform(platform, slot);
  }

  /** The number of the scenario that a lever moves; empty for one of a platform. */
  public static Optional<ScenarioSlot> scenarioSlot(Lever lever) {
    return lever instanceof OfScenario mine ? Optional.of(mine.slot()) : Optional.empty();
  }

  /** The figure of a platform that a lever moves; empty for one of the scenario. */
  public static Optional<FigureSlot> figureSlot(Lever lever) {
    return lever instanceof OfPlatform mine ? Optional.of(mine.slot()) : Optional.empty();
  }

  /** Every lever of the workspace that has a value, the scenario's first. */
  public static List<Lever> of(Workspace workspace) {
    List<Lever> levers = new ArrayList<>();
    for (ScenarioSlot slot : ScenarioSlot.values()) {
      levers.add(of(slot));
    }
    for (Platform platform : workspace.platforms()) {
      slots().forEach(slot -> levers.add(of(platform.id(), slot)));
    }
    return levers.stream().filter(lever -> lever.get(workspace).isPresent()).toList();
  }

  /** What is known of every number of the workspace that is not known exactly, the scenario's first. */
  public static Map<Lever, Distribution> uncertain(Workspace workspace) {
    Map<Lever, Distribution> uncertain = new LinkedHashMap<>();
    for (ScenarioSlot slot : ScenarioSlot.values()) {
      slot.rangeIn(workspace.scenario()).ifPresent(range -> uncertain.put(of(slot), range));
    }
    for (Platform platform : workspace.platforms()) {
      slots()
          .forEach(slot -> rangeOf(platform, slot)
              .ifPresent(range -> uncertain.put(of(platform.id(), slot), range)));
    }
    return uncertain;
  }

  /** How sure every figure is; empty where nothing is uncertain. Computed once for an evaluation. */
  public static Optional<Bands> bands(Evaluation evaluation) {
    return evaluation.derived().find(Bands.class, () -> bandsOf(evaluation.workspace()));
  }

  private static Optional<Bands> bandsOf(Workspace workspace) {
    try {
      return Bands.of(workspace, uncertain(workspace));
    } catch (InvalidInput contradicting) {
      return Optional.empty();
    }
  }

  /** What is known of a figure; that of a throughput with the questions that nobody has answered. */
  private static Optional<Distribution> rangeOf(Platform platform, FigureSlot slot) {
    return slot.equals(FigureSlots.THROUGHPUT)
        ? Doubts.throughput(platform)
        : slot.of(platform).map(Figure::range);
  }

  private static Stream<FigureSlot> slots() {
    return Stream.of(
            FigureSlots.all().stream(),
            Stream.of(Precision.values())
                .flatMap(precision -> Stream.of(Sparsity.values())
                    .map(sparsity -> FigureSlots.peak(precision, sparsity))),
            Stream.of(Capability.values()).map(FigureSlots::multiplier))
        .flatMap(each -> each);
  }
}
