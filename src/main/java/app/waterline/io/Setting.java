package app.waterline.io;

import app.waterline.model.InvalidInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One {@code POINTER=VALUE}: a place in the form of the file, and what to put there. */
record Setting(String pointer, List<String> path, String value) {
  /** The source of a figure that was set this way. */
  static final String SOURCE = "set on the command line";

  private static final List<String> NOT_SET = List.of("schemaVersion", "writtenBy");

  static Setting of(String text) {
    int equals = text.indexOf('=');
    if (!text.startsWith("/") || equals < 2) {
      throw new InvalidInput(
          "A setting must read POINTER=VALUE [%s]. Write for example /scenario/utilization=0.6."
              .formatted(text));
    }
    String pointer = text.substring(0, equals);
    List<String> path = Arrays.stream(pointer.substring(1).split("/", -1))
        .map(step -> step.replace("~1", "/").replace("~0", "~"))
        .toList();
    return new Setting(pointer, path, text.substring(equals + 1));
  }

  /** Puts the value into the form. */
  void applyTo(ObjectNode form) {
    JsonNode node = form;
    Shape shape = new Shape(WorkspaceForm.class);
    for (String step : path.subList(0, path.size() - 1)) {
      String key = key(node, shape, step);
      shape = below(shape, node, key, step);
      node = open(node, key, shape);
    }
    String key = key(node, shape, path.getLast());
    put(node, key, shape, below(shape, node, key, path.getLast()));
  }

  private Shape below(Shape shape, JsonNode node, String key, String step) {
    return shape
        .child(key, node)
        .filter(found -> !(shape.raw() == WorkspaceForm.class && NOT_SET.contains(key)))
        .orElseThrow(() -> unknown(step, known(shape, node)));
  }

  private static List<String> known(Shape shape, JsonNode node) {
    return shape.children(node).keySet().stream()
        .filter(name -> !NOT_SET.contains(name))
        .toList();
  }

  private InvalidInput unknown(String step, List<String> known) {
    String choice = known.isEmpty()
        ? "Nothing stands below a plain value; leave that part out."
        : "Known there are %s.".formatted(String.join(", ", known));
    return new InvalidInput(
        "The workspace has no such place [%s in %s]. %s".formatted(step, pointer, choice));
  }

  private String key(JsonNode node, Shape shape, String step) {
    if (!shape.isList()) {
      return step;
    }
    if (step.matches("\\d{1,9}") && Integer.parseInt(step) < node.size()) {
      return String.valueOf(Integer.parseInt(step));
    }
    return keyOf(node, step);
  }

  private String keyOf(JsonNode list, String step) {
    List<String> names = Shape.names(list);
    List<Integer> found = indices(Shape.ids(list), step);
    if (found.isEmpty()) {
      found = indices(names, step);
    }
    if (found.size() > 1) {
      throw new InvalidInput("Several have that name [%s in %s]. Address one by its index: %s."
          .formatted(step, pointer, found));
    }
    if (found.isEmpty()) {
      throw unknown(step, names.isEmpty() ? List.of("nothing yet, the list is empty") : names);
    }
    return String.valueOf(found.getFirst());
  }

  private static List<Integer> indices(List<String> all, String wanted) {
    return IntStream.range(0, all.size())
        .filter(index -> all.get(index).equals(wanted))
        .boxed()
        .toList();
  }

  /** The node below; an optional part that is not there yet is begun. */
  private static JsonNode open(JsonNode node, String key, Shape shape) {
    JsonNode below =
        node instanceof ArrayNode list ? list.get(Integer.parseInt(key)) : node.get(key);
    if (below != null) {
      return below;
    }
    JsonNode begun = shape.isList() ? JsonForm.MAPPER.createArrayNode() : shape.begun();
    if (node instanceof ObjectNode object) {
      object.set(key, begun);
    }
    return begun;
  }

  private void put(JsonNode node, String key, Shape parent, Shape shape) {
    JsonNode read = read(shape);
    switch (node) {
      case ArrayNode list -> replace(list, Integer.parseInt(key), read, shape);
      case ObjectNode object -> replace(object, key, read, parent, shape);
      default -> throw unknown(key, List.of());
    }
  }

  private static void replace(ArrayNode list, int index, JsonNode read, Shape shape) {
    if (read.isNull()) {
      list.remove(index);
    } else {
      list.set(index, shape.isFigure() && read.isNumber() ? assumed(read) : read);
    }
  }

  private static void replace(
      ObjectNode object, String key, JsonNode read, Shape parent, Shape shape) {
    if (read.isNull()) {
      object.remove(key);
    } else if (shape.isFigure() && read.isNumber()) {
      object.set(key, assumed(read));
    } else if (parent.isFigure() && key.equals("value")) {
      object.removeAll();
      object.setAll(assumed(read)); // the old source did not say the new number
    } else {
      object.set(key, read);
    }
  }

  private static ObjectNode assumed(JsonNode number) {
    ObjectNode figure = JsonForm.MAPPER.createObjectNode();
    figure.set("value", number);
    return figure.put("kind", "assumption").put("source", SOURCE);
  }

  private JsonNode read(Shape shape) {
    if (shape.isText()
        && !value.startsWith("\"")
        && !value.toLowerCase(Locale.ROOT).equals("null")) {
      return JsonForm.MAPPER.getNodeFactory().stringNode(value);
    }
    try {
      JsonNode read = JsonForm.MAPPER.readTree(value);
      if (!read.isMissingNode()) {
        return read;
      }
    } catch (JacksonException e) {
      throw unreadable(shape, e);
    }
    throw unreadable(shape, null);
  }

  private InvalidInput unreadable(Shape shape, @Nullable Throwable cause) {
    InvalidInput refused =
        new InvalidInput("The value of %s can't be read [%s]. Write %s, or null to leave it out."
            .formatted(pointer, value, shape.wanted()));
    if (cause != null) {
      refused.initCause(cause);
    }
    return refused;
  }
}
