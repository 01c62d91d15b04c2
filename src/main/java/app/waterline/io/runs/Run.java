package app.waterline.io.runs;

import app.waterline.model.Precision;
import app.waterline.model.WorkloadKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One benchmark run as its file gives it, in one set of units. What the file lacks is null: nothing
 * is guessed. Figures may be outside every domain here; {@link Checks} says so, and only {@link
 * Points} makes an operating point of it.
 *
 * @param origin which tool wrote it, and where it stands
 * @param setup what was run on what
 * @param load the requests
 * @param rates tokens per second
 * @param times latencies and interactivity
 * @param power power and energy
 * @param notes what a reader must know beside it, in sentences
 */
public record Run(
    Origin origin,
    Setup setup,
    Load load,
    Rates rates,
    Times times,
    Power power,
    List<String> notes) {
  public Run {
    notes = List.copyOf(notes);
  }

  /**
   * Where a run comes from.
   *
   * @param tool the benchmark tool that wrote the file
   * @param toolVersion its version
   * @param schemaVersion version of the file's form
   * @param file the file as it was named
   * @param line the line that the record starts on, from 1
   * @param date day of the run, {@code yyyy-MM-dd}
   * @param link where it is published
   */
  public record Origin(
      String tool,
      @Nullable String toolVersion,
      @Nullable String schemaVersion,
      String file,
      long line,
      @Nullable String date,
      @Nullable String link) {}

  /**
   * What was run on what.
   *
   * @param model the model as the file names it, perhaps a path
   * @param hardware the hardware as the file names it
   * @param precision precision of the weights
   * @param precisionText the precision as the file names it
   * @param gpus all GPUs of the deployment
   * @param prefillGpus of these, for prefill in a disaggregated run
   * @param decodeGpus of these, for decode in a disaggregated run
   * @param tensorParallel tensor-parallel size
   * @param stack the serving software
   * @param kind how requests arrive
   * @param multiTokenPrediction speculative decoding or multi-token prediction
   * @param disaggregated prefill and decode on GPUs of their own
   * @param kvAwareRouting requests routed to their KV cache
   * @param kvOffload KV cache offloaded to host memory or storage
   */
  public record Setup(
      @Nullable String model,
      @Nullable String hardware,
      @Nullable Precision precision,
      @Nullable String precisionText,
      @Nullable Integer gpus,
      @Nullable Integer prefillGpus,
      @Nullable Integer decodeGpus,
      @Nullable Integer tensorParallel,
      @Nullable String stack,
      WorkloadKind kind,
      boolean multiTokenPrediction,
      boolean disaggregated,
      boolean kvAwareRouting,
      boolean kvOffload) {}

  /**
   * The requests of a run.
   *
   * @param pattern how the load was made, as the file names it, for example a synchronous one
   * @param concurrency nominal requests in flight
   * @param measuredConcurrency mean requests in flight
   * @param requestedRate requests/s asked for, infinite where all came at once
   * @param achievedRate requests/s sent
   * @param isl nominal input tokens per request
   * @param osl nominal output tokens per request
   * @param meanIsl measured input tokens per request
   * @param meanOsl measured output tokens per request
   * @param completed requests that succeeded
   * @param failed requests that did not
   * @param seconds duration, s
   */
  public record Load(
      @Nullable String pattern,
      @Nullable Double concurrency,
      @Nullable Double measuredConcurrency,
      @Nullable Double requestedRate,
      @Nullable Double achievedRate,
      @Nullable Integer isl,
      @Nullable Integer osl,
      @Nullable Double meanIsl,
      @Nullable Double meanOsl,
      @Nullable Double completed,
      @Nullable Double failed,
      @Nullable Double seconds) {}

  /**
   * Tokens per second. The first three are of the whole deployment, the next three per GPU over all
   * GPUs of it; the last two are published by some tools for disaggregated runs and do not add up.
   *
   * @param total input and output tokens/s
   * @param input input tokens/s
   * @param output output tokens/s
   * @param totalPerGpu input and output tokens/s per GPU
   * @param inputPerGpu input tokens/s per GPU
   * @param outputPerGpu output tokens/s per GPU
   * @param inputPerPrefillGpu input tokens/s per prefill GPU
   * @param outputPerDecodeGpu output tokens/s per decode GPU
   */
  public record Rates(
      @Nullable Double total,
      @Nullable Double input,
      @Nullable Double output,
      @Nullable Double totalPerGpu,
      @Nullable Double inputPerGpu,
      @Nullable Double outputPerGpu,
      @Nullable Double inputPerPrefillGpu,
      @Nullable Double outputPerDecodeGpu) {}

  /**
   * Latencies, in seconds.
   *
   * @param ttft time to first token
   * @param tpot time per output token
   * @param itl inter-token latency; of a chunk of several tokens with some servers
   * @param e2e end-to-end latency of a request
   * @param reportedInteractivity typical tokens/s of one user, as the tool reports it
   * @param meanInteractivity mean tokens/s of one user, as the tool reports it
   */
  public record Times(
      Spread ttft,
      Spread tpot,
      Spread itl,
      Spread e2e,
      @Nullable Double reportedInteractivity,
      @Nullable Double meanInteractivity) {}

  /**
   * Power and energy.
   *
   * @param wattsPerGpu mean power of one GPU, W
   * @param joulesPerTotalToken J per input or output token
   * @param joulesPerOutputToken J per output token
   */
  public record Power(
      @Nullable Double wattsPerGpu,
      @Nullable Double joulesPerTotalToken,
      @Nullable Double joulesPerOutputToken) {}

  /** Something that no operating point can be without. */
  public enum Missing {
    /** How many GPUs the deployment had, so that nothing is known per GPU. */
    GPUS,
    /** The precision of the weights. */
    PRECISION,
    /** The name of the model. */
    MODEL,
    /** The time per output token; the run did not stream, or had no latency target. */
    INTERACTIVITY,
    /** Any rate of tokens, be it of input, of output or of both. */
    TOKENS
  }

  /** What the file does not say and somebody must. */
  public Set<Missing> missing() {
    EnumSet<Missing> missing = EnumSet.noneOf(Missing.class);
    boolean perGpu = anyOf(rates.totalPerGpu, rates.inputPerGpu, rates.outputPerGpu);
    boolean whole = anyOf(rates.total, rates.input, rates.output);
    addIf(missing, Missing.GPUS, setup.gpus == null && !perGpu);
    addIf(missing, Missing.PRECISION, setup.precision == null);
    addIf(missing, Missing.MODEL, setup.model == null);
    addIf(missing, Missing.INTERACTIVITY, interactivity() == null);
    addIf(missing, Missing.TOKENS, !perGpu && !whole);
    return missing;
  }

  private static boolean anyOf(
      @Nullable Double total, @Nullable Double input, @Nullable Double output) {
    return total != null || input != null || output != null;
  }

  /** Of the notes, those that suggest an answer to what is missing. */
  public List<String> suggestions() {
    return notes.stream().filter(note -> note.startsWith(NameHints.SUGGESTS)).toList();
  }

  /** Tokens/s that one user sees: 1 ÷ time per output token; null where that is not known. */
  public @Nullable Double interactivity() {
    Double seconds = times.tpot.typical();
    return seconds == null || !(seconds > 0) ? null : 1 / seconds;
  }

  /** The same run with what was answered filled in; what the file says itself stays. */
  public Run answered(SourceAnswers answers) {
    RunBuilder changed = edit();
    if (setup.gpus == null) {
      changed.gpus(answers.gpus());
    }
    if (setup.precision == null && answers.precision() != null) {
      changed.precision(answers.precision());
    }
    if (setup.model == null) {
      changed.model(answers.model());
    }
    return changed.build();
  }

  /** The same run with one more note. */
  Run noted(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Run(origin, setup, load, rates, times, power, more);
  }

  /** A builder that starts from this run, for mending it. */
  public RunBuilder edit() {
    return new RunBuilder(this);
  }

  private static void addIf(Set<Missing> missing, Missing what, boolean condition) {
    if (condition) {
      missing.add(what);
    }
  }
}
