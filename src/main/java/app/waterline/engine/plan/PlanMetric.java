package app.waterline.engine.plan;

import app.waterline.model.Unit;

/**
 * What a plan says about a platform.
 *
 * @see "docs/model.md, section 8"
 */
public enum PlanMetric {
  SYSTEMS("systems", Unit.SYSTEMS),
  SPARE_SYSTEMS("spareSystems", Unit.SYSTEMS),
  GPUS("gpus", Unit.GPUS),
  RACKS("racks", Unit.RACKS),
  MEGAWATTS("megawatts", Unit.MEGAWATTS),
  RACK_MEGAWATTS("rackMegawatts", Unit.MEGAWATTS),
  METER_MEGAWATTS("meterMegawatts", Unit.MEGAWATTS),
  CAPITAL("capital", Unit.DOLLARS),
  UTILIZATION("utilization", Unit.SHARE),
  TOKENS_PER_SECOND("tokensPerSecond", Unit.TOKENS_PER_SECOND),
  TOKENS_PER_DAY("tokensPerDay", Unit.TOKENS_PER_DAY),
  TOKENS_PER_YEAR("tokensPerYear", Unit.TOKENS_PER_YEAR),
  CONCURRENT_USERS("concurrentUsers", Unit.USERS),
  COST_PER_HOUR("costPerHour", Unit.DOLLARS_PER_HOUR),
  COST_PER_YEAR("costPerYear", Unit.DOLLARS_PER_YEAR),
  REVENUE_PER_YEAR("revenuePerYear", Unit.DOLLARS_PER_YEAR),
  GROSS_MARGIN("grossMargin", Unit.SHARE),
  REVENUE_PER_MW_YEAR("revenuePerMwYear", Unit.DOLLARS_PER_MW_YEAR),
  REVENUE_PER_RACK_YEAR("revenuePerRackYear", Unit.DOLLARS_PER_RACK_YEAR),
  COST_PER_MILLION_TOKENS("costPerMillionTokens", Unit.DOLLARS_PER_MILLION_TOKENS),
  REVENUE_PER_MILLION_TOKENS("revenuePerMillionTokens", Unit.DOLLARS_PER_MILLION_TOKENS),
  MARGIN_PER_INTERACTION("marginPerInteraction", Unit.DOLLARS_PER_INTERACTION),
  ZERO_MARGIN_OUTPUT_PRICE("zeroMarginOutputPrice", Unit.DOLLARS_PER_MILLION_OUTPUT_TOKENS),
  NPV("npv", Unit.DOLLARS),
  IRR("irr", Unit.SHARE_PER_YEAR),
  PAYBACK_YEARS("paybackYears", Unit.YEARS),
  NPV_ZERO_PRICE_LEVEL("npvZeroPriceLevel", Unit.SHARE),
  NPV_ZERO_UTILIZATION("npvZeroUtilization", Unit.SHARE);

  private final String key;
  private final Unit unit;

  PlanMetric(String key, Unit unit) {
    this.key = key;
    this.unit = unit;
  }

  /** The name in every documented output. */
  public String key() {
    return key;
  }

  public Unit unit() {
    return unit;
  }
}
