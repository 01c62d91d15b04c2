package app.waterline.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.engine.Metric;
import app.waterline.engine.why.Bands;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Answer;
import app.waterline.model.Distribution;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Platform;
import app.waterline.model.Question;
import app.waterline.model.Support;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** docs/model.md, section 6: an open question is not assumed perfect. */
class DoubtsTest {
  private static final Evidence HAND = Evidence.assumption("by hand");

  private static Workspace sample() throws IOException {
    return WorkspaceFile.read(Path.of("sample-data/hopper-vs-blackwell.waterline"));
  }

  private static Workspace answered(Question question, Support support) throws IOException {
    return Edits.part("", "gb300", List.of("lifecycle", question), new Answer(support, HAND))
        .change()
        .apply(sample());
  }

  private static Platform blackwell(Workspace workspace) {
    return workspace.platform("gb300").orElseThrow();
  }

  @Test
  void theSampleIsAnsweredAsFarAsItsThroughputCounts() throws IOException {
    assertThat(Levers.uncertain(sample())).isEmpty();
    assertThat(Doubts.isOpen(blackwell(sample()), Question.AGENTIC_WORKLOADS)).isTrue();
    assertThat(Doubts.factor(blackwell(sample()), Question.AGENTIC_WORKLOADS)).isEqualTo(1);
  }

  /** FP4 is worth 6.1 in the 5,970 tok/s of GB300: without it 5,970 ÷ 6.1 = 978.7 are left. */
  @Test
  void anOpenQuestionReachesDownToTheThroughputWithoutTheCapability() throws IOException {
    Workspace open = answered(Question.FP4_AT_FULL_ACCURACY, Support.UNKNOWN);
    assertThat(Doubts.factor(blackwell(open), Question.FP4_AT_FULL_ACCURACY)).isEqualTo(6.1);
    assertThat(Levers.uncertain(open)).hasSize(1);
    Distribution range = Levers.uncertain(open).values().iterator().next();
    assertThat(range.low()).isCloseTo(978.69, Assertions.within(0.01));
    assertThat(range.centre()).isEqualTo(5970);
    assertThat(range.high()).isEqualTo(5970);
    Bands bands = Bands.of(open, Levers.uncertain(open)).orElseThrow();
    assertThat(bands.of("gb300", Metric.COST_PER_MILLION_TOKENS).orElseThrow().p95())
        .isGreaterThan(0.15);
    assertThat(bands.of("h200", Metric.COST_PER_MILLION_TOKENS)).isEmpty();
  }

  @Test
  void everyOtherAnswerIsOne() throws IOException {
    for (Support support : List.of(Support.YES, Support.PARTLY, Support.NO)) {
      assertThat(Levers.uncertain(answered(Question.FP4_AT_FULL_ACCURACY, support)))
          .isEmpty();
    }
  }

  @Test
  void anEnteredRangeIsWidened() throws IOException {
    Workspace open = answered(Question.SCALE_UP_ALL_TO_ALL, Support.UNKNOWN);
    Figure tokens = new Figure(5970, new Distribution.Uniform(5000, 7000), HAND);
    Workspace ranged =
        Edits.figure("", "gb300", FigureSlots.THROUGHPUT, tokens).change().apply(open);
    assertThat(Levers.uncertain(ranged))
        .containsValue(new Distribution.Pert(5000 / 1.73, 5970, 7000));
  }

  @Test
  void measuredRunsAnswerForThemselves() throws IOException {
    Workspace measured = WorkspaceFile.read(Path.of("sample-data/deepseek-r1-measured.waterline"));
    assertThat(Levers.uncertain(measured)).isEmpty();
  }
}
