package app.waterline.model;

import org.jspecify.annotations.Nullable;

/**
 * What holds for every platform of a workspace.
 *
 * @param utilization share of the time that the GPUs run at the operating point, above 0 to 1; it
 *     scales tokens, never the bill
 * @param powerPrice $/kWh
 * @param pue facility power ÷ IT power; null for "as quoted"
 * @param targetInteractivity tok/s that a user must see; null for no target
 * @param workload what the tokens are for
 * @param tokensCounted which tokens the headline price counts
 * @param tokenPrices what tokens sell for; null where nothing is sold
 * @param costOfCapital per year, 0 to 1
 * @param sizing what a plan starts from; null for none
 * @param horizonYears years of a cash flow
 * @param throughputGrowth per year
 * @param tokenPriceDecline per year
 * @param powerInflation per year
 * @param planning what a plan assumes beyond all that; null for {@link Planning#DEFAULT}
 */
public record Scenario(
    double utilization,
    double powerPrice,
    @Nullable Double pue,
    @Nullable Double targetInteractivity,
    Workload workload,
    TokenCount tokensCounted,
    @Nullable TokenPrices tokenPrices,
    double costOfCapital,
    @Nullable Sizing sizing,
    double horizonYears,
    double throughputGrowth,
    double tokenPriceDecline,
    double powerInflation,
    @Nullable Planning planning) {
  /** The values of a scenario that nobody has touched. */
  public static final Scenario DEFAULT = new Scenario(
      1,
      0.08,
      null,
      null,
      new Workload(null, null, null, null, null, 0),
      TokenCount.TOTAL,
      null,
      0.08,
      null,
      4,
      0,
      0,
      0,
      null);

  public Scenario {
    Input.UTILIZATION.require(utilization);
    Input.POWER_PRICE.require(powerPrice);
    Input.PUE.requireIfPresent(pue);
    Input.TARGET_INTERACTIVITY.requireIfPresent(targetInteractivity);
    Input.COST_OF_CAPITAL.require(costOfCapital);
    Input.HORIZON_YEARS.require(horizonYears);
    Input.THROUGHPUT_GROWTH.require(throughputGrowth);
    Input.TOKEN_PRICE_DECLINE.require(tokenPriceDecline);
    Input.POWER_INFLATION.require(powerInflation);
  }

  public Scenario withUtilization(double value) {
    return new Scenario(
        value,
        powerPrice,
        pue,
        targetInteractivity,
        workload,
        tokensCounted,
        tokenPrices,
        costOfCapital,
        sizing,
        horizonYears,
        throughputGrowth,
        tokenPriceDecline,
        powerInflation,
        planning);
  }

  public Scenario withPowerPrice(double value) {
    return new Scenario(
        utilization,
        value,
        pue,
        targetInteractivity,
        workload,
        tokensCounted,
        tokenPrices,
        costOfCapital,
        sizing,
        horizonYears,
        throughputGrowth,
        tokenPriceDecline,
        powerInflation,
        planning);
  }

  public Scenario withPue(@Nullable Double value) {
    return new Scenario(
        utilization,
        powerPrice,
        value,
        targetInteractivity,
        workload,
        tokensCounted,
        tokenPrices,
        costOfCapital,
        sizing,
        horizonYears,
        throughputGrowth,
        tokenPriceDecline,
        powerInflation,
        planning);
  }

  public Scenario withTargetInteractivity(@Nullable Double value) {
    return new Scenario(
        utilization,
        powerPrice,
        pue,
        value,
        workload,
        tokensCounted,
        tokenPrices,
        costOfCapital,
        sizing,
        horizonYears,
        throughputGrowth,
        tokenPriceDecline,
        powerInflation,
        planning);
  }

  public Scenario withWorkload(Workload value) {
    return new Scenario(
        utilization,
        powerPrice,
        pue,
        targetInteractivity,
        value,
        tokensCounted,
        tokenPrices,
        costOfCapital,
        sizing,
        horizonYears,
        throughputGrowth,
        tokenPriceDecline,
        powerInflation,
        planning);
  }

  public Scenario withTokensCounted(TokenCount value) {
    return new Scenario(
        utilization,
        powerPrice,
        pue,
        targetInteractivity,
        workload,
        value,
        tokenPrices,
        costOfCapital,
        sizing,
        horizonYears,
        throughputGrowth,
        tokenPriceDecline,
        powerInflation,
        planning);
  }

  public Scenario withTokenPrices(@Nullable TokenPrices value) {
    return new Scenario(
        utilization,
        powerPrice,
        pue,
        targetInteractivity,
        workload,
        tokensCounted,
        value,
        costOfCapital,
        sizing,
        horizonYears,
        throughputGrowth,
        tokenPriceDecline,
        powerInflation,
        planning);
  }

  public Scenario withCostOfCapital(double value) {
    return new Scenario(
        utilization,
        powerPrice,
        pue,
        targetInteractivity,
        workload,
        tokensCounted,
        tokenPrices,
        value,
        sizing,
        horizonYears,
        throughputGrowth,
        tokenPriceDecline,
        powerInflation,
        planning);
  }

  public Scenario withSizing(@Nullable Sizing value) {
    return new Scenario(
        utilization,
        powerPrice,
        pue,
        targetInteractivity,
        workload,
        tokensCounted,
        tokenPrices,
        costOfCapital,
        value,
        horizonYears,
        throughputGrowth,
        tokenPriceDecline,
        powerInflation,
        planning);
  }

  public Scenario withHorizonYears(double value) {
    return new Scenario(
        utilization,
        powerPrice,
        pue,
        targetInteractivity,
        workload,
        tokensCounted,
        tokenPrices,
        costOfCapital,
        sizing,
        value,
        throughputGrowth,
        tokenPriceDecline,
        powerInflation,
        planning);
  }

  public Scenario withThroughputGrowth(double value) {
    return new Scenario(
        utilization,
        powerPrice,
        pue,
        targetInteractivity,
        workload,
        tokensCounted,
        tokenPrices,
        costOfCapital,
        sizing,
        horizonYears,
        value,
        tokenPriceDecline,
        powerInflation,
        planning);
  }

  public Scenario withTokenPriceDecline(double value) {
    return new Scenario(
        utilization,
        powerPrice,
        pue,
        targetInteractivity,
        workload,
        tokensCounted,
        tokenPrices,
        costOfCapital,
        sizing,
        horizonYears,
        throughputGrowth,
        value,
        powerInflation,
        planning);
  }

  public Scenario withPowerInflation(double value) {
    return new Scenario(
        utilization,
        powerPrice,
        pue,
        targetInteractivity,
        workload,
        tokensCounted,
        tokenPrices,
        costOfCapital,
        sizing,
        horizonYears,
        throughputGrowth,
        tokenPriceDecline,
        value,
        planning);
  }

  public Scenario withPlanning(@Nullable Planning value) {
    return new Scenario(
        utilization,
        powerPrice,
        pue,
        targetInteractivity,
        workload,
        tokensCounted,
        tokenPrices,
        costOfCapital,
        sizing,
        horizonYears,
        throughputGrowth,
        tokenPriceDecline,
        powerInflation,
        value);
  }
}
