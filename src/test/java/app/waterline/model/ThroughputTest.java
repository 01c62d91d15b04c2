package app.waterline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The identity of docs/model.md, section 3: both parts over all GPUs, within 1 %. */
class ThroughputTest {
  @Test
  void partsMayMissTheTotalByOnePercent() {
    assertThatCode(() -> new Throughput(1000.0, 500.0, 491.0)).doesNotThrowAnyException();
    assertThatCode(() -> new Throughput(1000.0, 500.0, 509.0)).doesNotThrowAnyException();
    assertThatCode(() -> new Throughput(1000.0, null, 1000.0)).doesNotThrowAnyException();
  }

  @Test
  void ratesPerPrefillAndPerDecodeGpuDoNotAddUp() {
    assertThatThrownBy(() -> new Throughput(2000.0, 3000.0, 1500.0))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("within 1 %")
        .hasMessageContaining("[3000.0 + 1500.0 against 2000.0 tok/s/GPU]")
        .hasMessageContaining("prefill and decode");
    assertThatThrownBy(() -> new Throughput(1000.0, 500.0, 489.0)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Throughput(1000.0, 1011.0, null))
        .hasMessageContaining("[1011.0 + unknown against 1000.0");
  }

  @Test
  void aDisaggregatedRunCountsEveryGpu() {
    // (4 · 3000 + 8 · 1500) ÷ 12
    assertThat(Throughput.disaggregated(3000, 4, 1500, 8))
        .isEqualTo(new Throughput(2000.0, 1000.0, 1000.0));
    assertThatThrownBy(() -> Throughput.disaggregated(3000, 0, 1500, 8))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("[0 GPUs]");
  }
}
