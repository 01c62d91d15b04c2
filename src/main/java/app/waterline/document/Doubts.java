package app.waterline.document;

import app.waterline.model.Answer;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Distribution;
import app.waterline.model.Figure;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Platform;
import app.waterline.model.Question;
import app.waterline.model.Support;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the deeper questions that nobody has answered do to a figure by hand: while it is not known whether a
 * platform has a capability, its tokens may be those without it.
 *
 * @see "docs/model.md, section 6"
 */
public final class Doubts {
  private Doubts() {}

  /** The capabilities that a question asks for; none where it acts on the scenario. */
  public static List<Capability> capabilities(Question question) {
    return switch (question) {
      case SCALE_UP_ALL_TO_ALL -> List.of(Capability.SCALE_UP);
      case FP4_AT_FULL_ACCURACY -> List.of(Capability.FP4);
      case SPECULATIVE_DECODING -> List.of(Capability.MULTI_TOKEN_PREDICTION);
      case DISAGGREGATION_ROUTING_OFFLOAD ->
        List.of(
            Capability.DISAGGREGATED_SERVING, Capability.KV_AWARE_ROUTING, Capability.KV_OFFLOAD);
      case COST_FOR_LARGE_MOE_REASONING,
          TOKENS_PER_MEGAWATT,
          AGENTIC_WORKLOADS,
          FULL_LIFECYCLE,
          OPEN_IMPROVING_SOFTWARE -> List.of();
    };
  }

  /** Whether nobody has answered, or the answer is that it is not known. */
  public static boolean isOpen(Platform platform, Question question) {
    Answer answer = platform.lifecycle().get(question);
    return answer == null || answer.support() == Support.UNKNOWN;
  }

  /**
   * What the capabilities that an open question asks for are worth in the throughput by hand: 1 for nothing, as
   * with measured runs, which have them or not.
   */
  public static double factor(Platform platform, Question question) {
    if (!isOpen(platform, question)
        || platform.throughput() == null
        || !platform.operatingPoints().isEmpty()) {
      return 1;
    }
    return capabilities(question).stream()
        .map(platform.stack()::get)
        .mapToDouble(Doubts::worth)
        .reduce(1, (all, each) -> all * each);
  }

  private static double worth(@Nullable CapabilityState state) {
    return state != null && state.on() ? Math.max(1, state.multiplier().value()) : 1;
  }

  /** What is known of the throughput by hand, with the open questions; empty where it is exact. */
  static Optional<Distribution> throughput(Platform platform) {
    ManualThroughput manual = platform.throughput();
    if (manual == null) {
      return Optional.empty();
    }
    Figure tokens = manual.tokensPerSecondPerGpu();
    double factor = 1;
    for (Question question : Question.values()) {
      factor *= factor(platform, question);
    }
    return factor == 1 ? Optional.ofNullable(tokens.range()) : Optional.of(widened(tokens, factor));
  }

  private static Distribution widened(Figure tokens, double factor) {
    Distribution known = tokens.range();
    double low = known == null ? tokens.value() : known.low();
    double high = known == null ? tokens.value() : known.high();
    return new Distribution.Pert(low / factor, tokens.value(), high);
  }
}
