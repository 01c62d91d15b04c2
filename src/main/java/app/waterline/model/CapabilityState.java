package app.waterline.model;

/**
 * Whether a platform has a capability, and whether it is switched on.
 *
 * @param support whether the platform has it
 * @param on whether it is in use; off removes the operating points that use it
 * @param multiplier factor on throughput that the capability is worth where only a manual figure
 *     exists; 1 means no effect
 */
public record CapabilityState(Support support, boolean on, Figure multiplier) {
  public CapabilityState {
    Input.MULTIPLIER.requireOf(multiplier);
    if (on && support == Support.NO) {
      throw new InvalidInput(
          "A capability that the platform does not have can't be switched on [support: no]. Set it off, or correct the support.");
    }
  }

  /** The same capability, switched on or off. */
  public CapabilityState switched(boolean nowOn) {
    return new CapabilityState(support, nowOn, multiplier);
  }
}
