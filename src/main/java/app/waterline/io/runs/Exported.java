package app.waterline.io.runs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run in the documented form: the names are those of the table of our own, so that what was
 * printed can be imported again.
 *
 * @see "docs/runs.md, what the command prints"
 */
final class Exported {
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  private Exported() {}

  /** All columns, in their order; null where the run has no such figure. */
  static Map<String, @Nullable Object> of(RunOutcome outcome) {
    Exported exported = new Exported();
    Run run = outcome.run();
    exported.setup(run);
    exported.load(run.load());
    exported.rates(run);
    exported.times(run.times());
    exported.put("wattsPerGpu", run.power().wattsPerGpu());
    exported.origin(run);
    exported.verdict(outcome);
    return exported.values;
  }

  private void setup(Run run) {
    Run.Setup setup = run.setup();
    put("tool", run.origin().tool());
    put("model", setup.model());
    put("hardware", setup.hardware());
    put("precision", setup.precision() == null ? null : setup.precision().name());
    put("stack", setup.stack());
    put("workload", name(setup.kind()));
    put("gpus", setup.gpus());
    put("prefillGpus", setup.prefillGpus());
    put("decodeGpus", setup.decodeGpus());
    put("multiTokenPrediction", setup.multiTokenPrediction());
    put("disaggregated", setup.disaggregated());
    put("kvAwareRouting", setup.kvAwareRouting());
    put("kvOffload", setup.kvOffload());
  }

  private void load(Run.Load load) {
    put(
        "concurrency",
        load.concurrency() == null ? load.measuredConcurrency() : load.concurrency());
    put("isl", load.isl());
    put("osl", load.osl());
    put("meanIsl", load.meanIsl());
    put("meanOsl", load.meanOsl());
    put("completed", load.completed());
    put("failed", load.failed());
  }

  private void rates(Run run) {
    Run.Rates rates = run.rates();
    put("totalTokensPerSecond", rates.total());
    put("inputTokensPerSecond", rates.input());
    put("outputTokensPerSecond", rates.output());
    put("totalTokensPerSecondPerGpu", rates.totalPerGpu());
    put("inputTokensPerSecondPerGpu", rates.inputPerGpu());
    put("outputTokensPerSecondPerGpu", rates.outputPerGpu());
    put("interactivity", run.interactivity());
  }

  private void times(Run.Times times) {
    put("ttftP50Ms", ms(times.ttft().median()));
    put("ttftP99Ms", ms(times.ttft().p99()));
    put("tpotP50Ms", ms(times.tpot().median()));
    put("tpotP99Ms", ms(times.tpot().p99()));
    put("itlP50Ms", ms(times.itl().median()));
    put("e2eP50Ms", ms(times.e2e().median()));
    put("e2eP99Ms", ms(times.e2e().p99()));
  }

  private void origin(Run run) {
    put("date", run.origin().date());
    put("source", run.origin().link());
    put("file", run.origin().file());
    put("line", run.origin().line());
  }

  private void verdict(RunOutcome outcome) {
    put("missing", outcome.run().missing().stream().map(Exported::name).toList());
    switch (outcome) {
      case RunOutcome.Accepted accepted -> {
        put("quarantined", false);
        put("reason", null);
      }
      case RunOutcome.Quarantined quarantined -> {
        put("quarantined", true);
        put("reason", quarantined.reason());
      }
    }
    put("notes", List.copyOf(outcome.run().notes()));
  }

  private void put(String name, @Nullable Object value) {
    values.put(name, value);
  }

  private static @Nullable Double ms(@Nullable Double seconds) {
    return seconds == null ? null : seconds * 1e3;
  }

  /** {@code singleTurn} for {@code SINGLE_TURN}. */
  static String name(Enum<?> constant) {
    String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    for (int word = 1; word < words.length; word++) {
      name.append(Character.toUpperCase(words[word].charAt(0))).append(words[word].substring(1));
    }
    return name.toString();
  }
}
