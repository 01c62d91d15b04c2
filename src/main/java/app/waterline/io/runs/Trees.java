package app.waterline.io.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Turns the tokens of one JSON or YAML object into a bounded tree: long texts, long lists of leaves,
 * lists of lists and the keys under which tools keep single requests are skipped as they stream by,
 * so that a file of any size is read in constant memory and no request text is kept.
 */
final class Trees {
  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_LEAVES = 64;
  private static final int MOST_NODES = 200_000;
  private static final int DEEPEST = 100;

  /** Lists of single requests, of time slices, and of a server's inner state. */
  private static final Set<String> SKIPPED_LISTS = Set.of(
      "itls",
      "ttfts",
      "input_lens",
      "output_lens",
      "generated_texts",
      "errors",
      "start_times",
      "internal_states",
      "successful",
      "errored",
      "incomplete",
      "request_samples",
      "cumulative_distribution_function",
      "pdf",
      "series",
      "timeslices");

  private static final List<String> UNREAD_STATISTICS =
      List.of("std_", "p75_", "p90_", "p95_", "p99.9_");

  private final JsonParser parser;
  private final long linesBefore;
  private int nodes;

  /**
   * @param linesBefore lines of the file before the first that the parser sees
   */
  Trees(JsonParser parser, long linesBefore) {
    this.parser = parser;
    this.linesBefore = linesBefore;
  }

  /** The line that the parser has come to, from 1. */
  long line() {
    return linesBefore + parser.currentLocation().getLineNr();
  }

  /** The object that the parser has just entered. */
  Fields read() {
    nodes = 0;
    return object(0);
  }

  private Fields object(int depth) {
    long line = linesBefore + parser.currentTokenLocation().getLineNr();
    Map<String, Object> values = new LinkedHashMap<>();
    String name;
    while ((name = parser.nextName()) != null) {
      JsonToken token = next();
      if (isSkipped(name, token)) {
        parser.skipChildren();
        continue;
      }
      Object value = value(token, depth + 1);
      if (value != null) {
        values.putIfAbsent(name.strip(), value);
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT) {
      throw cutShort();
    }
    return new Fields(values, line);
  }

  /** Spreads and percentiles that no reader asks for are half of a published row. */
  private static boolean isSkipped(String name, JsonToken token) {
    return token == JsonToken.START_ARRAY
        ? SKIPPED_LISTS.contains(name)
        : token == JsonToken.VALUE_NUMBER_FLOAT && isUnread(name);
  }

  private static boolean isUnread(String name) {
    for (String statistic : UNREAD_STATISTICS) {
      if (name.startsWith(statistic)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Object value(JsonToken token, int depth) {
    count(depth);
    return switch (token) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> list(depth);
      case VALUE_STRING -> text();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private @Nullable String text() {
    if (parser.getStringLength() > LONGEST_TEXT) {
      return null;
    }
    return parser.getString();
  }

  private List<Object> list(int depth) {
    List<Object> items = new ArrayList<>();
    JsonToken token;
    while ((token = next()) != JsonToken.END_ARRAY) {
      if (token == JsonToken.START_ARRAY
          || (items.size() >= MOST_LEAVES && token.isScalarValue())) {
        parser.skipChildren();
        continue;
      }
      Object value = value(token, depth + 1);
      if (value != null) {
        items.add(value);
      }
    }
    return items;
  }

  private JsonToken next() {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw cutShort();
    }
    return token;
  }

  private BadRecord cutShort() {
    return new BadRecord(
        null,
        line(),
        "The file ends in the middle of a record [line %d]. Copy it again; it was cut short."
            .formatted(line()));
  }

  private void count(int depth) {
    if (++nodes > MOST_NODES || depth > DEEPEST) {
      throw new BadRecord(
          null,
          line(),
          "A record is too large or too deep to be a summary [more than %,d values or %d levels]. Give the tool's summary file instead."
              .formatted(MOST_NODES, DEEPEST));
    }
  }
}
