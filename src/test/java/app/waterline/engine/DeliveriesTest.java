package app.waterline.engine;

import static app.waterline.Card.published;
import static app.waterline.engine.Figures.evaluate;
import static app.waterline.engine.Figures.figure;
import static app.waterline.engine.Figures.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.model.Capability;
import app.waterline.model.Configuration;
import app.waterline.model.ManualThroughput;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Scenario;
import app.waterline.model.Throughput;
import app.waterline.model.Workload;
import app.waterline.model.WorkloadKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a platform delivers, after docs/model.md, section 3. */
class DeliveriesTest {
  private static Delivery deliver(Platform platform, @Nullable Double target) {
    return evaluate(platform, Scenario.DEFAULT.withTargetInteractivity(target)).delivery();
  }

  private static double total(Platform platform, @Nullable Double target) {
    return figure(deliver(platform, target).total()).value();
  }

  private static Platform threePoints() {
    return Card.named("three")
        .measured(Card.point(20, 1000))
        .measured(Card.point(24, 800))
        .measured(Card.point(80, 100))
        .platform();
  }

  private static Configuration fp4WithMtp(boolean mtp) {
    return new Configuration(
        "DeepSeek-R1",
        WorkloadKind.SINGLE_TURN,
        1024,
        1024,
        Precision.FP4,
        "TensorRT-LLM",
        mtp,
        false,
        false,
        false);
  }

  @Test
  void withoutATargetThePointOfMostTokens() {
    Delivery delivery = deliver(threePoints(), null);
    assertThat(figure(delivery.total()).value()).isEqualTo(1000);
    assertThat(delivery.interactivity()).isEqualTo(20);
    assertThat(delivery.points()).hasSize(1);
  }

  @Test
  void belowTheSlowestPointItHolds() {
    assertThat(total(threePoints(), 5.0)).isEqualTo(1000);
    assertThat(deliver(threePoints(), 5.0).interactivity()).isEqualTo(20);
  }

  @Test
  void aboveTheFastestPointTheTargetCannotBeMet() {
    assertThat(reason(deliver(threePoints(), 80.5).total()))
        .isEqualTo("cannot meet 80.5 tok/s/user: the fastest measured point reaches 80");
    assertThat(total(threePoints(), 80.0)).isEqualTo(100);
  }

  @Test
  void betweenPointsItSaysSoAndNamesAWideGap() {
    Delivery narrow = deliver(threePoints(), 22.0);
    assertThat(figure(narrow.total()).quality()).isEqualTo(Quality.INTERPOLATED);
    assertThat(figure(narrow.total()).notes()).isEmpty();
    assertThat(figure(narrow.total()).value()).isBetween(800.0, 1000.0);
    assertThat(narrow.points())
        .extracting(OperatingPoint::interactivity)
        .containsExactly(20.0, 24.0);
    assertThat(figure(deliver(threePoints(), 50.0).total()).notes())
        .containsExactly("interpolated over a wide gap, from 24 to 80 tok/s/user");
  }

  @Test
  void betweenTwoPointsTheCurveIsALine() {
    Platform two = Card.named("two")
        .measured(Card.point(10, 400))
        .measured(Card.point(20, 100))
        .platform();
    assertThat(total(two, 15.0)).isCloseTo(250, within(1e-9));
  }

  @Test
  void pointsOfTwoConfigurationsAreNeverMixed() {
    Platform mixed = Card.named("mixed")
        .measured(Card.point(10, 400))
        .measured(Card.point(30, 200))
        .measured(Card.point(fp4WithMtp(true), 20, new Throughput(2000.0, null, null)))
        .platform();
    assertThat(total(mixed, 20.0)).isEqualTo(2000);
    assertThat(deliver(mixed, 20.0).configuration()).isEqualTo(fp4WithMtp(true));
    assertThat(total(mixed, 20.5)).isBetween(200.0, 400.0);
    assertThat(deliver(mixed, 20.5).configuration()).isEqualTo(Card.plainRun());
  }

  @Test
  void aSwitchThatIsOffRemovesThePointsThatUseIt() {
    Card card = Card.named("card")
        .measured(Card.point(10, 400))
        .measured(Card.point(fp4WithMtp(false), 10, new Throughput(900.0, null, null)))
        .measured(Card.point(fp4WithMtp(true), 10, new Throughput(2000.0, null, null)));
    assertThat(total(card.platform(), null)).isEqualTo(2000);
    assertThat(total(card.switchedOff(Capability.MULTI_TOKEN_PREDICTION, 3).platform(), null))
        .isEqualTo(900);
    assertThat(total(card.switchedOff(Capability.FP4, 2).platform(), null)).isEqualTo(400);
  }

  @Test
  void withoutScaleUpRunsStayOnABoard() {
    OperatingPoint wide = new OperatingPoint(
        Card.plainRun(),
        new Throughput(5000.0, null, null),
        10,
        null,
        null,
        null,
        null,
        72,
        null,
        null,
        Card.MEASURED);
    Card rack = Card.named("rack").scaleUp(72).measured(Card.point(10, 400)).measured(wide);
    assertThat(total(rack.platform(), null)).isEqualTo(5000);
    assertThat(total(rack.switchedOff(Capability.SCALE_UP, 1).platform(), null)).isEqualTo(400);
  }

  @Test
  void pointsOfAnotherWorkloadDoNotCount() {
    Platform card = Card.named("card").measured(Card.point(10, 400)).platform();
    assertThat(total(card, null)).isEqualTo(400);
    for (Workload other : new Workload[] {
      new Workload("GPT-OSS 120B", null, null, null, null, 0),
      new Workload(null, null, null, 8192, null, 0),
      new Workload(null, null, null, null, 8192, 0)
    }) {
      assertThat(reason(
              evaluate(card, Scenario.DEFAULT.withWorkload(other)).delivery().total()))
          .isEqualTo("no operating point fits the workload and the capabilities that are on");
    }
  }

  @Test
  void measuredPartsFollowTheTotal() {
    Platform card = Card.named("card")
        .measured(Card.point(Card.plainRun(), 10, new Throughput(400.0, 300.0, 100.0)))
        .measured(Card.point(Card.plainRun(), 20, new Throughput(200.0, null, 100.0)))
        .platform();
    // Two points: the total and the share of output are lines, 300 and 0.375 half way.
    Delivery half = deliver(card, 15.0);
    assertThat(figure(half.output()).value()).isCloseTo(300 * 0.375, within(1e-9));
    assertThat(figure(half.input()).value()).isCloseTo(300 * 0.625, within(1e-9));
    assertThat(reason(deliver(threePoints(), null).output()))
        .isEqualTo("the run does not tell input from output tokens");
  }

  @Test
  void aFigureByHandIsDividedByEachCapabilityThatIsOff() {
    Card card = Card.named("card")
        .delivering(new ManualThroughput(published(1200), null, null, null, Precision.FP4))
        .switchedOff(Capability.FP4, 2)
        .switchedOff(Capability.MULTI_TOKEN_PREDICTION, 3)
        .switchedOff(Capability.KV_OFFLOAD, 1);
    Delivery delivery = deliver(card.platform(), null);
    assertThat(figure(delivery.total()).value()).isEqualTo(200); // 1200 ÷ 2 ÷ 3
    assertThat(figure(delivery.total()).formula())
        .isEqualTo("by hand ÷ FP4 ÷ multi-token prediction");
    assertThat(figure(delivery.total()).quality()).isEqualTo(Quality.ASSUMED);
    assertThat(delivery.precision()).as("the card has no FP8 peak").isNull();
  }

  @Test
  void aFigureByHandMeetsATargetUpToItsInteractivity() {
    Platform stated = Card.named("stated")
        .delivering(new ManualThroughput(published(500), null, null, published(40), null))
        .platform();
    assertThat(total(stated, 40.0)).isEqualTo(500);
    assertThat(reason(deliver(stated, 41.0).total()))
        .isEqualTo("cannot meet 41 tok/s/user: the figure by hand reaches 40");
    Platform silent = Card.named("silent").delivering(500).platform();
    assertThat(figure(deliver(silent, 41.0).total()).quality()).isEqualTo(Quality.ASSUMED);
    assertThat(figure(deliver(silent, 41.0).total()).notes())
        .containsExactly("the figure states no interactivity; it is taken to meet the target");
  }

  @Test
  void onePartByHandGivesTheOther() {
    Platform card = Card.named("card")
        .delivering(new ManualThroughput(published(500), null, published(450), null, null))
        .platform();
    Scenario evenLengths =
        Scenario.DEFAULT.withWorkload(new Workload(null, null, null, 1000, 1000, 0));
    Delivery delivery = evaluate(card, evenLengths).delivery();
    assertThat(figure(delivery.output()).value()).isCloseTo(450, within(1e-9));
    assertThat(figure(delivery.input()).value()).isCloseTo(50, within(1e-9));
  }

  @Test
  void outputAloneHasNoCostOfInput() {
    Platform card = Card.named("card")
        .delivering(new ManualThroughput(published(500), null, published(500), null, null))
        .platform();
    assertThat(reason(evaluate(card, Scenario.DEFAULT), Metric.COST_PER_MILLION_INPUT_TOKENS))
        .isEqualTo("no such tokens are delivered");
  }
}
