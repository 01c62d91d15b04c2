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
    while (rest.codePointCount(0, rest.length()) > 1 && !fits(rest, font, width)) {
      int end = rest.length() - 1;
      while (end > 1 && (splits(rest, end) || !fits(rest.substring(0, end), font, width))) {
        end--;
      }
      end += splits(rest, end) ? 1 : 0;
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    return rest;
  }

  /** Whether a break there would cut a letter in two. */
  private static boolean splits(String text, int at) {
    return at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  /** At most so many lines, the last of them with an ellipsis where something is left out. */
  static List<String> lines(String text, Font font, double width, int most) {
    List<String> all = lines(text, font, width);
    if (all.size() <= most) {
      return all;
    }
    List<String> kept = new ArrayList<>(all.subList(0, most));
    String last = kept.removeLast();
    while (!last.isEmpty() && !fits(last + "…", font, width)) {
      last = last.substring(0, last.offsetByCodePoints(last.length(), -1)).stripTrailing();
    }
    kept.add(last + "…");
    return kept;
  }

  private static boolean fits(String text, Font font, double width) {
    return widthOf(text, font) <= width;
  }
}
