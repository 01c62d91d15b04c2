package app.waterline.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundLogAxisTest {
  @Test
  void fewDecadesShowTheirThirds() {
    assertThat(RoundLogAxis.roundNumbers(8, 12_000))
        .containsExactly(10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0, 10_000.0);
  }

  @Test
  void oneDecadeShowsMore() {
    assertThat(RoundLogAxis.roundNumbers(10, 100)).containsExactly(10.0, 20.0, 30.0, 50.0, 100.0);
  }

  @Test
  void manyDecadesSkipPowers() {
    assertThat(RoundLogAxis.roundNumbers(1e-6, 1e10))
        .hasSizeLessThanOrEqualTo(9)
        .contains(1.0);
  }
}
