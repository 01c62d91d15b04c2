package app.waterline.io.runs;

import app.waterline.model.Configuration;
import app.waterline.model.Evidence;
import app.waterline.model.InvalidInput;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Throughput;
import app.waterline.model.WorkloadKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes operating points of runs. Total, input and output tokens stay apart. */
public final class Points {
  private Points() {}

  /** The operating point of a run, with the answers filled in where the file says nothing. */
  public static PointResult of(Run run, SourceAnswers answers) {
    Run complete = run.answered(answers);
    Set<Run.Missing> missing = complete.missing();
    if (!missing.isEmpty()) {
      return new PointResult.Incomplete(missing);
    }
    Double interactivity = complete.interactivity();
    if (interactivity == null) {
      return new PointResult.Incomplete(Set.of(Run.Missing.INTERACTIVITY));
    }
    try {
      return new PointResult.Ready(point(complete, interactivity));
    } catch (InvalidInput outside) {
      return new PointResult.Refused(String.valueOf(outside.getMessage()));
    }
  }

  private static OperatingPoint point(Run run, double interactivity) {
    Run.Setup setup = run.setup();
    Run.Times times = run.times();
    Double measured = run.load().measuredConcurrency();
    return new OperatingPoint(
        configuration(run),
        throughput(run.rates()),
        interactivity,
        times.ttft().latency(),
        times.tpot().latency(),
        times.e2e().latency(),
        run.load().concurrency() == null ? measured : run.load().concurrency(),
        setup.gpus(),
        setup.prefillGpus(),
        setup.decodeGpus(),
        evidence(run));
  }

  private static Throughput throughput(Run.Rates rates) {
    return new Throughput(rates.totalPerGpu(), rates.inputPerGpu(), rates.outputPerGpu());
  }

  private static Configuration configuration(Run run) {
    Run.Setup setup = run.setup();
    return new Configuration(
        Names.model(String.valueOf(setup.model())),
        setup.kind(),
        length(run, run.load().isl(), run.load().meanIsl()),
        length(run, run.load().osl(), run.load().meanOsl()),
        setup.precision(),
        setup.stack() == null ? "" : setup.stack(),
        setup.multiTokenPrediction(),
        setup.disaggregated(),
        setup.kvAwareRouting(),
        setup.kvOffload());
  }

  /**
   * The nominal length; where only the mean was measured, that to one significant digit, because the
   * means of a sweep differ by a few tokens and must still share a configuration.
   */
  private static @Nullable Integer length(
      Run run, @Nullable Integer nominal, @Nullable Double mean) {
    boolean agentic = run.setup().kind() == WorkloadKind.AGENTIC;
    if (nominal != null || mean == null || agentic || !(mean >= 1 && mean < 1e8)) {
      return nominal;
    }
    return BigDecimal.valueOf(mean).round(new MathContext(1)).intValue();
  }

  private static Evidence evidence(Run run) {
    Run.Origin origin = run.origin();
    String place = "%s, %s, line %d".formatted(origin.tool(), origin.file(), origin.line());
    String source = origin.link() == null ? place : place + ", " + origin.link();
    String note = run.notes().isEmpty() ? null : String.join(" ", run.notes());
    return new Evidence(Evidence.Kind.MEASURED, source, origin.date(), note);
  }
}
