package app.waterline.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.model.Claim;
import app.waterline.model.Evidence;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.PriceList;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples say what their sources say. */
class SampleDataTest {
  private static final Path FOLDER = Path.of("sample-data");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hopper-vs-blackwell.waterline",
        "deepseek-r1-measured.waterline",
        "factory-10mw.waterline"
      })
  void readAndWrittenAgainItIsTheSameFile(String name) throws IOException {
    Path file = FOLDER.resolve(name);
    assertThat(WorkspaceFile.toJson(WorkspaceFile.read(file))).isEqualTo(Files.readString(file));
  }

  @Test
  void theOtherFilesAreInTheFormThatTheProgramWrites() throws IOException {
    assertUnchanged("catalogue.json", Catalogue.Platforms.class);
    assertUnchanged("price-lists.json", Catalogue.Prices.class);
    assertUnchanged("gpu-names.json", Catalogue.GpuNames.class);
    assertUnchanged("token-prices.json", Catalogue.SoldTokens.class);
    assertUnchanged("hopper-vs-blackwell.claim.json", ClaimFile.Form.class);
  }

  private static <F> void assertUnchanged(String name, Class<F> form) throws IOException {
    F content = JsonReading.read(FOLDER.resolve(name), form, each -> each);
    assertThat(JsonForm.MAPPER.writeValueAsString(content) + "\n")
        .as(name)
        .isEqualTo(Files.readString(FOLDER.resolve(name)));
  }

  /** published-cases: hopper-vs-blackwell; 1.41 / (3600 · 93.25) · 10⁶ and 2.652 / (3600 · 5970) · 10⁶. */
  @Test
  void thePublishedTableComesOutOfItsInputs() throws IOException {
    Evaluation evaluation = new Evaluator().evaluate(published());
    assertValue(evaluation, "h200", Metric.COST_PER_MILLION_TOKENS, 1.41e6 / (3600 * 93.25));
    assertValue(evaluation, "h200", Metric.COST_PER_MILLION_TOKENS, 4.2001787310098);
    assertValue(evaluation, "gb300", Metric.COST_PER_MILLION_TOKENS, 0.123394751535455);
    assertValue(evaluation, "h200", Metric.PFLOPS_PER_DOLLAR, 3.958 / 1.41);
    assertValue(evaluation, "gb300", Metric.PFLOPS_PER_DOLLAR, 15 / 2.652);
    assertValue(evaluation, "h200", Metric.TOKENS_PER_SECOND_PER_MW, 93.25 * 1000 / 1.73);
    assertValue(evaluation, "gb300", Metric.TOKENS_PER_SECOND_PER_MW, 5970 * 1000 / 2.1);
    assertValue(evaluation, "h200", Metric.JOULES_PER_TOKEN, 1730 / 93.25);
    assertValue(evaluation, "gb300", Metric.TOKENS_PER_DOLLAR, 3600 * 5970 / 2.652);
  }

  private static void assertValue(
      Evaluation evaluation, String id, Metric metric, double expected) {
    PlatformEvaluation platform = evaluation.platforms().stream()
        .filter(each -> each.platform().id().equals(id))
        .findFirst()
        .orElseThrow();
    double value = ((Explained) requireNonNull(platform.metrics().get(metric))).value();
    assertThat(value).as(id + " " + metric).isCloseTo(expected, within(1e-8 * expected));
  }

  @Test
  void thePublishedTableIsComparedWithTheH200() throws IOException {
    Workspace workspace = published();
    assertThat(workspace.baseline()).isEqualTo("h200");
    assertThat(workspace.platforms()).extracting(Platform::id).containsExactly("h200", "gb300");
    assertThat(workspace.scenario().utilization()).isEqualTo(1);
    assertThat(workspace.scenario().powerPrice()).isEqualTo(0.08);
    assertThat(workspace.scenario().pue()).isNull();
  }

  /** The $2.65 of the table is 1.2 × 2.21, a stand-in of the source, and must not look surveyed. */
  @Test
  void thePlaceholderPriceIsAnAssumption() throws IOException {
    PriceList first = published().priceLists().getFirst();
    Evidence placeholder = requireNonNull(first.priceOf("GB300 NVL72")).evidence();
    assertThat(placeholder.kind()).isEqualTo(Evidence.Kind.ASSUMPTION);
    assertThat(placeholder.note()).contains("1.2 × 2.21");
    assertThat(requireNonNull(first.priceOf("GB200 NVL72")).value() * 1.2)
        .isCloseTo(2.652, within(1e-12));
  }

  @Test
  void fourSetsOfPricesCanBeSwitchedBetween() throws IOException {
    List<PriceList> lists = published().priceLists();
    assertThat(lists).extracting(PriceList::name).doesNotHaveDuplicates();
    assertThat(lists.stream().map(PriceList::date).distinct()).hasSize(4);
    for (PriceList list : lists) {
      assertThat(list.priceOf("H200 SXM")).as(list.name()).isNotNull();
      assertThat(list.priceOf("GB300 NVL72")).as(list.name()).isNotNull();
    }
  }

  @Test
  void theMeasuredSampleCoversAllNineGpus() throws IOException {
    Workspace workspace = WorkspaceFile.read(FOLDER.resolve("deepseek-r1-measured.waterline"));
    assertThat(workspace.platforms())
        .extracting(Platform::id)
        .containsExactly(
            "h100", "h200", "b200", "b300", "gb200", "gb300", "mi300x", "mi325x", "mi355x");
    assertThat(points(workspace)).hasSizeGreaterThanOrEqualTo(400);
    assertThat(workspace.scenario().workload().isl()).isEqualTo(8192);
  }

  @Test
  void everyMeasuredPointNamesItsRun() throws IOException {
    for (OperatingPoint point :
        points(WorkspaceFile.read(FOLDER.resolve("deepseek-r1-measured.waterline")))) {
      assertThat(point.evidence().kind()).isEqualTo(Evidence.Kind.MEASURED);
      assertThat(point.evidence().source()).matches("InferenceX by SemiAnalysis, run \\d+");
      assertThat(point.evidence().date()).isNotNull();
    }
  }

  /** Input and output are over all GPUs of the run, so they add up, whatever the split of the GPUs. */
  @Test
  void inputAndOutputAddUpToTheTotal() throws IOException {
    for (OperatingPoint point :
        points(WorkspaceFile.read(FOLDER.resolve("deepseek-r1-measured.waterline")))) {
      double total = point.tokensPerSecondPerGpu().known();
      double input = requireNonNull(point.tokensPerSecondPerGpu().input());
      double output = requireNonNull(point.tokensPerSecondPerGpu().output());
      assertThat(input + output).isCloseTo(total, within(1e-4 * total));
    }
  }

  @Test
  void everyPlatformOfTheCatalogueCanBeUsed() {
    List<Platform> platforms = Catalogue.platforms();
    assertThat(platforms).extracting(Platform::id).doesNotHaveDuplicates().hasSize(13);
    assertThat(platforms.stream().filter(Platform::announced).map(Platform::id))
        .containsExactly("vr200", "mi455x");
    assertThat(Catalogue.gpuNames().values())
        .containsExactlyInAnyOrderElementsOf(platforms.stream()
            .map(each -> requireNonNull(each.hardware()).gpu())
            .toList());
  }

  @Test
  void aListWithoutEntriesAsksForAQuote() {
    PriceList nscale = Catalogue.priceLists().getLast();
    assertThat(nscale.entries()).isEmpty();
    assertThat(nscale.terms()).contains("quote");
  }

  @Test
  void theClaimIsTheTableAsPrinted() throws IOException {
    Claim claim = ClaimFile.read(FOLDER.resolve("hopper-vs-blackwell.claim.json"));
    assertThat(claim.metrics()).allMatch(key -> Metric.ofKey(key).isPresent());
    assertThat(claim.platforms().getFirst().printed()).containsEntry("tokensPerSecondPerMw", "54K");
    assertThat(claim.platforms().getLast().printed())
        .containsEntry("tokensPerSecondPerGpu", "6,000");
    assertThat(requireNonNull(claim.relative()).printed())
        .containsEntry("costPerMillionTokens", "35x lower");
    for (Claim.Row row : claim.platforms()) {
      assertThat(row.printed()).containsOnlyKeys(claim.metrics());
      assertThat(published().platform(row.platform())).isPresent();
    }
  }

  private static Workspace published() throws IOException {
    return WorkspaceFile.read(FOLDER.resolve("hopper-vs-blackwell.waterline"));
  }

  private static List<OperatingPoint> points(Workspace workspace) {
    return workspace.platforms().stream()
        .flatMap(platform -> platform.operatingPoints().stream())
        .toList();
  }
}
