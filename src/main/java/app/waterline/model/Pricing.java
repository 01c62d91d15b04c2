package app.waterline.model;

import org.jspecify.annotations.Nullable;

/** What a GPU-hour, or with a hosted API a token, costs. */
public sealed interface Pricing {
  /**
   * A tariff by the hour that includes the power.
   *
   * @param ratePerGpuHour $ per GPU-hour
   * @param includedPowerPrice $/kWh that the power inside the rate was priced at, if the rate follows
   *     the power price; null if it does not
   */
  record Rental(Figure ratePerGpuHour, @Nullable Figure includedPowerPrice) implements Pricing {
    public Rental {
      Input.RATE_PER_GPU_HOUR.requireOf(ratePerGpuHour);
      Input.INCLUDED_POWER_PRICE.requireOf(includedPowerPrice);
    }
  }

  /**
   * Hardware of one's own, in a facility of one's own or in colocation.
   *
   * @param amortization how the capital is spread over its life
   * @param capitalPerGpu server, network and storage, $ per GPU
   * @param lifeYears life of that capital, years
   * @param residualShare share of the capital that comes back at the end of the life, 0 to 1
   * @param facilityPerKw facility capital, $ per kW; null or 0 in colocation
   * @param facilityLifeYears life of the facility, years; needed with {@code facilityPerKw}
   * @param colocationPerKwMonth rent, $ per kW and month; null or 0 in a facility of one's own
   * @param maintenanceShare yearly maintenance as a share of the capital, 0 to 1
   * @param staffAndSoftwarePerGpuYear $ per GPU and year
   */
  record Owned(
      Amortization amortization,
      Figure capitalPerGpu,
      Figure lifeYears,
      Figure residualShare,
      @Nullable Figure facilityPerKw,
      @Nullable Figure facilityLifeYears,
      @Nullable Figure colocationPerKwMonth,
      Figure maintenanceShare,
      Figure staffAndSoftwarePerGpuYear)
      implements Pricing {
    public Owned {
      Input.CAPITAL_PER_GPU.requireOf(capitalPerGpu);
      Input.LIFE_YEARS.requireOf(lifeYears);
      Input.RESIDUAL_SHARE.requireOf(residualShare);
      Input.FACILITY_PER_KW.requireOf(facilityPerKw);
      Input.FACILITY_LIFE_YEARS.requireOf(facilityLifeYears);
      Input.COLOCATION_PER_KW_MONTH.requireOf(colocationPerKwMonth);
      Input.MAINTENANCE_SHARE.requireOf(maintenanceShare);
      Input.STAFF_AND_SOFTWARE.requireOf(staffAndSoftwarePerGpuYear);
      if (facilityPerKw != null && facilityPerKw.value() > 0) {
        requireBuildable(facilityPerKw, facilityLifeYears, colocationPerKwMonth);
      }
    }

    private static void requireBuildable(
        Figure perKw, @Nullable Figure life, @Nullable Figure colocation) {
      if (life == null) {
        throw new InvalidInput(
            "Facility capital needs a life in years [none]. Give facilityLifeYears, 15 to 20 is usual.");
      }
      if (colocation != null && colocation.value() > 0) {
        throw new InvalidInput(
            "Facility capital and colocation exclude each other [%s $/kW and %s $/kW-month]. Set one of them to 0."
                .formatted(perKw.value(), colocation.value()));
      }
    }
  }

  /**
   * A hosted API, for comparison: it has no GPU, only token prices.
   *
   * @param input $ per million input tokens
   * @param cachedInput $ per million cached input tokens; null where the host gives no discount
   * @param output $ per million output tokens
   */
  record HostedApi(Figure input, @Nullable Figure cachedInput, Figure output) implements Pricing {
    public HostedApi {
      Input.INPUT_TOKEN_PRICE.requireOf(input);
      Input.CACHED_INPUT_TOKEN_PRICE.requireOf(cachedInput);
      Input.OUTPUT_TOKEN_PRICE.requireOf(output);
    }
  }
}
