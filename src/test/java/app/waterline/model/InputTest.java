package app.waterline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputTest {
  @ParameterizedTest
  @EnumSource
  void takesItsBounds(Input input) {
    Domain domain = input.domain();
    assertThat(input.require(domain.high())).isEqualTo(domain.high());
    double lowest = domain.lowIncluded() ? domain.low() : Math.nextUp(domain.low());
    assertThat(input.require(lowest)).isEqualTo(lowest);
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatIsOutside(Input input) {
    Domain domain = input.domain();
    double below = domain.lowIncluded() ? Math.nextDown(domain.low()) : domain.low();
    refuses(input, below, "must be " + (domain.lowIncluded() ? "at least" : "above"));
    refuses(input, Math.nextUp(domain.high()), "at most");
    refuses(input, -1e300, "[-1E");
    refuses(input, 1e300, "[1E+30");
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatIsNoNumber(Input input) {
    refuses(input, Double.NaN, "must be a number [NaN]");
    refuses(input, Double.POSITIVE_INFINITY, "must be a number [Infinity]");
    refuses(input, Double.NEGATIVE_INFINITY, "must be a number [-Infinity]");
  }

  private static void refuses(Input input, double value, String said) {
    assertThatThrownBy(() -> input.require(value))
        .isInstanceOfSatisfying(InvalidInput.class, refused -> {
          assertThat(refused.input()).isEqualTo(input);
          assertThat(Double.compare(refused.value(), value)).isZero();
        })
        .hasMessageStartingWith(input.label())
        .hasMessageContaining(said)
        .hasMessageMatching(".*\\[.+].*\\. (Check the figure|Enter a figure): .+\\.");
  }

  @Test
  void sharesAreRefusedInPercent() {
    assertThatThrownBy(() -> Input.UTILIZATION.require(1.4))
        .hasMessage(
            "Utilization must be above 0 and at most 100 % [140 %]. Check the figure: it is the share of GPU-hours that deliver tokens.");
  }
}
