package app.waterline.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Throughput;
import app.waterline.model.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FrontierChartsTest {
  private static final ChartTexts TEXTS = new ChartTexts(new QuantityFormat(Locale.US));
  private static final Workspace MEASURED = measured();

  private static Workspace measured() {
    try {
      return WorkspaceFile.read(Path.of("sample-data/deepseek-r1-measured.waterline"));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Evaluation at(double target) {
    return new Evaluator()
        .evaluate(MEASURED.withScenario(MEASURED.scenario().withTargetInteractivity(target)));
  }

  private static Stream<LineChart.Series> series(LineChart chart, LineChart.Role role) {
    return chart.series().stream().filter(each -> each.role() == role);
  }

  /** What was said of a run before its platform was renamed is not said again. */
  @Test
  void aRunIsNamedByThePresentNameOfItsPlatform() {
    FrontierCharts charts = new FrontierCharts(TEXTS);
    Platform platform = MEASURED.platforms().getFirst();
    OperatingPoint point = platform.operatingPoints().getFirst();
    assertThat(charts.describe(platform, point)).startsWith(platform.name());
    assertThat(charts.describe(platform.withName("Customer rack"), point))
        .startsWith("Customer rack");
  }

  @ParameterizedTest
  @EnumSource(
      value = Metric.class,
      names = {
        "TOKENS_PER_SECOND_PER_GPU",
        "TOKENS_PER_SECOND_PER_MW",
        "COST_PER_MILLION_TOKENS",
        "JOULES_PER_TOKEN"
      })
  void theBoldLineGoesThroughTheFigureOfTheCard(Metric metric) {
    for (PlatformEvaluation each : at(50).platforms()) {
      if (!(each.of(metric) instanceof Explained figure)) {
        continue;
      }
      LineChart chart = new FrontierCharts(TEXTS).chart(at(50), metric, Speed.INTERACTIVITY);
      LineChart.Series bold = series(chart, LineChart.Role.ENVELOPE)
          .filter(line -> line.platform().equals(each.platform().name()))
          .findFirst()
          .orElseThrow();
      assertThat(heightAt(bold, 50)).isCloseTo(figure.value(), within(figure.value() * 0.05));
    }
  }

  private static double heightAt(LineChart.Series line, double x) {
    for (int i = 1; i < line.points().size(); i++) {
      LineChart.Point left = line.points().get(i - 1);
      LineChart.Point right = line.points().get(i);
      if (left.x() <= x && x <= right.x() && left.x() < right.x()) {
        return left.y() + (right.y() - left.y()) * (x - left.x()) / (right.x() - left.x());
      }
    }
    return line.points().getFirst().y();
  }

  @Test
  void aDraggedTargetKeepsTheLines() {
    FrontierCharts charts = new FrontierCharts(TEXTS);
    LineChart one = charts.chart(at(50), Metric.COST_PER_MILLION_TOKENS, Speed.INTERACTIVITY);
    LineChart two = charts.chart(at(60), Metric.COST_PER_MILLION_TOKENS, Speed.INTERACTIVITY);
    assertThat(two.series()).isSameAs(one.series());
    assertThat(two.target()).isNotEqualTo(one.target());
  }

  @Test
  void everyMeasuredPointIsShownOnceWithItsSource() {
    LineChart chart = new FrontierCharts(TEXTS)
        .chart(at(50), Metric.TOKENS_PER_SECOND_PER_GPU, Speed.INTERACTIVITY);
    long allowed = at(50).platforms().stream()
        .flatMap(each -> each.platform().operatingPoints().stream()
            .filter(point -> app.waterline.engine.Curves.isAllowed(
                point, each.platform(), MEASURED.scenario().workload())))
        .count();
    assertThat(allowed).isGreaterThan(100);
    assertThat(series(chart, LineChart.Role.POINTS)
            .mapToLong(each -> each.points().size())
            .sum())
        .isEqualTo(allowed);
    assertThat(series(chart, LineChart.Role.POINTS).flatMap(each -> each.points().stream()))
        .allMatch(point -> point.label().contains("InferenceX"));
  }

  /** 5,000 runs of one platform: fewer are drawn, the chart says so, and the bold line is the same. */
  @Test
  void moreRunsThanAnEyeCanTellApartAreThinnedAndToldOf() {
    Platform first = MEASURED.platforms().getFirst();
    OperatingPoint like = first.operatingPoints().stream()
        .filter(point -> app.waterline.engine.Curves.isAllowed(
            point, first, MEASURED.scenario().workload()))
        .findFirst()
        .orElseThrow();
    List<OperatingPoint> many = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      double speed = 10 + 0.001 * i;
      many.add(
          Card.point(like.configuration(), speed, new Throughput(1000 - 0.01 * i, null, null)));
    }
    Workspace crowded = MEASURED.withPlatforms(List.of(first.withOperatingPoints(many)));
    LineChart chart = new FrontierCharts(TEXTS)
        .chart(
            new Evaluator().evaluate(crowded),
            Metric.TOKENS_PER_SECOND_PER_GPU,
            Speed.INTERACTIVITY);
    assertThat(series(chart, LineChart.Role.POINTS)
            .mapToLong(each -> each.points().size())
            .sum())
        .isBetween(5L, 500L);
    assertThat(chart.notes()).anyMatch(note -> note.contains("of 5,000 runs are drawn"));
    assertThat(series(chart, LineChart.Role.ENVELOPE)
            .mapToLong(each -> each.points().size())
            .sum())
        .isGreaterThan(5_000);
  }

  @Test
  void latenciesHaveTheirOwnEdgeAndNoTarget() {
    LineChart chart = new FrontierCharts(TEXTS)
        .chart(at(50), Metric.TOKENS_PER_SECOND_PER_GPU, Speed.TIME_TO_FIRST_TOKEN);
    assertThat(chart.target()).isNull();
    assertThat(series(chart, LineChart.Role.ENVELOPE)).isNotEmpty();
    series(chart, LineChart.Role.ENVELOPE).forEach(line -> {
      for (int i = 1; i < line.points().size(); i++) {
        assertThat(line.points().get(i).x()).isLessThan(line.points().get(i - 1).x());
        assertThat(line.points().get(i).y()).isLessThan(line.points().get(i - 1).y());
      }
    });
  }

  @Test
  void namesWhoIsCheaperUpToWhere() {
    LineChart chart = new FrontierCharts(TEXTS)
        .chart(at(50), Metric.COST_PER_MILLION_TOKENS, Speed.INTERACTIVITY);
    assertThat(chart.notes()).anyMatch(note -> note.contains("is cheaper up to"));
    assertThat(chart.marks()).isNotEmpty();
    assertThat(chart.title()).startsWith("At 50 tok/s/user");
  }

  /** Who takes less energy for a token need not be cheaper. */
  @ParameterizedTest
  @CsvSource({
    "COST_PER_MILLION_OUTPUT_TOKENS, is cheaper up to",
    "TOKENS_PER_DOLLAR, is cheaper up to",
    "JOULES_PER_TOKEN, takes less energy per token up to",
    "TOKENS_PER_SECOND_PER_MW, delivers more per MW up to",
    "OUTPUT_TOKENS_PER_SECOND_PER_GPU, delivers more per GPU up to"
  })
  void aCrossoverSaysInWhatTheBetterOneIsBetter(Metric metric, String words) {
    LineChart chart = new FrontierCharts(TEXTS).chart(at(50), metric, Speed.INTERACTIVITY);
    assertThat(chart.notes().stream().filter(note -> note.contains(" up to ")))
        .isNotEmpty()
        .allMatch(note -> note.contains(words));
  }

  @Test
  void theBestSoFarOnlyGetsBetterOverTheDates() {
    LineChart chart = new FrontierCharts(TEXTS).overTime(at(50), Metric.COST_PER_MILLION_TOKENS);
    assertThat(chart.series()).isNotEmpty();
    for (LineChart.Series line : chart.series()) {
      for (int i = 1; i < line.points().size(); i++) {
        assertThat(line.points().get(i).x())
            .isGreaterThanOrEqualTo(line.points().get(i - 1).x());
        assertThat(line.points().get(i).y())
            .isLessThanOrEqualTo(line.points().get(i - 1).y());
      }
    }
    assertThat(chart.table(TEXTS).rows().getFirst().get(2)).matches("20\\d\\d-\\d\\d-\\d\\d");
  }
}
