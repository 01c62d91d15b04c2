package app.waterline.io.runs;

/**
 * One contradiction in a run.
 *
 * @param kind which rule it breaks
 * @param text what happened, the values in brackets, and what to do
 */
public record Doubt(Kind kind, String text) {
  /** The rules that a run must keep. */
  public enum Kind {
    /** No request completed, or nothing was delivered. */
    NO_REQUESTS,
    /** A figure is negative, infinite or not a number. */
    BAD_FIGURE,
    /** Input, output and total tokens/s do not add up over the GPUs. */
    TOKEN_SUM,
    /** Interactivity times time per output token is far from 1. */
    INTERACTIVITY,
    /** The tokens delivered do not fit the requests in flight. */
    CONCURRENCY,
    /** Power and energy per token do not fit the tokens delivered. */
    ENERGY,
    /** Latencies contradict each other, or are in seconds under a title that says ms. */
    LATENCY_UNITS,
    /** The summary averages several load stages. */
    MIXED_STAGES,
    /** The figures are of warm-up requests. */
    WARM_UP,
    /** The run was cancelled or failed the tool's own rules. */
    NOT_VALID,
    /** The date can't be that of a run. */
    DATE
  }
}
