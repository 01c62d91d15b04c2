package app.waterline.export.sheet;

import app.waterline.model.Unit;

/** A line of the computation that leads to the metrics. */
enum Step {
  PROVISIONED_POWER("provisioned_power", Unit.KILOWATTS_PER_GPU, "k · PUE ÷ reference PUE"),
  AVERAGE_POWER("average_power", Unit.KILOWATTS_PER_GPU, "k_s · (φ + (1 − φ) · u)"),
  RENT("rent", Unit.DOLLARS_PER_GPU_HOUR, "rate + k_avg · (e − e₀)"),
  CAPITAL(
      "capital",
      Unit.DOLLARS_PER_GPU_HOUR,
      "annuity: CRF(w, n) · (C − s · C · (1 + w)^−n) ÷ 8760; straight-line: ((1 − s) · C ÷ n + w · C · (1 + s) ÷ 2) ÷ 8760"),
  FACILITY(
      "facility",
      Unit.DOLLARS_PER_GPU_HOUR,
      "annuity: CRF(w, n_f) · F · k_s ÷ 8760; straight-line: (F ÷ n_f + w · F ÷ 2) · k_s ÷ 8760"),
  COLOCATION("colocation_cost", Unit.DOLLARS_PER_GPU_HOUR, "12 · q · k_s ÷ 8760"),
  MAINTENANCE("maintenance", Unit.DOLLARS_PER_GPU_HOUR, "m · C ÷ 8760"),
  STAFF("staff", Unit.DOLLARS_PER_GPU_HOUR, "L ÷ 8760"),
  ENERGY("energy", Unit.DOLLARS_PER_GPU_HOUR, "k_avg · e"),
  INTERACTIVITY(
      "interactivity",
      Unit.TOKENS_PER_SECOND_PER_USER,
      "the target, or the best point where it is faster"),
  THROUGHPUT(
      "throughput", Unit.TOKENS_PER_SECOND_PER_GPU, "T at the operating point, before utilization"),
  INPUT_THROUGHPUT("input_throughput", Unit.TOKENS_PER_SECOND_PER_GPU, "T · share of input"),
  OUTPUT_THROUGHPUT("output_throughput", Unit.TOKENS_PER_SECOND_PER_GPU, "T · share of output"),
  CONFIGURATION("configuration", Unit.NONE, "the best allowed configuration at the target"),
  PEAK("peak", Unit.PFLOPS, "dense, at the precision of the operating point");

  private final String key;
  private final Unit unit;
  private final String formula;

  Step(String key, Unit unit, String formula) {
    this.key = key;
    this.unit = unit;
    this.formula = formula;
  }

  /** The end of the names of its cells. */
  String key() {
    return key;
  }

  Unit unit() {
    return unit;
  }

  /** In the symbols of docs/model.md. */
  String formula() {
    return formula;
  }
}
