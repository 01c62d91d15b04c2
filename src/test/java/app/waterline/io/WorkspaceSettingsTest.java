package app.waterline.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.waterline.model.Capability;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.InvalidInput;
import app.waterline.model.Planning;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.Sparsity;
import app.waterline.model.TokenCount;
import app.waterline.model.TokenPrices;
import app.waterline.model.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings change what they name and nothing else, with the words of the window. */
class WorkspaceSettingsTest {
  private final Workspace sample;

  WorkspaceSettingsTest() throws UnreadableFile {
    sample = WorkspaceFile.read(Path.of("sample-data/hopper-vs-blackwell.waterline"));
  }

  @Test
  void noSettingChangesNothing() {
    assertThat(WorkspaceSettings.apply(sample, List.of())).isEqualTo(sample);
  }

  @Test
  void aSettingChangesOnlyItsPlace() {
    assertThat(apply("/scenario/utilization=0.6"))
        .isEqualTo(sample.withScenario(sample.scenario().withUtilization(0.6)));
    assertThat(apply("/scenario/tokensCounted=output"))
        .isEqualTo(sample.withScenario(sample.scenario().withTokensCounted(TokenCount.OUTPUT)));
    assertThat(apply("/scenario/targetInteractivity=60"))
        .isEqualTo(sample.withScenario(sample.scenario().withTargetInteractivity(60.0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "h200", "HGX H200"})
  void aPlatformGoesByIndexIdOrName(String platform) {
    Workspace changed = apply("/platforms/" + platform + "/pricing/ratePerGpuHour=1.5");
    assertThat(changed.platforms().getFirst().pricing())
        .isEqualTo(new Pricing.Rental(assumed(1.5), null));
    assertThat(changed.platforms().getLast()).isEqualTo(sample.platforms().getLast());
  }

  /** The source said the old number; the new one is the user's own. */
  @Test
  void aNewNumberDoesNotKeepTheOldSource() {
    assertThat(apply("/platforms/h200/pricing/ratePerGpuHour/value=1.5"))
        .isEqualTo(apply("/platforms/h200/pricing/ratePerGpuHour=1.5"));
    Pricing quoted = apply(
            "/platforms/h200/pricing/ratePerGpuHour={\"value\":2,\"kind\":\"quote\",\"source\":\"Acme\"}")
        .platforms()
        .getFirst()
        .pricing();
    assertThat(((Pricing.Rental) quoted).ratePerGpuHour())
        .isEqualTo(new Figure(2, new Evidence(Evidence.Kind.QUOTE, "Acme", null, null)));
  }

  @Test
  void missingOptionalPartsAreBegun() {
    Workspace priced = apply(
        "/scenario/tokenPrices=null",
        "/scenario/tokenPrices/input=0.55",
        "/scenario/tokenPrices/output=2.19");
    assertThat(priced.scenario().tokenPrices()).isEqualTo(new TokenPrices(0.55, null, 2.19));
    assertThat(apply("/scenario/planning/taxRate=0.2").scenario().planning())
        .isEqualTo(new Planning(null, List.of(), 0, 0, 0.2));
    Platform h200 =
        apply("/platforms/h200/hardware/peakPflops/FP6/dense=2").platforms().getFirst();
    assertThat(requireNonNull(h200.hardware()).peak(Precision.FP6, Sparsity.DENSE))
        .isEqualTo(assumed(2));
  }

  @Test
  void aTokenPriceThatIsSetIsNoLongerWhatTheSourceSays() {
    assertThat(requireNonNull(sample.scenario().tokenPrices()).evidence()).isNotNull();
    assertThat(apply("/scenario/tokenPrices/output=3").scenario().tokenPrices())
        .isEqualTo(new TokenPrices(0.55, 0.14, 3));
  }

  @Test
  void nullLeavesAnOptionalPartOut() {
    Workspace with = apply("/scenario/pue=1.2");
    assertThat(with.scenario().pue()).isEqualTo(1.2);
    assertThat(WorkspaceSettings.apply(with, List.of("/scenario/pue=null"))).isEqualTo(sample);
    assertThat(apply("/baseline=gb300", "/platforms/0=null").platforms())
        .containsExactly(sample.platforms().getLast());
  }

  @Test
  void bareTextNeedsNoQuotes() {
    assertThat(apply("/title=123 = abc").title()).isEqualTo("123 = abc");
    assertThat(apply("/title=\"quoted\"").title()).isEqualTo("quoted");
  }

  /** FP4 off alone is refused while nothing else changes it; both settings are judged together. */
  @Test
  void settingsAreJudgedTogether() {
    Workspace changed =
        apply("/platforms/h200/stack/fp4/on=true", "/platforms/h200/stack/fp4/support=partly");
    assertThat(changed.platforms().getFirst().uses(Capability.FP4)).isTrue();
    assertThatThrownBy(() -> apply("/platforms/h200/stack/fp4/on=true"))
        .isInstanceOf(InvalidInput.class);
  }

  /** The very refusal of the record, which the window shows below the field. */
  @Test
  void theRefusalIsThatOfTheWindow() {
    InvalidInput window = new InvalidInput(Input.UTILIZATION, 1.4);
    assertThatThrownBy(() -> apply("/scenario/utilization=1.4"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(window.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "utilization=2|must read POINTER=VALUE [utilization=2]",
        "/scenario/utilization|must read POINTER=VALUE",
        "/=1|must read POINTER=VALUE",
        "/scenario/utilisation=1|no such place [utilisation in /scenario/utilisation]. Known there are utilization, powerPrice, pue",
        "/schemaVersion=2|Known there are title, notes, currency, baseline, scenario, platforms, priceLists, snapshots.",
        "/platforms/B200/name=x|[B200 in /platforms/B200/name]. Known there are HGX H200, GB300 NVL72.",
        "/platforms/7/name=x|[7 in /platforms/7/name]",
        "/scenario/utilization/x=1|Nothing stands below a plain value",
        "/scenario/utilization=abc|The value of /scenario/utilization can't be read [abc]. Write a number",
        "/scenario/utilization=|can't be read []",
        "/scenario/tokensCounted=all|[\"all\"]. Write one of total, output, input.",
        "/scenario/workload/isl=8192.5|/scenario/workload/isl: The value has the wrong form [8192.5]. Write a whole number",
        "/scenario/tokenPrices/output=null|required property is missing [output]",
        "/platforms=1|/platforms: The value has the wrong form [1]. Write a list",
        "/platforms/h200/operatingPoints/0/interactivity=3|the list is empty",
      })
  void saysWhatIsWrongAndWhatIsKnown(String setting, String says) {
    assertThatThrownBy(() -> apply(setting))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(says);
  }

  @Test
  void aNameThatTwoShareIsNotGuessed() {
    Platform twin = sample.platforms().getFirst().withIdAndColor("twin", 1);
    Workspace two = sample.withPlatforms(List.of(sample.platforms().getFirst(), twin));
    assertThatThrownBy(() -> WorkspaceSettings.apply(two, List.of("/platforms/HGX H200/color=3")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("Several have that name")
        .hasMessageContaining("[0, 1]");
  }

  private Workspace apply(String... settings) {
    return WorkspaceSettings.apply(sample, List.of(settings));
  }

  private static Figure assumed(double value) {
    return new Figure(value, Evidence.assumption("set on the command line"));
  }
}
