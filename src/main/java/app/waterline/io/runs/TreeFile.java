package app.waterline.io.runs;

import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * JSON and YAML: one object, an array of them, or one a line. Bare {@code Infinity} and {@code NaN}
 * are taken, as SGLang writes them.
 */
final class TreeFile {
  /** Skipped texts may be of any length; one that is kept is cut off far below these bounds. */
  private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
      .maxNestingDepth(500)
      .maxNameLength(10_000)
      .maxNumberLength(1_000)
      .maxStringLength(10_000_000)
      .maxDocumentLength(-1)
      .build();

  private TreeFile() {}

  static TokenStreamFactory json() {
    return JsonFactory.builder()
        .streamReadConstraints(BOUNDS)
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .build();
  }

  static TokenStreamFactory yaml() {
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    return YAMLFactory.builder()
        .streamReadConstraints(BOUNDS)
        .loadSettings(settings)
        .build();
  }

  /** Reads all records; a fault ends the file, because nothing after it can be trusted. */
  static void read(Supplier<JsonParser> opened, RecordSink sink) {
    try (JsonParser parser = opened.get()) {
      Trees trees = new Trees(parser);
      JsonToken token;
      while ((token = parser.nextToken()) != null) {
        take(token, parser, trees, sink);
      }
      requireClosed(parser);
    } catch (BadRecord fault) {
      sink.fault(fault);
    } catch (JacksonIOException broken) {
      throw broken;
    } catch (JacksonException broken) {
      sink.fault(fault(broken));
    }
  }

  private static void take(JsonToken token, JsonParser parser, Trees trees, RecordSink sink) {
    switch (token) {
      case START_OBJECT -> sink.record(trees.read());
      case START_ARRAY -> requireTopLevel(parser);
      case END_ARRAY -> {}
      default ->
        throw new BadRecord(
            null,
            parser.currentTokenLocation().getLineNr(),
            "A record must be an object [%s]. Give the tool's result file."
                .formatted(MachineNumber.shortened(parser.getString())));
    }
  }

  private static void requireTopLevel(JsonParser parser) {
    if (parser.streamReadContext().getNestingDepth() > 1) {
      throw new BadRecord(
          null,
          parser.currentTokenLocation().getLineNr(),
          "A record must be an object [a list in a list]. Give the tool's result file.");
    }
  }

  private static void requireClosed(JsonParser parser) {
    if (!parser.streamReadContext().inRoot()) {
      throw new BadRecord(
          null,
          parser.currentLocation().getLineNr(),
          "The list of records is not closed [end of file]. Copy the file again; it was cut short.");
    }
  }

  private static BadRecord fault(JacksonException broken) {
    TokenStreamLocation place = broken.getLocation();
    String reason = broken.getOriginalMessage();
    String first = reason == null ? "" : reason.lines().findFirst().orElse("");
    return new BadRecord(
        null,
        place == null ? 0 : place.getLineNr(),
        "The file is damaged [%s]. Copy it again, or let the tool write it anew."
            .formatted(first.length() > 200 ? first.substring(0, 200) + "…" : first));
  }
}
