package app.waterline.engine;

import static app.waterline.engine.Printed.Agreement.CUT_OFF;
import static app.waterline.engine.Printed.Agreement.DISAGREES;
import static app.waterline.engine.Printed.Agreement.NEAREST_FIVE;
import static app.waterline.engine.Printed.Agreement.ROUNDED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintedTest {
  private static final Printed PRINTED_5_6 = new Printed("5.6", 5.6, 0.1, Printed.Kind.AMOUNT);
  private static final Printed PRINTED_35 = new Printed("35x", 35, 1, Printed.Kind.RATIO);
  private static final Printed LOWER_35 =
      new Printed("35x lower", 35, 1, Printed.Kind.INVERSE_RATIO);

  @Test
  void halfAUnitOfTheLastDigitIsRounding() {
    assertThat(PRINTED_5_6.agreementWith(5.55)).isEqualTo(ROUNDED);
    assertThat(PRINTED_5_6.agreementWith(5.65)).isEqualTo(ROUNDED);
    assertThat(PRINTED_5_6.agreementWith(5.549)).isEqualTo(DISAGREES);
  }

  @Test
  void upToTheNextDigitItIsCutOff() {
    assertThat(PRINTED_5_6.agreementWith(5.651)).isEqualTo(CUT_OFF);
    assertThat(PRINTED_5_6.agreementWith(5.699)).isEqualTo(CUT_OFF);
    assertThat(PRINTED_5_6.agreementWith(5.7)).isEqualTo(DISAGREES);
  }

  @Test
  void onlyRatiosAreRoundedToFive() {
    assertThat(PRINTED_35.agreementWith(33)).isEqualTo(NEAREST_FIVE);
    assertThat(PRINTED_35.agreementWith(37.4)).isEqualTo(NEAREST_FIVE);
    assertThat(PRINTED_35.agreementWith(32.4)).isEqualTo(DISAGREES);
    Printed amount = new Printed("35", 35, 1, Printed.Kind.AMOUNT);
    assertThat(amount.agreementWith(33)).isEqualTo(DISAGREES);
    Printed notAMultiple = new Printed("36x", 36, 1, Printed.Kind.RATIO);
    assertThat(notAMultiple.agreementWith(34)).isEqualTo(DISAGREES);
  }

  @Test
  void lowerMeansTheInverse() {
    assertThat(LOWER_35.agreementWith(1 / 35.2)).isEqualTo(ROUNDED);
    assertThat(LOWER_35.agreementWith(1 / 34.04)).isEqualTo(NEAREST_FIVE);
    assertThat(LOWER_35.agreementWith(35)).isEqualTo(DISAGREES);
  }
}
