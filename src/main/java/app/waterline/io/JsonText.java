package app.waterline.io;

import app.waterline.io.UnreadableFile.Place;
import app.waterline.model.InvalidInput;
import java.math.BigInteger;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * The text of a JSON file: checked token by token before anything is built from it, and searched again
 * for the place of a fault.
 */
record JsonText(String name, String content) {
  private static final String VERSION = "schemaVersion";
  private static final Pattern IN_BRACKETS = Pattern.compile("\\[(.*)]");
  private static final int SHOWN = 60;

  /** Refuses what is no JSON, what breaks a limit, and what a newer program wrote. */
  void requireVersion(int newest) throws UnreadableFile {
    BigInteger version = null;
    try (JsonParser in = JsonForm.MAPPER.createParser(content)) {
      try {
        requireObject(in);
        while (in.nextToken() != null) {
          version = isVersion(in) ? new BigInteger(in.getString()) : version;
        }
      } catch (JacksonException e) {
        throw noJson(e, in);
      }
    }
    requireVersion(version, BigInteger.valueOf(newest));
  }

  private void requireObject(JsonParser in) throws UnreadableFile {
    JsonToken first = in.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw new UnreadableFile(
          name,
          placeOf(in.currentTokenLocation(), ""),
          "it holds no JSON object [%s]. Choose a .waterline file."
              .formatted(first == null ? "nothing" : shown(in)));
    }
  }

  private static boolean isVersion(JsonParser in) {
    return in.currentToken() == JsonToken.VALUE_NUMBER_INT
        && in.streamReadContext().getNestingDepth() == 1
        && VERSION.equals(in.currentName());
  }

  private void requireVersion(@Nullable BigInteger version, BigInteger newest)
      throws UnreadableFile {
    if (version == null || version.signum() < 1) {
      throw new UnreadableFile(
          name,
          nearest("/" + VERSION),
          "it says no schemaVersion [%s]. Choose a file that Waterline wrote, or set schemaVersion to %s."
              .formatted(version == null ? "none" : version, newest));
    }
    if (version.compareTo(newest) > 0) {
      throw new UnreadableFile(
          name,
          nearest("/" + VERSION),
          "a newer Waterline wrote it [schemaVersion %s, this one reads up to %s]. Update the program."
              .formatted(version, newest));
    }
  }

  private UnreadableFile noJson(JacksonException e, JsonParser in) {
    TokenStreamLocation location = e.getLocation() == null ? in.currentLocation() : e.getLocation();
    return new UnreadableFile(
        name, placeOf(location, in.streamReadContext().pathAsPointer().toString()), noJson(e));
  }

  private static String noJson(JacksonException e) {
    String said = e.getOriginalMessage()
        .lines()
        .findFirst()
        .orElse("unknown")
        .replaceFirst(": enable .*", "");
    if (e instanceof StreamConstraintsException) {
      return "it breaks a limit [%s]. Check that it is the right file."
          .formatted(said.replaceFirst(" \\(.*", ""));
    }
    return said.contains("end-of-input") || said.contains("end of input")
        ? "it ends in the middle [truncated]. Take an earlier copy of it."
        : "it is not valid JSON [%s]. Correct that place, or take an earlier copy.".formatted(said);
  }

  /** The file's refusal for a fault, with the place of the value. */
  UnreadableFile refusal(Fault fault) {
    return new UnreadableFile(name, place(fault), fault.message(shown(fault.pointer())));
  }

  /** Where the value at fault stands; the nearest thing that exists around it, where it is missing. */
  private Place place(Fault fault) {
    String at = fault.pointer().toString();
    InvalidInput invalid = fault.invalid();
    Place found = invalid == null
        ? null
        : invalid.input() == null ? bracketed(at, invalid) : refused(at, invalid);
    return found == null ? nearest(at) : found;
  }

  /** The number that an input refused: under the input's name if possible. */
  private @Nullable Place refused(String at, InvalidInput invalid) {
    BiPredicate<String, JsonParser> equal = (pointer, in) -> in.currentToken().isNumeric()
        && (pointer.equals(at) || pointer.startsWith(at + "/"))
        && in.getDoubleValue() == invalid.value();
    String key = "/" + java.util.Objects.requireNonNull(invalid.input()).key();
    Place named = find((pointer, in) -> equal.test(pointer, in) && pointer.contains(key));
    return named != null ? named : find(equal);
  }

  /** The text that a record names in its refusal: right inside it, or anywhere for the workspace. */
  private @Nullable Place bracketed(String at, InvalidInput invalid) {
    Matcher brackets = IN_BRACKETS.matcher(String.valueOf(invalid.getMessage()));
    if (!brackets.find()) {
      return null;
    }
    String text = brackets.group(1).replaceAll("].*", "");
    return find((pointer, in) -> in.currentToken().isScalarValue()
        && (at.isEmpty() ? !pointer.endsWith("/baseline") || isNoId(text) : isChild(pointer, at))
        && in.getString().equals(text));
  }

  private boolean isNoId(String text) {
    return find((pointer, in) ->
            pointer.matches("/platforms/\\d+/id") && in.getString().equals(text))
        == null;
  }

  private static boolean isChild(String pointer, String parent) {
    return pointer.startsWith(parent + "/") && pointer.indexOf('/', parent.length() + 1) < 0;
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

  private String shown(JsonPointer at) {
    StringBuilder shown = new StringBuilder();
    find((pointer, in) -> {
      boolean here = pointer.equals(at.toString());
      shown.append(here ? shown(in) : "");
      return here;
    });
    return shown.isEmpty() ? "nothing" : shown.toString();
  }

  private static String shown(JsonParser in) {
    String text = in.getString();
    String part = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return switch (in.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> '"' + part + '"';
      default -> part;
    };
  }

  private static boolean isValue(JsonToken token) {
    return token != JsonToken.PROPERTY_NAME && !token.isStructEnd();
  }

  private static Place placeOf(TokenStreamLocation location, String pointer) {
    return new Place(
        Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), pointer);
  }
}
