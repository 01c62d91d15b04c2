package app.waterline.ui.imports;

import app.waterline.io.runs.Checks;
import app.waterline.io.runs.Doubt;
import app.waterline.io.runs.PointResult;
import app.waterline.io.runs.Points;
import app.waterline.io.runs.Run;
import app.waterline.io.runs.RunOutcome;
import app.waterline.io.runs.SourceAnswers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A run under review.
 *
 * @param number its place among the runs that were read
 * @param read the run as its file gives it
 * @param run the same with what was mended
 * @param doubts what is against it now
 * @param dropped whether the user dropped it
 * @param answers about its source
 * @param result what the workspace would get
 */
record Row(
    int number,
    RunOutcome read,
    Run run,
    List<Doubt> doubts,
    boolean dropped,
    SourceAnswers answers,
    PointResult result) {
  Row {
    doubts = List.copyOf(doubts);
  }

  static Row of(int number, RunOutcome outcome) {
    return new Row(
        number,
        outcome,
        outcome.run(),
        doubts(outcome),
        false,
        SourceAnswers.NONE,
        Points.of(outcome.run(), SourceAnswers.NONE));
  }

  private static List<Doubt> doubts(RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Accepted accepted -> List.of();
      case RunOutcome.Quarantined quarantined -> quarantined.doubts();
    };
  }

  Source source() {
    return Source.of(read.run());
  }

  /** The run with everything that was mended and answered. */
  Run complete() {
    return run.answered(answers);
  }

  Row answered(SourceAnswers given) {
    return new Row(number, read, run, doubts, dropped, given, Points.of(run, given));
  }

  Row withDropped(boolean newDropped) {
    return new Row(number, read, run, doubts, newDropped, answers, result);
  }

  /** What is against the mended run; what only its file could tell stays. */
  Row mended(Run changed) {
    Set<Doubt> recomputed = Set.copyOf(doubts(Checks.outcome(read.run())));
    List<Doubt> remaining = new ArrayList<>(doubts(read));
    remaining.removeIf(recomputed::contains);
    remaining.addAll(doubts(Checks.outcome(changed)));
    return new Row(number, read, changed, remaining, dropped, answers, Points.of(changed, answers));
  }

  /** The fields that would make it ready, empty where none can. */
  Set<RunField> atFault() {
    Set<RunField> fields = EnumSet.noneOf(RunField.class);
    doubts.forEach(doubt -> fields.addAll(RunField.of(doubt, run)));
    if (result instanceof PointResult.Incomplete incomplete) {
      fields.addAll(RunField.of(incomplete.missing()));
    }
    return fields;
  }
}
