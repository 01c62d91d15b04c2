package app.waterline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.waterline.document.Edits;
import app.waterline.document.FigureSlots;
import app.waterline.document.Levers;
import app.waterline.model.Distribution;
import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.InvalidInput;
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
import org.junit.jupiter.params.provider.MethodSource;

/** Ranges in a workspace file: every shape comes back as it went, and what contradicts itself is refused. */
class RangesFileTest {
  private static final Path SAMPLE = Path.of("sample-data/hopper-vs-blackwell.waterline");

  static List<Distribution> shapes() {
    return List.of(
        new Distribution.Uniform(1.2, 1.6),
        new Distribution.Triangular(1.2, 1.41, 1.6),
        new Distribution.Pert(1.2, 1.41, 1.6),
        new Distribution.Normal(1.41, 0.05),
        new Distribution.LogNormal(1.41, 0.1),
        new Distribution.ThreePoints(1.2, 1.41, 1.7));
  }

  private static Workspace sample() throws IOException {
    return WorkspaceFile.read(SAMPLE);
  }

  private static Workspace with(Distribution range) throws IOException {
    Workspace workspace = sample();
    Figure rate = FigureSlots.RATE.of(workspace.platforms().getFirst()).orElseThrow();
    Figure uncertain = new Figure(rate.value(), range, rate.evidence());
    return Edits.figure("", "h200", FigureSlots.RATE, uncertain).change().apply(workspace);
  }

  private static Workspace read(String text) throws IOException {
    return WorkspaceFile.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "ranges.waterline");
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyShapeComesBackAndKeepsTheSchema(Distribution range) throws IOException {
    String text = WorkspaceFile.toJson(with(range));
    assertThat(read(text)).isEqualTo(with(range));
    assertThat(WorkspaceFile.toJson(read(text))).isEqualTo(text);
    assertThat(Levers.uncertain(read(text))).hasSize(1).containsValue(range);
    assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("docs/workspace.schema.json")))
            .validate(text, InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void standsBesideTheValueOnItsLine() throws IOException {
    assertThat(WorkspaceFile.toJson(with(new Distribution.Pert(1.2, 1.41, 1.6))))
        .contains(
            "\"ratePerGpuHour\": {\"value\": 1.41, \"range\": {\"shape\": \"pert\", \"low\": 1.2, \"mode\": 1.41, \"high\": 1.6}, \"kind\": \"published\"");
  }

  @Test
  void theScenariosRangesStandBehindItsNumbers() throws IOException {
    Workspace workspace = sample();
    Workspace uncertain = workspace.withScenario(
        workspace.scenario().withRange(Input.UTILIZATION, new Distribution.Uniform(0.5, 1)));
    String text = WorkspaceFile.toJson(uncertain);
    assertThat(text)
        .contains("\"utilization\": {\"shape\": \"uniform\", \"low\": 0.5, \"high\": 1}");
    assertThat(read(text)).isEqualTo(uncertain);
  }

  @Test
  void aFileWithoutRangesSaysNothingOfThem() throws IOException {
    assertThat(WorkspaceFile.toJson(sample())).isEqualTo(Files.readString(SAMPLE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"shape\": \"uniform\", \"low\": 1.6, \"high\": 1.2}|must lie below the high end [1.6 to 1.2]",
        "{\"shape\": \"uniform\", \"low\": 2, \"high\": 3}|outside its own range [1.41 in 2.0 to 3.0]",
        "{\"shape\": \"normal\", \"mean\": 1.41, \"deviation\": 0.5}|The range of Price per GPU-hour leaves what it may be",
        "{\"shape\": \"normal\", \"mean\": 1.41, \"deviation\": 0}|standard deviation of a distribution must be above 0 [0.0]",
        "{\"shape\": \"bell\", \"low\": 1, \"high\": 2}|one of uniform, triangular, pert, normal, logNormal, threePoints",
        "{\"shape\": \"uniform\", \"low\": 1.2}|required property is missing [high]",
        "{\"shape\": \"uniform\", \"low\": 1.2, \"high\": 1.5, \"hi\": 2}|no such property [hi]",
        "5|wrong form [5]. Write an object whose shape is one of",
      })
  void refusesWhatContradictsItself(String range, String says) throws IOException {
    String broken = Files.readString(SAMPLE)
        .replaceFirst("\"value\": 1.41,", "\"value\": 1.41, \"range\": " + range + ",");
    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("/platforms/0/pricing/ratePerGpuHour")
        .hasMessageContaining(says);
  }

  @Test
  void refusesARangeOfWhatHasNone() throws IOException {
    String broken = Files.readString(SAMPLE)
        .replace(
            "\"powerInflation\": 0",
            "\"powerInflation\": 0, \"ranges\": {\"horizonYears\": {\"shape\": \"uniform\", \"low\": 3, \"high\": 5}}");
    assertThatThrownBy(() -> read(broken)).hasMessageContaining("Horizon can't have a range here");
  }

  @Test
  void settingsReachARangeAndAnExactNumberTakesItAway() throws IOException {
    String place = "/platforms/h200/pricing/ratePerGpuHour";
    String range = "/range={\"shape\":\"uniform\",\"low\":1.2,\"high\":1.6}";
    Workspace set = WorkspaceSettings.apply(sample(), List.of(place + range));
    assertThat(Levers.uncertain(set)).containsValue(new Distribution.Uniform(1.2, 1.6));
    Workspace wider = WorkspaceSettings.apply(set, List.of(place + "/range/low=1"));
    assertThat(Levers.uncertain(wider)).containsValue(new Distribution.Uniform(1, 1.6));
    assertThat(Levers.uncertain(WorkspaceSettings.apply(set, List.of(place + "=1.5"))))
        .isEmpty();
    Workspace ofScenario = WorkspaceSettings.apply(
        sample(),
        List.of("/scenario/ranges/utilization={\"shape\":\"uniform\",\"low\":0.5,\"high\":1}"));
    assertThat(ofScenario.scenario().ranges())
        .containsEntry(Input.UTILIZATION, new Distribution.Uniform(0.5, 1));
    assertThatThrownBy(
            () -> WorkspaceSettings.apply(ofScenario, List.of("/scenario/utilization=0.4")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("outside its own range");
  }
}
