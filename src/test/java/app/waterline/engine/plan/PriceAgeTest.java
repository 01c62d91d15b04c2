package app.waterline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceAgeTest {
  @ParameterizedTest
  @CsvSource({"2026-07-20, 11", "2026-06, 31", "2025, 212", "2026-09-01, 0", "2026, 0"})
  void countsFromTheLastDayOfTheDate(String date, long days) {
    assertThat(PriceAge.days(date, LocalDate.of(2026, 7, 31))).isEqualTo(days);
  }

  @Test
  void aPriceWithoutADateIsStale() {
    LocalDate today = LocalDate.of(2026, 7, 31);
    assertThat(PriceAge.isStale(null, today, 90)).isTrue();
    assertThat(PriceAge.isStale("2026-07-20", today, 11)).isFalse();
    assertThat(PriceAge.isStale("2026-07-20", today, 10)).isTrue();
  }
}
