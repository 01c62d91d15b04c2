package app.waterline.engine.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.waterline.engine.Metric;
import app.waterline.format.PrintedFormat;
import app.waterline.io.Catalogue;
import app.waterline.io.ClaimFile;
import app.waterline.model.Claim;
import app.waterline.model.InvalidInput;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimCheckTest {
  private static final Path PUBLISHED = Path.of("sample-data/hopper-vs-blackwell.claim.json");

  @Test
  void thePublishedCostNeedsAFinerThroughput() throws Exception {
    Finding.NeedsFinerInput found = one(published(), Finding.NeedsFinerInput.class);
    assertThat(found.cell())
        .isEqualTo(new Place("HGX H200", Metric.COST_PER_MILLION_TOKENS, "4.20"));
    assertThat(found.needed().low()).isCloseTo(1.41 / (3600 * 4.205) * 1e6, within(1e-9));
    assertThat(found.needed().high()).isCloseTo(1.41 / (3600 * 4.195) * 1e6, within(1e-9));
    assertThat(found.words())
        .isEqualTo(
            "HGX H200: 4.20 needs 93.14–93.37 tok/s/GPU (given 1.41); the printed 90 would give 4.352.");
  }

  @Test
  void thePublishedFlopsPerDollarIsCutOff() throws Exception {
    Finding.CutOff found = one(published(), Finding.CutOff.class);
    assertThat(found.cell()).isEqualTo(new Place("GB300 NVL72", Metric.PFLOPS_PER_DOLLAR, "5.6"));
    assertThat(found.words())
        .contains("5.6 is cut off, not rounded")
        .contains("15 PFLOP/s (FP4 dense) ÷ 2.65 is 5.66");
  }

  @Test
  void thePublishedFlopsRowMixesSparseAndDense() throws Exception {
    Finding.MixedBasis found = one(published(), Finding.MixedBasis.class);
    assertThat(found.basis()).isEqualTo(Finding.MixedBasis.Basis.PEAK);
    assertThat(found.counted())
        .containsExactly("FP8 sparse of HGX H200", "FP4 dense of GB300 NVL72");
    // Like for like 1.979 ÷ 1.41 and 5 ÷ 2.65.
    assertThat(found.likeForLike()).contains("FP8 dense", "HGX H200 1.404", "GB300 NVL72 1.887");
  }

  @Test
  void thePublishedTokenRatioIsRoundedToTheNearestFive() throws Exception {
    Finding.NearestFive found = one(published(), Finding.NearestFive.class);
    assertThat(found.cell().text()).isEqualTo("65x");
    assertThat(found.computed()).isCloseTo(6000 / 90.0, within(1e-9));
  }

  @Test
  void thePublishedTableLeavesThesePowers() throws Exception {
    ClaimCheck check = published();
    // 54K tok/s/MW with the throughput that $4.20 needs: about 1.73 kW.
    Interval power = implied(check, "HGX H200", Hidden.POWER).together().orElseThrow();
    assertThat(power.low()).isBetween(1.69, 1.73);
    assertThat(power.high()).isBetween(1.73, 1.76);
    assertThat(
            implied(check, "GB300 NVL72", Hidden.POWER).together().orElseThrow().contains(2.1))
        .isTrue();
    assertThat(check.findings()).noneMatch(Finding.Contradiction.class::isInstance);
  }

  @Test
  void cellsThatNoInputSatisfiesAreNamed() { // 2 $/h and 100 tok/s are 5.56 $ per million
    ClaimCheck check = check(claim(Map.of(
        "costPerGpuHour",
        "2.00",
        "tokensPerSecondPerGpu",
        "100.0",
        "costPerMillionTokens",
        "7.50",
        "tokensPerSecondPerMw",
        "54K")));
    Finding.Contradiction found = one(check, Finding.Contradiction.class);
    assertThat(found.places())
        .extracting(Place::metric)
        .containsExactlyInAnyOrder(
            Metric.COST_PER_GPU_HOUR,
            Metric.TOKENS_PER_SECOND_PER_GPU,
            Metric.COST_PER_MILLION_TOKENS);
    assertThat(implied(check, "A", Hidden.THROUGHPUT).together()).isEmpty();
  }

  @Test
  void
      aCellThatAgreesOnlyCutOffIsFoundFromTheWholeTable() { // 2.000 ÷ (3600 · 100.0) is 5.556: 5.55
    // is cut off
    ClaimCheck check = check(claim(Map.of(
        "costPerGpuHour",
        "2.000",
        "tokensPerSecondPerGpu",
        "100.0",
        "costPerMillionTokens",
        "5.55")));
    assertThat(one(check, Finding.CutOff.class).computed()).isCloseTo(5.5556, within(1e-4));
    assertThat(check.findings()).hasSize(1);
  }

  @Test
  void aTableThatHoldsHasNoFindings() {
    ClaimCheck check = check(claim(Map.of(
        "costPerGpuHour",
        "$2.00",
        "tokensPerSecondPerGpu",
        "1,000",
        "costPerMillionTokens",
        "$0.56")));
    assertThat(check.holds()).isTrue();
    Interval tokens = implied(check, "A", Hidden.THROUGHPUT).together().orElseThrow();
    assertThat(tokens.low()).isCloseTo(1.995 / (3600 * 0.565) * 1e6, within(1e-3));
    assertThat(tokens.high()).isCloseTo(2.005 / (3600 * 0.555) * 1e6, within(1e-3));
  }

  @Test
  void aboutAndMoreThanLeaveRoom() {
    assertThat(check(claim(Map.of(
                "costPerGpuHour",
                "2.00",
                "tokensPerSecondPerGpu",
                "more than 900",
                "costPerMillionTokens",
                "0.56")))
            .holds())
        .isTrue();
    assertThat(check(claim(Map.of(
                "costPerGpuHour",
                "2.00",
                "tokensPerSecondPerGpu",
                "more than 1,100",
                "costPerMillionTokens",
                "0.56")))
            .holds())
        .isFalse();
    assertThat(check(claim(Map.of(
                "costPerGpuHour",
                "2.00",
                "tokensPerSecondPerGpu",
                "about 950",
                "costPerMillionTokens",
                "~0.57")))
            .holds())
        .isTrue();
  }

  @Test
  void aRatioThatNothingExplainsIsSaidSo() {
    ClaimCheck check = check(new Claim(
        "Claim",
        "somebody",
        List.of(),
        List.of(
            new Claim.Row("A", "a", Map.of("tokensPerSecondPerGpu", "100.0")),
            new Claim.Row("B", "b", Map.of("tokensPerSecondPerGpu", "300.0"))),
        new Claim.Relative("a", "b", Map.of("tokensPerSecondPerGpu", "~35x"))));
    Finding.RatioDoesNotFollow found = one(check, Finding.RatioDoesNotFollow.class);
    assertThat(found.computed()).isCloseTo(3, within(1e-12));
    assertThat(found.inRange()).isFalse();
    assertThat(one(check, Finding.Contradiction.class).places()).hasSize(3);
  }

  @Test
  void differentTokensInOneTableAreAMixedBasis() {
    ClaimCheck check = check(new Claim(
        "Claim",
        "somebody",
        List.of(),
        List.of(
            new Claim.Row("A", "a", Map.of("costPerMillionTokens", "$4.20")),
            new Claim.Row("B", "b", Map.of("costPerMillionOutputTokens", "$0.12"))),
        null));
    assertThat(one(check, Finding.MixedBasis.class).basis())
        .isEqualTo(Finding.MixedBasis.Basis.TOKENS);
    assertThat(one(check, Finding.NotChecked.class).cell().text()).isEqualTo("$0.12");
  }

  @Test
  void anEmptyClaimIsRefused() {
    assertRefused(new Claim("Claim", "somebody", List.of(), List.of(), null), "[empty]");
    assertRefused(claim(Map.of()), "[empty]");
  }

  @Test
  void aCellThatIsNoFigureIsNamed() {
    assertRefused(
        claim(Map.of("costPerMillionTokens", "cheap")), "A, costPerMillionTokens", "[cheap]");
    assertRefused(claim(Map.of("costPerMillionTokens", "€0.12")), "[€0.12]");
    assertRefused(claim(Map.of("costPerMillionTokens", "$0.12 or 3 J")), "[$0.12 or 3 J]");
    assertRefused(claim(Map.of("costPerMillionTokens", "0")), "above 0", "[0]");
    assertRefused(claim(Map.of("costPerToken", "1")), "[costPerToken]");
  }

  @Test
  void aComparisonWithAnAbsentPlatformIsRefused() {
    assertRefused(
        new Claim(
            "Claim",
            "somebody",
            List.of(),
            List.of(new Claim.Row("A", "a", Map.of("costPerGpuHour", "1"))),
            new Claim.Relative("a", "c", Map.of("costPerGpuHour", "2x"))),
        "[c]");
  }

  private static void assertRefused(Claim claim, String... parts) {
    assertThatThrownBy(() -> check(claim))
        .isInstanceOf(InvalidInput.class)
        .message()
        .contains(parts);
  }

  private static Claim claim(Map<String, String> printed) {
    return claim(printed, null);
  }

  private static Claim claim(Map<String, String> printed, Claim.@Nullable Relative relative) {
    return new Claim(
        "Claim",
        "somebody",
        List.copyOf(printed.keySet()),
        List.of(new Claim.Row("A", "a", new LinkedHashMap<>(printed))),
        relative);
  }

  private static ClaimCheck check(Claim claim) {
    return ClaimCheck.of(claim, PrintedFormat::read, List.of());
  }

  private static ClaimCheck published() throws Exception {
    return ClaimCheck.of(ClaimFile.read(PUBLISHED), PrintedFormat::read, Catalogue.platforms());
  }

  private static <F extends Finding> F one(ClaimCheck check, Class<F> kind) {
    List<F> found =
        check.findings().stream().filter(kind::isInstance).map(kind::cast).toList();
    assertThat(found).as("findings %s", check.findings()).hasSize(1);
    return found.getFirst();
  }

  private static ClaimCheck.Implied implied(ClaimCheck check, String row, Hidden input) {
    return check.inputs().stream()
        .filter(each -> each.row().equals(row) && each.input() == input)
        .findFirst()
        .orElseThrow();
  }
}
