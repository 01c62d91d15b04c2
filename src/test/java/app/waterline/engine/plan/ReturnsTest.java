package app.waterline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ReturnsTest {
  private static List<Returns.Payment> yearly(double... amounts) {
    List<Returns.Payment> payments = new ArrayList<>();
    for (int year = 0; year < amounts.length; year++) {
      payments.add(new Returns.Payment(year, amounts[year]));
    }
    return payments;
  }

  private static double rate(List<Returns.Payment> payments) {
    return ((Explained) Returns.irr(payments)).value();
  }

  @Test
  void knownRates() {
    assertThat(rate(yearly(-100, 110))).isCloseTo(0.1, within(1e-12));
    assertThat(rate(yearly(-100, 0, 121))).isCloseTo(0.1, within(1e-12));
    assertThat(rate(yearly(-100, 50))).isCloseTo(-0.5, within(1e-12));
    assertThat(rate(yearly(-100, 300))).isCloseTo(2, within(1e-12));
    assertThat(rate(yearly(0, -100, 110))).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void noRateWhereTheSignNeverOrOftenChanges() {
    assertThat(Returns.irr(yearly(0, 5, 5))).isInstanceOf(NotAvailable.class);
    assertThat(Returns.irr(yearly(-1, -5, 0))).isInstanceOf(NotAvailable.class);
    assertThat(((NotAvailable) Returns.irr(yearly(-100, 230, -132))).reason()).contains("2 times");
  }

  /** Laws for flows that go out once and then come in. */
  @RepeatedTest(50)
  void valueFallsWithTheRateAndIsZeroAtTheInternalOne(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    double[] amounts = new double[2 + random.nextInt(12)];
    amounts[0] = -1e6 * (1 + random.nextDouble());
    for (int year = 1; year < amounts.length; year++) {
      amounts[year] = 1e6 * random.nextDouble();
    }
    List<Returns.Payment> payments = yearly(amounts);

    double last = Double.POSITIVE_INFINITY;
    for (double w = 0; w < 1; w += 0.05) {
      double npv = Returns.npv(payments, w);
      assertThat(npv).isLessThan(last);
      last = npv;
    }
    assertThat(Returns.npv(payments, rate(payments)) / -amounts[0]).isCloseTo(0, within(1e-9));
  }
}
