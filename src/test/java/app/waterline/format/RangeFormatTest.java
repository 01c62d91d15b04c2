package app.waterline.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.waterline.model.Distribution;
import app.waterline.model.InvalidInput;
import app.waterline.model.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A range as it is typed in a field and shown there. */
class RangeFormatTest {
  private static final RangeFormat US = of("en-US");

  private static RangeFormat of(String language) {
    return new RangeFormat(new QuantityFormat(Locale.forLanguageTag(language)));
  }

  private static @Nullable Distribution read(String text, Unit unit) throws Exception {
    return US.parse(text, unit).range();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2.3 to 3.1",
        "2.3–3.1",
        "2.3 – 3.1",
        "2.3-3.1",
        "2.3 - 3.1",
        "$2.3 to $3.1",
        "$2.30–$3.10",
        "2.3 to 3.1 $/GPU-hour",
        "2.3 $ to 3.1 $",
        "2.3  to  3.1"
      })
  void twoEndsAreAnythingBetween(String text) throws Exception {
    assertThat(read(text, Unit.DOLLARS_PER_GPU_HOUR)).isEqualTo(new Distribution.Uniform(2.3, 3.1));
    assertThat(US.parse(text, Unit.DOLLARS_PER_GPU_HOUR).value()).isEqualTo(2.7);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          2.65 ± 0.3          | DOLLARS_PER_GPU_HOUR | 2.35 | 2.65 | 2.95
          2.65 ± 10 %         | DOLLARS_PER_GPU_HOUR | 2.385 | 2.65 | 2.915
          2.65±10%            | DOLLARS_PER_GPU_HOUR | 2.385 | 2.65 | 2.915
          2.65 +/- 0.3        | DOLLARS_PER_GPU_HOUR | 2.35 | 2.65 | 2.95
          $2.65 +- $0.30      | DOLLARS_PER_GPU_HOUR | 2.35 | 2.65 | 2.95
          2.3 / 2.65 / 3.1    | DOLLARS_PER_GPU_HOUR | 2.3 | 2.65 | 3.1
          2.3/2.65/3.1        | DOLLARS_PER_GPU_HOUR | 2.3 | 2.65 | 3.1
          72 ± 5              | SHARE | 0.67 | 0.72 | 0.77
          72 % ± 5 %          | SHARE | 0.67 | 0.72 | 0.77
          5.5 / 6 / 6.5 K     | TOKENS_PER_SECOND_PER_GPU | 5500 | 6000 | 6500
          6K ± 0.5            | TOKENS_PER_SECOND_PER_GPU | 5500 | 6000 | 6500
          """)
  void aMiddleIsTheLikeliest(String text, Unit unit, double low, double mode, double high)
      throws Exception {
    assertThat(read(text, unit)).isEqualTo(new Distribution.Pert(low, mode, high));
    assertThat(US.parse(text, unit).value()).isEqualTo(mode);
  }

  @Test
  void aMagnitudeBehindTheLastHoldsForAll() throws Exception {
    assertThat(read("54 to 60K", Unit.TOKENS_PER_SECOND_PER_MW))
        .isEqualTo(new Distribution.Uniform(54_000, 60_000));
    assertThat(read("72 to 80 %", Unit.SHARE)).isEqualTo(new Distribution.Uniform(0.72, 0.8));
    assertThatThrownBy(() -> read("950 to 1.2K", Unit.TOKENS_PER_SECOND_PER_GPU))
        .hasMessageContaining("[950000.0 to 1200.0]");
  }

  @Test
  void aWordNamesAnotherShape() throws Exception {
    Unit unit = Unit.DOLLARS_PER_GPU_HOUR;
    assertThat(read("2.3 / 2.65 / 3.1 triangular", unit))
        .isEqualTo(new Distribution.Triangular(2.3, 2.65, 3.1));
    assertThat(read("2.65 ± 0.3 normal", unit)).isEqualTo(new Distribution.Normal(2.65, 0.3));
    assertThat(read("2.65 ± 10 % lognormal", unit))
        .isEqualTo(new Distribution.LogNormal(2.65, 0.1));
    assertThat(read("2.3 / 2.65 / 3.1 P10–P90", unit))
        .isEqualTo(new Distribution.ThreePoints(2.3, 2.65, 3.1));
  }

  @Test
  void aPlainNumberHasNoRange() throws Exception {
    assertThat(US.parse("2.65", Unit.DOLLARS_PER_GPU_HOUR))
        .isEqualTo(new RangeFormat.Entry(2.65, null));
    assertThat(US.parse("-3", Unit.NONE)).isEqualTo(new RangeFormat.Entry(-3, null));
    assertThat(US.parse("37e9", Unit.PARAMETERS).range()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2.3 to",
        "to 3.1",
        "2.3 to x",
        "2.3 / 2.65",
        "2.3 to 3.1 to 4",
        "± 3",
        "2.65 ±",
        "2.65 normal",
        "2.3 to 3.1 triangular",
        "2.65 ± 0.3 lognormal",
        "2.3 to 3.1 kWh"
      })
  void refusesWhatIsNoRange(String text) {
    assertThatThrownBy(() -> US.parse(text, Unit.DOLLARS_PER_GPU_HOUR))
        .isInstanceOf(QuantityFormat.Unreadable.class);
  }

  @Test
  void refusesCrossedEnds() {
    assertThatThrownBy(() -> US.parse("3.1 to 2.3", Unit.DOLLARS_PER_GPU_HOUR))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("must lie below the high end [3.1 to 2.3]. Swap them");
    assertThatThrownBy(() -> US.parse("2.3 / 3.2 / 3.1", Unit.DOLLARS_PER_GPU_HOUR))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void refusesToGuessEachNumber() {
    assertThatThrownBy(() -> of("de-DE").parse("1.234 bis 2.000", Unit.NONE))
        .isInstanceOf(QuantityFormat.Unreadable.class);
    assertThatThrownBy(() -> of("de-DE").parse("1.234 to 2000", Unit.NONE))
        .hasMessageContaining("auf zwei Arten lesen");
  }

  @Test
  void showsTheRangeWithItsUnit() {
    Unit unit = Unit.DOLLARS_PER_GPU_HOUR;
    assertThat(US.format(new Distribution.Uniform(2.3, 3.1), unit))
        .isEqualTo("$2.30 to $3.10/GPU-hour");
    assertThat(US.format(new Distribution.Pert(2.385, 2.65, 2.915), unit))
        .isEqualTo("$2.65 ± 10 %/GPU-hour");
    assertThat(US.number(new Distribution.Uniform(0.6, 0.8), Unit.SHARE)).isEqualTo("60 % to 80 %");
    assertThat(US.field(new Distribution.Pert(0.67, 0.72, 0.77), Unit.SHARE)).isEqualTo("72 ± 5");
    assertThat(US.field(new Distribution.Pert(2.385, 2.65, 2.915), unit)).isEqualTo("2.65 ± 10 %");
    assertThat(US.field(new Distribution.Pert(2.35, 2.65, 2.95), unit)).isEqualTo("2.65 ± 0.3");
    assertThat(of("de-DE").field(new Distribution.Uniform(2.3, 3.1), unit))
        .isEqualTo("2,3 bis 3,1");
  }

  @Test
  void showsItInASmallPlace() {
    Unit rent = Unit.DOLLARS_PER_GPU_HOUR;
    assertThat(US.compact(new Distribution.Pert(2.3, 2.65, 3.1), rent)).isEqualTo("$2.30–3.10");
    assertThat(US.compact(new Distribution.Normal(2.65, 0.3), rent)).isEqualTo("$2.65 ± 0.30");
    assertThat(US.compact(new Distribution.LogNormal(2.65, 0.1), rent)).isEqualTo("$2.65 ± 10 %");
    assertThat(US.compact(new Distribution.Uniform(0.6, 0.8), Unit.SHARE)).isEqualTo("60–80 %");
    assertThat(US.compact(new Distribution.Uniform(950, 12_000), Unit.TOKENS_PER_SECOND_PER_GPU))
        .isEqualTo("950–12.0 K");
    assertThat(of("de-DE").compact(new Distribution.Uniform(2.3, 3.1), rent))
        .isEqualTo("2,30–3,10 $");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "fr-FR", "ja-JP", "hi-IN", "ar-EG", "pt-BR", "de-CH"})
  void whatStandsInAFieldReadsBack(String language) throws Exception {
    RangeFormat format = of(language);
    Random random = new Random(20261125);
    for (int i = 0; i < 1_000; i++) {
      for (Distribution range : some(random)) {
        Unit unit = List.of(Unit.values()).get(random.nextInt(Unit.values().length));
        assertThat(format.parse(format.field(range, unit), unit).range())
            .as("%s %s %s", language, range, unit)
            .isEqualTo(range);
      }
    }
  }

  private static List<Distribution> some(Random random) {
    double scale = Math.exp(random.nextDouble(-10, 12));
    double low = scale;
    double mode = scale * (1 + random.nextDouble(0.01, 1));
    double high = mode + scale * random.nextDouble(0.01, 1);
    double middle = rounded(mode, 4);
    double half = rounded(middle * random.nextInt(1, 90) / 100, 6);
    return List.of(
        new Distribution.Uniform(low, high),
        new Distribution.Uniform(-high, low),
        new Distribution.Pert(low, mode, high),
        new Distribution.Pert(minus(middle, half), middle, minus(middle, -half)),
        new Distribution.Triangular(low, mode, high),
        new Distribution.Normal(mode, scale),
        new Distribution.LogNormal(mode, random.nextDouble(0.001, 2)),
        new Distribution.ThreePoints(low, mode, high));
  }

  private static double rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).doubleValue();
  }

  private static double minus(double value, double less) {
    return BigDecimal.valueOf(value).subtract(BigDecimal.valueOf(less)).doubleValue();
  }

  @ParameterizedTest
  @EnumSource
  void everyShapeBecomesEveryOther(RangeFormat.Shape shape) {
    for (Distribution range : some(new Random(3))) {
      if (range.low() > 0 || shape != RangeFormat.Shape.LOG_NORMAL) {
        Distribution changed = RangeFormat.reshaped(range, shape);
        assertThat(RangeFormat.shape(changed)).isEqualTo(shape);
        assertThat(US.name(shape)).isNotBlank();
      }
    }
  }
}
