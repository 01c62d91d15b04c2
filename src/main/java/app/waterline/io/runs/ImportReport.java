package app.waterline.io.runs;

import java.util.List;

/**
 * What an import found.
 *
 * @param outcomes the runs, in the order of the files
 * @param problems files and records that could not be read
 * @param skipped files in folders that are no benchmark results
 */
public record ImportReport(
    List<RunOutcome> outcomes, List<UnreadableRun> problems, List<UnreadableRun> skipped) {
  public ImportReport {
    outcomes = List.copyOf(outcomes);
    problems = List.copyOf(problems);
    skipped = List.copyOf(skipped);
  }
}
