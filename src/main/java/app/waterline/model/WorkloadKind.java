package app.waterline.model;

/** How requests arrive. Points of different kinds never share a configuration. */
public enum WorkloadKind {
  /** One request, one answer. */
  SINGLE_TURN,
  /** Long conversations of tools and cached prompts; almost all tokens are cached input. */
  AGENTIC,
  /** A batch without any latency target. */
  OFFLINE
}
