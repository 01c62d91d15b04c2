package app.waterline.engine.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RanksTest {
  private static double[] values(int count, DoubleUnaryOperator form) {
    return new SplittableRandom(7).doubles(count).map(form).toArray();
  }

  static Stream<double[]> samples() {
    double[] outlier = values(5_000, u -> u);
    outlier[17] = 1e12;
    return Stream.of(
        values(1, u -> u),
        values(2, u -> u),
        values(63, u -> u),
        values(10_000, u -> u),
        values(10_000, u -> Math.floor(u * 3)),
        values(10_000, u -> 4.2),
        values(10_000, u -> Math.exp(40 * u)),
        values(10_000, u -> 1 / (u + 1e-300)),
        outlier);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyRankIsThatOfTheSortedValues(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    Ranks ranks = new Ranks(values.clone());
    for (double share : new double[] {0, 0.001, 0.05, 0.37, 0.5, 0.95, 0.999, 1}) {
      double place = share * (sorted.length - 1);
      int below = (int) Math.floor(place);
      double above = sorted[Math.min(below + 1, sorted.length - 1)];
      double expected = sorted[below] + (place - below) * (above - sorted[below]);
      assertThat(ranks.at(share)).as("%s of %d", share, sorted.length).isEqualTo(expected);
    }
  }
}
