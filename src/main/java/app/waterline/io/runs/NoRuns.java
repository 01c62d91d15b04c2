package app.waterline.io.runs;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files that benchmark tools write beside their results; by their nature they hold no operating point. */
enum NoRuns {
  MLPERF_CROSSTAB(
      "This crosstab of an MLPerf round holds the numbers of processors and accelerators of each submission, and no result [%s]. Give the round's summary_results.json.",
      "Benchmark  /  Model MLC  /  Scenario  /  Units"),
  EXPERIMENT_LEDGER(
      "This is an InferenceX experiment ledger: decisions and events, whose few figures are tails (p90) without a median [%s]. Give the result files of its runs.",
      "inferencex_sha"),
  PROMETHEUS(
      "These are counters of a server over a whole stage, without the requests' own token rates [%s]. Give the stage_N_lifecycle_metrics.json beside it.",
      "load_summary"),
  SCHEMA(
      "This is a JSON Schema, which describes reports and holds none [%s]. Give a report.",
      "$schema", "$defs"),
  PRICES(
      "These are prices, and no runs [%s]. Give them to the price lists instead.",
      "price_min_usd", "AcceleratorName", "tco_usd_per_gpu_hour", "gpu_key");

  private final String reason;
  private final List<String> telling;

  /**
   * @param reason what it holds instead, and what to give
   * @param telling keys or columns, any of which tells it
   */
  NoRuns(String reason, String... telling) {
    this.reason = reason;
    this.telling = List.of(telling);
  }

  /** Why a file whose first unknown record has these keys holds no runs. */
  static String reason(Set<String> keys) {
    String shown =
        MachineNumber.shortened(String.join(", ", keys.stream().limit(6).toList()));
    return Stream.of(values())
        .filter(each -> each.telling.stream().anyMatch(keys::contains))
        .map(each -> each.reason.formatted(shown))
        .findFirst()
        .orElseGet(() ->
            "No benchmark tool that Waterline knows writes such a file [%s]. For another tool, fill in the table runs-template.csv."
                .formatted(shown));
  }
}
