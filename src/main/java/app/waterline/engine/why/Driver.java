package app.waterline.engine.why;

import app.waterline.model.Capability;

/** What can make one platform's token cheaper than another's, in the order in which it is told. */
public enum Driver {
  /** The price of a GPU-hour without what its power makes of it; acts on cost. */
  PRICE,
  /** The power of a GPU; acts on tokens per MW, and on the cost of a GPU-hour that follows it. */
  POWER,
  FP4,
  MULTI_TOKEN_PREDICTION,
  DISAGGREGATED_SERVING,
  KV_AWARE_ROUTING,
  KV_OFFLOAD,
  SCALE_UP,
  /** How fast each user is served; differs only while no target is set. */
  OPERATING_POINT,
  /** What is left when everything above is off: the GPU itself and the serving software. */
  HARDWARE_AND_SOFTWARE;

  /** The driver that stands for a capability. */
  static Driver of(Capability capability) {
    return switch (capability) {
      case FP4 -> FP4;
      case MULTI_TOKEN_PREDICTION -> MULTI_TOKEN_PREDICTION;
      case DISAGGREGATED_SERVING -> DISAGGREGATED_SERVING;
      case KV_AWARE_ROUTING -> KV_AWARE_ROUTING;
      case KV_OFFLOAD -> KV_OFFLOAD;
      case SCALE_UP -> SCALE_UP;
    };
  }
}
