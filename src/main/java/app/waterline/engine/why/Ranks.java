package app.waterline.engine.why;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Order statistics of many values without sorting them all: the values are counted into equal bins, and
 * only the bins that are asked for are sorted.
 */
final class Ranks {
  private static final int MOST_BINS = 1 << 12;

  /** A bin that holds more than one value in so many is divided again. */
  private static final int CROWDED = 8;

  private static final int FEW = 64;

  private final double[] values;
  private final double low;
  private final double perUnit;
  private final int[] begins;
  private final Map<Integer, double[]> sorted = new HashMap<>();
  private final Map<Integer, Ranks> divided = new HashMap<>();

  /**
   * @param values at least one, finite
   */
  Ranks(double[] values) {
    this.values = values;
    double least = values[0];
    double most = values[0];
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    double width = most - least;
    boolean binned = values.length > FEW && width > 0 && Double.isFinite(MOST_BINS / width);
    this.low = least;
    this.perUnit = binned ? (MOST_BINS - 1) / width : 0;
    this.begins = counted();
  }

  /** How many values lie in the bins before each. */
  private int[] counted() {
    int[] begins = new int[MOST_BINS + 1];
    for (double value : values) {
      begins[bin(value) + 1]++;
    }
    for (int bin = 1; bin <= MOST_BINS; bin++) {
      begins[bin] += begins[bin - 1];
    }
    return begins;
  }

  private int bin(double value) {
    return (int) ((value - low) * perUnit);
  }

  /** The value below which the given share of all values lies, 0 to 1, between two values in a straight line. */
  double at(double share) {
    double place = share * (values.length - 1);
    int below = (int) Math.floor(place);
    double first = ofRank(below);
    return below + 1 >= values.length
        ? first
        : first + (place - below) * (ofRank(below + 1) - first);
  }

  /** The value with so many others below it. */
  private double ofRank(int rank) {
    int place = Arrays.binarySearch(begins, rank + 1);
    // The bin before the first whose beginning lies beyond the rank.
    int bin = (place < 0 ? -place - 1 : firstOf(place)) - 1;
    int inside = rank - begins[bin];
    int count = begins[bin + 1] - begins[bin];
    boolean again = count > FEW && count > values.length / CROWDED && count < values.length;
    return again
        ? divided.computeIfAbsent(bin, asked -> new Ranks(gathered(asked))).ofRank(inside)
        : sorted.computeIfAbsent(bin, this::sorted)[inside];
  }

  /** Empty bins begin at the same place; the first of them ends the bin before. */
  private int firstOf(int place) {
    int first = place;
    while (begins[first - 1] == begins[place]) {
      first--;
    }
    return first;
  }

  private double[] sorted(int bin) {
    double[] inside = gathered(bin);
    Arrays.sort(inside);
    return inside;
  }

  private double[] gathered(int bin) {
    double[] inside = new double[begins[bin + 1] - begins[bin]];
    int count = 0;
    for (double value : values) {
      if (bin(value) == bin) {
        inside[count++] = value;
      }
    }
    return inside;
  }
}
