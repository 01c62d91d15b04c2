package app.waterline.export.deck;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How much room text takes, measured with the bundled typeface. That is wider than most that presentations
 * use, so what fits here fits there.
 */
final class TextFit {
  static final double LINE = 1.2;
  private static final float MEASURED = 100;
  private static final int REMEMBERED = 0x250;
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final String MORE = "…";
  private static final char NO_BREAK = '\u00a0';
  private static final double SHORT = 0.25;
  private static final Pattern UNIT = Pattern.compile("(?<=\\d) (?=%|[KMBT](?![\\p{L}\\d]))");

  private final Font font;
  private final double safety;
  private final float[] advances = new float[REMEMBERED];

  /**
   * @param font regular or bold
   * @param safety how many times wider text may turn out; 1 for the font that was measured for
   */
  TextFit(Font font, double safety) {
    this.font = font.deriveFont(MEASURED);
    this.safety = safety;
    Arrays.fill(advances, -1);
  }

  /** The width of a text on one line, in points. */
  double width(String text, double size) {
    double width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += advance(text.codePointAt(i));
    }
    return width * size / MEASURED * safety;
  }

  private float advance(int point) {
    if (point >= REMEMBERED) {
      return measured(point);
    }
    if (advances[point] < 0) {
      advances[point] = measured(point);
    }
    return advances[point];
  }

  /** Another font must serve where this one has no such letter: emoji and ideographs are square. */
  private float measured(int point) {
    if (font.canDisplay(point)) {
      return (float) font.getStringBounds(Character.toString(point), CONTEXT).getWidth();
    }
    return point >= 0x1100 ? MEASURED * 1.15f : MEASURED * 0.7f;
  }

  /** The text in lines that are no wider than this; a word too long for a line is broken. */
  List<String> lines(String text, double size, double width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      wrap(paragraph, size, width, lines);
    }
    return lines;
  }

  private void wrap(String paragraph, double size, double width, List<String> lines) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(paragraph);
    StringBuilder line = new StringBuilder();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      String word = paragraph.substring(start, end);
      if (line.length() > 0 && width(line + word.stripTrailing(), size) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      for (String piece : pieces(word, size, width)) {
        if (line.length() > 0 && width(line + piece.stripTrailing(), size) > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(piece);
      }
    }
    lines.add(line.toString());
  }

  private List<String> pieces(String word, double size, double width) {
    if (width(word.stripTrailing(), size) <= width) {
      return List.of(word);
    }
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    word.codePoints().forEach(point -> {
      if (piece.length() > 0 && width(piece + Character.toString(point), size) > width) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.appendCodePoint(point);
    });
    pieces.add(piece.toString());
    return pieces;
  }

  /** The height of a text in lines of this width. */
  double height(String text, double size, double width) {
    return lines(text, size, width).size() * size * LINE;
  }

  /** The largest of the sizes at which the text fits; the last of them where none does. */
  double size(String text, double width, double height, double... sizes) {
    for (double size : sizes) {
      if (height(text, size, width) <= height) {
        return size;
      }
    }
    return sizes[sizes.length - 1];
  }

  /** As much of the text as fits, with an ellipsis where something is left out. */
  String cut(String text, double size, double width, double height) {
    return cut(text, size, width, (int) Math.max(1, Math.floor(height / (size * LINE) + 1e-6)));
  }

  /** As much of the text as fits into so many lines. */
  String cut(String text, double size, double width, int most) {
    List<String> lines = lines(text, size, width);
    if (lines.size() <= most) {
      return text;
    }
    String kept = String.join("", lines.subList(0, most)).stripTrailing();
    while (!kept.isEmpty() && lines(kept + MORE, size, width).size() > most) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1)).stripTrailing();
    }
    return kept + MORE;
  }

  /** Whether the last of several lines is one short word, which looks forgotten. */
  boolean isOrphaned(String text, double size, double width) {
    List<String> lines = lines(text, size, width);
    String last = lines.getLast().strip();
    return lines.size() > 1 && last.indexOf(' ') < 0 && width(last, size) < width * SHORT;
  }

  /** The text with numbers and their percent sign or magnitude held together. */
  static String whole(String text) {
    return UNIT.matcher(text).replaceAll(String.valueOf(NO_BREAK));
  }

  /** The text with its last two words held together. */
  static String joined(String text) {
    int space = text.strip().lastIndexOf(' ');
    return space < 0 ? text : text.substring(0, space) + NO_BREAK + text.substring(space + 1);
  }
}
