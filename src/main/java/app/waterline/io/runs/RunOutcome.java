package app.waterline.io.runs;

import java.util.List;

/** What became of one run: it counts, or it was set aside with the reasons. */
public sealed interface RunOutcome {
  /** The run, in either case with all its figures. */
  Run run();

  /**
   * A run without contradictions; it may still lack something, see {@link Run#missing()}.
   *
   * @param run the run
   */
  record Accepted(Run run) implements RunOutcome {}

  /**
   * A run that contradicts itself. It can be looked at, mended through {@link Run#edit()} and checked
   * again, or dropped.
   *
   * @param run the run as it was read
   * @param doubts why it was set aside, at least one
   */
  record Quarantined(Run run, List<Doubt> doubts) implements RunOutcome {
    public Quarantined {
      doubts = List.copyOf(doubts);
    }

    /** All reasons in one text. */
    public String reason() {
      return String.join(" ", doubts.stream().map(Doubt::text).toList());
    }
  }
}
