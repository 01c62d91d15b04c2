package app.waterline.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.model.Input;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The published schema, the records and the samples say the same. */
class WorkspaceSchemaTest {
  private static final Path FILE = Path.of("docs/workspace.schema.json");
  private static final Path SAMPLES = Path.of("sample-data");

  private final JsonNode json;
  private final Schema schema;

  WorkspaceSchemaTest() throws IOException {
    String text = Files.readString(FILE);
    json = JsonForm.MAPPER.readTree(text);
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hopper-vs-blackwell.waterline",
        "deepseek-r1-measured.waterline",
        "factory-10mw.waterline"
      })
  void everySampleKeepsTheSchema(String name) throws IOException {
    assertThat(schema.validate(Files.readString(SAMPLES.resolve(name)), InputFormat.JSON))
        .isEmpty();
  }

  /** The catalogue and the lists are of the same form as their parts in a workspace. */
  @Test
  void everyPlatformAndListOfTheCatalogueKeepsTheSchema() throws IOException {
    String sample = Files.readString(SAMPLES.resolve("hopper-vs-blackwell.waterline"));
    var form = (tools.jackson.databind.node.ObjectNode) JsonForm.MAPPER.readTree(sample);
    form.remove("baseline");
    form.set("platforms", tree("catalogue.json").get("platforms"));
    form.set("priceLists", tree("price-lists.json").get("priceLists"));
    assertThat(schema.validate(form.toString(), InputFormat.JSON)).isEmpty();
  }

  private static JsonNode tree(String name) throws IOException {
    return JsonForm.MAPPER.readTree(Files.readString(SAMPLES.resolve(name)));
  }

  @ParameterizedTest
  @EnumSource
  void everyDomainHasTheSameBounds(Input input) {
    String name = RecordIntrospector.nameOf(input);
    JsonNode bounds = json.path("$defs").path(name);
    String low = input.domain().lowIncluded() ? "minimum" : "exclusiveMinimum";
    assertThat(bounds.path(low).asDouble(Double.NaN))
        .as(name)
        .isEqualTo(input.domain().low());
    assertThat(bounds.path("maximum").asDouble(Double.NaN))
        .isEqualTo(input.domain().high());
    assertThat(bounds.path("description").asString()).startsWith(input.label() + " [");
    assertThat(json.toString()).contains("#/$defs/" + name + "\"");
  }

  /** Each object has just the components of its record, and requires what the record requires. */
  @Test
  void everyObjectMirrorsItsRecord() {
    compare(new Shape(WorkspaceForm.class), json, "workspace");
  }

  private void compare(Shape shape, JsonNode at, String where) {
    JsonNode node = resolved(at);
    Class<?> raw = shape.raw();
    Optional<KindJson<?>> kinds = KindJson.of(raw);
    if (kinds.isPresent()) {
      kinds
          .get()
          .kinds()
          .forEach((name, kind) -> compareKind(shape, kinds.get().tag(), kind, name, node));
    } else if (shape.isList()) {
      compare(requireNonNull(shape.child("0", node).orElse(null)), node.path("items"), where);
    } else if (shape.isFigure()) {
      assertThat(node.path("anyOf").size()).as(where).isEqualTo(2);
      compareObject(shape, json.path("$defs").path("figureObject"), where);
    } else if (raw == Map.class || raw.isRecord()) {
      compareObject(shape, node, where);
    } else if (raw.isEnum()) {
      compareConstants(raw, node, where);
    }
  }

  private void compareKind(Shape shape, String tag, Class<?> kind, String name, JsonNode choice) {
    JsonNode object = json.path("$defs").path(name);
    assertThat(choice.path("oneOf").toString()).contains("#/$defs/" + name);
    assertThat(object.path("properties").path(tag).path("const").asString()).isEqualTo(name);
    Map<String, Shape> children =
        shape.children(JsonForm.MAPPER.createObjectNode().put(tag, name));
    assertThat(object.path("properties").propertyNames())
        .containsExactlyElementsOf(children.keySet());
    assertRequired(kind, object, name, List.of(tag));
  }

  private void compareObject(Shape shape, JsonNode node, String where) {
    Map<String, Shape> children = shape.children(node);
    assertThat(node.path("additionalProperties").asBoolean(true)).as(where).isFalse();
    assertThat(node.path("properties").propertyNames())
        .as(where)
        .containsExactlyElementsOf(children.keySet());
    if (shape.raw().isRecord()) {
      assertRequired(shape.isFigure() ? FigureForm.class : shape.raw(), node, where, List.of());
    }
    children.forEach(
        (name, child) -> compare(child, node.path("properties").path(name), where + "/" + name));
  }

  private static void assertRequired(
      Class<?> record, JsonNode node, String where, List<String> more) {
    TreeSet<String> required = new TreeSet<>(more);
    Arrays.stream(record.getRecordComponents())
        .filter(WorkspaceSchemaTest::isRequired)
        .forEach(component -> required.add(component.getName()));
    assertThat(node.path("required").valueStream().map(JsonNode::asString))
        .as(where)
        .containsExactlyInAnyOrderElementsOf(required);
  }

  private static boolean isRequired(RecordComponent component) {
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && !Collection.class.isAssignableFrom(component.getType())
        && !Map.class.isAssignableFrom(component.getType());
  }

  private static void compareConstants(Class<?> raw, JsonNode node, String where) {
    assertThat(node.path("enum").valueStream().map(JsonNode::asString))
        .as(where)
        .containsExactlyElementsOf(Arrays.stream(raw.getEnumConstants())
            .map(constant -> RecordIntrospector.nameOf((Enum<?>) constant))
            .toList());
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : resolved(json.at(reference.substring(1)));
  }

  /** What the reader refuses, the schema refuses too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"utilization\": 1,|\"utilization\": 1.4,",
        "\"utilization\": 1,|\"utilization\": \"1\",",
        "\"utilization\": 1,|",
        "\"powerPrice\": 0.08|\"powerPrise\": 0.08",
        "\"value\": 1.41,|\"value\": 0,",
        "\"type\": \"rental\"|\"type\": \"lease\"",
        "\"FP8\": {|\"FP7\": {",
        "\"powerBasis\": \"utility\"|\"powerBasis\": \"criticalIt\"",
        "\"support\": \"no\", \"on\": false|\"support\": \"no\", \"on\": true",
        "\"date\": \"2026\"|\"date\": \"May 2026\"",
        "\"color\": 0|\"color\": 16",
        "\"schemaVersion\": 1|\"schemaVersion\": 2",
      })
  void refusesWhatTheReaderRefuses(String good, @Nullable String bad) throws IOException {
    String sample = Files.readString(SAMPLES.resolve("hopper-vs-blackwell.waterline"));
    String broken = sample.replace(good, bad == null ? "" : bad);
    assertThat(broken).isNotEqualTo(sample);
    assertThat(schema.validate(broken, InputFormat.JSON)).isNotEmpty();
    assertThat(catchRead(broken)).isInstanceOf(UnreadableFile.class);
  }

  private static @Nullable Throwable catchRead(String text) {
    return org.assertj.core.api.Assertions.catchThrowable(() -> WorkspaceFile.read(
        new java.io.ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        "broken.waterline"));
  }
}
