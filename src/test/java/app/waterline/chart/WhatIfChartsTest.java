package app.waterline.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.document.FigureSlots;
import app.waterline.document.Levers;
import app.waterline.document.ScenarioSlot;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Metric;
import app.waterline.engine.why.Decomposition;
import app.waterline.engine.why.Gauge;
import app.waterline.engine.why.HeatMap;
import app.waterline.engine.why.Importance;
import app.waterline.engine.why.Lever;
import app.waterline.engine.why.Sweep;
import app.waterline.engine.why.Tornado;
import app.waterline.engine.why.Uncertainty;
import app.waterline.engine.why.WinnerMap;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Distribution;
import app.waterline.model.Platform;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class WhatIfChartsTest {
  private static final ChartTexts TEXTS = new ChartTexts(new QuantityFormat(Locale.US));
  private static final ChartFonts FONTS = ChartFonts.bundled();
  private static final Lever UTILIZATION = Levers.of(ScenarioSlot.UTILIZATION);
  private static final Lever TARGET = Levers.of(ScenarioSlot.TARGET_INTERACTIVITY);

  private static Evaluation published() throws IOException {
    return IcebergChartsTest.sample("hopper-vs-blackwell.waterline");
  }

  private static Evaluation measured() throws IOException {
    return IcebergChartsTest.sample("deepseek-r1-measured.waterline");
  }

  private static Platform first(Evaluation evaluation) {
    return evaluation.workspace().platforms().getFirst();
  }

  private static Platform last(Evaluation evaluation) {
    return evaluation.workspace().platforms().getLast();
  }

  private static TornadoChart tornado(Evaluation evaluation, Gauge gauge) {
    Tornado tornado = Tornado.of(
        new Evaluator(), evaluation.workspace(), gauge, Levers.of(evaluation.workspace()), 0.2);
    return TornadoCharts.of(tornado, evaluation, 0.2, false, TEXTS);
  }

  @Test
  void tornadoBarsStateInputOutcomeAndOwner() throws IOException { // cost ∝ rate ÷ tokens ÷ u
    Evaluation evaluation = published();
    Platform hopper = first(evaluation);
    TornadoChart chart = tornado(evaluation, Gauge.of(hopper.id(), Metric.COST_PER_MILLION_TOKENS));
    keep(chart, "tornado");
    TornadoChart.Bar rate = chart.bars().stream()
        .filter(bar -> bar.id().endsWith("/pricing/ratePerGpuHour"))
        .findFirst()
        .orElseThrow();
    assertThat(rate.owner()).isEqualTo(hopper.name());
    assertThat(rate.color()).isEqualTo(hopper.color());
    assertThat(rate.low().input()).isCloseTo(1.41 * 0.8, within(1e-12));
    double cost = 1.41 / (3600 * 93.25) * 1e6;
    assertThat(((Datum.Known) rate.low().outcome()).value()).isCloseTo(cost * 0.8, within(1e-9));
    assertThat(((Datum.Known) rate.high().outcome()).value()).isCloseTo(cost * 1.2, within(1e-9));
    assertThat(chart.title())
        .contains("moves the cost per million tokens of " + hopper.name() + " most");
    assertThat(chart.describe(TEXTS)).contains(chart.title()).contains("Price per GPU-hour");
    assertThat(chart.table(TEXTS).rows()).hasSameSizeAs(chart.bars());
  }

  /** Cost falls as utilization rises: 4.2 ÷ 1.2 and 4.2 ÷ 0.8, of 0.5. */
  @Test
  void theTitleOfATornadoGoesFromTheLowerFigureToTheHigher() throws IOException {
    Workspace half = published().workspace();
    Evaluation evaluation =
        new Evaluator().evaluate(half.withScenario(half.scenario().withUtilization(0.5)));
    Gauge cost = Gauge.of(first(evaluation).id(), Metric.COST_PER_MILLION_TOKENS);
    Tornado tornado = Tornado.of(
        new Evaluator(),
        evaluation.workspace(),
        cost,
        List.of(Levers.of(ScenarioSlot.UTILIZATION)),
        0.2);
    assertThat(TornadoCharts.of(tornado, evaluation, 0.2, false, TEXTS).title())
        .endsWith("most: $7.00 at 60 % to $10.50 at 40 %");
  }

  @Test
  void aTornadoOfTheRatioMovesWithBothPlatforms() throws IOException {
    Evaluation evaluation = published();
    TornadoChart chart = tornado(
        evaluation,
        new Gauge(
            first(evaluation).id(),
            Metric.COST_PER_MILLION_TOKENS,
            last(evaluation).id()));
    assertThat(chart.bars())
        .extracting(TornadoChart.Bar::owner)
        .contains(first(evaluation).name(), last(evaluation).name());
    assertThat(chart.title()).contains("×");
  }

  @Test
  void aChartWithMoreWordsThanRoomIsStillDrawn() throws IOException {
    TornadoChart chart =
        tornado(published(), Gauge.of(first(published()).id(), Metric.COST_PER_MILLION_TOKENS));
    List<String> notes = java.util.Collections.nCopies(30, "A note that takes a line of its own.");
    TornadoChart wordy = new TornadoChart(
        chart.title(), chart.subtitle(), chart.outcome(), chart.base(), chart.bars(), notes);
    assertThat(
            ChartImage.of(new ChartDrawing(ChartTheme.light(), FONTS, TEXTS), wordy, 320, 240, 1))
        .isNotNull();
  }

  @Test
  void aTornadoWithoutAFigureSaysWhy() throws IOException {
    Workspace sample = published().workspace();
    Evaluation evaluation =
        new Evaluator().evaluate(sample.withScenario(sample.scenario().withTokenPrices(null)));
    TornadoChart chart = tornado(evaluation, Gauge.of(last(evaluation).id(), Metric.GROSS_MARGIN));
    assertThat(chart.base()).isInstanceOf(Datum.Missing.class);
    assertThat(chart.title()).contains("no token prices");
    keep(chart, "tornado-missing");
  }

  @Test
  void theWaterfallAddsUpAndNamesItsLargestStep() throws IOException {
    Evaluation evaluation = published();
    Decomposition why = Decomposition.of(
            evaluation, first(evaluation).id(), last(evaluation).id(), Decomposition.Subject.COST)
        .found()
        .orElseThrow();
    WaterfallChart chart = WaterfallCharts.of(why, evaluation, TEXTS);
    keep(chart, "waterfall");
    double sum = chart.from().figure().value()
        + chart.steps().stream().mapToDouble(step -> step.amount().value()).sum();
    assertThat(sum).isCloseTo(chart.to().figure().value(), within(1e-12 * sum + 1e-12));
    assertThat(chart.steps()).extracting(WaterfallChart.Step::name).contains("price", "FP4");
    WaterfallChart.Step price = chart.steps().getFirst();
    assertThat(price.better()).isFalse();
    assertThat(price.amount().label()).startsWith("+$");
    assertThat(chart.title()).startsWith("From $4.20 to $0.12");
    assertThat(chart.table(TEXTS).rows()).hasSize(chart.steps().size() + 2);
  }

  private static HeatMap map(Evaluation evaluation, Lever x, double[] xs, Lever y, double[] ys) {
    return HeatMap.of(evaluation.workspace(), evaluation.headline(), x, xs, y, ys);
  }

  private static HeatMap speeds(Evaluation evaluation) {
    return map(evaluation, TARGET, Sweep.steps(5, 150, 121), UTILIZATION, Sweep.steps(0.1, 1, 81));
  }

  @Test
  void theWinnerMapAgreesWithTheExactOne() throws IOException {
    Evaluation evaluation = measured();
    HeatMap costs = speeds(evaluation);
    HeatChart chart = HeatCharts.winners(costs, TEXTS);
    keep(chart, "winners");
    WinnerMap exact = WinnerMap.of(
        evaluation.workspace(),
        TARGET,
        Sweep.steps(5, 150, 121),
        UTILIZATION,
        Sweep.steps(0.1, 1, 81));
    HeatChart.Cells.Winners cells = (HeatChart.Cells.Winners) chart.cells();
    for (int y = 0; y < 81; y++) {
      for (int x = 0; x < 121; x++) {
        assertThat(cells.winner(x, y)).as("%d, %d", x, y).isEqualTo(exact.winner(x, y));
      }
    }
    assertThat(chart.findings()).isNotEmpty().allMatch(each -> each.contains("tok/s/user"));
    assertThat(chart.table(TEXTS).rows().size()).isLessThanOrEqualTo(25);
  }

  @Test
  void oneWinnerEverywhereIsAMapOfHowFarItIsAhead() throws IOException { // $1.41 and $2.65 an hour
    Evaluation evaluation = published();
    Lever ours = Levers.of(last(evaluation).id(), FigureSlots.RATE);
    Lever theirs = Levers.of(first(evaluation).id(), FigureSlots.RATE);
    HeatChart chart = HeatCharts.winners(
        map(evaluation, ours, Sweep.steps(1, 8, 29), theirs, Sweep.steps(1, 4, 25)), TEXTS);
    keep(chart, "ahead");
    HeatChart.Cells.Values values = (HeatChart.Cells.Values) chart.cells();
    double leastLead = 1 / 93.25 * 5970 / 8; // cheapest rival, dearest of ours
    assertThat(values.grid().known().min()).hasValueCloseTo(leastLead, within(1e-9));
    assertThat(chart.title()).contains("cheapest everywhere", "8.00×", "256×");
    assertThat(chart.lines()).extracting(HeatChart.Line::label).contains("10.0×", "50.0×", "200×");
    HeatChart flat = HeatCharts.winners(
        map(
            evaluation,
            Levers.of(ScenarioSlot.POWER_PRICE),
            Sweep.steps(0.01, 0.3, 9),
            UTILIZATION,
            Sweep.steps(0.1, 1, 9)),
        TEXTS);
    assertThat(flat.title()).contains("34.0× below the next").doesNotContain(" to ");
    assertThat(flat.lines()).isEmpty();
    assertThat(flat.notes()).isEmpty();
  }

  @Test
  void whereOnlyOneHasACostTheMapDoesNotSayByHowMuch() throws IOException {
    Workspace factory = WorkspaceFile.read(Path.of("sample-data/factory-10mw.waterline"));
    HeatChart chart = HeatCharts.winners(speeds(new Evaluator().evaluate(factory)), TEXTS);
    assertThat(chart.title()).contains("cheapest everywhere", "where that has a cost");
    assertThat(chart.notes()).containsExactly("Grey: only GB300 NVL72 has a cost there.");
  }

  @Test
  void theBreakEvenLineRunsWhereBothCostTheSame() throws IOException { // rate ÷ tokens is level
    Evaluation evaluation = published();
    Platform hopper = first(evaluation);
    Platform blackwell = last(evaluation);
    Lever rate = Levers.of(blackwell.id(), FigureSlots.RATE);
    HeatMap costs =
        map(evaluation, rate, Sweep.steps(1, 300, 121), UTILIZATION, Sweep.steps(0.1, 1, 81));
    HeatChart chart = HeatCharts.advantage(costs, blackwell, hopper, TEXTS);
    keep(chart, "advantage");
    double level = 1.41 / 93.25 * 5970; // $/GPU-hour at which Blackwell's tokens cost as much
    assertThat(chart.lines().getFirst().pieces()).isNotEmpty().allSatisfy(piece -> {
      assertThat(piece.from().x()).isCloseTo(level, within(0.05));
      assertThat(piece.to().x()).isCloseTo(level, within(0.05));
    });
    assertThat(chart.findings()).hasSize(1);
    assertThat(chart.findings().getFirst()).contains("$90.27");
    assertThat(chart.title()).contains("in 2").contains("of this range");
    keep(HeatCharts.figure(costs, blackwell, TEXTS), "heat");
  }

  @Test
  void aHeatMapOfAnotherMetricComesFromTheEngine() throws IOException {
    Evaluation evaluation = published();
    HeatMap map = HeatMap.of(
        evaluation.workspace(),
        Metric.TOKENS_PER_SECOND_PER_MW,
        UTILIZATION,
        new double[] {0.25, 0.5, 1},
        Levers.of(first(evaluation).id(), FigureSlots.KW_PER_GPU),
        new double[] {1, 2});
    assertThat(map.value(first(evaluation), 1, 1).orElseThrow())
        .isCloseTo(0.5 * 93.25 * 1000 / 2, within(1e-9));
    assertThat(map.value(last(evaluation), 2, 0).orElseThrow())
        .isCloseTo(5970 * 1000 / 2.1, within(1e-6));
  }

  @Test
  void theSweepReadsEveryPlatformAndMarksTheFlip() throws IOException {
    Evaluation evaluation = published();
    Lever rate = Levers.of(last(evaluation).id(), FigureSlots.RATE);
    Sweep sweep = Sweep.of(
        new Evaluator(),
        evaluation.workspace(),
        evaluation.headline(),
        rate,
        Sweep.steps(1, 300, 121));
    LineChart chart = SweepCharts.of(sweep, evaluation, TEXTS);
    keep(chart, "sweep");
    assertThat(chart.series()).hasSize(2);
    assertThat(chart.marks()).hasSize(1);
    assertThat(chart.marks().getFirst().x()).isCloseTo(1.41 / 93.25 * 5970, within(1e-6));
    assertThat(chart.title()).contains("$90.27");
    assertThat(chart.target()).isNotNull();
  }

  @Test
  void aLineEndsWhereThereIsNoFigureAndTheChartSaysWhy() throws IOException {
    Evaluation evaluation = measured();
    Sweep sweep = Sweep.of(
        new Evaluator(),
        evaluation.workspace(),
        evaluation.headline(),
        TARGET,
        Sweep.steps(5, 400, 80));
    LineChart chart = SweepCharts.of(sweep, evaluation, TEXTS);
    keep(chart, "sweep-target");
    assertThat(chart.notes()).isNotEmpty();
    assertThat(chart.series())
        .allMatch(series -> series.points().stream().allMatch(p -> Double.isFinite(p.y())));
  }

  @Test
  void theDistributionStatesItsPercentilesAndTheChance() throws IOException {
    Evaluation evaluation = published();
    DistributionChart chart = distribution(evaluation, DistributionChart.Shape.HISTOGRAM);
    keep(chart, "histogram");
    keep(distribution(evaluation, DistributionChart.Shape.CUMULATIVE), "cumulative");
    assertThat(chart.title()).contains("in 100 % of all cases");
    assertThat(chart.series()).hasSize(2).allSatisfy(series -> {
      assertThat(series.p5().value()).isLessThan(series.p50().value());
      assertThat(series.p50().value()).isLessThan(series.p95().value());
      assertThat(series.cumulated().getLast()).isEqualTo(1);
    });
    assertThat(chart.influences()).hasSize(3);
    assertThat(chart.influences().getFirst().name()).contains("Tokens/s per GPU");
    assertThat(chart.describe(TEXTS)).contains("P50").contains("of the uncertainty");
  }

  private static DistributionChart distribution(
      Evaluation evaluation, DistributionChart.Shape shape) {
    Platform blackwell = last(evaluation);
    Map<Lever, Distribution> uncertain = new LinkedHashMap<>();
    uncertain.put(Levers.of(blackwell.id(), FigureSlots.RATE), new Distribution.Uniform(2.3, 3.1));
    uncertain.put(
        Levers.of(blackwell.id(), FigureSlots.THROUGHPUT), new Distribution.LogNormal(5970, 0.2));
    uncertain.put(
        Levers.of(first(evaluation).id(), FigureSlots.RATE), new Distribution.Uniform(1.2, 1.6));
    uncertain.put(UTILIZATION, new Distribution.Triangular(0.5, 0.8, 1));
    List<Importance> importance = Uncertainty.importance(
            evaluation.workspace(), uncertain, blackwell.id(), 4096)
        .found()
        .orElseThrow();
    Uncertainty drawn = Uncertainty.of(evaluation.workspace(), uncertain, Uncertainty.LIVE_DRAWS);
    return DistributionCharts.of(drawn, evaluation, blackwell, importance, shape, TEXTS);
  }

  @Test
  void onePlatformAloneHasItsRangeAsTheFinding() {
    Evaluation alone = Comparisons.ofSize(1);
    Map<Lever, Distribution> uncertain = Map.of(UTILIZATION, new Distribution.Uniform(0.5, 1));
    DistributionChart chart = DistributionCharts.of(
        Uncertainty.of(alone.workspace(), uncertain, 4096),
        alone,
        first(alone),
        List.of(),
        DistributionChart.Shape.HISTOGRAM,
        TEXTS);
    assertThat(chart.title()).contains("in nine cases of ten");
  }

  @Test
  void everyPlatformMissingIsAMapOfNobody() {
    Evaluation evaluation = new Evaluator()
        .evaluate(app.waterline.Card.workspace(
            Scenario.DEFAULT, app.waterline.Card.named("bare").platform()));
    HeatChart chart = HeatCharts.winners(
        map(
            evaluation,
            UTILIZATION,
            new double[] {0.5, 1},
            Levers.of(ScenarioSlot.POWER_PRICE),
            new double[] {0.05, 0.1}),
        TEXTS);
    assertThat(chart.title()).contains("No platform has a cost");
    keep(chart, "nobody");
  }

  /** Draws it in both themes, so that a drawing that fails is noticed, and keeps it to be looked at. */
  private static void keep(ChartSpec chart, String name) {
    for (ChartTheme theme : List.of(ChartTheme.light(), ChartTheme.dark())) {
      BufferedImage image =
          ChartImage.of(new ChartDrawing(theme, FONTS, TEXTS), chart, 960, 560, 1);
      String look = theme.equals(ChartTheme.light()) ? "light" : "dark";
      try {
        Path folder = Files.createDirectories(Path.of("target", "charts"));
        ImageIO.write(image, "png", folder.resolve(name + "-" + look + ".png").toFile());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
