package app.waterline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.Card;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published comparison of GB200 NVL72 and B200 (DeepSeek-R1, FP4, 1k/1k) from a table through the
 * import, the workspace file, the frontier and the price: every throughput and every cost.
 */
class PublishedImportTest {
  private static final String CASE = "deepseek-r1-fp4-1k1k-gb200-vs-b200";
  private static final String COLUMNS =
      "model,precision,stack,multiTokenPrediction,disaggregated,isl,osl,interactivity,totalTokensPerSecondPerGpu\n";
  private static final List<String> PLATFORMS = List.of("GB200 NVL72", "B200");

  @TempDir
  private Path folder;

  private JsonNode published;
  private Path workspace;

  @BeforeEach
  void importBothTables() throws IOException {
    published = published();
    workspace = folder.resolve("published.waterline");
    JsonNode inputs = published.get("inputs");
    Workspace empty = Card.workspace(
        Scenario.DEFAULT,
        Card.named(PLATFORMS.get(0)).rented(rate(inputs, 0)).platform(),
        Card.named(PLATFORMS.get(1)).rented(rate(inputs, 1)).platform());
    WorkspaceFile.write(empty, workspace);
    for (String platform : PLATFORMS) {
      importTable(platform, inputs.get(platform).get("points"));
    }
  }

  private static JsonNode published() throws IOException {
    JsonNode all = JsonMapper.shared()
        .readTree(Files.readString(Path.of("src/test/resources/published-cases.json")));
    return all.get("cases")
        .valueStream()
        .filter(each -> each.get("id").asString().equals(CASE))
        .findFirst()
        .orElseThrow();
  }

  private static double rate(JsonNode inputs, int platform) {
    return inputs.get(PLATFORMS.get(platform)).get("ratePerGpuHour").doubleValue();
  }

  private void importTable(String platform, JsonNode points) throws IOException {
    StringBuilder table = new StringBuilder(COLUMNS);
    for (JsonNode point : points) {
      table
          .append("nvidia/DeepSeek-R1-0528-FP4-v2,fp4,dynamo-trt,true,true,1024,1024,")
          .append(point.get(0).doubleValue())
          .append(',')
          .append(point.get(1).doubleValue())
          .append('\n');
    }
    Path file = Files.writeString(folder.resolve(platform + ".csv"), table);
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(
        InputStream.nullInputStream(),
        new PrintWriter(new StringWriter()),
        new PrintWriter(err, true),
        Locale.US);
    int exit = new Commands(terminal)
        .run("import", file.toString(), "--into", workspace.toString(), "--platform", platform);
    assertThat(exit).as(err.toString()).isZero();
    assertThat(err.toString()).startsWith(points.size() + " runs added to " + platform);
  }

  @Test
  void everyThroughputAndCostIsReached() throws IOException {
    int figures = 0;
    for (JsonNode row : published.get("expected")) {
      for (int platform = 0; platform < 2; platform++) {
        PlatformEvaluation evaluation = evaluated(row.get(0).doubleValue(), platform);
        figures += check(evaluation, Metric.TOKENS_PER_SECOND_PER_GPU, row.get(1 + platform), 0.5);
        figures += check(evaluation, Metric.COST_PER_MILLION_TOKENS, row.get(3 + platform), 5e-4);
      }
    }
    assertThat(figures).as("26 throughputs and 22 costs").isEqualTo(26 + 22);
  }

  @Test
  void anInteractivityAboveTheFastestRunIsNotReachable() throws IOException {
    Result result = evaluated(300, 0).of(Metric.TOKENS_PER_SECOND_PER_GPU);
    assertThat(result).isInstanceOf(NotAvailable.class);
    assertThat(((NotAvailable) result).reason()).contains("cannot meet 300 tok/s/user");
  }

  private PlatformEvaluation evaluated(double target, int platform) throws IOException {
    Workspace read = WorkspaceFile.read(workspace);
    Workspace aimed = read.withScenario(read.scenario().withTargetInteractivity(target));
    return new Evaluator().evaluate(aimed).platforms().get(platform);
  }

  private static int check(
      PlatformEvaluation evaluation, Metric metric, JsonNode expected, double tolerance) {
    if (!expected.isNumber()) {
      return 0;
    }
    assertThat(((Explained) evaluation.of(metric)).value())
        .as("%s of %s", metric, evaluation.platform().name())
        .isCloseTo(expected.doubleValue(), within(tolerance));
    return 1;
  }
}
