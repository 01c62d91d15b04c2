package app.waterline.model;

import org.jspecify.annotations.Nullable;

/**
 * Peak compute of one GPU at one precision.
 *
 * @param dense PFLOP/s without structured sparsity, or null where nobody says
 * @param sparse PFLOP/s with structured sparsity, or null where it is not supported
 */
public record Peak(@Nullable Figure dense, @Nullable Figure sparse) {
  public Peak {
    Input.PEAK_PFLOPS.requireOf(dense);
    Input.PEAK_PFLOPS.requireOf(sparse);
  }

  /** The figure for the given sparsity, in PFLOP/s. */
  public @Nullable Figure at(Sparsity sparsity) {
    return sparsity == Sparsity.DENSE ? dense : sparse;
  }
}
