package app.waterline.engine;

import static app.waterline.engine.Figures.figure;
import static app.waterline.engine.Figures.reason;
import static app.waterline.engine.Metric.COST_PER_GPU_HOUR;
import static app.waterline.engine.Metric.COST_PER_MILLION_TOKENS;
import static app.waterline.engine.Metric.PFLOPS_PER_DOLLAR;
import static app.waterline.engine.Metric.TOKENS_PER_SECOND_PER_GPU;
import static app.waterline.engine.Metric.TOKENS_PER_SECOND_PER_MW;
import static app.waterline.engine.Printed.Agreement.CUT_OFF;
import static app.waterline.engine.Printed.Agreement.DISAGREES;
import static app.waterline.engine.Printed.Agreement.NEAREST_FIVE;
import static app.waterline.engine.Printed.Agreement.NOT_AVAILABLE;
import static app.waterline.engine.Printed.Agreement.ROUNDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.engine.Printed.Agreement;
import app.waterline.format.PrintedFormat;
import app.waterline.model.Capability;
import app.waterline.model.Claim;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Scenario;
import app.waterline.model.Sparsity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The published table of NVIDIA's "Rethinking AI TCO", cell by cell as docs/model.md, section 5, works
 * it out; the figures behind the assertions are computed by hand in the comments.
 */
class ReconciliationTest {
  private static final List<Metric> METRICS = List.of(
      COST_PER_GPU_HOUR,
      PFLOPS_PER_DOLLAR,
      TOKENS_PER_SECOND_PER_GPU,
      TOKENS_PER_SECOND_PER_MW,
      COST_PER_MILLION_TOKENS);

  private static final Claim TABLE = new Claim(
      "Hopper against Blackwell",
      "NVIDIA, 'Rethinking AI TCO'",
      METRICS.stream().map(Metric::key).toList(),
      List.of(
          new Claim.Row("HGX H200", "h200", printed("1.41", "2.8", "90", "54K", "4.20")),
          new Claim.Row("GB300 NVL72", "gb300", printed("2.65", "5.6", "6,000", "2.8M", "$0.12"))),
      new Claim.Relative("h200", "gb300", printed("2x", "2x", "65x", "50x", "35x lower")));

  private static Map<String, String> printed(String... cells) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < cells.length; i++) {
      map.put(METRICS.get(i).key(), cells[i]);
    }
    return map;
  }

  private static Platform hopper() {
    return Card.named("h200")
        .rented(1.41)
        .power(1.73)
        .peak(Precision.FP8, Sparsity.DENSE, 1.979)
        .quotedPeak(Precision.FP8, Sparsity.SPARSE, 3.958)
        .delivering(93.25)
        .platform();
  }

  private static Card blackwell() {
    return Card.named("gb300")
        .rented(2.652)
        .power(2.1)
        .peak(Precision.FP8, Sparsity.DENSE, 5)
        .quotedPeak(Precision.FP4, Sparsity.DENSE, 15)
        .delivering(5970);
  }

  private static Reconciliation reconcile(Scenario scenario, Platform... platforms) {
    return Reconciliation.of(
        TABLE, new Evaluator().evaluate(Card.workspace(scenario, platforms)), PrintedFormat::read);
  }

  private static Reconciliation published() {
    return reconcile(Scenario.DEFAULT, hopper(), blackwell().platform());
  }

  private static void check(
      Reconciliation.Row row,
      Metric metric,
      double fromPrinted,
      Agreement printedAgreement,
      double fromWorkspace,
      Agreement workspaceAgreement) {
    Reconciliation.Cell cell = row.of(metric).orElseThrow();
    assertThat(figure(cell.fromPrinted().computed()).value())
        .as("%s from the printed inputs", metric)
        .isCloseTo(fromPrinted, within(fromPrinted * 1e-5));
    assertThat(cell.fromPrinted().agreement())
        .as("%s from the printed inputs", metric)
        .isEqualTo(printedAgreement);
    assertThat(figure(cell.fromWorkspace().computed()).value())
        .as("%s from the workspace", metric)
        .isCloseTo(fromWorkspace, within(fromWorkspace * 1e-5));
    assertThat(cell.fromWorkspace().agreement())
        .as("%s from the workspace", metric)
        .isEqualTo(workspaceAgreement);
  }

  @Test
  void everyCellOfTheHopperRow() {
    Reconciliation.Row row = published().platforms().getFirst();
    assertThat(row.name()).isEqualTo("HGX H200");
    check(row, COST_PER_GPU_HOUR, 1.41, ROUNDED, 1.41, ROUNDED);
    check(row, PFLOPS_PER_DOLLAR, 2.807092, ROUNDED, 2.807092, ROUNDED); // 3.958 ÷ 1.41
    check(row, TOKENS_PER_SECOND_PER_GPU, 90, ROUNDED, 93.25, ROUNDED);
    // 90 000 ÷ 1.73 = 52 023: not the printed 54K. 93 250 ÷ 1.73 = 53 902 is.
    check(row, TOKENS_PER_SECOND_PER_MW, 52_023.12, DISAGREES, 53_901.73, ROUNDED);
    // 1.41 ÷ 0.324 = 4.3519: not the printed 4.20. 1.41 ÷ 0.3357 = 4.2002 is.
    check(row, COST_PER_MILLION_TOKENS, 4.351852, DISAGREES, 4.200179, ROUNDED);
  }

  @Test
  void everyCellOfTheBlackwellRow() {
    Reconciliation.Row row = published().platforms().getLast();
    check(row, COST_PER_GPU_HOUR, 2.65, ROUNDED, 2.652, ROUNDED);
    // 15 ÷ 2.65 and 15 ÷ 2.652: both round to 5.7, the printed 5.6 is cut off.
    check(row, PFLOPS_PER_DOLLAR, 5.660377, CUT_OFF, 5.656109, CUT_OFF);
    check(row, TOKENS_PER_SECOND_PER_GPU, 6000, ROUNDED, 5970, ROUNDED);
    // 6 000 000 ÷ 2.1 = 2.857M rounds to 2.9M; 5 970 000 ÷ 2.1 = 2.843M to 2.8M.
    check(row, TOKENS_PER_SECOND_PER_MW, 2_857_142.9, CUT_OFF, 2_842_857.1, ROUNDED);
    // 2.65 ÷ 21.6 and 2.652 ÷ 21.492
    check(row, COST_PER_MILLION_TOKENS, 0.1226852, ROUNDED, 0.1233948, ROUNDED);
  }

  @Test
  void everyCellOfTheComparison() {
    Reconciliation.Row row = Objects.requireNonNull(published().relative());
    check(row, COST_PER_GPU_HOUR, 1.879433, ROUNDED, 1.880851, ROUNDED);
    check(row, PFLOPS_PER_DOLLAR, 2.016456, ROUNDED, 2.014935, ROUNDED);
    // 6000 ÷ 90 = 66.67 and 5970 ÷ 93.25 = 64.02: the printed 65x only to the nearest 5.
    check(row, TOKENS_PER_SECOND_PER_GPU, 66.66667, NEAREST_FIVE, 64.02145, NEAREST_FIVE);
    // 54.9 and 52.7: the printed 50x only to its one printed digit; the nearest 5 would be 55.
    check(row, TOKENS_PER_SECOND_PER_MW, 54.92063, ROUNDED, 52.74148, ROUNDED);
    // 35.47 times lower from the printed inputs, 34.04 from the workspace's.
    check(row, COST_PER_MILLION_TOKENS, 0.02819149, ROUNDED, 0.02937845, NEAREST_FIVE);
  }

  @Test
  void flopsPerDollarComparesSparseWithDense() {
    LikeForLike fair = Objects.requireNonNull(published().likeForLike());
    assertThat(fair.baselineQuoted().sparsity()).isEqualTo(Sparsity.SPARSE);
    assertThat(fair.candidateQuoted().precision()).isEqualTo(Precision.FP4);
    assertThat(fair.precision()).isEqualTo(Precision.FP8);
    assertThat(fair.baseline().value()).isCloseTo(1.4035, within(1e-4)); // 1.979 ÷ 1.41
    assertThat(fair.candidate().value()).isCloseTo(1.8854, within(1e-4)); // 5 ÷ 2.652
  }

  @Test
  void equalPeaksNeedNoNote() {
    Platform other = Card.named("gb300")
        .rented(2.652)
        .quotedPeak(Precision.FP8, Sparsity.SPARSE, 10)
        .platform();
    assertThat(reconcile(Scenario.DEFAULT, hopper(), other).likeForLike()).isNull();
  }

  @Test
  void aLowerUtilizationShowsInTheWorkspacesColumnAlone() {
    Reconciliation half =
        reconcile(Scenario.DEFAULT.withUtilization(0.5), hopper(), blackwell().platform());
    check(
        half.platforms().getFirst(),
        COST_PER_MILLION_TOKENS,
        4.351852,
        DISAGREES,
        8.400357,
        DISAGREES);
  }

  @Test
  void printedTokensContainEveryCapabilityAlready() {
    Platform off = blackwell().switchedOff(Capability.FP4, 2).platform();
    Reconciliation.Row row =
        reconcile(Scenario.DEFAULT, hopper(), off).platforms().getLast();
    check(row, TOKENS_PER_SECOND_PER_GPU, 6000, ROUNDED, 2985, DISAGREES);
  }

  @Test
  void aPlatformThatIsGoneIsNotAvailable() {
    Reconciliation alone = reconcile(Scenario.DEFAULT, hopper());
    Reconciliation.Cell cell =
        alone.platforms().getLast().of(COST_PER_MILLION_TOKENS).orElseThrow();
    assertThat(cell.fromWorkspace().agreement()).isEqualTo(NOT_AVAILABLE);
    assertThat(reason(cell.fromWorkspace().computed())).isEqualTo("not in this workspace: gb300");
    assertThat(alone.likeForLike()).isNull();
  }

  @Test
  void refusesAMetricThatIsNotKnown() {
    Claim odd = new Claim(
        "Odd",
        "nobody",
        List.of("happiness"),
        List.of(new Claim.Row("HGX H200", "h200", Map.of("happiness", "7"))),
        null);
    Evaluation evaluation = new Evaluator().evaluate(Card.workspace(Scenario.DEFAULT, hopper()));
    assertThatThrownBy(() -> Reconciliation.of(odd, evaluation, PrintedFormat::read))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("[happiness]");
  }
}
