package app.waterline.chart;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a width. */
final class Wrapping {
  private Wrapping() {}

  /** How wide the text is. */
  static double widthOf(String text, Font font) {
    return ChartFonts.widthOf(text, font);
  }

  /** The lines, none lost; a word that is wider than the width is broken. */
  static List<String> lines(String text, Font font, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (fits(longer, font, width)) {
        line = new StringBuilder(longer);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
      }
      line = new StringBuilder(broken(word, font, width, lines));
    }
    lines.add(line.toString());
    return lines;
  }

  private static String broken(String word, Font font, double width, List<String> lines) {
    String rest = word;
    while (rest.length() > 1 && !fits(rest, font, width)) {
      int end = rest.length() - 1;
      while (end > 1 && !fits(rest.substring(0, end), font, width)) {
        end--;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    return rest;
  }

  private static boolean fits(String text, Font font, double width) {
    return widthOf(text, font) <= width;
  }
}
