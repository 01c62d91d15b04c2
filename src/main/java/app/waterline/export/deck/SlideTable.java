package app.waterline.export.deck;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a slide.
 *
 * @param columns from left to right
 * @param rows as many cells each as there are columns
 * @param description in words, for a screen reader
 */
public record SlideTable(List<Column> columns, List<List<Cell>> rows, String description) {
  /**
   * A column.
   *
   * @param heading with the unit
   * @param color the platform's place in the palette; null for no platform
   * @param weight its share of the width
   * @param number whether it holds numbers, which stand at the right
   */
  public record Column(String heading, @Nullable Integer color, double weight, boolean number) {}

  /** How a cell speaks. */
  public enum Tone {
    NORMAL,
    STRONG,
    MUTED,
    /** Says why there is nothing to say. */
    REASON
  }

  /**
   * A cell.
   *
   * @param text what it says
   * @param below a smaller line under it, for example how it relates to the baseline
   * @param better whether that line tells of something better; null for neither
   * @param tone how it speaks
   * @param color the platform's place in the palette, for a swatch; null for none
   */
  public record Cell(
      String text,
      String below,
      @Nullable Boolean better,
      Tone tone,
      @Nullable Integer color) {
    /** Plain text. */
    public static Cell of(String text) {
      return new Cell(text, "", null, Tone.NORMAL, null);
    }

    /** Less important text. */
    public static Cell muted(String text) {
      return new Cell(text, "", null, Tone.MUTED, null);
    }

    /** The figure that a row is about. */
    public static Cell strong(String text) {
      return new Cell(text, "", null, Tone.STRONG, null);
    }

    /** Why there is no figure. */
    public static Cell reason(String text) {
      return new Cell(text, "", null, Tone.REASON, null);
    }

    /** The name of a platform. */
    public static Cell platform(String name, int color) {
      return new Cell(name, "", null, Tone.STRONG, color);
    }
  }

  public SlideTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
