package app.waterline.export.nativechart;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.format.QuantityFormat;
import app.waterline.model.Unit;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberCodeTest {
  private static final DataFormatter SPREADSHEET = new DataFormatter(Locale.US);

  /** What a spreadsheet prints is what Waterline prints, in every magnitude. */
  @ParameterizedTest
  @CsvSource({
    "4.2001787, DOLLARS_PER_MILLION_TOKENS",
    "0.12337, DOLLARS_PER_MILLION_TOKENS",
    "0.0483, DOLLARS_PER_GPU_HOUR",
    "93.25, TOKENS_PER_SECOND_PER_GPU",
    "5967, TOKENS_PER_SECOND_PER_GPU",
    "0.725, SHARE",
    "0.001234, SHARE",
    "34.04, RATIO"
  })
  void printsAsWaterlineDoes(double value, Unit unit) {
    String label = new QuantityFormat(Locale.US).number(value, unit);
    String code = NumberCode.of(label, Locale.US, " ○");
    assertThat(SPREADSHEET.formatRawCellContents(value, 0, code))
        .isEqualTo(label.replace('−', '-') + " ○");
  }

  /** A comma after the digits divides by a thousand; the library that prints the others can't do that. */
  @ParameterizedTest
  @CsvSource({
    "53900, TOKENS_PER_SECOND_PER_MW, '0.0,\" K\"'",
    "2841000, TOKENS_PER_SECOND_PER_MW, '0.00,,\" M\"'",
    "2.45e12, TOKENS_PER_DAY, '0.00,,,,\" T\"'",
    "743000000, DOLLARS_PER_YEAR, '\"$\"0,,\" M\"'",
    "-1500000, DOLLARS, '\"$\"0.00,,\" M\"'"
  })
  void scalesLargeFigures(double value, Unit unit, String code) {
    String label = new QuantityFormat(Locale.US).number(value, unit);
    assertThat(NumberCode.of(label, Locale.US, "")).isEqualTo(code);
  }

  /** Number formats are written in the American way; the program that shows them uses the reader's. */
  @ParameterizedTest
  @CsvSource({"de-DE, 0.00", "fr-FR, 0.00", "ja-JP, 0.00"})
  void isWrittenTheSameInEveryLanguage(String language, String digits) {
    Locale locale = Locale.forLanguageTag(language);
    String label = new QuantityFormat(locale).number(4.2, Unit.DOLLARS_PER_MILLION_TOKENS);
    assertThat(NumberCode.of(label, locale, "")).contains(digits).contains("\"");
  }

  @ParameterizedTest
  @CsvSource({"0.25, 1, '0.25'", "5, 30, '5'", "500, 2500, '500'", "2.5, 10, '2.5'"})
  void labelsTheTicksOfAnAxisToTheLastDigitThatTheyDifferIn(
      double step, double most, String shown) {
    String code = NumberCode.axis("$", step, most);
    assertThat(SPREADSHEET.formatRawCellContents(step, 0, code)).isEqualTo("$" + shown);
  }

  @ParameterizedTest
  @CsvSource({
    "0.05, 9, 0.05, $0.05",
    "0.05, 9, 0.5, $0.5",
    "0.05, 9, 5, $5",
    "500, 9000, 499.99999999, $500",
    "1, 90000, 10000, $10 K"
  })
  void labelsTheTicksOfALogarithmicAxis(double least, double most, double tick, String shown) {
    assertThat(SPREADSHEET.formatRawCellContents(tick, 0, NumberCode.logarithmic("$", least, most)))
        .isEqualTo(shown);
  }
}
