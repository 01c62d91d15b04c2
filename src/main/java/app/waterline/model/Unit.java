package app.waterline.model;

/**
 * What a figure is counted in. The symbol is the short form that stands beside a number; {@code $}
 * in it stands for the workspace's currency.
 */
public enum Unit {
  NONE(""),
  RATIO("×"),
  SHARE("%"),
  SHARE_PER_YEAR("% per year"),
  YEARS("years"),
  SECONDS("s"),
  TOKENS("tokens"),
  GPUS("GPUs"),
  SYSTEMS("systems"),
  RACKS("racks"),
  USERS("users"),
  MONTHS("months"),
  MEGAWATTS("MW"),
  PARAMETERS("parameters"),
  DOLLARS("$"),
  DOLLARS_PER_GPU_HOUR("$/GPU-hour"),
  DOLLARS_PER_GPU("$/GPU"),
  DOLLARS_PER_GPU_YEAR("$/GPU-year"),
  DOLLARS_PER_KW("$/kW"),
  DOLLARS_PER_KW_MONTH("$/kW-month"),
  DOLLARS_PER_KWH("$/kWh"),
  DOLLARS_PER_MILLION_TOKENS("$/M tokens"),
  DOLLARS_PER_MILLION_INPUT_TOKENS("$/M input tokens"),
  DOLLARS_PER_MILLION_OUTPUT_TOKENS("$/M output tokens"),
  DOLLARS_PER_MW_YEAR("$/MW-year"),
  DOLLARS_PER_RACK_YEAR("$/rack-year"),
  DOLLARS_PER_HOUR("$/hour"),
  DOLLARS_PER_YEAR("$/year"),
  DOLLARS_PER_INTERACTION("$/interaction"),
  KILOWATTS_PER_GPU("kW/GPU"),
  PFLOPS("PFLOP/s"),
  PFLOPS_PER_DOLLAR_PER_HOUR("PFLOP/s per $/h"),
  GIGABYTES("GB"),
  TERABYTES_PER_SECOND("TB/s"),
  GIGABYTES_PER_SECOND("GB/s"),
  TOKENS_PER_SECOND("tok/s"),
  TOKENS_PER_DAY("tokens/day"),
  TOKENS_PER_YEAR("tokens/year"),
  TOKENS_PER_SECOND_PER_GPU("tok/s/GPU"),
  TOKENS_PER_SECOND_PER_USER("tok/s/user"),
  TOKENS_PER_SECOND_PER_MW("tok/s/MW"),
  TOKENS_PER_HOUR_PER_GPU("tokens/GPU-hour"),
  JOULES_PER_TOKEN("J/token"),
  TOKENS_PER_DOLLAR("tokens/$");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /** The short form that stands beside a number, for example {@code $/GPU-hour}. */
  public String symbol() {
    return symbol;
  }

  /** Whether an amount in this unit changes when the workspace's currency does. */
  public boolean isMoney() {
    return symbol.startsWith("$");
  }

  /** Whether numbers of this unit are shares, 0.6 for 60 %. */
  public boolean isShare() {
    return this == SHARE || this == SHARE_PER_YEAR;
  }
}
