package app.waterline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.waterline.Card;
import app.waterline.model.Configuration;
import app.waterline.model.Evidence;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Throughput;
import app.waterline.model.TokenCount;
import app.waterline.model.Workload;
import app.waterline.model.WorkloadKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunFilterTest {
  private static final Workload ANY = new Workload(null, null, null, null, null, 0);

  private static OperatingPoint run(
      Precision precision,
      String stack,
      boolean mtp,
      boolean disaggregated,
      @Nullable String date,
      double x,
      double tokens) {
    Configuration configuration = new Configuration(
        "DeepSeek-R1",
        WorkloadKind.SINGLE_TURN,
        8192,
        1024,
        precision,
        stack,
        mtp,
        disaggregated,
        false,
        false);
    Evidence evidence = new Evidence(Evidence.Kind.MEASURED, "a run", date, null);
    return new OperatingPoint(
        configuration,
        new Throughput(tokens, null, null),
        x,
        null,
        null,
        null,
        null,
        8,
        null,
        null,
        evidence);
  }

  private static final OperatingPoint OLD =
      run(Precision.FP8, "SGLang", false, false, "2025-10-17", 50, 700);
  private static final OperatingPoint NEW =
      run(Precision.FP4, "Dynamo TensorRT-LLM", true, true, "2026-02-03", 50, 2100);
  private static final OperatingPoint NEWEST =
      run(Precision.FP4, "SGLang", true, false, "2026-06", 60, 2000);
  private static final OperatingPoint UNDATED =
      run(Precision.FP4, "SGLang", true, false, null, 60, 9999);
  private static final Platform CARD = Card.named("a")
      .measured(OLD)
      .measured(NEW)
      .measured(NEWEST)
      .measured(UNDATED)
      .platform();

  @Test
  void eachConditionKeepsItsRuns() {
    assertThat(kept(RunFilter.ALL)).containsExactly(OLD, NEW, NEWEST, UNDATED);
    assertThat(kept(new RunFilter(Set.of(Precision.FP8), Set.of(), null, null, null, null)))
        .containsExactly(OLD);
    assertThat(kept(new RunFilter(Set.of(), Set.of("SGLang"), true, null, null, null)))
        .containsExactly(NEWEST, UNDATED);
    assertThat(kept(new RunFilter(Set.of(), Set.of(), null, true, null, null)))
        .containsExactly(NEW);
    assertThat(kept(new RunFilter(Set.of(), Set.of(), false, null, null, null)))
        .containsExactly(OLD);
    assertThat(kept(new RunFilter(Set.of(), Set.of(), null, null, "2026", null)))
        .containsExactly(NEW, NEWEST);
    assertThat(kept(new RunFilter(Set.of(), Set.of(), null, null, null, "2026-02")))
        .containsExactly(OLD, NEW);
    assertThat(kept(new RunFilter(Set.of(), Set.of(), null, null, "2026-06-15", null)))
        .containsExactly(NEWEST);
  }

  private static List<OperatingPoint> kept(RunFilter filter) {
    return filter.on(CARD).operatingPoints();
  }

  @Test
  void bestSoFarRisesWithTheDatesAndLeavesUndatedRunsOut() {
    assertThat(BestSoFar.of(CARD, ANY, null, TokenCount.TOTAL))
        .extracting(BestSoFar::date, BestSoFar::tokensPerSecond)
        .containsExactly(tuple("2025-10-17", 700.0), tuple("2026-02-03", 2100.0));
    assertThat(BestSoFar.of(CARD, ANY, 55.0, TokenCount.TOTAL))
        .extracting(BestSoFar::date, BestSoFar::tokensPerSecond)
        .containsExactly(tuple("2026-06", 2000.0));
    assertThat(BestSoFar.of(CARD, ANY, 61.0, TokenCount.TOTAL)).isEmpty();
  }
}
