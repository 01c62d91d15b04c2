package app.waterline.document;

import app.waterline.model.InvalidInput;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and replaces a part deep inside a tree of records. A path names record components by their
 * name and map entries by their key. Written once here instead of a copy of each record's components
 * for each figure that can be edited; the test walks every path in use.
 */
final class Components {
  private Components() {}

  /** The part at the end of the path, or null where the path leads nowhere. */
  static @Nullable Object read(@Nullable Object whole, List<?> path) {
    Object part = whole;
    for (Object step : path) {
      part = part == null ? null : child(part, step);
    }
    return part;
  }

  /**
   * The same tree with another part at the end of the path.
   *
   * @throws InvalidInput if a record on the way refuses it
   * @throws IllegalArgumentException if the path leads nowhere
   */
  @SuppressWarnings("unchecked")
  static <T> T with(T whole, List<?> path, @Nullable Object value) {
    Object step = path.getFirst();
    List<?> rest = path.subList(1, path.size());
    Object next = rest.isEmpty() ? value : with(present(child(whole, step), step), rest, value);
    return (T)
        (whole instanceof Map<?, ?> map ? entry(map, step, next) : record(whole, step, next));
  }

  private static Object present(@Nullable Object part, Object step) {
    if (part == null) {
      throw new IllegalArgumentException("Nothing stands here to change [%s].".formatted(step));
    }
    return part;
  }

  private static @Nullable Object child(Object whole, Object step) {
    return whole instanceof Map<?, ?> map
        ? map.get(step)
        : component(whole, step).map(found -> valueOf(found, whole)).orElse(null);
  }

  private static Optional<RecordComponent> component(Object whole, Object name) {
    return Arrays.stream(whole.getClass().getRecordComponents())
        .filter(each -> each.getName().equals(name))
        .findFirst();
  }

  private static Map<Object, Object> entry(Map<?, ?> map, Object key, @Nullable Object value) {
    Map<Object, Object> changed = new HashMap<>(map);
    if (value == null) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    return changed;
  }

  private static Object record(Object whole, Object name, @Nullable Object value) {
    if (component(whole, name).isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no such part [%s].".formatted(whole.getClass().getSimpleName(), name));
    }
    RecordComponent[] components = whole.getClass().getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      types[i] = component.getType();
      values[i] =
          component.getName().equals(name) ? allowed(component, value) : valueOf(component, whole);
    }
    return construct(whole.getClass(), types, values);
  }

  /** A file in which a required part is missing could not be opened again. */
  private static @Nullable Object allowed(RecordComponent component, @Nullable Object value) {
    if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      throw new IllegalArgumentException(
          "%s can't be left out [none]. Enter a value.".formatted(component.getName()));
    }
    return value;
  }

  private static @Nullable Object valueOf(RecordComponent component, Object whole) {
    try {
      return component.getAccessor().invoke(whole);
    } catch (ReflectiveOperationException notARecord) {
      throw new IllegalStateException(notARecord);
    }
  }

  private static Object construct(Class<?> type, Class<?>[] types, @Nullable Object[] values) {
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof InvalidInput invalid) {
        throw invalid;
      }
      throw new IllegalStateException(refused.getCause());
    } catch (ReflectiveOperationException notARecord) {
      throw new IllegalStateException(notARecord);
    }
  }

  /** The path without its last step. */
  static List<?> parent(List<?> path) {
    return Objects.requireNonNull(path).subList(0, path.size() - 1);
  }
}
