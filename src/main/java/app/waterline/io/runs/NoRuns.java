package app.waterline.io.runs;

import java.util.Set;
import java.util.stream.Stream;

/** Files that benchmark tools write beside their results; by their nature they hold no operating point. */
enum NoRuns {
  MLPERF_CROSSTAB(
      "Benchmark  /  Model MLC  /  Scenario  /  Units",
      "This crosstab of an MLPerf round holds the numbers of processors and accelerators of each submission, and no result [%s]. Give the round's summary_results.json."),
  EXPERIMENT_LEDGER(
      "inferencex_sha",
      "This is an InferenceX experiment ledger: decisions and events, whose few figures are tails (p90) without a median [%s]. Give the result files of its runs."),
  PROMETHEUS(
      "prometheus_metrics",
      "These are counters of a server over a whole run, without the requests that they belong to [%s]. Give the stage_N_lifecycle_metrics.json beside it."),
  SCHEMA("$schema", "This is a JSON Schema, which describes reports and holds none [%s]. Give a report."),
  PRICES(
      "gpu_model",
      "These are prices, and no runs [%s]. Give them to the price lists instead.");

  private final String key;
  private final String reason;

  NoRuns(String key, String reason) {
    this.key = key;
    this.reason = reason;
  }

  /** Why a file whose first unknown record has these keys holds no runs. */
  static String reason(Set<String> keys) {
    String shown = MachineNumber.shortened(String.join(", ", keys.stream().limit(6).toList()));
    return Stream.of(values())
        .filter(each -> keys.contains(each.key))
        .map(each -> each.reason.formatted(shown))
        .findFirst()
        .orElseGet(
            () -> "No benchmark tool that Waterline knows writes such a file [%s]. For another tool, fill in the table runs-template.csv."
                .formatted(shown));
  }
}
