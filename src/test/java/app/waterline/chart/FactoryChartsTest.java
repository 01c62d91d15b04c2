package app.waterline.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.PlanMetric;
import app.waterline.engine.plan.SideBySide;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Scenario;
import app.waterline.model.Sizing;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FactoryChartsTest {
  private static final ChartTexts TEXTS = new ChartTexts(new QuantityFormat(Locale.US));

  private static List<ChartSpec> charts(Plan plan) {
    return List.of(
        FactoryCharts.flow(plan, TEXTS),
        FactoryCharts.cash(plan, "New Rack NVL72", TEXTS),
        CostStacks.perMillionTokens(SideBySide.of(plan), TEXTS),
        CostStacks.perGpuHour(SideBySide.of(plan), TEXTS));
  }

  static Stream<Arguments> themes() {
    return Stream.of(
        Arguments.of("light", ChartTheme.light()), Arguments.of("dark", ChartTheme.dark()));
  }

  @ParameterizedTest
  @MethodSource("themes")
  void drawsEveryLaneBarAndLineInItsColour(String name, ChartTheme theme) throws IOException {
    for (int size : List.of(1, 2, 3, 6)) {
      Plan plan = Plans.of(Plans.TEN_MEGAWATTS, size);
      int index = 0;
      for (ChartSpec spec : charts(plan)) {
        for (int width : List.of(520, 900)) {
          int height = (int) ChartDrawing.preferredHeight(spec) + 48;
          ChartDrawing drawing = new ChartDrawing(theme, ChartFonts.bundled(), TEXTS);
          BufferedImage image = ChartImage.of(drawing, spec, width, height, 2);
          keep(image, "factory-%d-%d-%d-%s".formatted(index, size, width, name));
          int color = spec instanceof CashFlowChart && size > 1 ? 1 : 0;
          assertThat(count(image, theme.platform(color).getRGB()))
              .as("%s %d", spec.title(), width)
              .isGreaterThan(100);
        }
        index++;
      }
    }
  }

  @Test
  void theFlowSaysWhatTheSizeGives() {
    FlowChart flow = FactoryCharts.flow(Plans.of(Plans.TEN_MEGAWATTS, 2), TEXTS);
    // 10 MW ÷ 2.1 kW = 4,761 GPUs, 66 racks of 72; ÷ 1.73 kW = 5,780 GPUs, 722 servers of 8.
    assertThat(flow.title())
        .isEqualTo(
            "10 MW of New Rack NVL72 deliver 1.47 T tokens/day, 3.51× as many as Old Server");
    assertThat(flow.stages()).hasSize(5);
    FlowChart.Step gpus = flow.lanes().get(1).steps().get(2);
    assertThat(gpus.lead().datum()).extracting("value").isEqualTo(4752.0);
    assertThat(gpus.share()).isCloseTo(4752.0 / 5776, within(1e-12));
    assertThat(flow.lanes().get(0).steps().get(4).details())
        .extracting(FlowChart.Reading::key)
        .containsExactly("costPerYear", "grossMargin", "paybackYears");
    assertThat(flow.describe(TEXTS)).contains("New Rack NVL72: provisioned power 9.98 MW");
  }

  @Test
  void aDemandAsksForFewGpus() {
    Scenario scenario =
        Plans.TEN_MEGAWATTS.withSizing(new Sizing(Sizing.Basis.TOKENS_PER_DAY, 1e12));
    // 10¹² ÷ 86400 ÷ 5970 = 1938.7 GPUs, 27 racks; ÷ 1400 = 8267.2 GPUs, 1,034 servers.
    assertThat(FactoryCharts.flow(Plans.of(scenario, 2), TEXTS).title())
        .isEqualTo("1.00 T tokens/day take 1,944 GPUs of New Rack NVL72, 8,272 GPUs of Old Server");
  }

  @Test
  void withoutASizeTheFlowAsksForOne() {
    Scenario scenario = Plans.TEN_MEGAWATTS.withSizing(null);
    FlowChart flow = FactoryCharts.flow(Plans.of(scenario, 2), TEXTS);
    assertThat(flow.title()).startsWith("Give a size");
    assertThat(flow.lanes().getFirst().steps())
        .allSatisfy(step -> assertThat(step.lead().datum()).isInstanceOf(Datum.Missing.class));
  }

  @Test
  void theBarsOfAYearAddUpToItsNetAndTheLineToTheCumulated() {
    Plan plan = Plans.of(Plans.TEN_MEGAWATTS.withHorizonYears(4.5), 3);
    CashFlowChart cash = FactoryCharts.cash(plan, "New Rack NVL72", TEXTS);
    double sum = 0;
    for (CashFlowChart.Year year : cash.years()) {
      double parts = year.amounts().stream().mapToDouble(Datum.Known::value).sum();
      assertThat(parts).isCloseTo(year.net().value(), within(1e-3));
      sum += parts;
    }
    CashFlowChart.Line line = cash.lines().get(1);
    assertThat(line.points().getLast().cumulated().value()).isCloseTo(sum, within(1e-2));
    assertThat(cash.years()).extracting(CashFlowChart.Year::label).endsWith("4", "4.5");
    assertThat(cash.notes()).singleElement().asString().contains("Hosted API has no cash flow");
    assertThat(cash.flows().getFirst().name()).isEqualTo("revenue");
  }

  @Test
  void theTitleOfTheCashFlowNamesTheFirstToPayBack() {
    Plan plan = Plans.of(Plans.TEN_MEGAWATTS, 2);
    double years = plan.platforms()
        .get(1)
        .of(PlanMetric.PAYBACK_YEARS)
        .figure()
        .orElseThrow()
        .value();
    assertThat(years).isBetween(0.1, 1.0);
    assertThat(FactoryCharts.cash(plan, "Old Server", TEXTS).title())
        .startsWith("New Rack NVL72 pays back first, after 0.")
        .contains("; Old Server after ");
  }

  @Test
  void theTermsOfAStackAddUpToItsCost() {
    for (StackChart chart : List.of(
        CostStacks.perGpuHour(SideBySide.of(Plans.of(Plans.TEN_MEGAWATTS, 3)), TEXTS),
        CostStacks.perMillionTokens(SideBySide.of(Plans.of(Plans.TEN_MEGAWATTS, 3)), TEXTS))) {
      for (StackChart.Bar bar : chart.bars()) {
        if (bar.total() instanceof Datum.Known total) {
          double parts =
              bar.parts().stream().mapToDouble(part -> part.amount().value()).sum();
          assertThat(parts).as(bar.name()).isCloseTo(total.value(), within(1e-12));
        }
      }
      assertThat(chart.terms())
          .extracting(StackChart.Term::name)
          .startsWith("capital", "facility", "colocation", "maintenance", "staff and software")
          .contains("energy", "rent");
    }
  }

  @Test
  void theStackStandsAtTheUtilizationOfTheFleet() {
    Plan plan = Plans.of(Plans.TEN_MEGAWATTS, 2);
    List<SideBySide> sides = SideBySide.of(plan);
    double planned = plan.platforms()
        .get(1)
        .of(PlanMetric.COST_PER_MILLION_TOKENS)
        .figure()
        .orElseThrow()
        .value();
    StackChart chart = CostStacks.perMillionTokens(sides, TEXTS);
    StackChart.Bar own = chart.bars().stream()
        .filter(bar -> bar.name().equals("New Rack NVL72") && bar.way().equals("colocate"))
        .findFirst()
        .orElseThrow();
    assertThat(own.total()).extracting("value").isEqualTo(planned);
    assertThat(chart.title()).startsWith("New Rack NVL72 (colocate) is cheapest at $");
  }

  @Test
  void everyTableHasACellForEveryColumn() {
    for (int size : List.of(1, 3)) {
      for (ChartSpec spec : charts(Plans.of(Plans.TEN_MEGAWATTS, size))) {
        DataTable table = spec.table(TEXTS);
        assertThat(table.rows()).isNotEmpty();
        List<List<String>> rows = new ArrayList<>(table.rows());
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.header()));
        assertThat(spec.describe(TEXTS)).startsWith(spec.title());
      }
    }
  }

  private static int count(BufferedImage image, int color) {
    int count = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        count += image.getRGB(x, y) == color ? 1 : 0;
      }
    }
    return count;
  }

  /** Leaves the picture for who wants to look at it. */
  private static void keep(BufferedImage image, String name) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "charts"));
    ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
  }
}
