package app.waterline.io;

import app.waterline.model.Distribution;
import app.waterline.model.Pricing;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Records of several kinds, told apart by a tag beside their components: a fixed list, never a class
 * name.
 *
 * @param <T> what they are kinds of
 */
final class KindJson<T> {
  /** What a platform costs, by {@code type}. */
  static final KindJson<Pricing> PRICING = new KindJson<>(Pricing.class, "type")
      .with("rental", Pricing.Rental.class)
      .with("owned", Pricing.Owned.class)
      .with("hostedApi", Pricing.HostedApi.class);

  /** What is known of a number, by {@code shape}. */
  static final KindJson<Distribution> DISTRIBUTION = new KindJson<>(Distribution.class, "shape")
      .with("uniform", Distribution.Uniform.class)
      .with("triangular", Distribution.Triangular.class)
      .with("pert", Distribution.Pert.class)
      .with("normal", Distribution.Normal.class)
      .with("logNormal", Distribution.LogNormal.class)
      .with("threePoints", Distribution.ThreePoints.class);

  private final Class<T> type;
  private final String tag;
  private final Map<String, Class<? extends T>> kinds = new LinkedHashMap<>();

  private KindJson(Class<T> type, String tag) {
    this.type = type;
    this.tag = tag;
  }

  private KindJson<T> with(String name, Class<? extends T> kind) {
    kinds.put(name, kind);
    return this;
  }

  /** The one whose kinds these are. */
  static Optional<KindJson<?>> of(Class<?> type) {
    return Stream.<KindJson<?>>of(PRICING, DISTRIBUTION)
        .filter(each -> each.type == type)
        .findFirst();
  }

  /** The name of the tag. */
  String tag() {
    return tag;
  }

  /** The kinds by their name in the file. */
  Map<String, Class<? extends T>> kinds() {
    return Collections.unmodifiableMap(kinds);
  }

  private String nameOf(T value) {
    return kinds.entrySet().stream()
        .filter(kind -> kind.getValue().isInstance(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No name for " + value.getClass()));
  }

  /** Adds reading and writing. */
  SimpleModule in(SimpleModule module) {
    return module.addSerializer(type, new Writer()).addDeserializer(type, new Reader());
  }

  private final class Writer extends StdSerializer<T> {
    Writer() {
      super(type);
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
      out.writeStartObject();
      out.writeStringProperty(tag, nameOf(value));
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        Object part = valueOf(component, value, out);
        if (part != null) {
          out.writeName(component.getName());
          context.writeValue(out, part);
        }
      }
      out.writeEndObject();
    }

    private static @Nullable Object valueOf(
        RecordComponent component, Object whole, JsonGenerator out) {
      try {
        return component.getAccessor().invoke(whole);
      } catch (ReflectiveOperationException e) {
        throw DatabindException.from(out, "no access to " + component, e);
      }
    }
  }

  private final class Reader extends StdDeserializer<T> {
    Reader() {
      super(type);
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
      JsonNode node = context.readTree(in);
      if (!(node instanceof ObjectNode object)) {
        return context.reportInputMismatch(type, "no object");
      }
      JsonNode name = object.remove(tag);
      Class<? extends T> kind =
          name == null || !name.isString() ? null : kinds.get(name.asString());
      if (kind == null) {
        String found = name == null ? "no " + tag : name.asString("no text");
        throw InvalidFormatException.from(in, "no such kind", found, type).prependPath(type, tag);
      }
      return context.readTreeAsValue(object, kind);
    }
  }
}
