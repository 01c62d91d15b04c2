package app.waterline.io.runs;

import app.waterline.model.WorkloadKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that decide whether a run counts. Tolerances are wide enough for honest medians, which
 * need not multiply or add up exactly, and were set on some 3,500 published runs.
 *
 * @see "docs/runs.md, what is set aside"
 */
public final class Checks {
  /** Relative gap that the token identity may show. */
  static final double TOKEN_SUM_TOLERANCE = 0.01;

  private static final double MEDIAN_TOLERANCE = 1.1;
  private static final double MEAN_TOLERANCE = 1.5;
  private static final double CONCURRENCY_TOLERANCE = 1.15;
  private static final double LOWEST_OCCUPANCY = 0.2;
  private static final double ENERGY_TOLERANCE = 1.05;
  private static final double UNIT_GAP = 20;
  private static final double FASTEST_TOKEN_SECONDS = 1e-4;
  private static final int FIRST_YEAR = 2020;

  private final Run run;
  private final List<Doubt> doubts = new ArrayList<>();

  private Checks(Run run) {
    this.run = run;
  }

  /** Checks one run, with what its reader already knows against it. */
  static RunOutcome outcome(Run run, List<Doubt> known) {
    Checks checks = new Checks(run);
    checks.doubts.addAll(known);
    checks.all();
    return checks.doubts.isEmpty()
        ? new RunOutcome.Accepted(run)
        : new RunOutcome.Quarantined(run, checks.doubts);
  }

  /** Checks a run again, for example after it was mended. */
  public static RunOutcome outcome(Run run) {
    return outcome(run, List.of());
  }

  private void all() {
    int known = doubts.size();
    figures();
    requests();
    if (doubts.size() == known) {
      tokenSum();
      interactivity();
      concurrency();
      energy();
      latencies();
    }
    date();
  }

  private void figures() {
    Run.Rates rates = run.rates();
    figure("total tokens/s", rates.total());
    figure("input tokens/s", rates.input());
    figure("output tokens/s", rates.output());
    figure("total tokens/s/GPU", rates.totalPerGpu());
    figure("input tokens/s/GPU", rates.inputPerGpu());
    figure("output tokens/s/GPU", rates.outputPerGpu());
    spread("TTFT", run.times().ttft());
    spread("TPOT", run.times().tpot());
    spread("ITL", run.times().itl());
    spread("end-to-end latency", run.times().e2e());
    figure("interactivity", run.times().reportedInteractivity());
    figure("concurrency", run.load().concurrency());
    figure("measured concurrency", run.load().measuredConcurrency());
    figure("mean input length", run.load().meanIsl());
    figure("mean output length", run.load().meanOsl());
    figure("completed requests", run.load().completed());
    figure("duration", run.load().seconds());
    figure("power", run.power().wattsPerGpu());
    figure("energy per token", run.power().joulesPerTotalToken());
    figure("energy per output token", run.power().joulesPerOutputToken());
    count("GPUs", run.setup().gpus());
    count("prefill GPUs", run.setup().prefillGpus());
    count("decode GPUs", run.setup().decodeGpus());
  }

  private void spread(String name, Spread spread) {
    figure("median", name, spread.median());
    figure("p99", name, spread.p99());
    figure("mean", name, spread.mean());
  }

  private void figure(String name, @Nullable Double value) {
    figure("", name, value);
  }

  private void figure(String statistic, String name, @Nullable Double value) {
    if (value != null && !(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      doubt(
          Doubt.Kind.BAD_FIGURE,
          "The %s is no possible figure [%s]. Mend it or drop the run."
              .formatted((statistic + " " + name).strip(), value));
    }
  }

  private void count(String name, @Nullable Integer value) {
    if (value != null && value < 1) {
      doubt(
          Doubt.Kind.BAD_FIGURE,
          "The number of %s must be at least 1 [%d]. Mend it or drop the run."
              .formatted(name, value));
    }
  }

  private void requests() {
    Double completed = run.load().completed();
    if (completed != null && completed == 0) {
      doubt(
          Doubt.Kind.NO_REQUESTS,
          "No request completed [0 of %s]. Look at the server's log and run again."
              .formatted(plain(attempted())));
    } else if (isZero(run.rates().total()) || isZero(run.rates().output())) {
      doubt(
          Doubt.Kind.NO_REQUESTS,
          "The run delivered no tokens [0 tokens/s]. Look at the server's log and run again.");
    }
  }

  private double attempted() {
    Double failed = run.load().failed();
    return failed == null ? 0 : failed;
  }

  private static boolean isZero(@Nullable Double value) {
    return value != null && value == 0;
  }

  /** {@code total = (in·P + out·D) / (P + D)}; aggregated runs: total = in + out. */
  private void tokenSum() {
    Run.Rates rates = run.rates();
    Double total = rates.totalPerGpu() == null ? rates.total() : rates.totalPerGpu();
    Double input = rates.totalPerGpu() == null ? rates.input() : rates.inputPerGpu();
    Double output = rates.totalPerGpu() == null ? rates.output() : rates.outputPerGpu();
    if (total == null || input == null || output == null) {
      return;
    }
    double sum = input + output;
    if (Math.abs(sum - total) > TOKEN_SUM_TOLERANCE * total) {
      doubt(
          Doubt.Kind.TOKEN_SUM,
          run.setup().disaggregated()
              ? "Input and output tokens/s over %s prefill and %s decode GPUs do not make the total [%s against %s]. Correct the GPU counts or drop the run."
                  .formatted(
                      run.setup().prefillGpus(), run.setup().decodeGpus(), plain(sum), plain(total))
              : "Input and output tokens/s do not make the total [%s + %s against %s]. Find out which of them is right, or drop the run."
                  .formatted(plain(input), plain(output), plain(total)));
    }
  }

  private void interactivity() {
    Spread tpot = run.times().tpot();
    Double reported = run.times().reportedInteractivity();
    Double seconds = tpot.typical();
    if (reported == null || seconds == null || !(seconds > 0) || !(reported > 0)) {
      return;
    }
    double product = reported * seconds;
    double tolerance = tpot.median() == null ? MEAN_TOLERANCE : MEDIAN_TOLERANCE;
    if (apart(product, 1) > tolerance) {
      doubt(
          Doubt.Kind.INTERACTIVITY,
          "Reported interactivity times TPOT must be about 1 [%s tok/s/user × %s s = %s]. Interactivity is 1 ÷ TPOT; correct the TPOT or drop the run."
              .formatted(plain(reported), plain(seconds), plain(product)));
    }
  }

  private void concurrency() {
    Double inFlight = inFlight();
    Double interactivity = run.interactivity();
    Double output = run.rates().output();
    if (inFlight == null || interactivity == null || output == null || !(inFlight > 0)) {
      return;
    }
    double most = inFlight * interactivity;
    if (output > CONCURRENCY_TOLERANCE * most) {
      doubt(
          Doubt.Kind.CONCURRENCY,
          "More tokens than the requests in flight can receive [%s output tok/s against %s × %s tok/s/user]. Correct the concurrency or drop the run."
              .formatted(plain(output), plain(inFlight), plain(interactivity)));
    } else if (tooFew(inFlight, output)) {
      doubt(
          Doubt.Kind.CONCURRENCY,
          "Far fewer tokens than the requests in flight receive [%s output tok/s with %s in flight and %s s a request]. The concurrency was not reached; correct it or drop the run."
              .formatted(plain(output), plain(inFlight), plain(run.times().e2e().typical())));
    }
  }

  /** Little's law over the output tokens; answers of very uneven length can't be judged so. */
  private boolean tooFew(double inFlight, double output) {
    Double latency = run.times().e2e().typical();
    Double length = length(run.load().meanOsl(), run.load().osl());
    if (latency == null || length == null || run.setup().kind() != WorkloadKind.SINGLE_TURN) {
      return false;
    }
    return output * latency < LOWEST_OCCUPANCY * inFlight * length;
  }

  private @Nullable Double inFlight() {
    Double measured = run.load().measuredConcurrency();
    return measured == null ? run.load().concurrency() : measured;
  }

  private void energy() {
    Run.Power power = run.power();
    Double watts = power.wattsPerGpu();
    if (watts == null || !(watts > 0)) {
      return;
    }
    energy("total", power.joulesPerTotalToken(), watts, run.rates().totalPerGpu());
    if (!run.setup().disaggregated()) {
      energy("output", power.joulesPerOutputToken(), watts, run.rates().outputPerGpu());
    }
  }

  private void energy(
      String which, @Nullable Double joules, double watts, @Nullable Double tokensPerGpu) {
    if (joules == null || tokensPerGpu == null) {
      return;
    }
    if (apart(joules * tokensPerGpu, watts) > ENERGY_TOLERANCE) {
      doubt(
          Doubt.Kind.ENERGY,
          "Energy per %s token and power contradict each other [%s J × %s tok/s/GPU against %s W per GPU]. Correct one of them or drop the run."
              .formatted(which, plain(joules), plain(tokensPerGpu), plain(watts)));
    }
  }

  private void latencies() {
    Double tpot = run.times().tpot().typical();
    if (tpot != null && tpot > 0 && tpot < FASTEST_TOKEN_SECONDS) {
      doubt(
          Doubt.Kind.LATENCY_UNITS,
          "No server gives a user a token in so short a time [TPOT %s ms]. The file may hold seconds under a title that says ms; correct the unit or drop the run."
              .formatted(plain(tpot * 1e3)));
      return;
    }
    Double ttft = run.times().ttft().typical();
    Double e2e = run.times().e2e().typical();
    Double length = length(run.load().meanOsl(), run.load().osl());
    if (tpot == null || ttft == null || e2e == null || length == null || !(e2e > 0)) {
      return;
    }
    double expected = ttft + tpot * Math.max(0, length - 1);
    if (expected > 0 && apart(expected, e2e) > UNIT_GAP) {
      doubt(
          Doubt.Kind.LATENCY_UNITS,
          "The latencies contradict each other [TTFT %s s and %s tokens at %s s make %s s, against %s s end to end]. One of them may be in another unit; correct it or drop the run."
              .formatted(plain(ttft), plain(length), plain(tpot), plain(expected), plain(e2e)));
    }
  }

  private void date() {
    String date = run.origin().date();
    if (date != null && Integer.parseInt(date.substring(0, 4)) < FIRST_YEAR) {
      doubt(
          Doubt.Kind.DATE,
          "The run is older than the models it could have served [%s]. The machine's clock was not set; correct the date or drop the run."
              .formatted(date));
    }
  }

  private static @Nullable Double length(@Nullable Double measured, @Nullable Integer nominal) {
    return measured != null ? measured : nominal == null ? null : nominal.doubleValue();
  }

  /** How many times the larger is the smaller; infinite where one is none. */
  private static double apart(double one, double other) {
    double ratio = one / other;
    return ratio > 0 ? Math.max(ratio, 1 / ratio) : Double.POSITIVE_INFINITY;
  }

  private static String plain(@Nullable Double value) {
    if (value == null || !Double.isFinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(4)).stripTrailingZeros();
    boolean readable = Math.abs(value) < 1e9 && Math.abs(value) > 1e-6;
    return readable || value == 0 ? rounded.toPlainString() : rounded.toString();
  }

  private void doubt(Doubt.Kind kind, String text) {
    doubts.add(new Doubt(kind, text));
  }
}
