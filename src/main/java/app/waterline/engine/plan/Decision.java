package app.waterline.engine.plan;

/**
 * What a cash flow says.
 *
 * @param verdict in one word
 * @param sentence the decision and what it hangs on
 * @param hinges what it hangs on alone, as a sentence; empty where it hangs on nothing
 */
public record Decision(Verdict verdict, String sentence, String hinges) {
  /** The outcome of a plan. */
  public enum Verdict {
    /** The capital comes back within the horizon, and earns more than it costs. */
    PAYS_BACK,
    /** The capital comes back within the horizon, but earns less than it costs. */
    PAYS_BACK_BELOW_COST_OF_CAPITAL,
    /** The capital does not come back within the horizon. */
    NEVER_PAYS_BACK,
    /** Without any capital, more comes in than goes out. */
    EARNS_WITHOUT_CAPITAL,
    /** Without any capital, less comes in than goes out. */
    LOSES_WITHOUT_CAPITAL,
    /** There is no cash flow. */
    UNDECIDED
  }
}
