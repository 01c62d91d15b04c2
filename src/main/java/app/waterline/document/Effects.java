package app.waterline.document;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which changes between two states matter. Each is made alone, on the first state, and the engine says
 * what that does to the cost of a million tokens. Alone they need not add up to the whole: a lower price
 * and a higher throughput act on each other.
 */
public final class Effects {
  private final Workspace before;
  private final Workspace after;
  private final Evaluator evaluator;
  private final Evaluation base;
  private final List<Effect> effects = new ArrayList<>();

  private Effects(Workspace before, Workspace after, Evaluator evaluator) {
    this.before = SnapshotEdits.frozen(before);
    this.after = SnapshotEdits.frozen(after);
    this.evaluator = evaluator;
    this.base = evaluator.evaluate(this.before);
  }

  /** Every change of the inputs, the largest effect first; snapshots are no input. */
  public static List<Effect> between(Workspace before, Workspace after, Evaluator evaluator) {
    Effects all = new Effects(before, after, evaluator);
    all.ofWorkspace();
    all.after.platforms().forEach(all::ofPlatform);
    all.effects.sort(Comparator.comparingDouble(Effect::size).reversed());
    return List.copyOf(all.effects);
  }

  private void ofWorkspace() {
    Workspace same = before.withPlatforms(after.platforms()).withBaseline(null);
    Workspace other = after.withBaseline(null);
    group(Differences.between(same, other), before, after)
        .forEach((changed, differences) -> add(differences, changed));
    rest();
  }

  /** What no figure of a platform follows from: which there are, their order, the baseline. */
  private void rest() {
    Differences.between(before, after).stream()
        .filter(each -> isWhole(each) || isBaselineOrOrder(each))
        .forEach(each -> effects.add(new Effect(List.of(each), Optional.empty())));
  }

  private static boolean isWhole(Difference difference) {
    return difference.platform().isPresent() && difference.path().isEmpty();
  }

  private static boolean isBaselineOrOrder(Difference difference) {
    return difference.platform().isEmpty()
        && (difference.path().equals(List.of("baseline"))
            || difference.path().equals(List.of("platforms")));
  }

  private void ofPlatform(Platform now) {
    before.platform(now.id()).ifPresent(then -> {
      Workspace changed = before.withPlatform(now);
      group(Differences.between(before, changed), then, now)
          .forEach((platform, differences) -> add(differences, before.withPlatform(platform)));
    });
  }

  /** Each change made alone; differences that make the same change belong together. */
  private static <T> Map<T, List<Difference>> group(List<Difference> found, T then, T now) {
    Map<T, List<Difference>> groups = new LinkedHashMap<>();
    for (Difference difference : found) {
      groups
          .computeIfAbsent(alone(difference.path(), then, now), key -> new ArrayList<>())
          .add(difference);
    }
    return groups;
  }

  /** The first state with one part of the second: the smallest one around the place that the model takes. */
  private static <T> T alone(List<String> path, T then, T now) {
    for (int depth = path.size(); depth > 0; depth--) {
      Optional<T> changed = transplanted(path.subList(0, depth), then, now);
      if (changed.isPresent()) {
        return changed.get();
      }
    }
    return now;
  }

  private static <T> Optional<T> transplanted(List<String> path, T then, T now) {
    List<Object> steps = new ArrayList<>();
    Object mine = then;
    Object theirs = now;
    for (String name : path) {
      Object step = step(mine, theirs, name);
      steps.add(step);
      mine = Components.read(mine, List.of(step));
      theirs = Components.read(theirs, List.of(step));
      if (mine == null || theirs == null || mine.getClass() != theirs.getClass()) {
        break; // a group that one of the two has not: it comes or goes as a whole
      }
    }
    return with(then, steps, theirs);
  }

  private static Object step(@Nullable Object mine, @Nullable Object theirs, String name) {
    if (mine instanceof Map<?, ?> map && theirs instanceof Map<?, ?> other) {
      List<Object> keys = new ArrayList<>(map.keySet());
      keys.addAll(other.keySet());
      return keys.stream()
          .filter(key -> key instanceof Enum<?> constant && constant.name().equals(name))
          .findFirst()
          .orElse(name);
    }
    return name;
  }

  private static <T> Optional<T> with(T then, List<Object> steps, @Nullable Object value) {
    try {
      return Optional.of(Components.with(then, steps, value));
    } catch (InvalidInput together) { // it contradicts a figure that changes too
      return Optional.empty();
    }
  }

  private void add(List<Difference> differences, Workspace changed) {
    effects.add(new Effect(differences, reach(changed)));
  }

  private Optional<Effect.Reach> reach(Workspace changed) {
    Evaluation moved = evaluator.evaluate(changed);
    return moved.platforms().stream()
        .flatMap(each -> then(each).map(was -> reach(was, each, moved)).stream())
        .filter(each -> each.size() > 0)
        .max(Comparator.comparingDouble(Effect.Reach::size));
  }

  private Optional<PlatformEvaluation> then(PlatformEvaluation now) {
    return base.platforms().stream()
        .filter(each -> each.platform().id().equals(now.platform().id()))
        .findFirst();
  }

  private Effect.Reach reach(PlatformEvaluation was, PlatformEvaluation now, Evaluation moved) {
    return new Effect.Reach(
        now.platform().name(), was.of(base.headline()), now.of(moved.headline()));
  }
}
