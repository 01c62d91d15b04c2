package app.waterline.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.waterline.model.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityFormatTest {
  private static final QuantityFormat US = new QuantityFormat(Locale.US);
  private static final QuantityFormat GERMAN = new QuantityFormat(Locale.GERMANY);

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          4.2001787   | DOLLARS_PER_MILLION_TOKENS | $4.20/M tokens
          0.12339475  | DOLLARS_PER_MILLION_TOKENS | $0.123/M tokens
          0.08        | DOLLARS_PER_KWH            | $0.08/kWh
          2.652       | DOLLARS_PER_GPU_HOUR       | $2.65/GPU-hour
          93.25       | TOKENS_PER_SECOND_PER_GPU  | 93.3 tok/s/GPU
          5970        | TOKENS_PER_SECOND_PER_GPU  | 5,970 tok/s/GPU
          9999.7      | TOKENS_PER_SECOND_PER_GPU  | 10.0 K tok/s/GPU
          53901.734   | TOKENS_PER_SECOND_PER_MW   | 53.9 K tok/s/MW
          2842857.14  | TOKENS_PER_SECOND_PER_MW   | 2.84 M tok/s/MW
          6.7999      | PFLOPS                     | 6.80 PFLOP/s
          2.1         | KILOWATTS_PER_GPU          | 2.1 kW/GPU
          37e9        | PARAMETERS                 | 37.0 B parameters
          0.72        | SHARE                      | 72 %
          0.0034867   | SHARE                      | 0.349 %
          1           | SHARE                      | 100 %
          0.08        | SHARE_PER_YEAR             | 8 % per year
          -12.5       | DOLLARS                    | −$12.50
          -500e6      | DOLLARS                    | −$500 M
          -0.05       | SHARE                      | −5 %
          0           | DOLLARS                    | $0.00
          """)
  void printsForReading(double value, Unit unit, String expected) {
    assertThat(US.format(value, unit)).isEqualTo(expected);
  }

  @Test
  void printsTrueToTheLocale() {
    assertThat(GERMAN.format(4.2001787, Unit.DOLLARS_PER_MILLION_TOKENS))
        .isEqualTo("4,20 $/M Token");
    assertThat(GERMAN.format(5970, Unit.TOKENS_PER_SECOND_PER_GPU)).isEqualTo("5.970 tok/s/GPU");
    assertThat(new QuantityFormat(Locale.GERMANY, "EUR").number(1.5, Unit.DOLLARS_PER_GPU_HOUR))
        .isEqualTo("1,50 €");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          0.6  | 0.2   | 1    | DOLLARS | $0.60
          0.12 | 0.02  | 0.14 | DOLLARS | $0.12
          0.30000000000000004 | 0.1 | 1 | DOLLARS | $0.30
          2    | 1     | 4    | DOLLARS | $2
          0    | 0.2   | 1    | DOLLARS | $0
          5e5  | 5e5   | 2e6  | DOLLARS | $0.5 M
          -1e6 | 5e5   | 2e6  | DOLLARS | −$1.0 M
          0.25 | 0.05  | 1    | SHARE   | 25 %
          0.05 | 0.025 | 0.1  | SHARE   | 5.0 %
          5000 | 5000  | 2e4  | NONE    | 5 K
          """)
  void ticksOfAnAxisHaveOneNumberOfDecimals(
      double value, double step, double largest, Unit unit, String expected) {
    assertThat(US.tick(value, unit, step, largest)).isEqualTo(expected);
  }

  @Test
  void showsTheCurrencyOfTheDocumentThatIsOpen() throws Exception {
    AtomicReference<String> code = new AtomicReference<>("USD");
    QuantityFormat format = new QuantityFormat(Locale.GERMANY, code::get);
    assertThat(format.number(1.5, Unit.DOLLARS)).isEqualTo("1,50 $");
    code.set("EUR");
    assertThat(format.format(1.5, Unit.DOLLARS_PER_KWH)).isEqualTo("1,50 €/kWh");
    assertThat(format.parse("1,50 €", Unit.DOLLARS)).isEqualTo(1.5);
    code.set("XQQ");
    assertThat(format.number(1.5, Unit.DOLLARS)).isEqualTo("1,50 XQQ");
  }

  @Test
  void comparesInWords() {
    assertThat(US.comparison(0.029378453)).isEqualTo("34.0× lower");
    assertThat(US.comparison(64.021448)).isEqualTo("64.0× higher");
    assertThat(US.comparison(1.0001)).isEqualTo("the same");
    assertThat(US.comparison(120.4)).isEqualTo("120× higher");
    assertThat(US.comparison(0.998)).isEqualTo("the same");
    assertThat(US.comparison(2)).isEqualTo("2.00× higher");
    assertThat(US.comparison(9.996)).isEqualTo("10.0× higher");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          de-DE | 1.234,5      | NONE                      | 1234.5
          de-DE | 2,45         | DOLLARS_PER_GPU_HOUR      | 2.45
          de-DE | 2.45         | DOLLARS_PER_GPU_HOUR      | 2.45
          fr-FR | 1.5          | NONE                      | 1.5
          fr-FR | 1 234,5      | NONE                      | 1234.5
          en-US | 1,234        | NONE                      | 1234
          en-US | $2.65        | DOLLARS_PER_GPU_HOUR      | 2.65
          en-US | 2.65 $/GPU-hour | DOLLARS_PER_GPU_HOUR   | 2.65
          en-US | 54K          | TOKENS_PER_SECOND_PER_MW  | 54000
          en-US | 2.8 M        | TOKENS_PER_SECOND_PER_MW  | 2800000
          en-US | 37B          | PARAMETERS                | 37000000000
          en-US | 37e9         | PARAMETERS                | 37000000000
          en-US | 72           | SHARE                     | 0.72
          en-US | 72 %         | SHARE                     | 0.72
          en-US | 8 % per year | SHARE_PER_YEAR            | 0.08
          en-US | 1730 W       | KILOWATTS_PER_GPU         | 1.73
          en-US | 250 ms       | SECONDS                   | 0.25
          en-US | 1979 TFLOP/s | PFLOPS                    | 1.979
          en-US | 1.9x         | RATIO                     | 1.9
          en-US | −3           | NONE                      | -3
          en-US | −$500 M      | DOLLARS                   | -500000000
          en-US | -$500 M      | DOLLARS                   | -500000000
          en-US | $-500 M      | DOLLARS                   | -500000000
          en-US | $−500 M      | DOLLARS                   | -500000000
          de-DE | −500 M $     | DOLLARS                   | -500000000
          de-CH | 1'234.5      | NONE                      | 1234.5
          """)
  void reads(String language, String text, Unit unit, double expected) throws Exception {
    assertThat(new QuantityFormat(Locale.forLanguageTag(language)).parse(text, unit))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "abc",
        "12abc",
        "2,65",
        "1,2,3",
        "1..2",
        "--1",
        "-$-1",
        "$$1",
        "NaN",
        "Infinity",
        "1 2",
        "EUR",
        "2.65 kWh",
        "~35",
        "1e100000089",
        "1E999999999",
        "0E-999999999",
        "9e33333333333333333333"
      })
  void refusesWhatIsNoNumberHere(String text) {
    assertThatThrownBy(() -> US.parse(text, Unit.DOLLARS_PER_GPU_HOUR))
        .isInstanceOf(QuantityFormat.Unreadable.class);
  }

  @Test
  void refusesWhatNobodyTypes() {
    assertThatThrownBy(() -> US.parse("1".repeat(100_000), Unit.NONE))
        .isInstanceOf(QuantityFormat.Unreadable.class)
        .hasMessageContaining("1".repeat(40) + "…");
  }

  @Test
  void refusesToGuess() {
    assertThatThrownBy(() -> GERMAN.parse("1.234", Unit.NONE))
        .isInstanceOf(QuantityFormat.Unreadable.class)
        .hasMessage("Das lässt sich auf zwei Arten lesen [1.234]. Schreiben Sie 1234 oder 1,234.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "fr-FR", "ja-JP", "hi-IN", "ar-EG", "pt-BR", "de-CH"})
  void whatStandsInAFieldReadsBack(String language) throws Exception {
    QuantityFormat format = new QuantityFormat(Locale.forLanguageTag(language));
    Random random = new Random(20260101);
    for (int i = 0; i < 2_000; i++) {
      double value = (random.nextBoolean() ? 1 : -1) * Math.exp(random.nextDouble(-20, 25));
      Unit unit = List.of(Unit.values()).get(random.nextInt(Unit.values().length));
      assertThat(format.parse(format.field(value, unit), unit))
          .as("%s %s %s", language, value, unit)
          .isEqualTo(value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "fr-FR", "ja-JP", "hi-IN", "ar-EG", "pt-BR", "de-CH"})
  void negativeMoneyReadsBack(String language) throws Exception {
    QuantityFormat format = new QuantityFormat(Locale.forLanguageTag(language));
    for (double value : new double[] {-500e6, -12.5, -0.05, -7, -1.25e9}) {
      String shown = format.number(value, Unit.DOLLARS);
      assertThat(shown).startsWith("−");
      assertThat(format.parse(shown, Unit.DOLLARS)).as(shown).isEqualTo(value);
    }
  }
}
