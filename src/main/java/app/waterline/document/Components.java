package app.waterline.document;

import app.waterline.model.InvalidInput;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads and replaces a part deep inside a tree of records. A path names record components by their
 * name and map entries by their key. Written once here instead of a copy of each record's components
 * for each figure that can be edited; the test walks every path in use.
 */
final class Components {
  /** Reflection copies what it knows at each question; a what-if question asks a hundred thousand times. */
  private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
    @Override
    protected Shape computeValue(Class<?> type) {
      return Shape.of(type);
    }
  };

  private Components() {}

  /**
   * What is known of a record.
   *
   * @param names of its components, in their order
   * @param accessors of the components
   * @param optional whether the component may be left out
   * @param constructor takes all components
   */
  private record Shape(
      List<String> names,
      List<Method> accessors,
      List<Boolean> optional,
      Constructor<?> constructor) {
    static Shape of(Class<?> type) {
      List<RecordComponent> components = List.of(type.getRecordComponents());
      Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        return new Shape(
            components.stream().map(RecordComponent::getName).toList(),
            components.stream().map(RecordComponent::getAccessor).toList(),
            components.stream()
                .map(each -> each.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .toList(),
            type.getDeclaredConstructor(types));
      } catch (NoSuchMethodException notARecord) {
        throw new IllegalStateException(notARecord);
      }
    }
  }

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
    if (whole instanceof Map<?, ?> map) {
      return map.get(step);
    }
    Shape shape = SHAPES.get(whole.getClass());
    int place = shape.names().indexOf(step);
    return place < 0 ? null : valueOf(shape.accessors().get(place), whole);
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
    Shape shape = SHAPES.get(whole.getClass());
    int place = shape.names().indexOf(name);
    if (place < 0) {
      throw new IllegalArgumentException(
          "%s has no such part [%s].".formatted(whole.getClass().getSimpleName(), name));
    }
    // A file in which a required part is missing could not be opened again.
    if (value == null && !shape.optional().get(place)) {
      throw new IllegalArgumentException(
          "%s can't be left out [none]. Enter a value.".formatted(name));
    }
    @Nullable Object[] values = new Object[shape.names().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == place ? value : valueOf(shape.accessors().get(i), whole);
    }
    return construct(shape.constructor(), values);
  }

  private static @Nullable Object valueOf(Method accessor, Object whole) {
    try {
      return accessor.invoke(whole);
    } catch (ReflectiveOperationException notARecord) {
      throw new IllegalStateException(notARecord);
    }
  }

  private static Object construct(Constructor<?> constructor, @Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
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
