package app.waterline.chart;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Areas of one label each over a grid of labelled crossings, with edges that cut through the cells where
 * the labels change (marching squares for any number of labels).
 */
final class Regions {
  private static final int CORNERS = 4;

  private final Field field;
  private final double[] xs;
  private final double[] ys;
  private final Map<Integer, Path2D> areas = new HashMap<>();
  private final List<Edge> edges = new ArrayList<>();

  /** Labels at the crossings and where they change between two. */
  interface Field {
    /** What the crossing belongs to. */
    int label(int column, int row);

    /**
     * How far from one crossing to its neighbour the label changes, 0 to 1.
     *
     * @param from column and row
     * @param to column and row
     */
    double change(Crossing from, Crossing to);
  }

  /** A place of the grid. */
  record Crossing(int column, int row) {}

  /** A straight piece of the line between two labels. */
  record Edge(int one, int other, Point2D from, Point2D to) {}

  private record Corner(Crossing place, int label, Point2D at) {}

  /**
   * @param xs place of each column
   * @param ys place of each row
   */
  Regions(Field field, double[] xs, double[] ys) {
    this.field = field;
    this.xs = xs.clone();
    this.ys = ys.clone();
    for (int row = 0; row + 1 < ys.length; row++) {
      row(row);
    }
  }

  /** The area of each label. */
  Map<Integer, Path2D> areas() {
    return Map.copyOf(areas);
  }

  List<Edge> edges() {
    return List.copyOf(edges);
  }

  /** Neighbouring cells of one label become one rectangle. */
  private void row(int row) {
    int begun = 0;
    for (int column = 0; column + 1 < xs.length; column++) {
      if (!isWhole(column, row)) {
        run(begun, column, row);
        begun = column + 1;
        cell(column, row);
      } else if (field.label(begun, row) != field.label(column, row)) {
        run(begun, column, row);
        begun = column;
      }
    }
    run(begun, xs.length - 1, row);
  }

  private boolean isWhole(int column, int row) {
    int label = field.label(column, row);
    return label == field.label(column + 1, row)
        && label == field.label(column, row + 1)
        && label == field.label(column + 1, row + 1);
  }

  private void run(int from, int to, int row) {
    if (from < to) {
      add(
          field.label(from, row),
          List.of(
              new Point2D.Double(xs[from], ys[row]),
              new Point2D.Double(xs[to], ys[row]),
              new Point2D.Double(xs[to], ys[row + 1]),
              new Point2D.Double(xs[from], ys[row + 1])));
    }
  }

  private Corner corner(int column, int row) {
    return new Corner(
        new Crossing(column, row),
        field.label(column, row),
        new Point2D.Double(xs[column], ys[row]));
  }

  private void cell(int column, int row) {
    List<Corner> corners = List.of(
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1));
    List<@Nullable Point2D> crossings = new ArrayList<>();
    int changes = 0;
    int first = 0;
    for (int i = 0; i < CORNERS; i++) {
      Corner from = corners.get(i);
      Corner to = corners.get((i + 1) % CORNERS);
      boolean changed = from.label() != to.label();
      crossings.add(changed ? crossing(from, to) : null);
      changes += changed ? 1 : 0;
      first = changed ? i : first;
    }
    Point2D centre =
        new Point2D.Double((xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2);
    pieces(corners, crossings, changes > 2 ? centre : null, first);
  }

  private Point2D crossing(Corner from, Corner to) {
    double share = Math.clamp(field.change(from.place(), to.place()), 0.0, 1.0);
    return new Point2D.Double(
        from.at().getX() + share * (to.at().getX() - from.at().getX()),
        from.at().getY() + share * (to.at().getY() - from.at().getY()));
  }

  /** Goes once round the cell, from one change to the next. */
  private void pieces(
      List<Corner> corners,
      List<@Nullable Point2D> crossings,
      @Nullable Point2D centre,
      int first) {
    List<Point2D> piece = new ArrayList<>();
    Point2D begin = crossings.get(first);
    for (int step = 1; step <= CORNERS; step++) {
      int place = (first + step) % CORNERS;
      Corner corner = corners.get(place);
      if (piece.isEmpty() && begin != null) {
        piece.add(begin);
      }
      piece.add(corner.at());
      Point2D end = crossings.get(place);
      if (end != null) {
        piece.add(end);
        close(piece, corner, corners.get((place + 1) % CORNERS), begin, end, centre);
        begin = end;
        piece = new ArrayList<>();
      }
    }
  }

  private void close(
      List<Point2D> piece,
      Corner corner,
      Corner next,
      @Nullable Point2D begin,
      Point2D end,
      @Nullable Point2D centre) {
    if (centre != null) {
      piece.add(centre);
      edges.add(new Edge(corner.label(), next.label(), end, centre));
    } else if (begin != null && corner.label() < next.label()) {
      edges.add(new Edge(corner.label(), next.label(), begin, end));
    }
    add(corner.label(), piece);
  }

  private void add(int label, List<Point2D> corners) {
    Path2D area = areas.computeIfAbsent(label, fresh -> new Path2D.Double(Path2D.WIND_NON_ZERO));
    area.moveTo(corners.getFirst().getX(), corners.getFirst().getY());
    corners.stream().skip(1).forEach(corner -> area.lineTo(corner.getX(), corner.getY()));
    area.closePath();
  }
}
