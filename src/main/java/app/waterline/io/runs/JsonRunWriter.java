package app.waterline.io.runs;

import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON array with one object a line. */
public final class JsonRunWriter implements RunWriter {
  private final JsonGenerator json;

  public JsonRunWriter(Writer out) {
    json = JsonFactory.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .build()
        .createGenerator(ObjectWriteContext.empty(), out);
    json.writeStartArray();
  }

  @Override
  public void write(RunOutcome outcome) {
    json.writeRaw("\n  ");
    json.writeStartObject();
    for (Map.Entry<String, @Nullable Object> entry : Exported.of(outcome).entrySet()) {
      json.writeName(entry.getKey());
      value(entry.getValue());
    }
    json.writeEndObject();
  }

  private void value(@Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case String text -> json.writeString(text);
      case Boolean flag -> json.writeBoolean(flag);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> number(number);
      case List<?> texts -> texts(texts);
      default -> throw new IllegalStateException("No form for " + value.getClass());
    }
  }

  /** JSON has no infinity; the reason of a run that holds one says so. */
  private void number(double number) {
    if (Double.isFinite(number)) {
      json.writeNumber(number);
    } else {
      json.writeString(Double.toString(number));
    }
  }

  private void texts(List<?> texts) {
    json.writeStartArray();
    texts.forEach(text -> json.writeString(String.valueOf(text)));
    json.writeEndArray();
  }

  @Override
  public void close() {
    json.writeRaw("\n");
    json.writeEndArray();
    json.writeRaw("\n");
    json.close();
  }
}
