package app.waterline.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG 2.2, 1.4.3: text on what lies below it has at least 4.5 : 1; lines and marks 3 : 1 (1.4.11). */
class ContrastTest {
  private static final Pattern TOKEN = Pattern.compile("-wl-([a-z0-9-]+): (#[0-9A-F]{6})");
  private static final List<String> TEXT =
      List.of("text", "text-muted", "accent", "better", "worse", "error");
  private static final List<String> GROUND =
      List.of("canvas", "panel", "card", "raised", "field", "hover");

  @ParameterizedTest
  @ValueSource(strings = {"tokens-light.css", "tokens-dark.css"})
  void textCanBeReadOnEveryGround(String file) throws IOException {
    Map<String, Color> tokens = tokens(file);
    for (String text : TEXT) {
      for (String ground : GROUND) {
        assertContrast(tokens, text, ground, 4.5);
      }
    }
    for (String soft : List.of("accent", "better", "worse")) {
      assertContrast(tokens, soft, soft + "-soft", 4.5);
      assertContrast(tokens, "text", soft + "-soft", 4.5);
    }
    assertContrast(tokens, "text-on-accent", "accent", 4.5);
    assertContrast(tokens, "text", "sky-high", 4.5);
    assertContrast(tokens, "text", "sky-low", 4.5);
    // What has the keyboard is framed in the accent.
    GROUND.forEach(ground -> assertContrast(tokens, "accent", ground, 3));
  }

  private static void assertContrast(
      Map<String, Color> tokens, String text, String ground, double least) {
    assertThat(contrast(requireNonNull(tokens.get(text)), requireNonNull(tokens.get(ground))))
        .as("%s on %s", text, ground)
        .isGreaterThanOrEqualTo(least);
  }

  private static Map<String, Color> tokens(String file) throws IOException {
    Map<String, Color> tokens = new HashMap<>();
    Matcher found = TOKEN.matcher(Files.readString(Path.of("assets/theme", file)));
    while (found.find()) {
      tokens.put(found.group(1), Color.web(found.group(2)));
    }
    return tokens;
  }

  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
