package app.waterline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.waterline.model.Platform;
import app.waterline.model.Snapshot;
import app.waterline.model.Workspace;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snapshots in the workspace file: the same comes back, little is written twice, slips are refused. */
class SnapshotFileTest {
  private static Workspace sample() throws IOException {
    return WorkspaceFile.read(Path.of("sample-data/hopper-vs-blackwell.waterline"));
  }

  private static Workspace withTwo(Workspace state) {
    Platform renamed = state.platforms().getFirst().withName("Another name");
    Workspace cheaper = state.withScenario(state.scenario().withUtilization(0.4));
    return cheaper.withSnapshots(List.of(
        new Snapshot("A", "2026-07-14", "iceberg", "Why it is \"cheaper\" <b>", state),
        new Snapshot("Later", "2026-08", null, null, cheaper.withPlatform(renamed))));
  }

  private static Workspace read(String json) throws IOException {
    return WorkspaceFile.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "x.waterline");
  }

  @Test
  void theSameComesBackAndKeepsTheSchema() throws IOException {
    Workspace workspace = withTwo(sample());
    String json = WorkspaceFile.toJson(workspace);
    assertThat(read(json)).isEqualTo(workspace);
    assertThat(WorkspaceFile.toJson(read(json))).isEqualTo(json);
    String schema = Files.readString(Path.of("docs/workspace.schema.json"));
    assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema)
            .validate(json, InputFormat.JSON))
        .isEmpty();
  }

  /** 2,000 runs in each of 20 snapshots would make a recovery copy slow. */
  @Test
  void aPlatformThatSeveralStatesShareIsWrittenOnce() throws IOException {
    Workspace state = WorkspaceFile.read(Path.of("sample-data/deepseek-r1-measured.waterline"));
    List<Snapshot> twenty = java.util.stream.IntStream.range(0, 20)
        .mapToObj(each -> new Snapshot("S" + each, "2026", null, null, state))
        .toList();
    int alone = WorkspaceFile.toJson(state).length();
    assertThat(WorkspaceFile.toJson(state.withSnapshots(twenty)).length()).isLessThan(3 * alone);
  }

  @Test
  void aSettingOfThePresentLeavesWhatWasFrozen() throws IOException {
    Workspace workspace = withTwo(sample());
    Workspace set = WorkspaceSettings.apply(
        workspace,
        List.of("/platforms/h200/pricing/ratePerGpuHour=9", "/scenario/utilization=0.2"));
    assertThat(set.scenario().utilization()).isEqualTo(0.2);
    assertThat(set.snapshots()).isEqualTo(workspace.snapshots());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"name\": \"Later\"|\"name\": \"A\"|share a name [A]",
        "\"name\": \"Later\"|\"name\": \"\"|needs a name",
        "\"date\": \"2026-08\"|\"date\": \"August\"|[August]",
        "\"date\": \"2026-08\",||required property is missing [date]",
        "\"date\": \"2026-08\",|\"date\": \"2026-08\", \"when\": 1,|no such property [when]",
      })
  void refusesASlip(String good, String bad, String says) throws IOException {
    String json = WorkspaceFile.toJson(withTwo(sample()));
    assertThat(json).contains(good);
    String broken = json.replace(good, bad == null ? "" : bad);
    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining(says);
  }

  @Test
  void refusesAPlaceThatIsNotThere() throws IOException {
    String json = WorkspaceFile.toJson(withTwo(sample()));
    int at = json.lastIndexOf("\"platforms\": [\n          2,");
    assertThat(at).as("the second state's own platform comes third").isPositive();
    String broken = json.substring(0, at) + json.substring(at).replaceFirst("2,", "7,");
    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("Snapshot Later")
        .hasMessageContaining("[7]");
  }
}
