package app.waterline.engine.plan;

import app.waterline.model.Unit;

/**
 * What a plan says about a platform.
 *
 * @see "docs/model.md, section 8"
 */
public enum PlanMetric {
  SYSTEMS("systems", "Systems", Unit.SYSTEMS),
  SPARE_SYSTEMS("spareSystems", "Spare systems", Unit.SYSTEMS),
  GPUS("gpus", "GPUs", Unit.GPUS),
  RACKS("racks", "Racks", Unit.RACKS),
  MEGAWATTS("megawatts", "Provisioned power", Unit.MEGAWATTS),
  RACK_MEGAWATTS("rackMegawatts", "Power at the rack", Unit.MEGAWATTS),
  METER_MEGAWATTS("meterMegawatts", "Power at the meter", Unit.MEGAWATTS),
  CAPITAL("capital", "Capital", Unit.DOLLARS),
  UTILIZATION("utilization", "Utilization", Unit.SHARE),
  TOKENS_PER_SECOND("tokensPerSecond", "Tokens per second", Unit.TOKENS_PER_SECOND),
  TOKENS_PER_DAY("tokensPerDay", "Tokens per day", Unit.TOKENS_PER_DAY),
  TOKENS_PER_YEAR("tokensPerYear", "Tokens per year", Unit.TOKENS_PER_YEAR),
  CONCURRENT_USERS("concurrentUsers", "Users at once", Unit.USERS),
  COST_PER_HOUR("costPerHour", "Cost per hour", Unit.DOLLARS_PER_HOUR),
  COST_PER_YEAR("costPerYear", "Cost per year", Unit.DOLLARS_PER_YEAR),
  REVENUE_PER_YEAR("revenuePerYear", "Revenue per year", Unit.DOLLARS_PER_YEAR),
  GROSS_MARGIN("grossMargin", "Gross margin", Unit.SHARE),
  REVENUE_PER_MW_YEAR("revenuePerMwYear", "Revenue per MW and year", Unit.DOLLARS_PER_MW_YEAR),
  REVENUE_PER_RACK_YEAR(
      "revenuePerRackYear", "Revenue per rack and year", Unit.DOLLARS_PER_RACK_YEAR),
  COST_PER_MILLION_TOKENS(
      "costPerMillionTokens", "Cost per million tokens", Unit.DOLLARS_PER_MILLION_TOKENS),
  REVENUE_PER_MILLION_TOKENS(
      "revenuePerMillionTokens", "Revenue per million tokens", Unit.DOLLARS_PER_MILLION_TOKENS),
  MARGIN_PER_INTERACTION(
      "marginPerInteraction", "Margin per interaction", Unit.DOLLARS_PER_INTERACTION),
  ZERO_MARGIN_OUTPUT_PRICE(
      "zeroMarginOutputPrice",
      "Output price at zero margin",
      Unit.DOLLARS_PER_MILLION_OUTPUT_TOKENS),
  NPV("npv", "Net present value", Unit.DOLLARS),
  IRR("irr", "Internal rate of return", Unit.SHARE_PER_YEAR),
  PAYBACK_YEARS("paybackYears", "Payback", Unit.YEARS),
  NPV_ZERO_PRICE_LEVEL("npvZeroPriceLevel", "Token price level at zero NPV", Unit.SHARE),
  NPV_ZERO_UTILIZATION("npvZeroUtilization", "Utilization at zero NPV", Unit.SHARE);

  private final String key;
  private final String label;
  private final Unit unit;

  PlanMetric(String key, String label, Unit unit) {
    this.key = key;
    this.label = label;
    this.unit = unit;
  }

  /** The name in every documented output. */
  public String key() {
    return key;
  }

  /** The English name. */
  public String label() {
    return label;
  }

  public Unit unit() {
    return unit;
  }
}
