package app.waterline.export.deck;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.chart.ChartFonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFitTest {
  private final TextFit fit = new TextFit(ChartFonts.bundled().regular(), 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GB300 NVL72 delivers a million tokens for 34.0× less than HGX H200",
        "OneWordThatIsLongerThanAnyLineThatIsSetHereSoThatItMustBeBrokenSomewhere",
        "🚀🔥🚀🔥🚀🔥🚀🔥🚀🔥🚀🔥🚀🔥🚀🔥",
        "שרת הבינה המלאכותית מركز البيانات للذكاء الاصطناعي",
        "人工知能のための計算機の費用を比較する"
      })
  void noLineIsWiderThanItsPlaceAndNothingIsLost(String text) {
    var lines = fit.lines(text, 20, 150);
    assertThat(lines).allMatch(line -> fit.width(line.stripTrailing(), 20) <= 150.001);
    assertThat(String.join("", lines)).isEqualTo(text);
  }

  @Test
  void whatIsCutFitsAndSaysThatItIsCut() {
    String cut = fit.cut("word ".repeat(80), 10, 120, 3);
    assertThat(fit.lines(cut, 10, 120)).hasSizeLessThanOrEqualTo(3);
    assertThat(cut).endsWith("…");
  }

  @Test
  void whatFitsStaysWhole() {
    assertThat(fit.cut("short", 10, 120, 1)).isEqualTo("short");
  }

  @Test
  void theLargestSizeThatFitsIsTaken() {
    String text = "GB300 NVL72 delivers a million tokens for 34.0× less";
    double size = fit.size(text, 300, 60, 40, 24, 16, 8);
    assertThat(fit.height(text, size, 300)).isLessThanOrEqualTo(60);
    assertThat(fit.height(text, size == 16 ? 24 : 40, 300)).isGreaterThan(60);
  }

  @Test
  void aNumberKeepsItsPercentSignAndItsMagnitude() {
    assertThat(TextFit.whole("at 48 % of 3.6 K, 2 Kings, 5 M"))
        .isEqualTo("at 48\u00a0% of 3.6\u00a0K, 2 Kings, 5\u00a0M");
    assertThat(TextFit.joined("costs 1.88× more")).isEqualTo("costs 1.88×\u00a0more");
  }
}
