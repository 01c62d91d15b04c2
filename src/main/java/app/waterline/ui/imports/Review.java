package app.waterline.ui.imports;

import app.waterline.document.Edit;
import app.waterline.document.Edits;
import app.waterline.engine.Explained;
import app.waterline.engine.GpuHourCost;
import app.waterline.io.runs.PointResult;
import app.waterline.io.runs.Run;
import app.waterline.io.runs.SourceAnswers;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Pricing;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the user decides about runs that were read, and the edit that comes of it. Nothing in the
 * workspace changes before that edit is applied. Knows no toolkit.
 */
final class Review {
  private static final Set<Run.Missing> OF_SOURCE =
      Set.of(Run.Missing.GPUS, Run.Missing.PRECISION, Run.Missing.MODEL);

  private final Found found;
  private final Workspace workspace;
  private final List<Platform> catalogue;
  private final GpuKind.Names names;
  private final List<Row> rows = new ArrayList<>();
  private final List<GpuKind> kindOfRow = new ArrayList<>();
  private final Map<Source, EnumSet<Run.Missing>> asked = new LinkedHashMap<>();
  private final Map<Source, List<Integer>> bySource = new LinkedHashMap<>();
  private final Map<Source, SourceAnswers> answers = new LinkedHashMap<>();
  private final Map<GpuKind, Set<Source>> sources = new LinkedHashMap<>();
  private final Map<GpuKind, Target> targets = new LinkedHashMap<>();
  private final Map<State, List<Row>> sorted = new EnumMap<>(State.class);
  private final Set<Integer> known = new HashSet<>();
  private boolean skipKnown = true;

  /** How a run stands. */
  enum State {
    READY,
    NEEDS_ANSWERS,
    SET_ASIDE,
    LEFT_OUT
  }

  /**
   * @param found what was read
   * @param workspace that it goes into
   * @param catalogue platforms to make new cards of
   * @param gpus our names of GPUs by the short ones that tools use
   * @param remembered what was answered about a source the last time
   */
  Review(
      Found found,
      Workspace workspace,
      List<Platform> catalogue,
      Map<String, String> gpus,
      Function<Source, SourceAnswers> remembered) {
    this.found = found;
    this.workspace = workspace;
    this.catalogue = List.copyOf(catalogue);
    this.names = new GpuKind.Names(gpus);
    found.runs().forEach(outcome -> add(Row.of(rows.size(), outcome)));
    asked.keySet().forEach(source -> enter(source, remembered.apply(source)));
    targets.replaceAll((kind, target) -> target.at(priceOf(kind, remembered)));
    sort();
  }

  private void add(Row row) {
    rows.add(row);
    GpuKind kind = names.of(row.run());
    kindOfRow.add(kind);
    targets.computeIfAbsent(kind, this::proposed);
    EnumSet<Run.Missing> missing = EnumSet.noneOf(Run.Missing.class);
    missing.addAll(row.run().missing());
    missing.retainAll(OF_SOURCE);
    Source source = row.source();
    bySource.computeIfAbsent(source, each -> new ArrayList<>()).add(row.number());
    sources.computeIfAbsent(kind, each -> new LinkedHashSet<>()).add(source);
    if (!missing.isEmpty()) {
      asked.computeIfAbsent(source, each -> EnumSet.noneOf(Run.Missing.class)).addAll(missing);
    }
  }

  /** The platform with that GPU, or a new one of the catalogue; a GPU that no file names is asked. */
  private Target proposed(GpuKind kind) {
    if (!kind.isNamed()) {
      return new Target.Unchosen();
    }
    Optional<Target> existing =
        with(workspace.platforms(), kind).map(platform -> new Target.Existing(platform.id()));
    Optional<Target> entry =
        with(catalogue, kind).map(platform -> new Target.Catalogued(platform, null));
    return existing.or(() -> entry).orElseGet(() -> new Target.Named(kind.name(), null));
  }

  /** What was paid for the GPU when runs of one of these sources were imported the last time. */
  private @Nullable Double priceOf(GpuKind kind, Function<Source, SourceAnswers> remembered) {
    return sourcesOf(kind).stream()
        .map(source -> remembered.apply(source).price())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private Set<Source> sourcesOf(GpuKind kind) {
    return sources.getOrDefault(kind, Set.of());
  }

  private static Optional<Platform> with(List<Platform> platforms, GpuKind kind) {
    return platforms.stream()
        .filter(each -> each.hardware() != null && each.hardware().gpu().equals(kind.name()))
        .findFirst();
  }

  Found found() {
    return found;
  }

  // ---- What is asked

  /** The sources whose files lack something, with what they lack; the one with most runs first. */
  Map<Source, Set<Run.Missing>> asked() {
    Map<Source, Set<Run.Missing>> ordered = new LinkedHashMap<>();
    asked.keySet().stream()
        .sorted(Comparator.comparingInt((Source source) -> -runsOf(source)))
        .forEach(source -> ordered.put(source, Set.copyOf(missingOf(source))));
    return ordered;
  }

  private Set<Run.Missing> missingOf(Source source) {
    return asked.getOrDefault(source, EnumSet.noneOf(Run.Missing.class));
  }

  int runsOf(Source source) {
    return bySource.getOrDefault(source, List.of()).size();
  }

  /** The files of a source, each once. */
  List<String> filesOf(Source source) {
    return bySource.getOrDefault(source, List.of()).stream()
        .map(number -> rows.get(number).run().origin().file())
        .distinct()
        .toList();
  }

  SourceAnswers answersTo(Source source) {
    return answers.getOrDefault(source, SourceAnswers.NONE);
  }

  /** Every answer that was given, by source. */
  Map<Source, SourceAnswers> answers() {
    return new LinkedHashMap<>(answers);
  }

  void answer(Source source, SourceAnswers given) {
    enter(source, given);
    sort();
  }

  private void enter(Source source, SourceAnswers given) {
    answers.put(source, given);
    bySource
        .getOrDefault(source, List.of())
        .forEach(number -> rows.set(number, rows.get(number).answered(given)));
  }

  // ---- Where it goes

  /** Where the runs of each GPU go; first those that somebody must decide, then by their number. */
  Map<GpuKind, Target> targets() {
    Map<GpuKind, Long> runs =
        kindOfRow.stream().collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
    Map<GpuKind, Target> ordered = new LinkedHashMap<>();
    targets.entrySet().stream()
        .sorted(Comparator.comparingInt(
                (Map.Entry<GpuKind, Target> entry) -> entry.getValue().isComplete() ? 1 : 0)
            .thenComparingLong(entry -> -runs.getOrDefault(entry.getKey(), 0L)))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }

  void target(GpuKind kind, Target target) {
    targets.put(kind, target);
    Double price = target.entered();
    if (price != null) {
      sourcesOf(kind).forEach(source -> answers.put(source, answersTo(source).withPrice(price)));
    }
    sort();
  }

  /** A new platform costs what was entered before, whichever of them is chosen. */
  void choose(GpuKind kind, Target target) {
    Double price = targetOf(kind).entered();
    target(kind, price == null ? target : target.at(price));
  }

  int runsOf(GpuKind kind) {
    return (int) kindOfRow.stream().filter(kind::equals).count();
  }

  Target targetOf(GpuKind kind) {
    return Objects.requireNonNull(targets.get(kind));
  }

  Target targetOf(Row row) {
    return targetOf(kindOfRow.get(row.number()));
  }

  GpuKind kindOf(Row row) {
    return kindOfRow.get(row.number());
  }

  /** The platforms that there are and those of the catalogue, those with that GPU first. */
  List<Target> choices(GpuKind kind) {
    Set<Target> choices = new LinkedHashSet<>();
    with(workspace.platforms(), kind)
        .ifPresent(platform -> choices.add(new Target.Existing(platform.id())));
    with(catalogue, kind).ifPresent(platform -> choices.add(new Target.Catalogued(platform, null)));
    workspace.platforms().stream()
        .filter(platform -> platform.hardware() != null)
        .forEach(platform -> choices.add(new Target.Existing(platform.id())));
    catalogue.forEach(platform -> choices.add(new Target.Catalogued(platform, null)));
    choices.add(new Target.Named(kind.isNamed() ? kind.name() : "", null));
    choices.add(new Target.Nowhere());
    return List.copyOf(choices);
  }

  /** What a GPU-hour costs at a platform as it stands, if it has a price. */
  Optional<Double> priceAt(Target target) {
    Optional<Platform> platform = switch (target) {
      case Target.Existing existing -> workspace.platform(existing.platform());
      case Target.Catalogued entry -> Optional.of(entry.platform());
      case Target.Named named -> Optional.empty();
      case Target.Unchosen nothing -> Optional.empty();
      case Target.Nowhere nowhere -> Optional.empty();
    };
    return platform
        .flatMap(each -> GpuHourCost.of(each, workspace.scenario()).figure())
        .map(Explained::value);
  }

  /** The name of a target that is a platform or will be one. */
  String nameOf(Target target) {
    return switch (target) {
      case Target.Existing existing ->
        workspace.platform(existing.platform()).map(Platform::name).orElse("");
      case Target.Catalogued entry -> entry.platform().name();
      case Target.Named named -> named.name();
      case Target.Unchosen nothing -> "";
      case Target.Nowhere nowhere -> "";
    };
  }

  // ---- Single runs

  void mend(int row, Run changed) {
    rows.set(row, rows.get(row).mended(changed));
    sort();
  }

  void restore(int row) {
    mend(row, rows.get(row).read().run());
  }

  void drop(List<Integer> dropped, boolean out) {
    dropped.forEach(row -> rows.set(row, rows.get(row).withDropped(out)));
    sort();
  }

  Row row(int number) {
    return rows.get(number);
  }

  List<Row> in(State state) {
    return sorted.getOrDefault(state, List.of());
  }

  int runs() {
    return rows.size();
  }

  State stateOf(Row row) {
    Target target = targetOf(row);
    if (row.dropped() || target instanceof Target.Nowhere) {
      return State.LEFT_OUT;
    }
    if (!row.doubts().isEmpty() || row.result() instanceof PointResult.Refused) {
      return State.SET_ASIDE;
    }
    return row.result() instanceof PointResult.Ready && target.isComplete()
        ? State.READY
        : State.NEEDS_ANSWERS;
  }

  private void sort() {
    sorted.clear();
    rows.forEach(
        row -> sorted.computeIfAbsent(stateOf(row), state -> new ArrayList<>()).add(row));
    findKnown();
  }

  // ---- Runs that are there already

  private void findKnown() {
    known.clear();
    Map<Target, Set<OperatingPoint>> there = new LinkedHashMap<>();
    for (Row row : in(State.READY)) {
      Set<OperatingPoint> at = there.computeIfAbsent(targetOf(row), this::pointsAt);
      if (!at.add(unsourced(point(row)))) {
        known.add(row.number());
      }
    }
  }

  private Set<OperatingPoint> pointsAt(Target target) {
    Set<OperatingPoint> points = new HashSet<>();
    if (target instanceof Target.Existing existing) {
      workspace
          .platform(existing.platform())
          .ifPresent(platform ->
              platform.operatingPoints().forEach(point -> points.add(unsourced(point))));
    }
    return points;
  }

  /** The same run from another file is the same run; one of another day is not. */
  private static OperatingPoint unsourced(OperatingPoint point) {
    return new OperatingPoint(
        point.configuration(),
        point.tokensPerSecondPerGpu(),
        point.interactivity(),
        point.timeToFirstToken(),
        point.timePerOutputToken(),
        point.endToEnd(),
        point.concurrency(),
        point.gpus(),
        point.prefillGpus(),
        point.decodeGpus(),
        new Evidence(Evidence.Kind.MEASURED, "-", point.evidence().date(), null));
  }

  private static OperatingPoint point(Row row) {
    return switch (row.result()) {
      case PointResult.Ready ready -> ready.point();
      case PointResult.Incomplete incomplete ->
        throw new IllegalStateException("Incomplete %s".formatted(incomplete.missing()));
      case PointResult.Refused refused -> throw new IllegalStateException(refused.reason());
    };
  }

  /** Whether the target has the run already, or an earlier row brings it. */
  boolean isKnown(Row row) {
    return known.contains(row.number());
  }

  int knownRuns() {
    return known.size();
  }

  boolean skipsKnown() {
    return skipKnown;
  }

  void skipKnown(boolean skip) {
    skipKnown = skip;
  }

  // ---- The edit

  /** What would be imported, by where it goes. */
  Map<Target, List<OperatingPoint>> harvest() {
    Map<Target, List<OperatingPoint>> points = new LinkedHashMap<>();
    for (Row row : in(State.READY)) {
      if (!skipKnown || !isKnown(row)) {
        points.computeIfAbsent(targetOf(row), target -> new ArrayList<>()).add(point(row));
      }
    }
    return points;
  }

  /**
   * Everything that is ready, as one step.
   *
   * @param label as the undo menu names it
   * @param byHand the evidence of a price that was entered
   */
  Edit edit(String label, Evidence byHand) {
    List<Edit> edits = new ArrayList<>();
    harvest().forEach((target, points) -> edits.add(edit(label, target, points, byHand)));
    return Edits.together(label, edits);
  }

  private static Edit edit(
      String label, Target target, List<OperatingPoint> points, Evidence byHand) {
    return switch (target) {
      case Target.Existing existing ->
        Edits.platform(label, existing.platform(), platform -> with(platform, points));
      case Target.Catalogued entry -> Edits.add(label, with(priced(entry, byHand), points));
      case Target.Named named -> Edits.add(label, with(made(named, byHand), points));
      case Target.Unchosen nothing -> throw new IllegalStateException(nothing.toString());
      case Target.Nowhere nowhere -> throw new IllegalStateException(nowhere.toString());
    };
  }

  private static Platform with(Platform platform, List<OperatingPoint> more) {
    List<OperatingPoint> all = new ArrayList<>(platform.operatingPoints());
    all.addAll(more);
    return platform.withOperatingPoints(all);
  }

  private static Platform priced(Target.Catalogued entry, Evidence byHand) {
    Double price = entry.price();
    return price == null
        ? entry.platform()
        : entry.platform().withPricing(new Pricing.Rental(new Figure(price, byHand), null));
  }

  private static Platform made(Target.Named named, Evidence byHand) {
    String id = named.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    Figure price = new Figure(Objects.requireNonNull(named.price()), byHand);
    return new Platform(
        id.isBlank() ? "imported" : id,
        named.name(),
        "",
        "",
        "",
        0,
        false,
        new Hardware(named.name(), 1, Map.of(), null, null, null, null, null, null),
        new Pricing.Rental(price, null),
        null,
        List.of(),
        Map.of(),
        Map.of());
  }
}
