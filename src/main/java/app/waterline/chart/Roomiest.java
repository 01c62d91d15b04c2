package app.waterline.chart;

/** Where a label has most room inside the area of its own. */
final class Roomiest {
  private final Regions.Field field;
  private final int width;
  private final int height;
  private final int[] reach;

  /**
   * A place.
   *
   * @param column of the grid
   * @param row of the grid
   * @param reach crossings to the nearest that belongs to another, up and down; 0 for no such area
   * @param reachAcross the same to the left and to the right
   */
  record Spot(int column, int row, int reach, int reachAcross) {}

  Roomiest(Regions.Field field, int width, int height) {
    this.field = field;
    this.width = width;
    this.height = height;
    this.reach = new int[width * height];
    distances();
  }

  /** Steps to the nearest crossing of another label or the edge, forwards and back. */
  private void distances() {
    for (int i = 0; i < reach.length; i++) {
      int column = i % width;
      int row = i / width;
      reach[i] = 1 + Math.min(near(column - 1, row, i), near(column, row - 1, i));
    }
    for (int i = reach.length - 1; i >= 0; i--) {
      int column = i % width;
      int row = i / width;
      int back = 1 + Math.min(near(column + 1, row, i), near(column, row + 1, i));
      reach[i] = Math.min(reach[i], back);
    }
  }

  private int near(int column, int row, int from) {
    boolean inside = column >= 0 && row >= 0 && column < width && row < height;
    return inside && label(column, row) == label(from % width, from / width)
        ? reach[row * width + column]
        : 0;
  }

  private int label(int column, int row) {
    return field.label(column, row);
  }

  Spot of(int label) {
    int best = -1;
    for (int i = 0; i < reach.length; i++) {
      if (label(i % width, i / width) == label && (best < 0 || reach[i] > reach[best])) {
        best = i;
      }
    }
    return best < 0
        ? new Spot(0, 0, 0, 0)
        : new Spot(best % width, best / width, reach[best], across(best, label));
  }

  private int across(int place, int label) {
    int column = place % width;
    int row = place / width;
    int free = 0;
    while (column - free > 0
        && column + free < width - 1
        && label(column - free - 1, row) == label
        && label(column + free + 1, row) == label) {
      free++;
    }
    return free;
  }
}
