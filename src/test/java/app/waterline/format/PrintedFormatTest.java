package app.waterline.format;

import static app.waterline.engine.Printed.Kind.AMOUNT;
import static app.waterline.engine.Printed.Kind.INVERSE_RATIO;
import static app.waterline.engine.Printed.Kind.RATIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.waterline.engine.Printed;
import app.waterline.model.InvalidInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are those of the published table, and others of its kind. */
class PrintedFormatTest {
  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      1.41;        1.41;    0.01; AMOUNT
      4.20;        4.2;     0.01; AMOUNT
      2.8;         2.8;     0.1;  AMOUNT
      $0.12;       0.12;    0.01; AMOUNT
      90;          90;      10;   AMOUNT
      6,000;       6000;    1000; AMOUNT
      54K;         54000;   1000; AMOUNT
      2.8M;        2800000; 100000; AMOUNT
      1.0B;        1e9;     1e8;  AMOUNT
      65x;         65;      1;    RATIO
      50x;         50;      10;   RATIO
      ~35×;        35;      1;    RATIO
      2x higher;   2;       1;    RATIO
      35x lower;   35;      1;    INVERSE_RATIO
      34.5× lower; 34.5;    0.1;  INVERSE_RATIO
      """)
  void readsValueAndExactness(String text, double value, double step, Printed.Kind kind) {
    Printed printed = PrintedFormat.read(text);
    assertThat(printed.value()).isEqualTo(value);
    assertThat(printed.step()).isCloseTo(step, within(1e-12 * step));
    assertThat(printed.kind()).isEqualTo(kind);
    assertThat(printed.text()).isEqualTo(text);
    assertThat(kind).isIn(AMOUNT, RATIO, INVERSE_RATIO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n/a", "x", "1.2.3", "12 apples", "60,00", "1e6", "-4", "∞"})
  void refusesWhatIsNoFigure(String text) {
    assertThatThrownBy(() -> PrintedFormat.read(text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("[" + text + "]")
        .hasMessageContaining("Write 54K");
  }
}
