package app.waterline.chart;

import static app.waterline.Card.named;
import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.Card;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Metric;
import app.waterline.engine.Quality;
import app.waterline.format.QuantityFormat;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Platform;
import app.waterline.model.Scenario;
import app.waterline.model.TokenPrices;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompareChartsTest {
  private static final ChartTexts TEXTS = new ChartTexts(new QuantityFormat(Locale.US));

  private static BarChart bars(Evaluation evaluation, Metric metric) {
    return CompareCharts.bars(evaluation, metric, Scale.LINEAR, TEXTS);
  }

  private static Evaluation rentedAt(double... rates) {
    Platform[] platforms = new Platform[rates.length];
    for (int index = 0; index < rates.length; index++) {
      platforms[index] = named("P" + index).rented(rates[index]).delivering(100).platform();
    }
    return new Evaluator().evaluate(Card.workspace(Scenario.DEFAULT, platforms));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      COST_PER_MILLION_TOKENS   | GB300 NVL72 delivers a million tokens for 34.0× less
      TOKENS_PER_SECOND_PER_GPU | GB300 NVL72 delivers 64.0× the tokens per GPU
      TOKENS_PER_SECOND_PER_MW  | GB300 NVL72 delivers 52.7× the tokens per MW
      PFLOPS_PER_DOLLAR         | GB300 NVL72 quotes 2.01× the FLOPS per dollar
      COST_PER_GPU_HOUR         | HGX H200 costs 1.88× less per GPU-hour
      GROSS_MARGIN              | No platform has a figure for gross margin
      """)
  void titleStatesTheFinding(Metric metric, String finding) { // ratios of model.md, section 5
    assertThat(bars(Comparisons.published2(), metric).title()).isEqualTo(finding);
  }

  @Test
  void findingNamesTheBaselineAmongMany() {
    assertThat(bars(rentedAt(4.5, 2.1, 3), Metric.COST_PER_GPU_HOUR).title())
        .isEqualTo("P1 costs 2.14× less per GPU-hour than P0");
  }

  @Test
  void bestBaselineIsComparedWithTheRunnerUp() {
    assertThat(bars(rentedAt(1.2, 4, 2.9), Metric.COST_PER_GPU_HOUR).title())
        .isEqualTo("P0 costs 2.42× less per GPU-hour than P2");
  }

  @Test
  void equalPlatformsAreLevel() {
    assertThat(bars(rentedAt(2, 2), Metric.COST_PER_GPU_HOUR).title())
        .isEqualTo("P0 is level with P1: cost per GPU-hour $2.00");
  }

  @Test
  void oneOrNoPlatformIsNoComparison() {
    assertThat(bars(rentedAt(2), Metric.COST_PER_GPU_HOUR).title())
        .isEqualTo("P0 alone has a figure here: cost per GPU-hour $2.00");
    assertThat(bars(rentedAt(), Metric.COST_PER_GPU_HOUR).title())
        .isEqualTo("Nothing to compare yet");
  }

  @Test
  void missingFigureKeepsItsPlaceAndReason() {
    BarChart chart = bars(Comparisons.ofSize(6), Metric.TOKENS_PER_SECOND_PER_MW);
    assertThat(chart.bars()).hasSize(6);
    assertThat(chart.bars().get(5).datum()).isEqualTo(new Datum.Missing("hosted API"));
    assertThat(chart.describe(TEXTS))
        .contains("Hosted API with a long name not available: hosted API");
  }

  @Test
  void valuesCarryLabelMarkAndColour() {
    BarChart.Bar bar =
        bars(Comparisons.published2(), Metric.COST_PER_MILLION_TOKENS).bars().get(1);
    assertThat(bar.color()).isEqualTo(1);
    assertThat(bar.baseline()).isFalse();
    assertThat(bar.datum()).isInstanceOfSatisfying(Datum.Known.class, known -> {
      assertThat(known.label()).isEqualTo("$0.123");
      assertThat(known.quality()).isEqualTo(Quality.PUBLISHED);
    });
  }

  @Test
  void tableHoldsFullPrecisionInTheLocale() {
    ChartTexts german = new ChartTexts(new QuantityFormat(Locale.GERMANY));
    DataTable table = CompareCharts.bars(
            Comparisons.published2(), Metric.TOKENS_PER_SECOND_PER_GPU, Scale.LOG, german)
        .table(german);
    assertThat(table.header()).containsExactly("Plattform", "Token/s je GPU (tok/s/GPU)", "Güte");
    assertThat(table.rows().getFirst()).containsExactly("HGX H200", "93,25", "veröffentlicht");
    assertThat(table.tabSeparated()).startsWith("Plattform\t").contains("HGX H200\t93,25\t");
  }

  @Test
  void negativeValuesAreNotPutOnALogarithmicScale() {
    Scenario selling = Scenario.DEFAULT.withTokenPrices(new TokenPrices(0.01, null, 0.02));
    ManualThroughput split = new ManualThroughput(
        Card.published(100), Card.published(60), Card.published(40), null, null);
    Evaluation evaluation = new Evaluator()
        .evaluate(
            Card.workspace(selling, named("loss").rented(9).delivering(split).platform()));
    BarChart chart = CompareCharts.bars(evaluation, Metric.GROSS_MARGIN, Scale.LOG, TEXTS);
    assertThat(chart.bars().getFirst().datum()).isInstanceOf(Datum.Known.class);
    assertThat(chart.axis().scale()).isEqualTo(Scale.LINEAR);
    assertThat(chart.notes()).singleElement().asString().contains("linear scale");
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void everyMetricHasItsWords(Metric metric) {
    assertThat(TEXTS.name(metric)).isNotBlank();
    assertThat(bars(Comparisons.ofSize(12), metric).title()).isNotBlank();
  }
}
