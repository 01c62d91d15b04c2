package app.waterline.io.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file as a small tree, whatever container it came in. Leaves are texts, numbers and
 * truth values; lists hold trees or leaves. Keys may contain dots, so a path is a row of keys.
 */
final class Fields {
  private static final Set<String> YES = Set.of("true", "t", "yes", "on", "1", "mtp");

  private final Map<String, Object> values;
  private final long line;

  Fields(Map<String, Object> values, long line) {
    this.values = values;
    this.line = line;
  }

  /** The line that the record starts on, from 1. */
  long line() {
    return line;
  }

  Set<String> keys() {
    return values.keySet();
  }

  /** Whether there is anything but null at the path. */
  boolean has(String... path) {
    return find(path) != null;
  }

  /** The tree at the path; an empty one where there is none. */
  Fields at(String... path) {
    return find(path) instanceof Fields fields ? fields : new Fields(Map.of(), line);
  }

  /** The trees in the list at the path. */
  List<Fields> each(String... path) {
    List<Fields> found = new ArrayList<>();
    if (find(path) instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Fields fields) {
          found.add(fields);
        }
      }
    }
    return found;
  }

  /** The texts in the list at the path. */
  List<String> texts(String... path) {
    List<String> found = new ArrayList<>();
    if (find(path) instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof String text) {
          found.add(text);
        }
      }
    }
    return found;
  }

  /** The text at the path, or the first of a list of them; null where there is none or it is blank. */
  @Nullable String text(String... path) {
    Object value = find(path);
    if (value instanceof List<?> list && !list.isEmpty()) {
      value = list.getFirst();
    }
    return switch (value) {
      case null -> null;
      case String text -> text.isBlank() ? null : text.strip();
      case Double number -> whole(number);
      case Boolean flag -> flag.toString();
      default -> null;
    };
  }

  /** The first text found under one of the keys. */
  @Nullable String firstText(String... keys) {
    for (String key : keys) {
      String text = text(key);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /**
   * The number at the path; it may be infinite or not a number; null where there is none.
   *
   * @throws BadRecord if there is something else
   */
  @Nullable Double number(String... path) {
    Object value = find(path);
    String name = String.join(".", path);
    return switch (value) {
      case null -> null;
      case Double number -> number;
      case String text -> MachineNumber.parse(name, text);
      default ->
        throw new BadRecord(
            name,
            "A number was expected [%s]. Let the tool write the file anew, or drop the record."
                .formatted(kind(value)));
    };
  }

  /** The first number found under one of the keys. */
  @Nullable Double firstNumber(String... keys) {
    for (String key : keys) {
      Double number = number(key);
      if (number != null) {
        return number;
      }
    }
    return null;
  }

  /**
   * The count at the path; null where there is none.
   *
   * @throws BadRecord if it is not a whole number that fits
   */
  @Nullable Integer count(String... path) {
    Double number = number(path);
    if (number == null) {
      return null;
    }
    if (number != Math.rint(number) || Math.abs(number) > 1e9) {
      throw new BadRecord(
          String.join(".", path),
          "A whole number was expected [%s]. Correct it, or drop the record.".formatted(number));
    }
    return number.intValue();
  }

  /** Whether the value at the path says yes: true, "true", "t", "on", 1. */
  boolean flag(String... path) {
    String text = text(path);
    return text != null && YES.contains(text.toLowerCase(Locale.ROOT));
  }

  private @Nullable Object find(String... path) {
    Object value = this;
    for (String key : path) {
      value = value instanceof Fields fields ? fields.values.get(key) : null;
    }
    return value;
  }

  private static String whole(double number) {
    boolean plain = number == Math.rint(number) && Math.abs(number) < 1e15;
    return plain ? Long.toString((long) number) : Double.toString(number);
  }

  private static String kind(Object value) {
    return value instanceof List<?> ? "a list" : value instanceof Fields ? "an object" : "" + value;
  }
}
