package app.waterline.io;

import app.waterline.model.InvalidInput;
import app.waterline.model.Pricing;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What is wrong with a value, in the user's words.
 *
 * @param pointer the value at fault, or the object that holds it
 * @param invalid the refusal of the model; null where the form is wrong
 * @param message what happened, the value in brackets, and what to do
 */
record Fault(JsonPointer pointer, @Nullable InvalidInput invalid, String message) {

  static Fault of(InvalidInput invalid) {
    return new Fault(JsonPointer.empty(), invalid, String.valueOf(invalid.getMessage()));
  }

  static Fault of(JacksonException e) {
    JsonPointer pointer = pointer(e.getPath());
    InvalidInput invalid = invalidInput(e);
    return invalid != null
        ? new Fault(pointer, invalid, String.valueOf(invalid.getMessage()))
        : new Fault(pointer, null, wrongForm(e));
  }

  private static JsonPointer pointer(List<JacksonException.Reference> path) {
    JsonPointer pointer = JsonPointer.empty();
    for (JacksonException.Reference step : path) {
      String name = step.getPropertyName();
      pointer = name == null ? pointer.appendIndex(step.getIndex()) : pointer.appendProperty(name);
    }
    return pointer;
  }

  private static @Nullable InvalidInput invalidInput(Throwable e) {
    Throwable cause = e;
    while (cause != null && !(cause instanceof InvalidInput)) {
      cause = cause.getCause();
    }
    return (InvalidInput) cause;
  }

  private static String wrongForm(JacksonException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown -> unknown(unknown);
      case InvalidFormatException format -> noSuchChoice(format);
      case MismatchedInputException mismatch -> mismatch(mismatch);
      default -> "%s. Correct the value.".formatted(e.getOriginalMessage());
    };
  }

  private static String unknown(UnrecognizedPropertyException e) {
    String known =
        e.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "There is no such property [%s]. Correct its name or remove it; known here are %s."
        .formatted(e.getPropertyName(), known);
  }

  private static String noSuchChoice(InvalidFormatException e) {
    Class<?> type = e.getTargetType();
    return "This is no %s [%s]. Write %s."
        .formatted(subject(type), e.getValue() == null ? "nothing" : e.getValue(), wanted(type));
  }

  private static String mismatch(MismatchedInputException e) {
    String said = e.getOriginalMessage();
    if (said.startsWith("Missing required")) {
      return "A required property is missing [%s]. Add it; docs/workspace-format.md says what it means."
          .formatted(said.split("'", -1)[1]);
    }
    Class<?> type = e.getTargetType();
    return "The value has the wrong form [%s]. Write %s."
        .formatted(found(said), type == null ? "another one" : wanted(type));
  }

  private static String found(String said) {
    String text = said.toLowerCase(java.util.Locale.ROOT);
    for (String kind :
        List.of("string", "boolean", "null", "array", "object", "float", "integer")) {
      if (text.contains(kind + " value") || text.contains("from " + kind)) {
        return kind;
      }
    }
    return said;
  }

  private static String subject(Class<?> type) {
    return type == Pricing.class
        ? "type of pricing"
        : type.isEnum() ? "known choice" : type.getSimpleName();
  }

  private static String wanted(Class<?> type) {
    if (type == Pricing.class) {
      return "type as one of " + String.join(", ", PricingJson.KINDS.keySet());
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> RecordIntrospector.nameOf((Enum<?>) constant))
              .collect(Collectors.joining(", "));
    }
    if (type == int.class || type == Integer.class) {
      return "a whole number, without quotes";
    }
    if (type == double.class || type == Double.class) {
      return "a number, without quotes";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "text in double quotes";
    }
    return java.util.Collection.class.isAssignableFrom(type) ? "a list [ ]" : "an object { }";
  }
}
