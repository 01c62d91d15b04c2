package app.waterline.engine.why;

import app.waterline.model.InvalidInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much of the uncertainty of a figure comes from one input.
 *
 * @param lever the input
 * @param first share of the variance that would go if the input alone were known
 * @param total share of the variance that would stay if all but the input were known
 */
public record Importance(Lever lever, double first, double total) {
  /**
   * @param draws of the levers, in their order
   */
  static Outcome<List<Importance>> of(
      List<Lever> levers, Draws draws, CostFunction figure, int size) {
    if (size < 2) {
      throw new InvalidInput(
          "Sensitivity indices need 2 pairs of draws at least [%d].".formatted(size));
    }
    Sums sums = new Sums(levers.size());
    draws.eachPair(size, (first, second) -> sums.add(figure, first, second));
    return sums.indices(levers);
  }

  /** Sums over the pairs; the mean is taken off as they come, so that no digits are lost. */
  private static final class Sums {
    private final double[] first;
    private final double[] total;
    private final double[] mixed;
    private double count;
    private double mean;
    private double squares;
    private double seen;

    Sums(int levers) {
      first = new double[levers];
      total = new double[levers];
      mixed = new double[levers];
    }

    void add(CostFunction figure, double[] a, double[] b) {
      double atA = figure.at(a);
      double atB = figure.at(b);
      double[] atMixed = mixed.clone();
      boolean complete = !Double.isNaN(atA) && !Double.isNaN(atB);
      double[] point = a.clone();
      for (int i = 0; i < mixed.length && complete; i++) {
        point[i] = b[i];
        atMixed[i] = figure.at(point);
        point[i] = a[i];
        complete = !Double.isNaN(atMixed[i]);
      }
      if (complete) {
        count++;
        spread(atA);
        spread(atB);
        for (int i = 0; i < mixed.length; i++) {
          first[i] += atB * (atMixed[i] - atA);
          total[i] += (atA - atMixed[i]) * (atA - atMixed[i]);
        }
      }
    }

    private void spread(double value) {
      seen++;
      double off = value - mean;
      mean += off / seen;
      squares += off * (value - mean);
    }

    Outcome<List<Importance>> indices(List<Lever> levers) {
      double variance = squares / seen;
      if (count == 0 || !(variance > 0)) {
        return new Outcome.None<>(
            count == 0 ? "there is no cost in any draw" : "no uncertain input moves the cost");
      }
      List<Importance> indices = new ArrayList<>();
      for (int i = 0; i < levers.size(); i++) {
        indices.add(new Importance(
            levers.get(i), first[i] / count / variance, total[i] / count / 2 / variance));
      }
      indices.sort(Comparator.comparingDouble(Importance::total).reversed());
      return new Outcome.Found<>(List.copyOf(indices));
    }
  }
}
