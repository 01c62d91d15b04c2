package app.waterline.chart;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The shape of an iceberg: the same facets at every size, varied by its place so that no two look alike.
 *
 * @param place of the platform, from 0
 * @param middle its vertical axis
 * @param water the height of the water
 * @param tipHalf half its width at the water
 * @param tipHeight how high it stands above the water
 * @param radius half its greatest width below the water
 * @param depth how deep it reaches
 */
record BergOutline(
    int place,
    double middle,
    double water,
    double tipHalf,
    double tipHeight,
    double radius,
    double depth) {
  private static final double[] LEVELS = {0, 0.09, 0.2, 0.35, 0.49, 0.62, 0.74, 0.85, 0.94, 1};
  private static final double[] WIDTHS = {0, 0.94, 1, 1, 0.98, 0.92, 0.82, 0.68, 0.53, 0.36};
  private static final double[] FLAT_LEVELS = {0, 0.22, 0.58, 1};
  private static final double[] FLAT_WIDTHS = {0, 1.02, 0.88, 0.5};

  /** Ice less deep than this share of its radius has room for few facets. */
  private static final double SHALLOW = 0.7;

  /** Ice deeper than this share of its radius has room for all of them. */
  private static final double DEEP = 1.7;

  private static final double[] SPINE = {0.1, 0.02, 0.14, 0.06, 0.17, 0.04, 0.12, -0.02, 0.1, 0.04};
  private static final double[][] RIDGE = {{-1, 0}, {-0.72, 0.52}, {-0.26, 0.7}, {0.04, 1}};
  private static final double[][] SLOPE = {{0.42, 0.62}, {0.77, 0.4}, {1, 0}};
  private static final double ROUGHNESS = 0.05;

  /** The left edge at a height below the water. */
  double left(double y) {
    return middle - at(y, -1);
  }

  /** The right edge at a height below the water. */
  double right(double y) {
    return middle + at(y, 1);
  }

  double bottom() {
    return water + depth;
  }

  private double share(double y) {
    return depth <= 0 ? 0 : Math.clamp((y - water) / depth, 0.0, 1.0);
  }

  /** Shallow ice has few facets, deep ice has many; between the two one form goes over into the other. */
  private double at(double y, int side) {
    double share = share(y);
    double deep = deepness();
    double flat = deep >= 1 ? 0 : profile(share, side, FLAT_LEVELS, FLAT_WIDTHS);
    double full = deep <= 0 ? 0 : profile(share, side, LEVELS, WIDTHS);
    return flat * (1 - deep) + full * deep;
  }

  private double profile(double share, int side, double[] levels, double[] widths) {
    int next = 1;
    while (next < levels.length - 1 && levels[next] < share) {
      next++;
    }
    double way = (share - levels[next - 1]) / (levels[next] - levels[next - 1]);
    double before = width(widths, next - 1, side);
    return before + (width(widths, next, side) - before) * way;
  }

  private double width(double[] widths, int level, int side) {
    return level == 0 ? tipHalf : radius * (widths[level] + rough(level, side));
  }

  /** How far the form has gone from shallow to deep, 0 to 1. */
  private double deepness() {
    double way = Math.clamp((depth / radius - SHALLOW) / (DEEP - SHALLOW), 0.0, 1.0);
    return radius <= 0 ? 0 : way * way * (3 - 2 * way);
  }

  private double[] levels() {
    double deep = deepness();
    return deep <= 0
        ? FLAT_LEVELS
        : deep >= 1
            ? LEVELS
            : DoubleStream.concat(Arrays.stream(FLAT_LEVELS), Arrays.stream(LEVELS))
                .sorted()
                .distinct()
                .toArray();
  }

  /** Between plus and minus {@link #ROUGHNESS}, always the same for the same berg. */
  private double rough(int level, int side) {
    int mixed = (place * 31 + level * 17 + side * 7 + 40) * 2_654_435;
    return ((mixed >>> 7) % 101 / 50.0 - 1) * ROUGHNESS - ROUGHNESS;
  }

  private double spine(double y) {
    double share = share(y) * (SPINE.length - 1);
    int before = (int) Math.min(SPINE.length - 2, Math.floor(share));
    double offset = SPINE[before] + (SPINE[before + 1] - SPINE[before]) * (share - before);
    return middle + radius * offset * (place % 2 == 0 ? 1 : -1);
  }

  /** The ice between two heights below the water. */
  Path2D slice(double from, double to) {
    List<double[]> points = new ArrayList<>();
    for (double y : heights(from, to)) {
      points.add(new double[] {left(y), y});
    }
    for (double y : heights(from, to).reversed()) {
      points.add(new double[] {right(y), y});
    }
    return polygon(points);
  }

  /** The facets of a slice that lie in the shade. */
  Path2D shade(double from, double to) {
    List<double[]> points = new ArrayList<>();
    for (double y : heights(from, to)) {
      points.add(new double[] {spine(y), y});
    }
    for (double y : heights(from, to).reversed()) {
      points.add(new double[] {right(y), y});
    }
    return polygon(points);
  }

  private List<Double> heights(double from, double to) {
    List<Double> heights = new ArrayList<>();
    heights.add(from);
    for (double level : levels()) {
      double y = water + level * depth;
      if (y > from + 0.5 && y < to - 0.5) {
        heights.add(y);
      }
    }
    heights.add(to);
    return heights;
  }

  /** All that stands above the water. */
  Path2D tip() {
    List<double[]> points = new ArrayList<>();
    for (double[] each : RIDGE) {
      points.add(above(each));
    }
    for (double[] each : SLOPE) {
      points.add(above(each));
    }
    return polygon(points);
  }

  /** The side of the tip that lies in the shade. */
  Path2D tipShade() {
    List<double[]> points = new ArrayList<>();
    points.add(above(RIDGE[RIDGE.length - 1]));
    for (double[] each : SLOPE) {
      points.add(above(each));
    }
    points.add(above(new double[] {0.16, 0}));
    return polygon(points);
  }

  /** The facet in the shade that lies lower, and darker. */
  Path2D tipDeepShade() {
    return polygon(
        List.of(above(SLOPE[0]), above(SLOPE[1]), above(SLOPE[2]), above(new double[] {0.62, 0})));
  }

  /** The facet that lies half in the light. */
  Path2D tipHalfLight() {
    return polygon(
        List.of(above(RIDGE[0]), above(RIDGE[1]), above(RIDGE[2]), above(new double[] {-0.42, 0})));
  }

  private double[] above(double[] share) {
    double side = place % 2 == 0 ? 1 : -1;
    double lean = share[1] > 0 && share[1] < 1 ? rough((int) (share[1] * 50), 1) : 0;
    return new double[] {middle + side * tipHalf * (share[0] + lean), water - tipHeight * share[1]};
  }

  private static Path2D polygon(List<double[]> points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points.getFirst()[0], points.getFirst()[1]);
    points.stream().skip(1).forEach(point -> path.lineTo(point[0], point[1]));
    path.closePath();
    return path;
  }
}
