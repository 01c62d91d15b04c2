package app.waterline.chart;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Platform;
import app.waterline.model.Support;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a capability of a platform decides: the cost with its switch the other way, from the engine. */
public final class Switching {
  private final Evaluator evaluator = new Evaluator();
  private final ChartTexts texts;

  public Switching(ChartTexts texts) {
    this.texts = texts;
  }

  /**
   * What a million tokens would cost with a capability switched the other way.
   *
   * @param platform id of the platform
   * @param layer id of a layer, see {@link IcebergChart.Layer#id}
   * @return a sentence; empty where the layer is no capability, or one that the platform does not have
   */
  public Optional<String> otherWay(Evaluation evaluation, String platform, String layer) {
    return Stream.of(Capability.values())
        .filter(each -> each.name().equals(layer))
        .findFirst()
        .flatMap(capability -> evaluation
            .workspace()
            .platform(platform)
            .flatMap(owner -> sentence(evaluation, owner, capability)));
  }

  private Optional<String> sentence(
      Evaluation evaluation, Platform platform, Capability capability) {
    CapabilityState state = platform.stack().get(capability);
    if (state == null || state.support() == Support.NO) {
      return Optional.empty();
    }
    Evaluation switched = evaluator.evaluate(evaluation
        .workspace()
        .withPlatform(with(
            platform,
            capability,
            new CapabilityState(state.support(), !state.on(), state.multiplier()))));
    String what = state.on()
        ? capability == Capability.FP4
            ? texts.get("iceberg.without.FP4")
            : texts.get("iceberg.without")
        : texts.get("iceberg.with");
    return switched.platforms().stream()
        .filter(each -> each.platform().id().equals(platform.id()))
        .findFirst()
        .map(each -> words(switched, each, what));
  }

  private static Platform with(Platform platform, Capability capability, CapabilityState state) {
    Map<Capability, CapabilityState> stack = new EnumMap<>(Capability.class);
    stack.putAll(platform.stack());
    stack.put(capability, state);
    return platform.withStack(stack);
  }

  private String words(Evaluation switched, PlatformEvaluation platform, String what) {
    Result cost = platform.of(switched.headline());
    return switch (cost) {
      case NotAvailable missing ->
        texts.get("iceberg.switched.missing", what, texts.missing(missing.reason()));
      case Explained figure -> {
        String amount = texts.format().number(figure.value(), figure.unit());
        String counted =
            texts.get("iceberg.counted." + switched.workspace().scenario().tokensCounted());
        yield against(switched, platform)
            .map(ratio -> texts.get("iceberg.switched.against", what, amount, counted, ratio))
            .orElseGet(() -> texts.get("iceberg.switched", what, amount, counted));
      }
    };
  }

  /** The cost against the baseline's, in words; empty for the baseline itself. */
  private Optional<String> against(Evaluation switched, PlatformEvaluation platform) {
    return switched
        .baseline()
        .filter(base -> !base.platform().id().equals(platform.platform().id()))
        .flatMap(base -> Evaluation.relative(platform, base, switched.headline())
            .figure()
            .map(ratio -> texts.get(
                "iceberg.switched.than",
                texts.format().comparison(ratio.value()),
                base.platform().name())));
  }
}
