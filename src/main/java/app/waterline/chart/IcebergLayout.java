package app.waterline.chart;

import app.waterline.chart.IcebergChart.Berg;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything of an iceberg picture goes, from what its words need.
 *
 * @param width of the picture
 * @param height of the picture
 * @param pad free at its edges
 * @param water height of the waterline
 * @param notesTop where the notes begin
 * @param perLn thickness of a layer whose factor is e
 * @param beside whether what is quoted stands beside the tips, not over them
 * @param costBeside whether the cost stands beside the ice, under what is quoted, not under the ice
 * @param title in lines
 * @param subtitle in lines
 * @param notes in lines
 * @param titleFont of the title
 * @param nameFont of the platforms
 * @param labelFont of all other words
 * @param noteFont of the notes and of which side of the water is what
 * @param columns one for each platform
 */
record IcebergLayout(
    double width,
    double height,
    double pad,
    double water,
    double notesTop,
    double perLn,
    boolean beside,
    boolean costBeside,
    List<String> title,
    List<String> subtitle,
    List<String> notes,
    Font titleFont,
    Font nameFont,
    Font labelFont,
    Font noteFont,
    List<Column> columns) {
  static final double COST_GAP = 8;

  /**
   * One platform.
   *
   * @param berg what it shows
   * @param outline its ice
   * @param right where its column ends
   * @param name in lines
   * @param quoted each in lines
   * @param quotedX left edge of what is quoted, or its middle where it stands over the tip
   * @param quotedTop its upper edge
   * @param quotedWidth its width
   * @param cost what stands under the ice
   */
  record Column(
      Berg berg,
      BergOutline outline,
      double right,
      List<String> name,
      List<List<String>> quoted,
      double quotedX,
      double quotedTop,
      double quotedWidth,
      List<Block> cost) {}

  /** Lines in one typeface. */
  record Block(List<String> lines, Font font) {
    double height() {
      return lines.size() * lineOf(font);
    }

    static double heightOf(List<Block> blocks) {
      return blocks.stream().mapToDouble(Block::height).sum();
    }

    static double widthOf(List<Block> blocks) {
      return blocks.stream().mapToDouble(Block::width).max().orElse(0);
    }

    private double width() {
      return lines.stream()
          .mapToDouble(line -> Wrapping.widthOf(line, font))
          .max()
          .orElse(0);
    }
  }

  static IcebergLayout of(ChartStyle style, IcebergChart chart, double width, double height) {
    return new IcebergSetting(style, chart, width, height).layout();
  }

  /** Height of a line. */
  static double lineOf(Font font) {
    return Math.ceil(font.getSize2D() * 1.32);
  }

  /** Height of several paragraphs. */
  static double heightOf(List<List<String>> paragraphs, Font font) {
    return paragraphs.stream().mapToInt(List::size).sum() * lineOf(font);
  }

  /** All lines of several texts. */
  static List<String> flat(List<List<String>> paragraphs) {
    List<String> lines = new ArrayList<>();
    paragraphs.forEach(lines::addAll);
    return lines;
  }
}
