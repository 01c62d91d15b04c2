package app.waterline.io.runs;

import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
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

  static TokenStreamFactory json() {
    return JsonFactory.builder()
        .streamReadConstraints(BOUNDS)
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
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

  private final JsonParser parser;
  private final Trees trees;
  private final long linesBefore;
  private final RecordSink sink;
  private long lineOfRecord;

  private TreeFile(JsonParser parser, long linesBefore, RecordSink sink) {
    this.parser = parser;
    this.trees = new Trees(parser, linesBefore);
    this.linesBefore = linesBefore;
    this.sink = sink;
  }

  /**
   * Reads the records up to the first fault, which is told.
   *
   * @param linesBefore lines of the file before the first that the parser sees
   * @return the line of the record that was at fault, where the next line may hold another record; 0
   *     where nothing more can be read
   */
  static long read(Supplier<JsonParser> opened, long linesBefore, RecordSink sink) {
    try (JsonParser parser = opened.get()) {
      return new TreeFile(parser, linesBefore, sink).records();
    }
  }

  private long records() {
    try {
      JsonToken token;
      while ((token = parser.nextToken()) != null) {
        take(token);
      }
      requireClosed();
      return 0;
    } catch (BadRecord fault) {
      sink.fault(fault);
    } catch (JacksonIOException broken) {
      throw broken;
    } catch (JacksonException broken) {
      sink.fault(fault(broken));
    }
    return lineOfRecord;
  }

  private void take(JsonToken token) {
    boolean ofItsOwn = parser.streamReadContext().getNestingDepth() <= 1;
    lineOfRecord = ofItsOwn ? linesBefore + parser.currentTokenLocation().getLineNr() : 0;
    switch (token) {
      case START_OBJECT -> sink.record(trees.read());
      case START_ARRAY -> requireTopLevel();
      case END_ARRAY -> {}
      default ->
        throw new BadRecord(
            null,
            trees.line(),
            "A record must be an object [%s]. Give the tool's result file."
                .formatted(MachineNumber.shortened(parser.getString())));
    }
  }

  private void requireTopLevel() {
    if (parser.streamReadContext().getNestingDepth() > 1) {
      throw new BadRecord(
          null,
          trees.line(),
          "A record must be an object [a list in a list]. Give the tool's result file.");
    }
  }

  private void requireClosed() {
    if (!parser.streamReadContext().inRoot()) {
      throw new BadRecord(
          null,
          trees.line(),
          "The list of records is not closed [end of file]. Copy the file again; it was cut short.");
    }
  }

  private BadRecord fault(JacksonException broken) {
    TokenStreamLocation place = broken.getLocation();
    String reason = broken.getOriginalMessage();
    String first = reason == null ? "" : reason.lines().findFirst().orElse("");
    return new BadRecord(
        null,
        place == null ? 0 : linesBefore + place.getLineNr(),
        "The file is damaged [%s]. Copy it again, or let the tool write it anew."
            .formatted(first.length() > 200 ? first.substring(0, 200) + "…" : first));
  }
}
