package app.waterline.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.waterline.model.Platform;
import java.awt.Color;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartThemeTest {
  static Stream<ChartTheme> themes() {
    return Stream.of(ChartTheme.light(), ChartTheme.dark());
  }

  @ParameterizedTest
  @MethodSource("themes")
  void everyTextIsReadable(ChartTheme theme) {
    for (String text : new String[] {"text", "text-muted", "better", "worse", "error", "accent"}) {
      for (String ground : new String[] {"card", "canvas", "panel", "raised"}) {
        assertThat(ChartTheme.contrast(theme.token(text), theme.token(ground)))
            .as(text + " on " + ground)
            .isGreaterThanOrEqualTo(4.5);
      }
    }
    for (int color = 0; color < Platform.COLORS; color++) {
      assertThat(ChartTheme.contrast(theme.platformText(color), theme.background()))
          .as("platform " + color)
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  @ParameterizedTest
  @MethodSource("themes")
  void platformsKeepTheirColoursInBothThemes(ChartTheme theme) { // Okabe and Ito 2008
    assertThat(theme.platform(0)).isEqualTo(new Color(0xE69F00));
    assertThat(theme.platform(7)).isEqualTo(new Color(0x999999));
    assertThat(theme.tokens().keySet()).isEqualTo(ChartTheme.light().tokens().keySet());
  }

  @Test
  void contrastIsThatOfTheGuidelines() { // WCAG 2.2: black on white 21:1, equal colours 1:1
    assertThat(ChartTheme.contrast(Color.BLACK, Color.WHITE)).isCloseTo(21, within(1e-9));
    assertThat(ChartTheme.contrast(Color.RED, Color.RED)).isEqualTo(1);
    assertThat(ChartTheme.contrast(new Color(0x767676), Color.WHITE)).isCloseTo(4.54, within(0.01));
  }

  @Test
  void unknownTokenSaysWhatToAdd() {
    assertThatThrownBy(() -> ChartTheme.light().token("blink"))
        .hasMessageContaining("[blink]")
        .hasMessageContaining("-wl-blink");
  }
}
