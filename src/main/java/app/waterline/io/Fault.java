package app.waterline.io;

import app.waterline.model.InvalidInput;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
 * @param happened what is wrong; not used for a refusal of the model
 * @param shown what to show in the brackets; null for the value at the pointer
 * @param remedy what to do
 */
record Fault(
    JsonPointer pointer,
    @Nullable InvalidInput invalid,
    String happened,
    @Nullable String shown,
    String remedy) {

  static Fault of(InvalidInput invalid) {
    return new Fault(JsonPointer.empty(), invalid, "", null, "");
  }

  static Fault of(JacksonException e) {
    JsonPointer pointer = pointer(e.getPath());
    InvalidInput invalid = invalidInput(e);
    if (invalid != null) {
      return new Fault(pointer, invalid, "", null, "");
    }
    return switch (e) {
      case UnrecognizedPropertyException unknown -> unknown(pointer, unknown);
      case MismatchedInputException mismatch -> mismatch(pointer, mismatch);
      default -> new Fault(pointer, null, e.getOriginalMessage(), null, "Correct the value.");
    };
  }

  /**
   * What happened, the value in brackets, and what to do.
   *
   * @param found the value at the pointer
   */
  String message(String found) {
    return invalid != null
        ? String.valueOf(invalid.getMessage())
        : "%s [%s]. %s".formatted(happened, shown == null ? found : shown, remedy);
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

  private static Fault unknown(JsonPointer pointer, UnrecognizedPropertyException e) {
    String known =
        e.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return new Fault(
        pointer,
        null,
        "There is no such property",
        e.getPropertyName(),
        "Correct its name or remove it; known here are %s.".formatted(known));
  }

  private static Fault mismatch(JsonPointer pointer, MismatchedInputException e) {
    String said = e.getOriginalMessage();
    if (said.startsWith("Missing required")) {
      return new Fault(
          pointer,
          null,
          "A required property is missing",
          said.split("'", -1)[1],
          "Add it, or correct its name; docs/workspace-format.md says what it means.");
    }
    Class<?> type = e.getTargetType();
    String wanted = type == null ? "another value" : wanted(type);
    String shown = e instanceof InvalidFormatException format && format.getValue() instanceof String
        ? '"' + String.valueOf(format.getValue()) + '"'
        : null;
    return new Fault(pointer, null, "The value has the wrong form", shown, "Write " + wanted + ".");
  }

  /** What a value of the type looks like. */
  static String wanted(Class<?> type) {
    Optional<KindJson<?>> kinds = KindJson.of(type);
    if (kinds.isPresent()) {
      return "an object whose %s is one of %s"
          .formatted(kinds.get().tag(), String.join(", ", kinds.get().kinds().keySet()));
    }
    if (type.isEnum()) {
      return "one of " + constants(type);
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
    return Collection.class.isAssignableFrom(type) ? "a list [ ]" : "an object { }";
  }

  private static String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> RecordIntrospector.nameOf((Enum<?>) constant))
        .collect(Collectors.joining(", "));
  }
}
