package app.waterline.io;

import app.waterline.model.Pricing;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** The three kinds of pricing, told apart by {@code type}: a fixed list, never a class name. */
final class PricingJson {
  static final String TYPE = "type";

  /** The kinds by their name in the file. */
  static final Map<String, Class<? extends Pricing>> KINDS = kinds();

  private PricingJson() {}

  private static Map<String, Class<? extends Pricing>> kinds() {
    Map<String, Class<? extends Pricing>> kinds = new LinkedHashMap<>();
    kinds.put("rental", Pricing.Rental.class);
    kinds.put("owned", Pricing.Owned.class);
    kinds.put("hostedApi", Pricing.HostedApi.class);
    return java.util.Collections.unmodifiableMap(kinds);
  }

  private static String typeOf(Pricing pricing) {
    return switch (pricing) {
      case Pricing.Rental rental -> "rental";
      case Pricing.Owned owned -> "owned";
      case Pricing.HostedApi api -> "hostedApi";
    };
  }

  static final class Writer extends StdSerializer<Pricing> {
    Writer() {
      super(Pricing.class);
    }

    @Override
    public void serialize(Pricing pricing, JsonGenerator out, SerializationContext context) {
      out.writeStartObject();
      out.writeStringProperty(TYPE, typeOf(pricing));
      for (RecordComponent component : pricing.getClass().getRecordComponents()) {
        Object value = valueOf(component, pricing, out);
        if (value != null) {
          out.writeName(component.getName());
          context.writeValue(out, value);
        }
      }
      out.writeEndObject();
    }

    private static @Nullable Object valueOf(
        RecordComponent component, Pricing pricing, JsonGenerator out) {
      try {
        return component.getAccessor().invoke(pricing);
      } catch (ReflectiveOperationException e) {
        throw DatabindException.from(out, "no access to " + component, e);
      }
    }
  }

  static final class Reader extends StdDeserializer<Pricing> {
    Reader() {
      super(Pricing.class);
    }

    @Override
    public Pricing deserialize(JsonParser in, DeserializationContext context) {
      JsonNode node = context.readTree(in);
      if (!(node instanceof ObjectNode object)) {
        return context.reportInputMismatch(Pricing.class, "no object");
      }
      JsonNode type = object.remove(TYPE);
      Class<? extends Pricing> kind =
          type == null || !type.isString() ? null : KINDS.get(type.asString());
      if (kind == null) {
        String found = type == null ? "no type" : type.asString("no text");
        throw InvalidFormatException.from(in, "no such type", found, Pricing.class)
            .prependPath(Pricing.class, TYPE);
      }
      return context.readTreeAsValue(object, kind);
    }
  }
}
