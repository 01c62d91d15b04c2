package app.waterline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.model.Configuration;
import app.waterline.model.Evidence;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Precision;
import app.waterline.model.Throughput;
import app.waterline.model.TokenCount;
import app.waterline.model.WorkloadKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossoverTest {
  /** InferenceX blog, DeepSeek-R1 FP4 1k/1k, Dynamo TensorRT-LLM with MTP (2026): tok/s/user, tokens/s/GPU. */
  private static final double[][] GB200 = {
    {286.40, 60.7},
    {272.64, 111.8},
    {257.11, 165.2},
    {222.28, 274.8},
    {207.30, 363.3},
    {164.37, 1149.1},
    {90.99, 7698.0},
    {43.29, 12659.7},
    {17.82, 14659.4}
  };

  private static final double[][] B200 = {
    {309.17, 49.3},
    {277.39, 118.7},
    {261.09, 168.9},
    {224.59, 242.4},
    {191.18, 369.9},
    {150.56, 577.3},
    {126.42, 897.9},
    {101.79, 2832.9},
    {74.04, 7111.4},
    {56.35, 9660.7},
    {21.34, 12515.7}
  };

  @Test
  void theCheaperPlatformFlipsOnceBetween200And225() {
    Crossover.Side dearer =
        new Crossover.Side(envelope(GB200), TokenCount.TOTAL, tokens -> -2.21 / tokens);
    Crossover.Side other =
        new Crossover.Side(envelope(B200), TokenCount.TOTAL, tokens -> -1.95 / tokens);
    List<Crossover> found = Crossover.among(List.of(dearer, other));
    assertThat(found).hasSize(1);
    double flip = found.getFirst().interactivity();
    assertThat(flip).isBetween(200.0, 225.0);
    assertThat(found.getFirst().below()).isZero();
    assertThat(found.getFirst().above()).isEqualTo(1);
    assertThat(2.21 / envelope(GB200).bestAt(flip).orElseThrow().rateAt(flip))
        .isCloseTo(1.95 / envelope(B200).bestAt(flip).orElseThrow().rateAt(flip), within(1e-9));
  }

  @Test
  void whoReachesFurtherIsBetterBeyondTheOthersEnd() {
    Crossover.Side strong = new Crossover.Side(
        envelope(new double[][] {{10, 500}, {50, 400}}), TokenCount.TOTAL, tokens -> tokens);
    Crossover.Side fast = new Crossover.Side(
        envelope(new double[][] {{20, 100}, {90, 50}}), TokenCount.TOTAL, tokens -> tokens);
    assertThat(Crossover.among(List.of(strong, fast))).containsExactly(new Crossover(50, 0, 1));
    assertThat(Crossover.among(List.of(fast, strong))).containsExactly(new Crossover(50, 1, 0));
  }

  @Test
  void sameCurvesNeverCross() {
    Crossover.Side side = new Crossover.Side(envelope(B200), TokenCount.TOTAL, tokens -> tokens);
    assertThat(Crossover.among(List.of(side, side))).isEmpty();
  }

  @Test
  void theEnvelopeDropsToTheNextConfigurationWhereTheBestOneEnds() {
    Envelope two = new Envelope(List.of(
        curve("fast", new double[][] {{10, 80}, {100, 40}}), curve("strong", new double[][] {
          {10, 500}, {50, 400}
        })));
    assertThat(two.bestAt(50).orElseThrow().rateAt(50)).isEqualTo(400);
    assertThat(two.bestAt(51).orElseThrow().configuration().servingStack()).isEqualTo("fast");
    assertThat(two.bestAt(101)).isEmpty();
    assertThat(two.knots()).containsExactly(10, 50, 100);
    assertThat(two.fastest()).isEqualTo(100);
  }

  private static Envelope envelope(double[][] points) {
    return new Envelope(List.of(curve("Dynamo TensorRT-LLM", points)));
  }

  private static Curve curve(String stack, double[][] points) {
    Configuration run = new Configuration(
        "DeepSeek-R1",
        WorkloadKind.SINGLE_TURN,
        1024,
        1024,
        Precision.FP4,
        stack,
        true,
        true,
        false,
        false);
    return new Curve(
        run, Frontier.of(Arrays.stream(points).map(each -> point(run, each)).toList()));
  }

  private static OperatingPoint point(Configuration run, double[] figures) {
    Evidence evidence = new Evidence(Evidence.Kind.MEASURED, "InferenceX blog", "2026", null);
    return new OperatingPoint(
        run,
        new Throughput(figures[1], null, null),
        figures[0],
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        evidence);
  }
}
