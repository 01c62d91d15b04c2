package app.waterline.io;

import app.waterline.model.Answer;
import app.waterline.model.CapabilityState;
import app.waterline.model.Distribution;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.OperatingPoint;
import app.waterline.model.PriceList;
import app.waterline.model.QuotedPeak;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How the records of the model look in a file, and the limits that a file must keep. */
final class JsonForm {
  /** Largest file that is read or written, bytes. */
  static final int MAX_BYTES = 64 << 20;

  /** Deepest nesting of objects and lists; a workspace needs 7. */
  static final int MAX_DEPTH = 32;

  /** Longest text, characters. */
  static final int MAX_TEXT = 1 << 20;

  private static final Separators SEPARATORS = Separators.createDefaultInstance()
      .withObjectNameValueSpacing(Separators.Spacing.AFTER)
      .withObjectEmptySeparator("")
      .withArrayEmptySeparator("");

  private static final JsonMapper ONE_LINE_MAPPER =
      builder(oneLinePrinter()).addModule(values("values")).build();

  /** Writes two spaces of indent, and the smallest units of meaning on one line each. */
  static final JsonMapper MAPPER =
      builder(indentingPrinter()).addModule(oneLine(values("lines"), leaves())).build();

  private JsonForm() {}

  private static JsonMapper.Builder builder(PrettyPrinter printer) {
    return JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(limits())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build())
        .annotationIntrospector(new RecordIntrospector())
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
        .enable(SerializationFeature.INDENT_OUTPUT)
        .defaultPrettyPrinter(printer);
  }

  private static StreamReadConstraints limits() {
    return StreamReadConstraints.builder()
        .maxDocumentLength(MAX_BYTES)
        .maxNestingDepth(MAX_DEPTH)
        .maxStringLength(MAX_TEXT)
        .maxNameLength(1000)
        .maxNumberLength(100)
        .build();
  }

  private static PrettyPrinter indentingPrinter() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(SEPARATORS)
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  private static PrettyPrinter oneLinePrinter() {
    Separators spaced = SEPARATORS
        .withObjectEntrySpacing(Separators.Spacing.AFTER)
        .withArrayElementSpacing(Separators.Spacing.AFTER);
    DefaultPrettyPrinter.Indenter none = DefaultPrettyPrinter.NopIndenter.instance();
    return new DefaultPrettyPrinter(spaced).withObjectIndenter(none).withArrayIndenter(none);
  }

  private static List<Class<?>> leaves() {
    return List.of(
        Figure.class,
        Evidence.class,
        OperatingPoint.class,
        PriceList.Entry.class,
        CapabilityState.class,
        Answer.class,
        Distribution.class,
        QuotedPeak.class);
  }

  private static SimpleModule values(String name) {
    SimpleModule module = new SimpleModule(name)
        .addSerializer(Double.class, new Numbers())
        .addSerializer(Double.TYPE, new Numbers())
        .addSerializer(Figure.class, new FigureWriter())
        .addDeserializer(Figure.class, new FigureReader());
    return KindJson.DISTRIBUTION.in(KindJson.PRICING.in(module));
  }

  private static SimpleModule oneLine(SimpleModule module, List<Class<?>> types) {
    types.forEach(type -> module.addSerializer(new OneLine(type)));
    return module;
  }

  /** A value that is written on one line, so that two versions of a file differ by whole values. */
  private static final class OneLine extends StdSerializer<Object> {
    OneLine(Class<?> type) {
      super(type);
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      out.writeRawValue(ONE_LINE_MAPPER.writeValueAsString(value));
    }
  }

  /** Shortest digits that give the same number back, without an exponent where people need none. */
  private static final class Numbers extends StdSerializer<Double> {
    Numbers() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializationContext context) {
      BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
      double size = Math.abs(value);
      boolean plain = size == 0 || (size >= 1e-6 && size < 1e16);
      out.writeNumber(plain ? shortest.toPlainString() : shortest.toString());
    }
  }

  private static final class FigureWriter extends StdSerializer<Figure> {
    FigureWriter() {
      super(Figure.class);
    }

    @Override
    public void serialize(Figure figure, JsonGenerator out, SerializationContext context) {
      context.writeValue(out, FigureForm.of(figure));
    }
  }

  /** A bare number is a figure too: the user's own assumption. */
  private static final class FigureReader extends StdDeserializer<Figure> {
    FigureReader() {
      super(Figure.class);
    }

    @Override
    public Figure deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken().isNumeric()) {
        return new Figure(in.getDoubleValue(), Evidence.assumption(WorkspaceFile.WITHOUT_A_SOURCE));
      }
      return context.readValue(in, FigureForm.class).figure();
    }
  }
}
