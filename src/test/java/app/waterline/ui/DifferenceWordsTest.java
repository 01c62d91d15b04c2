package app.waterline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.Card;
import app.waterline.document.Differences;
import app.waterline.document.Edits;
import app.waterline.document.FigureSlots;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Answer;
import app.waterline.model.Capability;
import app.waterline.model.Distribution;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.Platform;
import app.waterline.model.Question;
import app.waterline.model.Scenario;
import app.waterline.model.Support;
import app.waterline.model.Workspace;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DifferenceWordsTest {
  private static final Platform A = Card.named("a").rented(2).delivering(100).platform();
  private static final Workspace START = Card.workspace(Scenario.DEFAULT, A);

  private static List<String> lines(Locale numbers, Workspace changed) {
    DifferenceWords words = new DifferenceWords(new QuantityFormat(numbers), Locale.ENGLISH);
    return Differences.between(START, changed).stream().map(words::line).toList();
  }

  @Test
  void numbersReadAsOnTheScreen() {
    Workspace changed = START
        .withPlatform(FigureSlots.RATE.in(A, Card.published(2.5)))
        .withScenario(START.scenario().withUtilization(0.555).withPue(1.2));
    assertThat(lines(Locale.US, changed))
        .containsExactly(
            "Utilization 100 % → 55.5 %",
            "PUE none → 1.2", "a · Price per GPU-hour $2.00/GPU-hour → $2.50/GPU-hour");
    assertThat(lines(Locale.GERMANY, changed)).anyMatch(line -> line.contains("55,5"));
  }

  @Test
  void platformsListsAndSwitchesHaveTheirWords() {
    Platform more = A.withOperatingPoints(List.of(Card.point(20, 900), Card.point(40, 500)));
    assertThat(lines(Locale.US, START.withPlatform(more)))
        .containsExactly("a · Operating points 2 added");
    assertThat(lines(Locale.US, START.withPlatforms(List.of()))).contains("a removed");
    Platform off = Card.named("a")
        .rented(2)
        .delivering(100)
        .switchedOff(Capability.FP4, 1.5)
        .platform();
    assertThat(lines(Locale.US, START.withPlatform(off)))
        .anyMatch(line -> line.contains("FP4 in use"));
    assertThat(lines(Locale.US, START.withTitle("New"))).containsExactly("Title Test → New");
  }

  @Test
  void rangesAndAnswersHaveTheirWords() {
    Figure uncertain =
        new Figure(2, new Distribution.Uniform(1.8, 2.4), Card.published(2).evidence());
    Answer partly = new Answer(Support.PARTLY, Evidence.assumption("asked"));
    Workspace changed = Edits.part(
            "answer", "a", List.of("lifecycle", Question.SCALE_UP_ALL_TO_ALL), partly)
        .change()
        .apply(START.withPlatform(FigureSlots.RATE.in(A, uncertain)))
        .withScenario(
            START.scenario().withRange(Input.UTILIZATION, new Distribution.Uniform(0.4, 1)));
    assertThat(lines(Locale.US, changed))
        .containsExactlyInAnyOrder(
            "Utilization, range none → 40 % to 100 %",
            "a · Price per GPU-hour, range none → $1.80 to $2.40",
            "a · Does the scale-up interconnect carry all-to-all MoE traffic? none → partly",
            "a · Does the scale-up interconnect carry all-to-all MoE traffic? evidence changed");
  }
}
