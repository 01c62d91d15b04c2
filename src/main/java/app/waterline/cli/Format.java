package app.waterline.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** The forms that an evaluation can be written in. */
enum Format {
  TABLE,
  JSON,
  CSV,
  MARKDOWN;

  /** The form of that name. */
  static Format parse(String name) {
    return Arrays.stream(values())
        .filter(each -> each.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(
            "there is no such form [%s]. Use one of %s.".formatted(name, List.of(values()))));
  }

  /** As it is typed, and as the help lists it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
