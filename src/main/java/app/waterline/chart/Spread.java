package app.waterline.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Moves labels up and down until none covers another. */
final class Spread {
  private Spread() {}

  /** A label with the place that it would like, by its left edge and its middle. */
  record Label(String text, int color, double x, double y) {
    Label at(double newY) {
      return new Label(text, color, x, newY);
    }
  }

  /**
   * The same labels, each as near to its place as the others allow.
   *
   * @param gap least distance of two middles
   * @param top least middle
   * @param bottom greatest middle
   */
  static List<Label> apart(List<Label> wanted, double gap, double top, double bottom) {
    List<Label> placed = new ArrayList<>(wanted);
    placed.sort(Comparator.comparingDouble(Label::y));
    double least = top;
    for (int index = 0; index < placed.size(); index++) {
      placed.set(index, placed.get(index).at(Math.max(least, placed.get(index).y())));
      least = placed.get(index).y() + gap;
    }
    double most = bottom;
    for (int index = placed.size() - 1; index >= 0; index--) {
      placed.set(index, placed.get(index).at(Math.min(most, placed.get(index).y())));
      most = placed.get(index).y() - gap;
    }
    return placed;
  }
}
