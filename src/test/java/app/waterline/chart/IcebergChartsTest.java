package app.waterline.chart;

import static java.lang.Math.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.chart.IcebergChart.Berg;
import app.waterline.chart.IcebergChart.Kind;
import app.waterline.chart.IcebergChart.Layer;
import app.waterline.chart.IcebergChart.Slab;
import app.waterline.document.Levers;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Metric;
import app.waterline.engine.Quality;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Distribution;
import app.waterline.model.Input;
import app.waterline.model.Platform;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IcebergChartsTest {
  private static final ChartTexts TEXTS = new ChartTexts(new QuantityFormat(Locale.US));

  static Evaluation sample(String name) throws IOException {
    return new Evaluator().evaluate(WorkspaceFile.read(Path.of("sample-data", name)));
  }

  private static IcebergChart published() throws IOException {
    return IcebergCharts.of(sample("hopper-vs-blackwell.waterline"), TEXTS);
  }

  private static IcebergChart of(Platform... platforms) {
    return IcebergCharts.of(
        new Evaluator().evaluate(Card.workspace(Scenario.DEFAULT, platforms)), TEXTS);
  }

  private static Berg last(IcebergChart chart) {
    return chart.bergs().getLast();
  }

  private static Layer layer(Berg berg, String id) {
    return berg.layer(id).orElseThrow();
  }

  @Test
  void thePublishedPair() throws IOException { // $4.20 and $0.123, 1.41 and 2.652 $/h
    IcebergChart chart = published();
    assertThat(chart.title())
        .isEqualTo("GB300 NVL72 tokens cost 34.0× less, though its GPU-hour costs 1.88× more");
    assertThat(chart.subtitle()).contains("DeepSeek-R1", "input + output", "100 %");
    assertThat(chart.bergs()).extracting(Berg::name).containsExactly("HGX H200", "GB300 NVL72");
    assertThat(last(chart).quoted())
        .containsExactly(
            "$2.65 per GPU-hour, 1.88×\u00a0higher",
            "15 PFLOP/s FP4 dense",
            "288 GB HBM",
            "5.66 PFLOP/s per $/h");
    assertThat(last(chart).cost())
        .isEqualTo(new Datum.Known(costOfBlackwell(), "$0.123", Quality.ASSUMED));
    assertThat(layer(last(chart), "FP4").label()).isEqualTo("6.10×");
    assertThat(layer(last(chart), "FP4").quality()).isEqualTo(Quality.ASSUMED);
    assertThat(layer(last(chart), "FP4").why().grounds().getFirst()).contains("723 tok/s/GPU");
    assertThat(layer(last(chart), "FP4").why().sources().getFirst()).contains("InferenceX");
  }

  private static double costOfBlackwell() throws IOException {
    return sample("hopper-vs-blackwell.waterline")
        .platforms()
        .getLast()
        .of(Metric.COST_PER_MILLION_TOKENS)
        .figure()
        .orElseThrow()
        .value();
  }

  @Test
  void theFactorsMultiplyToTheWholeRatio() throws IOException {
    double product = last(published()).layers().stream()
        .mapToDouble(Layer::factor)
        .reduce(1, (one, other) -> one * other);
    assertThat(product).isCloseTo((1.41 / 93.25) / (2.652 / 5970), within(1e-9));
  }

  /** Who cannot see the mark hears which multiplier stands in. */
  @Test
  void anAssumedShareSaysWhichMultiplierItRestsOn() throws IOException {
    assertThat(published().describe(TEXTS))
        .contains(
            "scale-up interconnect 1.73×, assumed (GB300 NVL72: 1.73×, the multiplier on its card");
  }

  /** Above the water stands the quoted price; what its power makes of it is said with it. */
  @Test
  void theHourOfOwnedHardwareIsOneLayerThatNamesItsPower() throws IOException {
    Evaluation evaluation = sample("factory-10mw.waterline");
    Berg blackwell = last(IcebergCharts.of(evaluation, TEXTS));
    double factor = evaluation
            .platforms()
            .getFirst()
            .of(Metric.COST_PER_GPU_HOUR)
            .figure()
            .orElseThrow()
            .value()
        / evaluation
            .platforms()
            .getLast()
            .of(Metric.COST_PER_GPU_HOUR)
            .figure()
            .orElseThrow()
            .value();
    assertThat(layer(blackwell, "PRICE").factor()).isCloseTo(factor, within(1e-12));
    assertThat(layer(blackwell, "PRICE").why().grounds())
        .anyMatch(line -> line.startsWith("of it the power of the GPU makes 0.9"));
    assertThat(blackwell.layer("POWER")).isEmpty();
  }

  @Test
  void theBaselineIsOneLayerOfWhatItDelivers() throws IOException {
    Berg baseline = published().bergs().getFirst();
    assertThat(baseline.layers()).singleElement().satisfies(layer -> {
      assertThat(layer.name()).isEqualTo("delivered tokens");
      assertThat(layer.label()).isEqualTo("93.3 tokens/s per GPU");
    });
  }

  @Test
  void thicknessIsTheLogarithmOfTheFactorOnOneScale() throws IOException {
    IcebergChart chart = published();
    List<Slab> slabs = chart.slabs(last(chart));
    assertThat(slabs)
        .extracting(slab -> slab.layer().id())
        .containsExactly(
            "FP4",
            "MULTI_TOKEN_PREDICTION",
            "SCALE_UP",
            "HARDWARE_AND_SOFTWARE",
            IcebergCharts.COMMON);
    assertThat(slabs.get(0).from()).isZero();
    assertThat(slabs.get(0).to()).isCloseTo(log(6.1), within(1e-9));
    assertThat(slabs.get(1).to() - slabs.get(1).from()).isCloseTo(log(5.5 / 1.98), within(1e-9));
    double baseline = chart.slabs(chart.bergs().getFirst()).getLast().to();
    assertThat(slabs.getLast().to() - baseline).isCloseTo(log(5970 / 93.25), within(1e-9));
  }

  @Test
  void whatMakesNoDifferenceIsNamedNotDrawn() throws IOException {
    assertThat(published().notes())
        .contains("No difference: disaggregated serving, KV-aware routing, KV-cache offload.")
        .anyMatch(note -> note.startsWith("To scale"));
  }

  @Test
  void whatAPlatformLacksIsOutlinedAndTheSolidIceStaysToScale() throws IOException {
    Workspace all = sample("deepseek-r1-measured.waterline").workspace();
    IcebergChart chart = IcebergCharts.of(new Evaluator().evaluate(all), TEXTS);
    assertThat(chart.bergs()).hasSize(IcebergCharts.MOST);
    assertThat(chart.notes()).contains("The first 6 of 9 platforms.");
    for (Berg berg : chart.bergs()) {
      double solid = chart.slabs(berg).stream()
          .filter(slab -> !slab.lacking())
          .mapToDouble(slab -> slab.to() - slab.from())
          .sum();
      double tokens = berg.layers().stream()
          .filter(layer -> layer.kind() == Kind.DRIVER)
          .mapToDouble(Layer::ln)
          .sum();
      assertThat(solid).as(berg.name()).isCloseTo(chart.common() + tokens, within(0.02));
      assertThat(chart.slabs(berg)).allMatch(slab -> slab.to() > slab.from());
    }
    assertThat(chart.slabs(chart.bergs().getFirst())) // the H100 delivers less than the H200
        .filteredOn(Slab::lacking)
        .extracting(slab -> slab.layer().id())
        .contains("MULTI_TOKEN_PREDICTION", "HARDWARE_AND_SOFTWARE");
  }

  @Test
  void aPlatformWithoutTokensSaysWhy() {
    Platform silent = Card.named("B").rented(2).platform();
    IcebergChart chart = of(Card.named("A").rented(1).delivering(50).platform(), silent);
    assertThat(last(chart).layers()).isEmpty();
    assertThat(last(chart).reason()).startsWith("B: ");
    assertThat(last(chart).cost()).isInstanceOf(Datum.Missing.class);
    assertThat(chart.slabs(last(chart))).isEmpty();
    assertThat(chart.describe(TEXTS)).contains("not available");
    assertThat(chart.table(TEXTS).rows().getLast())
        .anyMatch(cell -> cell.contains("not available"));
  }

  @Test
  void nothingMeasuredAndNothingAtAll() {
    assertThat(of(Card.named("A").rented(1).platform()).title())
        .isEqualTo("No platform delivers tokens yet");
    assertThat(of().bergs()).isEmpty();
    assertThat(of().title()).isEqualTo("Nothing to compare yet");
  }

  @Test
  void onePlatformAsksForASecond() {
    IcebergChart chart = of(Card.named("A").rented(1.41).delivering(93.25).platform());
    assertThat(chart.title()).isEqualTo("A: $4.20 per million tokens");
    assertThat(chart.notes()).anyMatch(note -> note.contains("second platform"));
  }

  @Test
  void aDearerTokenAndALevelPriceReadSo() {
    IcebergChart chart = of(
        Card.named("A").rented(2).delivering(100).platform(),
        Card.named("B").rented(2).delivering(50).platform());
    assertThat(chart.title())
        .isEqualTo("B tokens cost 2.00× more, and its GPU-hour costs the same");
  }

  @Test
  void aLayerThatIsSwitchedOffMeltsOnTheWay() throws IOException {
    Workspace workspace = sample("hopper-vs-blackwell.waterline").workspace();
    IcebergChart before = published();
    IcebergChart after = IcebergCharts.of(new Evaluator().evaluate(withoutFp4(workspace)), TEXTS);
    assertThat(last(after).layer("FP4")).isEmpty();
    assertThat(last(before.towards(after, 0)).layer("FP4").orElseThrow().ln())
        .isCloseTo(log(6.1), within(1e-9));
    assertThat(last(before.towards(after, 0.5)).layer("FP4").orElseThrow().ln())
        .isCloseTo(log(6.1) / 2, within(1e-9));
    assertThat(before.towards(after, 1)).isEqualTo(after);
    assertThat(last(after).cost()).extracting("label").isEqualTo("$0.753"); // 6.1 × $0.1234
  }

  private static Workspace withoutFp4(Workspace workspace) {
    return workspace.withPlatforms(workspace.platforms().stream()
        .map(each -> {
          Map<Capability, CapabilityState> stack = new EnumMap<>(each.stack());
          stack.computeIfPresent(Capability.FP4, (key, state) -> state.switched(false));
          return each.withStack(stack);
        })
        .toList());
  }

  @Test
  void withFp8OnlyTheAdvantageIsWhatTheEngineSays() throws IOException { // 0.1234 · 6.1 = $0.753
    Evaluation evaluation = sample("hopper-vs-blackwell.waterline");
    Switching switching = new Switching(TEXTS);
    String blackwell = evaluation.platforms().getLast().platform().id();
    assertThat(switching.otherWay(evaluation, blackwell, "FP4"))
        .contains("With FP8 only: $0.753 per million tokens, 5.58× lower than HGX H200");
    assertThat(switching.otherWay(evaluation, blackwell, "PRICE")).isEmpty();
    String hopper = evaluation.platforms().getFirst().platform().id();
    assertThat(switching.otherWay(evaluation, hopper, "FP4")).isEmpty();
  }

  @Test
  void anUncertainCostSaysItsRangeUnderTheBerg() throws IOException {
    Workspace sure = sample("hopper-vs-blackwell.waterline").workspace();
    Workspace workspace = sure.withScenario(
        sure.scenario().withRange(Input.UTILIZATION, new Distribution.Uniform(0.5, 1)));
    Evaluation evaluation = new Evaluator().evaluate(workspace);
    IcebergChart chart = IcebergCharts.of(evaluation, TEXTS, Levers.bands(evaluation));
    // 4.2002 ÷ 0.975 and ÷ 0.525, nine cases in ten of a share between 50 % and 100 %
    assertThat(chart.bergs().getFirst().range()).isEqualTo("P5–P95 $4.31 to $8.00");
    assertThat(chart.describe(TEXTS)).contains("P5–P95 $4.31 to $8.00");
    assertThat(IcebergCharts.of(evaluation, TEXTS).keepingRangesOf(chart).bergs())
        .as("the line of a range that is still to come")
        .allMatch(berg -> berg.range().equals(" "));
    assertThat(IcebergCharts.of(new Evaluator().evaluate(sure), TEXTS)
            .bergs()
            .getFirst()
            .range())
        .isEmpty();
  }
}
