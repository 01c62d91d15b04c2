package app.waterline.chart;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colours of charts, from the token files that the window's stylesheets read too.
 *
 * @param tokens colours by name, for example {@code text-muted}
 */
public record ChartTheme(Map<String, Color> tokens) {
  private static final double READABLE = 4.5;
  private static final Pattern TOKEN = Pattern.compile("-wl-([a-z0-9-]+):\\s*(#[0-9A-Fa-f]{6});");

  public ChartTheme {
    tokens = Map.copyOf(tokens);
  }

  public static ChartTheme light() {
    return ofResource("/app/waterline/assets/theme/tokens-light.css");
  }

  public static ChartTheme dark() {
    return ofResource("/app/waterline/assets/theme/tokens-dark.css");
  }

  /**
   * The colour of a token.
   *
   * @throws IllegalArgumentException if the theme has no such token
   */
  public Color token(String name) {
    Color color = tokens.get(name);
    if (color == null) {
      throw new IllegalArgumentException(
          "The theme lacks a colour [%s]. Add -wl-%s to both token files.".formatted(name, name));
    }
    return color;
  }

  /** What a chart stands on. */
  public Color background() {
    return token("card");
  }

  /** The fill of a platform. */
  public Color platform(int index) {
    return token("platform-" + index);
  }

  /** The colour of a platform for letters: as near to its fill as is readable on the background. */
  public Color platformText(int index) {
    Color fill = platform(index);
    Color text = token("text");
    for (int step = 0; step < 20; step++) {
      Color mixed = mix(fill, text, step / 20.0);
      if (contrast(mixed, background()) >= READABLE) {
        return mixed;
      }
    }
    return text;
  }

  /** The edge of a platform's fill, so that a pale one stands out from the background. */
  Color platformEdge(int index) {
    return mix(platform(index), token("text"), 0.25);
  }

  /** Contrast of two colours as the Web Content Accessibility Guidelines 2.2 define it, 1 to 21. */
  public static double contrast(Color one, Color other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** A colour on the way from one to another. */
  public static Color mix(Color from, Color to, double share) {
    return new Color(
        mix(from.getRed(), to.getRed(), share),
        mix(from.getGreen(), to.getGreen(), share),
        mix(from.getBlue(), to.getBlue(), share));
  }

  static Color faded(Color color, double opacity) {
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static ChartTheme ofResource(String path) {
    try (InputStream stream = ChartTheme.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException(
            "The colours are missing [%s]. Build the program again.".formatted(path));
      }
      return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ChartTheme parse(String stylesheet) {
    Map<String, Color> tokens = new HashMap<>();
    Matcher matcher = TOKEN.matcher(stylesheet);
    while (matcher.find()) {
      tokens.put(matcher.group(1), Color.decode(matcher.group(2)));
    }
    return new ChartTheme(tokens);
  }
}
