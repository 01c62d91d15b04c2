package app.waterline.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Moves labels up and down until none covers another. */
final class Spread {
  private static final double STEP = 4;

  /** Air at both sides; screens set text a little wider than its metrics say. */
  private static final double BESIDE = 8;

  private Spread() {}

  /**
   * A label with the place that it would like.
   *
   * @param text what it says
   * @param color place in the platform palette
   * @param x its left edge
   * @param y its middle
   * @param width its width
   */
  record Label(String text, int color, double x, double y, double width) {
    Label at(double newY) {
      return new Label(text, color, x, newY, width);
    }

    private Rectangle2D around(double height) {
      return new Rectangle2D.Double(x - BESIDE, y - height / 2, width * 1.07 + 2 * BESIDE, height);
    }
  }

  /**
   * The same labels, each as near to its place as the others allow.
   *
   * @param height of a label
   * @param top least middle
   * @param bottom greatest middle
   */
  static List<Label> apart(List<Label> wanted, double height, double top, double bottom) {
    List<Label> sorted = new ArrayList<>(wanted);
    sorted.sort(Comparator.comparingDouble(Label::y));
    List<Label> placed = new ArrayList<>();
    for (Label label : sorted) {
      placed.add(nearestFree(label, placed, height, top, bottom));
    }
    return placed;
  }

  private static Label nearestFree(
      Label label, List<Label> placed, double height, double top, double bottom) {
    for (double away = 0; away <= bottom - top; away += STEP) {
      for (double y : new double[] {label.y() - away, label.y() + away}) {
        Label moved = label.at(y);
        if (y >= top && y <= bottom && isFree(moved, placed, height)) {
          return moved;
        }
      }
    }
    return label.at(Math.clamp(label.y(), top, Math.max(top, bottom)));
  }

  private static boolean isFree(Label label, List<Label> placed, double height) {
    Rectangle2D around = label.around(height);
    return placed.stream().noneMatch(other -> other.around(height).intersects(around));
  }
}
