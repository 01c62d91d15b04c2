package app.waterline.io.runs;

import static app.waterline.io.runs.RunFiles.only;
import static app.waterline.io.runs.RunFiles.outcomes;
import static app.waterline.io.runs.RunFiles.report;
import static app.waterline.io.runs.RunFiles.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is set aside, with the reason in words; and what is not. */
class ChecksTest {
  private static final String HEADER =
      "model,precision,gpus,concurrency,isl,osl,totalTokensPerSecond,inputTokensPerSecond,outputTokensPerSecond,interactivity,ttftP50Ms,tpotP50Ms,e2eP50Ms,completed,wattsPerGpu,date\n";

  @TempDir
  private Path folder;

  @Test
  void theFilesOfOurOwnAreSoundButForThoseWithAFault() throws IOException {
    List<String> faulty = RunFiles.all().stream()
        .filter(file ->
            report(file).outcomes().stream().anyMatch(RunOutcome.Quarantined.class::isInstance))
        .map(file -> String.valueOf(file.getFileName()))
        .toList();
    assertThat(faulty).containsExactly("inference-perf-summary.json", "inferencex-api.json");
  }

  @Test
  void aSoundRowIsAccepted() throws IOException {
    assertThat(outcome("M,FP8,8,64,1024,1024,8000,4000,4000,80,200,12.5,13000,640,,2026-07-31"))
        .isInstanceOf(RunOutcome.Accepted.class);
  }

  @Test
  void wrongGpuCountsBreakTheIdentityOfADisaggregatedRun() {
    assertThat(doubts(outcomes("inferencex-api.json").get(1))).isEmpty();
    // (1010 · 36 + 247.5 · 36) ÷ 72 = 628.75, not 400.
    RunOutcome wrong = outcomes("inferencex-api.json").get(2);
    assertThat(doubts(wrong)).containsExactly(Doubt.Kind.TOKEN_SUM);
    assertThat(((RunOutcome.Quarantined) wrong).reason())
        .contains("36 prefill and 36 decode GPUs")
        .contains("[628.8 against 400]");
  }

  @Test
  void aMendedRunIsAcceptedOnASecondLook() {
    Run wrong = outcomes("inferencex-api.json").get(2).run();
    Run mended = wrong.edit().gpus(40).split(8, 32).perGpu(400.0, null, null).build();
    assertThat(Checks.outcome(mended)).isInstanceOf(RunOutcome.Accepted.class);
  }

  @Test
  void partsThatMissTheTotalByMoreThanOnePercentAreSetAside() throws IOException {
    assertThat(doubts("M,FP8,8,64,1024,1024,8000,4000,3930,80,200,12.5,13000,640,,"))
        .isEmpty();
    assertThat(doubts("M,FP8,8,64,1024,1024,8000,4000,3910,80,200,12.5,13000,640,,"))
        .containsExactly(Doubt.Kind.TOKEN_SUM);
  }

  @Test
  void interactivityAndTpotMustBeInverse() throws IOException {
    assertThat(doubts("M,FP8,8,64,1024,1024,8000,4000,4000,95,200,12.5,13000,640,,"))
        .containsExactly(Doubt.Kind.INTERACTIVITY);
  }

  @Test
  void nobodyGetsMoreTokensThanTheRequestsInFlightReceive() throws IOException {
    // 16 in flight at 80 tok/s are 1,280 tok/s at most.
    assertThat(doubts("M,FP8,8,16,1024,1024,8000,4000,4000,80,200,12.5,13000,640,,"))
        .containsExactly(Doubt.Kind.CONCURRENCY);
  }

  @Test
  void aConcurrencyThatWasNeverReachedIsSetAside() throws IOException {
    // 64 in flight for 13 s each deliver 64 · 1024 ÷ 13 = 5,041 tok/s, not 400.
    assertThat(doubts("M,FP8,8,64,1024,1024,800,400,400,80,200,12.5,13000,640,,"))
        .containsExactly(Doubt.Kind.CONCURRENCY);
  }

  @Test
  void powerAndEnergyMustAgree() throws IOException {
    Path file = write(folder, "api.json", """
            [{"hw": "x", "tp": 8, "conc": 4, "model": "m", "framework": "vllm", "precision": "fp8",
              "tput_per_gpu": 1000.0, "median_tpot": 0.01, "avg_power_w": 600.0,
              "joules_per_total_token": 0.8}]
            """);
    assertThat(doubts(only(report(file).outcomes()))).containsExactly(Doubt.Kind.ENERGY);
  }

  @Test
  void noRequestNoPoint() throws IOException {
    assertThat(doubts("M,FP8,8,64,1024,1024,0,0,0,,0,0,0,0,,"))
        .containsExactly(Doubt.Kind.NO_REQUESTS);
  }

  @Test
  void secondsUnderATitleThatSaysMillisecondsAreNoticed() throws IOException {
    // TPOT 0.0125 under "Ms" would be 80,000 tok/s for one user.
    assertThat(doubts("M,FP8,8,,1024,1024,8000,4000,4000,,0.2,0.0125,13,640,,"))
        .containsExactly(Doubt.Kind.LATENCY_UNITS);
    // Only the end-to-end latency is in seconds: 13 ms for 1,024 tokens at 12.5 ms.
    assertThat(doubts("M,FP8,8,,1024,1024,8000,4000,4000,,200,12.5,13,640,,"))
        .containsExactly(Doubt.Kind.LATENCY_UNITS);
  }

  @Test
  void impossibleFiguresAreNamed() throws IOException {
    RunOutcome outcome = outcome("M,FP8,-8,64,1024,1024,8000,NaN,-5,80,200,12.5,inf,640,,");
    assertThat(doubts(outcome)).containsOnly(Doubt.Kind.BAD_FIGURE);
    assertThat(((RunOutcome.Quarantined) outcome).reason())
        .contains("input tokens/s is no possible figure [NaN]")
        .contains("output tokens/s is no possible figure [-5.0]")
        .contains("end-to-end latency is no possible figure [Infinity]")
        .contains("GPUs must be at least 1 [-8]");
  }

  @Test
  void aRunFrom1970HadNoClock() throws IOException {
    assertThat(doubts("M,FP8,8,64,1024,1024,8000,4000,4000,80,200,12.5,13000,640,,1970-01-01"))
        .containsExactly(Doubt.Kind.DATE);
  }

  @Test
  void aSummaryOverStagesIsNoPoint() {
    RunOutcome summary = only(outcomes("inference-perf-summary.json"));
    assertThat(doubts(summary)).containsExactly(Doubt.Kind.MIXED_STAGES);
    assertThat(summary.run().rates().total()).as("kept, to be looked at").isEqualTo(1450.0);
  }

  @Test
  void aFileOfWarmUpsOnlyIsSetAside() throws IOException {
    Path file = write(folder, "warm.jsonl", """
            {"metadata": {"benchmark_phase": "warmup"}, "metrics": {"request_latency": {"value": 1}}}
            """);
    assertThat(doubts(only(report(file).outcomes()))).contains(Doubt.Kind.WARM_UP);
  }

  @Test
  void aCancelledRunAndAnInvalidOneAreSetAside() throws IOException {
    Path cancelled = write(folder, "cancelled.json", """
            {"request_latency": {"unit": "ms", "avg": 5}, "was_cancelled": true,
             "output_token_throughput": {"unit": "tokens/sec", "avg": 5}}
            """);
    Path invalid = write(
        folder,
        "log.txt",
        "MLPerf Results Summary\nSUT name : S\nScenario : Offline\nTokens per second: 5\nResult is : INVALID\n");
    for (Path file : List.of(cancelled, invalid)) {
      assertThat(doubts(only(report(file).outcomes()))).containsExactly(Doubt.Kind.NOT_VALID);
    }
  }

  @Test
  void anExampleThatLooksRealStopsBeforeItStarts() throws IOException {
    Path file = write(folder, "report.yaml", """
            version: '0.1'
            scenario:
              host: {type: [replica], accelerator: [{model: X, count: 8}]}
            metrics:
              time: {start: 1749570583.5, stop: 1749570580.1}
              latency:
                time_per_output_token: {units: ms/token, p50: 0.06}
              throughput: {total_tokens_per_sec: 676.1}
            """);
    assertThat(doubts(only(report(file).outcomes())))
        .containsExactlyInAnyOrder(Doubt.Kind.NOT_VALID, Doubt.Kind.LATENCY_UNITS);
  }

  private RunOutcome outcome(String row) throws IOException {
    return only(report(write(folder, "runs.csv", HEADER + row + "\n")).outcomes());
  }

  private List<Doubt.Kind> doubts(String row) throws IOException {
    return doubts(outcome(row));
  }

  private static List<Doubt.Kind> doubts(RunOutcome outcome) {
    return outcome instanceof RunOutcome.Quarantined set
        ? set.doubts().stream().map(Doubt::kind).toList()
        : List.of();
  }
}
