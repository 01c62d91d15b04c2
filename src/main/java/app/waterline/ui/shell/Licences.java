package app.waterline.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The licences of the libraries inside, as the build collected them from their own descriptions. */
final class Licences {
  private static final String RESOURCE = "/app/waterline/licences/licences.txt";

  private Licences() {}

  /** A line for each library: name, version, licence. Empty where the build did not collect them. */
  static String ofLibraries() {
    try (InputStream in = Licences.class.getResourceAsStream(RESOURCE)) {
      return in == null ? "" : sorted(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static String sorted(String lines) {
    return lines
        .lines()
        .filter(line -> !line.isBlank())
        .map(String::strip)
        .distinct()
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .collect(Collectors.joining("\n"));
  }
}
