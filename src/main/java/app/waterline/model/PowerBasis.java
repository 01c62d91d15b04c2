package app.waterline.model;

/** Which megawatt a power figure counts. Published figures of the two kinds lie up to 30 % apart. */
public enum PowerBasis {
  /** At the utility meter: cooling and losses of the facility are inside. */
  UTILITY,
  /** At the rack: the GPU and its share of host and network. */
  CRITICAL_IT
}
