package app.waterline.export.deck;

import app.waterline.export.nativechart.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A table laid out for a place: one size of letters, widths, heights, and as many pages as it takes.
 *
 * @param size of the letters, points
 * @param widths of the columns, points
 * @param pages the rows of each page with their heights
 */
record TableSetting(double size, List<Double> widths, Row header, List<List<Row>> pages) {
  static final double SIDE = 8;
  static final double STRONG = 1.2;
  static final double BELOW = 0.8;
  private static final double[] SIZES = {16, 15, 14, 13, 12, 11, 10};
  private static final double HEADER = 0.85;
  private static final int MOST_LINES = 5;
  private static final double REASON = 0.85;
  private static final double TALLEST = 64;

  /**
   * One row.
   *
   * @param cells cut to what fits
   * @param height points
   */
  record Row(List<SlideTable.Cell> cells, double height) {
    private Row stretched(double more) {
      return new Row(cells, Math.max(height, Math.min(TALLEST, height + more)));
    }
  }

  /** The largest letters at which everything fits, if possible with every figure on one line. */
  static TableSetting of(SlideTable table, double width, double height, Look look) {
    List<Attempt> fitting = DoubleStream.of(SIZES)
        .mapToObj(size -> new Attempt(table, width, size, look))
        .filter(attempt -> attempt.height() <= height)
        .toList();
    if (!fitting.isEmpty()) {
      return fitting.stream()
          .filter(Attempt::isUnbroken)
          .findFirst()
          .orElseGet(fitting::getFirst)
          .onOnePage(height);
    }
    return new Attempt(table, width, SIZES[SIZES.length - 1], look).onPages(height);
  }

  /** Figures stand out, and a reason why there is none needs more words than a figure. */
  static double scale(SlideTable.Cell cell) {
    return switch (cell.tone()) {
      case STRONG -> STRONG;
      case REASON -> REASON;
      case NORMAL, MUTED -> 1;
    };
  }

  double headerSize() {
    return Math.max(9, size * HEADER);
  }

  /** One size tried. */
  private static final class Attempt {
    private final SlideTable table;
    private final Look look;
    private final double size;
    private final List<Double> widths;
    private final Row header;
    private final List<Row> rows;

    private Attempt(SlideTable table, double width, double size, Look look) {
      this.table = table;
      this.look = look;
      this.size = size;
      double weights =
          table.columns().stream().mapToDouble(SlideTable.Column::weight).sum();
      this.widths = table.columns().stream()
          .map(column -> width * column.weight() / weights)
          .toList();
      this.header = row(
          table.columns().stream()
              .map(column -> new SlideTable.Cell(
                  column.heading(), "", null, SlideTable.Tone.MUTED, column.color()))
              .toList(),
          Math.max(9, size * HEADER));
      this.rows = table.rows().stream().map(row -> row(row, size)).toList();
    }

    private Row row(List<SlideTable.Cell> cells, double letters) {
      List<SlideTable.Cell> cut = new ArrayList<>();
      double height = 0;
      for (int column = 0; column < cells.size(); column++) {
        SlideTable.Cell cell = cells.get(column);
        double room = widths.get(column) - 2 * SIDE - (cell.color() == null ? 0 : 1);
        boolean strong = cell.tone() == SlideTable.Tone.STRONG;
        double main = letters * scale(cell);
        TextFit fit = strong ? look.bold() : look.regular();
        String text = fit.cut(PlainText.of(cell.text()), main, room, MOST_LINES);
        String below = look.regular().cut(PlainText.of(cell.below()), letters * BELOW, room, 2);
        cut.add(new SlideTable.Cell(text, below, cell.better(), cell.tone(), cell.color()));
        double high = fit.height(text, main, room)
            + (below.isEmpty() ? 0 : look.regular().height(below, letters * BELOW, room));
        height = Math.max(height, high);
      }
      return new Row(List.copyOf(cut), height + letters * 0.7);
    }

    /** Whether no figure is broken over lines. */
    private boolean isUnbroken() {
      for (Row row : rows) {
        for (int column = 0; column < widths.size(); column++) {
          SlideTable.Cell cell = row.cells().get(column);
          boolean figure =
              table.columns().get(column).number() && cell.tone() != SlideTable.Tone.REASON;
          TextFit fit = cell.tone() == SlideTable.Tone.STRONG ? look.bold() : look.regular();
          if (figure
              && fit.width(cell.text(), size * scale(cell)) > widths.get(column) - 2 * SIDE) {
            return false;
          }
        }
      }
      return true;
    }

    private double height() {
      return header.height() + rows.stream().mapToDouble(Row::height).sum();
    }

    private TableSetting onOnePage(double room) {
      double more = rows.isEmpty() ? 0 : (room - height()) / rows.size();
      return new TableSetting(
          size,
          widths,
          header,
          List.of(rows.stream().map(row -> row.stretched(more)).toList()));
    }

    private TableSetting onPages(double room) {
      int count = pages(room).size();
      double even = header.height() + (height() - header.height()) / count;
      List<List<Row>> pages = pages(room);
      for (double most = even; most < room; most += size) {
        List<List<Row>> balanced = pages(most);
        if (balanced.size() == count) {
          pages = balanced;
          break;
        }
      }
      return new TableSetting(size, widths, header, pages);
    }

    private List<List<Row>> pages(double room) {
      List<List<Row>> pages = new ArrayList<>();
      List<Row> page = new ArrayList<>();
      double used = header.height();
      for (Row row : rows) {
        if (!page.isEmpty() && used + row.height() > room) {
          pages.add(List.copyOf(page));
          page.clear();
          used = header.height();
        }
        page.add(row);
        used += row.height();
      }
      pages.add(List.copyOf(page));
      return pages;
    }
  }
}
