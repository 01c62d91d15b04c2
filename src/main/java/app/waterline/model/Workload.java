package app.waterline.model;

import org.jspecify.annotations.Nullable;

/**
 * What the tokens are for. Operating points of another model or another length do not count.
 *
 * @param model the model that is served, as the operating points name it; null for any
 * @param activeParameters parameters that work on one token; null where not known
 * @param totalParameters all parameters; null where not known
 * @param isl input tokens per request; null for any
 * @param osl output tokens per request; null for any
 * @param cachedInputShare share of the input tokens that come from the cache, 0 to 1
 */
public record Workload(
    @Nullable String model,
    @Nullable Double activeParameters,
    @Nullable Double totalParameters,
    @Nullable Integer isl,
    @Nullable Integer osl,
    double cachedInputShare) {
  public Workload {
    Input.ACTIVE_PARAMETERS.requireIfPresent(activeParameters);
    Input.TOTAL_PARAMETERS.requireIfPresent(totalParameters);
    Input.ISL.requireIfPresent(isl == null ? null : isl.doubleValue());
    Input.OSL.requireIfPresent(osl == null ? null : osl.doubleValue());
    Input.CACHED_INPUT_SHARE.require(cachedInputShare);
  }
}
