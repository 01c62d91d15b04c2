package app.waterline.ui.imports;

import app.waterline.io.runs.Run;
import app.waterline.io.runs.RunOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The runs that no other of the same set-up, lengths and day beats in both interactivity and tokens/s:
 * all that a frontier is made of, however many runs there are.
 */
final class Leaders {
  private final Map<Alike, List<RunOutcome>> groups = new HashMap<>();

  /** Runs that may beat each other. */
  private record Alike(
      String tool,
      Run.Setup setup,
      @Nullable Integer isl,
      @Nullable Integer osl,
      @Nullable String date) {
    static Alike of(Run run) {
      return new Alike(
          run.origin().tool(),
          run.setup(),
          run.load().isl(),
          run.load().osl(),
          run.origin().date());
    }
  }

  /** Takes a run in, and out those that it beats; whether it leads now. */
  boolean add(RunOutcome outcome) {
    Run run = outcome.run();
    Double rate = rate(run);
    if (outcome instanceof RunOutcome.Quarantined || rate == null || run.interactivity() == null) {
      return false;
    }
    List<RunOutcome> group = groups.computeIfAbsent(Alike.of(run), key -> new ArrayList<>());
    if (group.stream().anyMatch(other -> beats(other.run(), run))) {
      return false;
    }
    group.removeIf(other -> beats(run, other.run()));
    return group.add(outcome);
  }

  /** Whether a run still leads. */
  boolean leads(RunOutcome outcome) {
    return groups.getOrDefault(Alike.of(outcome.run()), List.of()).contains(outcome);
  }

  private static boolean beats(Run one, Run other) {
    return value(one.interactivity()) >= value(other.interactivity())
        && value(rate(one)) >= value(rate(other))
        && countsTotal(one) == countsTotal(other);
  }

  private static boolean countsTotal(Run run) {
    return run.rates().total() != null || run.rates().totalPerGpu() != null;
  }

  private static @Nullable Double rate(Run run) {
    Run.Rates rates = run.rates();
    Double total = rates.totalPerGpu() == null ? rates.total() : rates.totalPerGpu();
    Double output = rates.outputPerGpu() == null ? rates.output() : rates.outputPerGpu();
    return total == null ? output : total;
  }

  private static double value(@Nullable Double figure) {
    return figure == null ? Double.NaN : figure;
  }
}
