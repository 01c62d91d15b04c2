package app.waterline.model;

import org.jspecify.annotations.Nullable;

/**
 * Electric power of one GPU with its share of host and network.
 *
 * @param kwPerGpu all-in power at full load, kW
 * @param powerBasis which megawatt that counts
 * @param referencePue the PUE inside {@code kwPerGpu}; 1 on the critical-IT basis; null where a
 *     utility figure does not say, so that it can't be rescaled
 * @param idlePowerFraction power at no load ÷ power at full load, 0 to 1
 */
public record Power(
    Figure kwPerGpu,
    PowerBasis powerBasis,
    @Nullable Figure referencePue,
    Figure idlePowerFraction) {
  public Power {
    Input.KW_PER_GPU.requireOf(kwPerGpu);
    Input.REFERENCE_PUE.requireOf(referencePue);
    Input.IDLE_POWER_FRACTION.requireOf(idlePowerFraction);
    if (powerBasis == PowerBasis.CRITICAL_IT && referencePue != null && referencePue.value() != 1) {
      throw new InvalidInput(
          "A critical-IT power figure has no PUE inside it [%s]. Set referencePue to 1, or powerBasis to utility."
              .formatted(referencePue.value()));
    }
  }
}
