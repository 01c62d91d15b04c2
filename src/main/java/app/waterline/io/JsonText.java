package app.waterline.io;

import app.waterline.io.UnreadableFile.Place;
import app.waterline.model.InvalidInput;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * The text of a JSON file: checked token by token before anything is built from it, and searched again
 * for the place of a fault.
 */
record JsonText(String name, String content) {
  private static final String VERSION = "schemaVersion";

  /** Refuses what is no JSON, what breaks a limit, and what a newer program wrote. */
  void requireVersion(int newest) throws UnreadableFile {
    Integer version = null;
    try (JsonParser in = JsonForm.MAPPER.createParser(content)) {
      requireObject(in);
      while (in.nextToken() != null) {
        if (isVersion(in)) {
          version = in.getIntValue();
        }
      }
    } catch (JacksonException e) {
      throw new UnreadableFile(name, placeOf(e.getLocation(), ""), noJson(e));
    }
    requireVersion(version, newest);
  }

  private void requireObject(JsonParser in) throws UnreadableFile {
    JsonToken first = in.nextToken();
    if (first != JsonToken.START_OBJECT) {
      String found = first == null ? "nothing" : first.isStructStart() ? "a list" : in.getString();
      throw new UnreadableFile(
          name,
          placeOf(in.currentTokenLocation(), ""),
          "it holds no object { } [%s]. Choose a .waterline file.".formatted(found));
    }
  }

  private static boolean isVersion(JsonParser in) {
    return in.currentToken() == JsonToken.VALUE_NUMBER_INT
        && in.streamReadContext().getNestingDepth() == 1
        && VERSION.equals(in.currentName());
  }

  private void requireVersion(@Nullable Integer version, int newest) throws UnreadableFile {
    if (version == null || version < 1) {
      throw new UnreadableFile(
          name,
          "it says no schemaVersion [%s]. Choose a file that Waterline wrote, or add \"schemaVersion\": %d."
              .formatted(version == null ? "none" : version, newest));
    }
    if (version > newest) {
      throw new UnreadableFile(
          name,
          nearest("/" + VERSION),
          "a newer Waterline wrote it [schemaVersion %d, this one reads up to %d]. Update the program."
              .formatted(version, newest));
    }
  }

  private static String noJson(JacksonException e) {
    if (e instanceof UnexpectedEndOfInputException) {
      return "it ends in the middle [truncated]. Take an earlier copy of it.";
    }
    if (e instanceof StreamConstraintsException) {
      return "it breaks a limit [%s]. Check that it is the right file.".formatted(firstSentence(e));
    }
    String said = firstSentence(e);
    return said.contains("end-of-input")
        ? "it ends in the middle [truncated]. Take an earlier copy of it."
        : "it is not valid JSON [%s]. Correct that place, or take an earlier copy.".formatted(said);
  }

  private static String firstSentence(JacksonException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("unknown");
  }

  /** Where the value at fault stands; the nearest thing that exists around it, where it is missing. */
  Place place(Fault fault) {
    InvalidInput invalid = fault.invalid();
    String at = fault.pointer().toString();
    if (invalid == null || invalid.input() == null) {
      return nearest(at);
    }
    String key = invalid.input().key();
    Place named =
        find((pointer, in) -> isRefused(pointer, in, at, invalid) && pointer.contains("/" + key));
    Place refused =
        named != null ? named : find((pointer, in) -> isRefused(pointer, in, at, invalid));
    return refused != null ? refused : nearest(at);
  }

  private static boolean isRefused(String pointer, JsonParser in, String at, InvalidInput invalid) {
    return in.currentToken().isNumeric()
        && (pointer.equals(at) || pointer.startsWith(at + "/"))
        && in.getDoubleValue() == invalid.value();
  }

  private Place nearest(String at) {
    Place found = find((pointer, in) -> pointer.equals(at));
    if (found != null) {
      return found;
    }
    return at.isEmpty()
        ? new Place(1, 1, "")
        : nearest(String.valueOf(JsonPointer.compile(at).head()));
  }

  private @Nullable Place find(BiPredicate<String, JsonParser> wanted) {
    try (JsonParser in = JsonForm.MAPPER.createParser(content)) {
      while (in.nextToken() != null) {
        String pointer = in.streamReadContext().pathAsPointer().toString();
        if (isValue(in.currentToken()) && wanted.test(pointer, in)) {
          return placeOf(in.currentTokenLocation(), pointer);
        }
      }
    }
    return null;
  }

  private static boolean isValue(JsonToken token) {
    return token != JsonToken.PROPERTY_NAME && !token.isStructEnd();
  }

  private static Place placeOf(TokenStreamLocation location, String pointer) {
    return new Place(location.getLineNr(), location.getColumnNr(), pointer);
  }
}
