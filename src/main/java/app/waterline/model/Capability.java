package app.waterline.model;

/** The capabilities below the waterline that can be switched off. */
public enum Capability {
  FP4,
  MULTI_TOKEN_PREDICTION,
  DISAGGREGATED_SERVING,
  KV_AWARE_ROUTING,
  KV_OFFLOAD,
  SCALE_UP
}
