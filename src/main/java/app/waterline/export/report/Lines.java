package app.waterline.export.report;

import app.waterline.chart.ChartFonts;
import app.waterline.export.file.PlainText;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** Text in lines that fit. */
final class Lines {
  private Lines() {}

  static double width(String text, Font font, Graphics2D graphics) {
    return ChartFonts.widthOf(text, font);
  }

  /** The text, or as much of it as fits with an ellipsis. */
  static String cut(String text, Font font, Graphics2D graphics, double room) {
    String plain = PlainText.of(text).replaceAll("\\s+", " ");
    if (width(plain, font, graphics) <= room) {
      return plain;
    }
    int end = plain.length();
    while (end > 1 && width(plain.substring(0, end) + "…", font, graphics) > room) {
      end = plain.offsetByCodePoints(end, -1);
    }
    return plain.substring(0, end).stripTrailing() + "…";
  }

  /** The text in at most so many lines; the last is cut. */
  static List<String> wrapped(String text, Font font, Graphics2D graphics, double room, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : PlainText.of(text).split("\\s+", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      boolean fits = width(longer, font, graphics) <= room;
      if (fits || line.isEmpty() || lines.size() == most - 1) {
        line.setLength(0);
        line.append(longer);
      } else {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      }
    }
    lines.add(cut(line.toString(), font, graphics, room));
    return lines;
  }
}
