package app.waterline.io.runs;

import app.waterline.model.Precision;
import app.waterline.model.WorkloadKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a reader finds; each value may be null, and the last one given counts. */
public final class RunBuilder {
  private final String tool;
  private @Nullable String toolVersion;
  private @Nullable String schemaVersion;
  private String file = "";
  private long line;
  private @Nullable String date;
  private @Nullable String link;
  private @Nullable String model;
  private @Nullable String hardware;
  private @Nullable Precision precision;
  private @Nullable String precisionText;
  private @Nullable Integer gpus;
  private @Nullable Integer prefillGpus;
  private @Nullable Integer decodeGpus;
  private @Nullable Integer tensorParallel;
  private @Nullable String stack;
  private WorkloadKind kind = WorkloadKind.SINGLE_TURN;
  private boolean multiTokenPrediction;
  private boolean disaggregated;
  private boolean kvAwareRouting;
  private boolean kvOffload;
  private @Nullable String pattern;
  private @Nullable Double concurrency;
  private @Nullable Double measuredConcurrency;
  private @Nullable Double requestedRate;
  private @Nullable Double achievedRate;
  private @Nullable Integer isl;
  private @Nullable Integer osl;
  private @Nullable Double meanIsl;
  private @Nullable Double meanOsl;
  private @Nullable Double completed;
  private @Nullable Double failed;
  private @Nullable Double seconds;
  private @Nullable Double total;
  private @Nullable Double input;
  private @Nullable Double output;
  private @Nullable Double totalPerGpu;
  private @Nullable Double inputPerGpu;
  private @Nullable Double outputPerGpu;
  private @Nullable Double inputPerPrefillGpu;
  private @Nullable Double outputPerDecodeGpu;
  private Spread ttft = Spread.NONE;
  private Spread tpot = Spread.NONE;
  private Spread itl = Spread.NONE;
  private Spread e2e = Spread.NONE;
  private @Nullable Double reportedInteractivity;
  private @Nullable Double meanInteractivity;
  private @Nullable Double wattsPerGpu;
  private @Nullable Double joulesPerTotalToken;
  private @Nullable Double joulesPerOutputToken;
  private final List<String> notes = new ArrayList<>();
  private final List<Doubt> doubts = new ArrayList<>();

  RunBuilder(String tool) {
    this.tool = tool;
  }

  RunBuilder(Run run) {
    this(run.origin().tool());
    copy(run.origin());
    copy(run.setup());
    copy(run.load());
    copy(run.rates());
    copy(run.times());
    power(
        run.power().wattsPerGpu(),
        run.power().joulesPerTotalToken(),
        run.power().joulesPerOutputToken());
    notes.addAll(run.notes());
  }

  private void copy(Run.Origin origin) {
    version(origin.toolVersion(), origin.schemaVersion());
    at(origin.file(), origin.line());
    date(origin.date());
    link(origin.link());
  }

  private void copy(Run.Setup setup) {
    model(setup.model()).hardware(setup.hardware()).stack(setup.stack()).kind(setup.kind());
    precision = setup.precision();
    precisionText = setup.precisionText();
    gpus(setup.gpus()).split(setup.prefillGpus(), setup.decodeGpus());
    tensorParallel(setup.tensorParallel());
    multiTokenPrediction(setup.multiTokenPrediction());
    disaggregated(setup.disaggregated());
    kvAwareRouting = setup.kvAwareRouting();
    kvOffload(setup.kvOffload());
  }

  private void copy(Run.Load load) {
    pattern(load.pattern());
    concurrency(load.concurrency()).measuredConcurrency(load.measuredConcurrency());
    requestRate(load.requestedRate(), load.achievedRate());
    lengths(load.isl(), load.osl()).meanLengths(load.meanIsl(), load.meanOsl());
    requests(load.completed(), load.failed(), load.seconds());
  }

  private void copy(Run.Rates rates) {
    rates(rates.total(), rates.input(), rates.output());
    perGpu(rates.totalPerGpu(), rates.inputPerGpu(), rates.outputPerGpu());
    perRole(rates.inputPerPrefillGpu(), rates.outputPerDecodeGpu());
  }

  private void copy(Run.Times times) {
    ttft(times.ttft()).tpot(times.tpot()).itl(times.itl()).e2e(times.e2e());
    interactivity(times.reportedInteractivity(), times.meanInteractivity());
  }

  public RunBuilder version(@Nullable String ofTool, @Nullable String ofSchema) {
    toolVersion = ofTool;
    schemaVersion = ofSchema;
    return this;
  }

  RunBuilder at(String newFile, long newLine) {
    file = newFile;
    line = newLine;
    return this;
  }

  /** The line that was set, or 0. */
  long line() {
    return line;
  }

  public RunBuilder date(@Nullable String day) {
    date = day;
    return this;
  }

  public RunBuilder link(@Nullable String address) {
    link = address;
    return this;
  }

  public RunBuilder model(@Nullable String name) {
    model = name;
    return this;
  }

  public RunBuilder hardware(@Nullable String name) {
    hardware = name;
    return this;
  }

  public RunBuilder precision(@Nullable Precision known) {
    precision = known;
    precisionText = known == null ? null : known.name();
    return this;
  }

  /** The precision as the file names it; sixteen-bit floats of either kind count as BF16. */
  RunBuilder precisionText(@Nullable String text) {
    precisionText = text;
    precision = text == null ? null : Names.precision(text).orElse(null);
    return this;
  }

  public RunBuilder gpus(@Nullable Integer all) {
    gpus = all;
    return this;
  }

  /** GPUs for prefill and for decode of a disaggregated run. */
  public RunBuilder split(@Nullable Integer prefill, @Nullable Integer decode) {
    prefillGpus = prefill;
    decodeGpus = decode;
    return this;
  }

  public RunBuilder tensorParallel(@Nullable Integer size) {
    tensorParallel = size;
    return this;
  }

  public RunBuilder stack(@Nullable String name) {
    stack = name;
    return this;
  }

  public RunBuilder kind(WorkloadKind newKind) {
    kind = newKind;
    return this;
  }

  public RunBuilder multiTokenPrediction(boolean on) {
    multiTokenPrediction = on;
    return this;
  }

  public RunBuilder disaggregated(boolean on) {
    disaggregated = on;
    return this;
  }

  public RunBuilder kvAwareRouting(boolean on) {
    kvAwareRouting = on;
    return this;
  }

  public RunBuilder kvOffload(boolean on) {
    kvOffload = on;
    return this;
  }

  RunBuilder pattern(@Nullable String name) {
    pattern = name;
    return this;
  }

  /** Nominal requests in flight; infinite means that there was no limit, which is no figure. */
  public RunBuilder concurrency(@Nullable Double nominal) {
    concurrency = nominal != null && nominal.isInfinite() ? null : nominal;
    return this;
  }

  public RunBuilder measuredConcurrency(@Nullable Double mean) {
    measuredConcurrency = mean;
    return this;
  }

  RunBuilder requestRate(@Nullable Double requested, @Nullable Double achieved) {
    requestedRate = requested;
    achievedRate = achieved;
    return this;
  }

  /** Nominal input and output length, tokens. */
  public RunBuilder lengths(@Nullable Integer inputTokens, @Nullable Integer outputTokens) {
    isl = inputTokens;
    osl = outputTokens;
    return this;
  }

  /** Measured input and output length, tokens per request. */
  RunBuilder meanLengths(@Nullable Double inputTokens, @Nullable Double outputTokens) {
    meanIsl = inputTokens;
    meanOsl = outputTokens;
    return this;
  }

  /** Measured lengths from totals; unknown where no request completed. */
  RunBuilder meanLengths(
      @Nullable Double inputTokens, @Nullable Double outputTokens, @Nullable Double requests) {
    return requests != null && requests > 0
        ? meanLengths(quotient(inputTokens, requests), quotient(outputTokens, requests))
        : meanLengths(null, null);
  }

  RunBuilder requests(
      @Nullable Double succeeded, @Nullable Double notSucceeded, @Nullable Double duration) {
    completed = succeeded;
    failed = notSucceeded;
    seconds = duration;
    return this;
  }

  /** Tokens/s of the whole deployment. */
  public RunBuilder rates(
      @Nullable Double all, @Nullable Double inputTokens, @Nullable Double outputTokens) {
    total = all;
    input = inputTokens;
    output = outputTokens;
    return this;
  }

  /** Input tokens/s from a count and a duration in s, for tools that give no rate. */
  RunBuilder input(@Nullable Double tokens, @Nullable Double duration) {
    if (tokens != null && duration != null && duration > 0) {
      input = tokens / duration;
    }
    return this;
  }

  /** Tokens/s per GPU over all GPUs of the deployment. */
  public RunBuilder perGpu(
      @Nullable Double all, @Nullable Double inputTokens, @Nullable Double outputTokens) {
    totalPerGpu = all;
    inputPerGpu = inputTokens;
    outputPerGpu = outputTokens;
    return this;
  }

  /** Input tokens/s per prefill GPU, output tokens/s per decode GPU. */
  RunBuilder perRole(@Nullable Double perPrefillGpu, @Nullable Double perDecodeGpu) {
    inputPerPrefillGpu = perPrefillGpu;
    outputPerDecodeGpu = perDecodeGpu;
    return this;
  }

  public RunBuilder ttft(Spread spread) {
    ttft = spread;
    return this;
  }

  public RunBuilder tpot(Spread spread) {
    tpot = spread;
    return this;
  }

  public RunBuilder itl(Spread spread) {
    itl = spread;
    return this;
  }

  public RunBuilder e2e(Spread spread) {
    e2e = spread;
    return this;
  }

  /** Tokens/s of one user as the tool reports it: a typical value and the mean. */
  RunBuilder interactivity(@Nullable Double typical, @Nullable Double mean) {
    reportedInteractivity = typical;
    meanInteractivity = mean;
    return this;
  }

  /** W per GPU, J per token of any kind, J per output token. */
  RunBuilder power(
      @Nullable Double watts, @Nullable Double joulesPerToken, @Nullable Double joulesPerOutput) {
    wattsPerGpu = watts;
    joulesPerTotalToken = joulesPerToken;
    joulesPerOutputToken = joulesPerOutput;
    return this;
  }

  /** What a reader must know beside the run, in a sentence. */
  public RunBuilder note(String sentence) {
    notes.add(sentence);
    return this;
  }

  /** What the reader itself knows against the run. */
  RunBuilder doubt(Doubt.Kind kind, String text) {
    doubts.add(new Doubt(kind, text));
    return this;
  }

  List<Doubt> doubts() {
    return doubts;
  }

  /** The run; rates of the deployment and per GPU are completed from each other. */
  public Run build() {
    completeGpus();
    completeRates();
    return new Run(
        new Run.Origin(tool, toolVersion, schemaVersion, file, line, date, link),
        new Run.Setup(
            model,
            hardware,
            precision,
            precisionText,
            gpus,
            prefillGpus,
            decodeGpus,
            tensorParallel,
            stack,
            kind,
            multiTokenPrediction,
            disaggregated,
            kvAwareRouting,
            kvOffload),
        new Run.Load(
            pattern,
            concurrency,
            measuredConcurrency,
            requestedRate,
            achievedRate,
            isl,
            osl,
            meanIsl,
            meanOsl,
            completed,
            failed,
            seconds),
        new Run.Rates(
            total,
            input,
            output,
            totalPerGpu,
            inputPerGpu,
            outputPerGpu,
            inputPerPrefillGpu,
            outputPerDecodeGpu),
        new Run.Times(ttft, tpot, itl, e2e, reportedInteractivity, meanInteractivity),
        new Run.Power(wattsPerGpu, joulesPerTotalToken, joulesPerOutputToken),
        notes);
  }

  private void completeGpus() {
    if (gpus == null && prefillGpus != null && decodeGpus != null) {
      gpus = prefillGpus + decodeGpus;
    }
  }

  private void completeRates() {
    if (total == null && input != null && output != null) {
      total = input + output;
    }
    if (gpus != null && gpus > 0) {
      inputPerGpu = inputPerGpu == null ? spread(inputPerPrefillGpu, prefillGpus) : inputPerGpu;
      outputPerGpu = outputPerGpu == null ? spread(outputPerDecodeGpu, decodeGpus) : outputPerGpu;
      totalPerGpu = totalPerGpu == null ? quotient(total, gpus) : totalPerGpu;
      inputPerGpu = inputPerGpu == null ? quotient(input, gpus) : inputPerGpu;
      outputPerGpu = outputPerGpu == null ? quotient(output, gpus) : outputPerGpu;
      total = total == null ? product(totalPerGpu, gpus) : total;
      input = input == null ? product(inputPerGpu, gpus) : input;
      output = output == null ? product(outputPerGpu, gpus) : output;
    }
  }

  /** A rate per GPU of one role, spread over all GPUs. */
  private @Nullable Double spread(@Nullable Double perGpuOfRole, @Nullable Integer gpusOfRole) {
    return perGpuOfRole == null || gpusOfRole == null || gpus == null
        ? null
        : perGpuOfRole * gpusOfRole / gpus;
  }

  private static @Nullable Double quotient(@Nullable Double dividend, double divisor) {
    return dividend == null ? null : dividend / divisor;
  }

  private static @Nullable Double product(@Nullable Double factor, double other) {
    return factor == null ? null : factor * other;
  }
}
