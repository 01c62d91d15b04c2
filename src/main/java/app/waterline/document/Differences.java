package app.waterline.document;

import app.waterline.model.Distribution;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one workspace to another. It walks the records themselves, so that a component that
 * is added to the model is compared without a word here: no difference is found exactly where the two
 * are equal.
 */
public final class Differences {
  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  /** Every difference, in the order of the workspace file; empty exactly where both are equal. */
  public static List<Difference> between(Workspace before, Workspace after) {
    Differences differences = new Differences();
    differences.walk(new At(Optional.empty(), List.of()), before, after);
    return List.copyOf(differences.found);
  }

  /** A place in the tree. */
  private record At(Optional<String> platform, List<String> path) {
    At step(Object step) {
      String name = step instanceof Enum<?> constant ? constant.name() : step.toString();
      return new At(platform, Stream.concat(path.stream(), Stream.of(name)).toList());
    }
  }

  private void walk(At at, @Nullable Object before, @Nullable Object after) {
    if (Objects.equals(before, after)) {
      return;
    }
    switch (Objects.requireNonNull(before == null ? after : before)) {
      case Figure figure -> figure(at, (Figure) before, (Figure) after);
      case Distribution range -> changed(at, before, after);
      case Evidence evidence -> add(Difference.Kind.EVIDENCE, at, null, null);
      case List<?> list -> list(at, orEmpty((List<?>) before), orEmpty((List<?>) after));
      case Map<?, ?> map -> map(at, orEmpty((Map<?, ?>) before), orEmpty((Map<?, ?>) after));
      case Record whole -> record(at, (Record) before, (Record) after);
      default -> changed(at, before, after);
    }
  }

  private static List<?> orEmpty(@Nullable List<?> list) {
    return list == null ? List.of() : list;
  }

  private static Map<?, ?> orEmpty(@Nullable Map<?, ?> map) {
    return map == null ? Map.of() : map;
  }

  private void figure(At at, @Nullable Figure before, @Nullable Figure after) {
    Double from = before == null ? null : before.value();
    Double to = after == null ? null : after.value();
    Distribution was = before == null ? null : before.range();
    Distribution is = after == null ? null : after.range();
    if (!Objects.equals(from, to)) {
      changed(at, from, to);
    } else if (Objects.equals(was, is)) {
      add(Difference.Kind.EVIDENCE, at, from, to);
    }
    walk(at.step(Difference.RANGE), was, is);
  }

  private void record(At at, @Nullable Record before, @Nullable Record after) {
    if (before != null && after != null && before.getClass() != after.getClass()) {
      changed(at, before.getClass().getSimpleName(), after.getClass().getSimpleName());
      return;
    }
    int known = found.size();
    Record either = before == null ? Objects.requireNonNull(after) : before;
    for (RecordComponent component : either.getClass().getRecordComponents()) {
      walk(at.step(component.getName()), part(component, before), part(component, after));
    }
    if (found.size() == known) { // a group that is there, but holds nothing
      changed(at, before == null ? null : "{}", after == null ? null : "{}");
    }
  }

  private static @Nullable Object part(RecordComponent component, @Nullable Record whole) {
    return whole == null ? null : Components.read(whole, List.of(component.getName()));
  }

  private void map(At at, Map<?, ?> before, Map<?, ?> after) {
    Set<Object> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    keys.forEach(key -> walk(at.step(key), before.get(key), after.get(key)));
  }

  private void list(At at, List<?> before, List<?> after) {
    if (Stream.concat(before.stream(), after.stream()).allMatch(Platform.class::isInstance)) {
      platforms(platformsIn(before), platformsIn(after));
    } else {
      entries(at, before, after);
    }
  }

  private static List<Platform> platformsIn(List<?> list) {
    return list.stream().map(Platform.class::cast).toList();
  }

  private void entries(At at, List<?> before, List<?> after) {
    int gone = less(before, after).size();
    int come = less(after, before).size();
    if (come > 0) {
      add(Difference.Kind.ADDED, at, null, come);
    }
    if (gone > 0) {
      add(Difference.Kind.REMOVED, at, gone, null);
    }
    if (come == 0 && gone == 0) {
      add(Difference.Kind.MOVED, at, null, null);
    }
  }

  /** The entries of the one list that the other has not, counting equal ones. */
  private static List<Object> less(List<?> list, List<?> other) {
    Map<Object, Integer> counts = new HashMap<>();
    other.forEach(entry -> counts.merge(entry, 1, Integer::sum));
    List<Object> rest = new ArrayList<>();
    for (Object entry : list) {
      if (counts.merge(entry, -1, Integer::sum) < 0) {
        rest.add(entry);
      }
    }
    return rest;
  }

  private void platforms(List<Platform> before, List<Platform> after) {
    for (Platform platform : before) {
      Optional<Platform> now = withId(after, platform.id());
      At at = new At(Optional.of(now.orElse(platform).name()), List.of());
      now.ifPresentOrElse(
          same -> walk(at, platform, same),
          () -> add(Difference.Kind.REMOVED, at, platform.name(), null));
    }
    for (Platform platform : after) {
      if (withId(before, platform.id()).isEmpty()) {
        At at = new At(Optional.of(platform.name()), List.of());
        add(Difference.Kind.ADDED, at, null, platform.name());
      }
    }
    if (!order(before, after).equals(order(after, before))) {
      add(
          Difference.Kind.MOVED,
          new At(Optional.empty(), List.of("platforms")),
          names(before),
          names(after));
    }
  }

  private static Optional<Platform> withId(List<Platform> platforms, String id) {
    return platforms.stream().filter(platform -> platform.id().equals(id)).findFirst();
  }

  /** The ids of those that are in both, in the order of the first. */
  private static List<String> order(List<Platform> platforms, List<Platform> others) {
    Predicate<String> inBoth = id -> withId(others, id).isPresent();
    return platforms.stream().map(Platform::id).filter(inBoth).toList();
  }

  private static String names(List<Platform> platforms) {
    return String.join(", ", platforms.stream().map(Platform::name).toList());
  }

  private void changed(At at, @Nullable Object before, @Nullable Object after) {
    add(Difference.Kind.CHANGED, at, before, after);
  }

  private void add(Difference.Kind kind, At at, @Nullable Object before, @Nullable Object after) {
    found.add(new Difference(
        kind,
        at.platform(),
        at.path(),
        input(at),
        Optional.ofNullable(before),
        Optional.ofNullable(after)));
  }

  private static Optional<Input> input(At at) {
    if (!at.path().isEmpty() && at.path().getLast().equals(Difference.RANGE)) {
      return input(new At(at.platform(), at.path().subList(0, at.path().size() - 1)));
    }
    return at.platform().isPresent() ? ofPlatform(at.path()) : ofKey(at.path());
  }

  private static Optional<Input> ofPlatform(List<String> path) {
    return path.contains("peakPflops")
        ? Optional.of(Input.PEAK_PFLOPS)
        : FigureSlots.all().stream()
            .filter(slot -> slot.path().equals(path))
            .map(FigureSlot::input)
            .findFirst()
            .or(() -> ofKey(path));
  }

  private static Optional<Input> ofKey(List<String> path) {
    return path.isEmpty()
        ? Optional.empty()
        : Arrays.stream(Input.values())
            .filter(input -> Stream.of(input.key(), input.name()).anyMatch(path.getLast()::equals))
            .findFirst();
  }
}
