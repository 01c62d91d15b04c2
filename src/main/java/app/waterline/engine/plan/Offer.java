package app.waterline.engine.plan;

import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import java.util.List;

/**
 * One way to come by the tokens.
 *
 * @param name what to call it, for example {@code Nebius, on demand}
 * @param way rent, own, colocate or API
 * @param figures the figures at the operating point and utilization that all offers share
 * @param fromList whether it is a price list's, not a card's
 * @param stack the terms that its cost is made of; they add up to it
 */
public record Offer(
    String name, Way way, boolean fromList, PlatformEvaluation figures, List<Part> stack) {
  /** Who owns what. */
  public enum Way {
    /** Somebody else's hardware, by the hour. */
    RENT,
    /** Hardware and facility of one's own. */
    OWN,
    /** Hardware of one's own in somebody else's facility. */
    COLOCATE,
    /** Somebody else's tokens. */
    API
  }

  /**
   * A term of the cost.
   *
   * @param name for example {@code energy}
   * @param perGpuHour $ per GPU-hour; not available for a hosted API
   * @param perMillionTokens $ per million tokens, input and output
   */
  public record Part(String name, Result perGpuHour, Result perMillionTokens) {}
}
