package app.waterline.io.runs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every field that the collected readings give for 43 real files, which stay outside the project. */
class ExpectedReadingsTest {
  private static final Path DATA = Path.of("../shared/data");

  private static final Map<String, String> TOOLS =
      Map.of("vllm bench serve / benchmark_serving.py", "vLLM bench serve");

  private static final Map<String, Function<Run, @Nullable Object>> FIELDS = Map.ofEntries(
      Map.entry("tool", run -> run.origin().tool()),
      Map.entry("tool_version", run -> run.origin().toolVersion()),
      Map.entry("schema_version", run -> run.origin().schemaVersion()),
      Map.entry("report_version", run -> run.origin().schemaVersion()),
      Map.entry("model", run -> run.setup().model()),
      Map.entry("precision", run -> run.setup().precisionText()),
      Map.entry("gpu_count", run -> run.setup().gpus()),
      Map.entry("tp", run -> run.setup().tensorParallel()),
      Map.entry("strategy", run -> run.load().pattern()),
      Map.entry("concurrency", run -> run.load().concurrency()),
      Map.entry("measured_concurrency", run -> run.load().measuredConcurrency()),
      Map.entry("concurrency_measured", run -> run.load().measuredConcurrency()),
      Map.entry("request_rate", run -> run.load().requestedRate()),
      Map.entry("requested_rate", run -> run.load().requestedRate()),
      Map.entry("achieved_rate", run -> run.load().achievedRate()),
      Map.entry("requests_completed", run -> run.load().completed()),
      Map.entry("failures", run -> run.load().failed()),
      Map.entry("duration_s", run -> run.load().seconds()),
      Map.entry("mean_isl", run -> run.load().meanIsl()),
      Map.entry("mean_osl", run -> run.load().meanOsl()),
      Map.entry("output_tok_s", run -> run.rates().output()),
      Map.entry("total_tok_s", run -> run.rates().total()),
      Map.entry("output_tok_s_gpu", run -> run.rates().outputPerGpu()),
      Map.entry("ttft_ms_p50", run -> ms(run.times().ttft().median())),
      Map.entry("ttft_ms_p99", run -> ms(run.times().ttft().p99())),
      Map.entry("tpot_ms_p50", run -> ms(run.times().tpot().median())),
      Map.entry("tpot_ms_p99", run -> ms(run.times().tpot().p99())),
      Map.entry("itl_ms_p50", run -> ms(run.times().itl().median())),
      Map.entry("itl_ms_p99", run -> ms(run.times().itl().p99())),
      Map.entry("e2el_ms_p50", run -> ms(run.times().e2e().median())),
      Map.entry("e2el_s_p50", run -> run.times().e2e().median()),
      Map.entry("interactivity_avg_tok_s_user", run -> run.times().meanInteractivity()));

  /** Says where the collector found a figure; it is not one itself. */
  private static final String PROVENANCE = "gpu_count_from";

  @TestFactory
  Stream<DynamicTest> everyFieldOfEveryFile() throws Exception {
    Path expected = DATA.resolve("expected-readings.json");
    assumeTrue(
        Files.isRegularFile(expected),
        "SKIPPED: the collected benchmark files are not at "
            + DATA.toAbsolutePath().normalize());
    JsonNode files = JsonMapper.shared().readTree(expected);
    assertThat(files.size()).as("files with a reading").isEqualTo(43);
    return files
        .propertyStream()
        .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> compare(file)));
  }

  private static void compare(Map.Entry<String, JsonNode> file) {
    ImportReport report = RunImport.read(List.of(DATA.resolve(file.getKey())));
    assertThat(report.problems()).extracting(UnreadableRun::located).isEmpty();
    List<JsonNode> readings = file.getValue().isArray()
        ? file.getValue().valueStream().toList()
        : List.of(file.getValue());
    assertThat(report.outcomes()).hasSameSizeAs(readings);
    for (int place = 0; place < readings.size(); place++) {
      compare(readings.get(place), report.outcomes().get(place).run());
    }
  }

  private static void compare(JsonNode reading, Run run) {
    for (Map.Entry<String, JsonNode> field : reading.properties()) {
      String name = field.getKey();
      if (name.equals(PROVENANCE)) {
        continue;
      }
      Function<Run, @Nullable Object> known = requireNonNull(FIELDS.get(name), name);
      compare(name, field.getValue(), known.apply(run));
    }
  }

  private static void compare(String name, JsonNode expected, @Nullable Object actual) {
    if (expected.isNull()) {
      assertThat(actual).as(name).isNull();
    } else if (actual instanceof Number number) {
      double wanted = number(expected);
      if (Double.isInfinite(wanted)) {
        assertThat(number.doubleValue()).as(name).isEqualTo(wanted);
      } else {
        double tolerance = 1e-9 * Math.max(1, Math.abs(wanted));
        assertThat(number.doubleValue()).as(name).isCloseTo(wanted, within(tolerance));
      }
    } else {
      String text = expected.asString();
      assertThat(actual).as(name).isEqualTo(TOOLS.getOrDefault(text, text));
    }
  }

  private static double number(JsonNode expected) {
    if (expected.isString()) {
      return expected.asString().equals("inf")
          ? Double.POSITIVE_INFINITY
          : Double.parseDouble(expected.asString());
    }
    return expected.asDouble();
  }

  private static @Nullable Double ms(@Nullable Double seconds) {
    return seconds == null ? null : seconds * 1e3;
  }
}
