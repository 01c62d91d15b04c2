package app.waterline.io;

import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.Scenario;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What may stand at a place of the file, read off the records: the names below it and their types. */
record Shape(Type type) {

  /** Names and types below this place; of a list none, it is addressed by index or name. */
  Map<String, Shape> children(JsonNode node) {
    Class<?> raw = raw();
    Optional<KindJson<?>> kinds = KindJson.of(raw);
    if (kinds.isPresent()) {
      return ofKind(kinds.get(), node);
    }
    if (raw == Map.class) {
      return constants();
    }
    return raw.isRecord() ? components(isFigure() ? FigureForm.class : raw) : Map.of();
  }

  Optional<Shape> child(String name, JsonNode node) {
    return isList()
        ? Optional.of(new Shape(argument(0)))
        : Optional.ofNullable(children(node).get(name));
  }

  boolean isFigure() {
    return raw() == Figure.class;
  }

  boolean isList() {
    return raw() == List.class;
  }

  /** Whether a value is taken as it is typed, without quotes. */
  boolean isText() {
    return raw() == String.class || raw().isEnum();
  }

  /** What a value must look like, for a message. */
  String wanted() {
    return isFigure() ? "a number such as 1.5" : Fault.wanted(raw());
  }

  Class<?> raw() {
    return (Class<?>) (type instanceof ParameterizedType many ? many.getRawType() : type);
  }

  private Type argument(int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  private Map<String, Shape> constants() {
    Map<String, Shape> names = new LinkedHashMap<>();
    if (argument(0) instanceof Class<?> keys && keys.isEnum()) {
      keys(keys)
          .forEach(constant ->
              names.put(RecordIntrospector.nameOf((Enum<?>) constant), new Shape(argument(1))));
    }
    return names;
  }

  private static Collection<?> keys(Class<?> constants) {
    return constants == Input.class ? Scenario.UNCERTAIN : List.of(constants.getEnumConstants());
  }

  private static Map<String, Shape> ofKind(KindJson<?> kinds, JsonNode node) {
    Class<?> kind = kinds.kinds().get(node.path(kinds.tag()).asString(""));
    Map<String, Shape> children = new LinkedHashMap<>();
    children.put(kinds.tag(), new Shape(String.class));
    if (kind != null) {
      children.putAll(components(kind));
    }
    return children;
  }

  private static Map<String, Shape> components(Class<?> record) {
    Map<String, Shape> children = new LinkedHashMap<>();
    for (RecordComponent component : record.getRecordComponents()) {
      children.put(component.getName(), new Shape(component.getGenericType()));
    }
    return children;
  }

  /** An optional part before anything is set in it: its defaults, where the record has any. */
  JsonNode begun() {
    Class<?> raw = raw();
    try {
      return JsonForm.MAPPER.readTree(
          JsonForm.MAPPER.writeValueAsString(raw.getField("DEFAULT").get(null)));
    } catch (ReflectiveOperationException e) {
      return JsonForm.MAPPER.createObjectNode(); // no defaults: all its required parts must be set
    }
  }

  /** The ids of the elements of a list. */
  static List<String> ids(JsonNode list) {
    return list.valueStream().map(element -> element.path("id").asString("")).toList();
  }

  /** What the elements of a list are called on the screen; by index where they have no name. */
  static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    for (JsonNode element : list) {
      JsonNode name = element.has("name") ? element.get("name") : element.path("gpu");
      names.add(name.asString(String.valueOf(names.size())));
    }
    return names;
  }
}
