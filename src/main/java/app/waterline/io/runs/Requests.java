package app.waterline.io.runs;

import app.waterline.model.WorkloadKind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sums up single requests into the run that they were. Times in s. */
final class Requests {
  private final Samples ttft = new Samples();
  private final Samples tpot = new Samples();
  private final Samples latency = new Samples();
  private double inputTokens;
  private double outputTokens;
  private double start = Double.POSITIVE_INFINITY;
  private double end = Double.NEGATIVE_INFINITY;
  private long count;
  private long warmUps;
  private boolean conversation;

  /** One request that was only to warm up: counted and dropped. */
  void warmUp() {
    warmUps++;
  }

  /** The requests are turns of conversations. */
  void conversation() {
    conversation = true;
  }

  /** One request: its tokens, its first token, its latency, its begin and end. */
  void add(
      double tokensIn,
      double tokensOut,
      @Nullable Double firstToken,
      @Nullable Double whole,
      double begin,
      double finish) {
    count++;
    inputTokens += tokensIn;
    outputTokens += tokensOut;
    ttft.add(firstToken);
    latency.add(whole);
    if (firstToken != null && whole != null && tokensOut > 1) {
      tpot.add((whole - firstToken) / (tokensOut - 1));
    }
    start = Math.min(start, begin);
    end = Math.max(end, finish);
  }

  /** The run, if there was any request. */
  void finish(String tool, Consumer<RunBuilder> runs) {
    if (count + warmUps == 0) {
      return;
    }
    double seconds = end - start;
    RunBuilder run = new RunBuilder(tool)
        .at("", 1)
        .kind(conversation ? WorkloadKind.AGENTIC : WorkloadKind.SINGLE_TURN)
        .requests((double) count, null, seconds > 0 ? (Double) seconds : null)
        .ttft(ttft.spread())
        .tpot(tpot.spread())
        .e2e(latency.spread())
        .note("Summed up from %,d single requests.".formatted(count));
    if (count > 0 && seconds > 0) {
      run.date(Days.ofEpoch(start))
          .meanLengths(inputTokens / count, outputTokens / count)
          .rates(
              (inputTokens + outputTokens) / seconds,
              inputTokens / seconds,
              outputTokens / seconds);
    }
    runs.accept(withWarmUps(run));
  }

  private RunBuilder withWarmUps(RunBuilder run) {
    if (warmUps == 0) {
      return run;
    }
    return count == 0
        ? run.doubt(
            Doubt.Kind.WARM_UP,
            "All requests were for warming up [%,d]. Import the records of the measured phase."
                .formatted(warmUps))
        : run.note("%,d warm-up requests were left out.".formatted(warmUps));
  }
}
