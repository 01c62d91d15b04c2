package app.waterline.io.runs;

import static app.waterline.io.runs.RunFiles.outcomes;
import static app.waterline.io.runs.RunFiles.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.model.Precision;
import app.waterline.model.WorkloadKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each tool and each trap of its form, on files of our own; figures restated by hand. */
class ReadersTest {
  @Test
  void aDetailedVllmFileGivesItsSummaryAndNothingOfTheRequests() {
    Run run = run("vllm-detailed.json");
    assertThat(run.origin().tool()).isEqualTo("vLLM bench serve");
    assertThat(run.origin().date()).isEqualTo("2026-03-01");
    assertThat(run.load().requestedRate()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(run.load().meanIsl()).isEqualTo(400.0 / 4);
    assertThat(run.load().meanOsl()).isEqualTo(800.0 / 4);
    assertThat(run.rates().input()).isEqualTo(400 / 4.0);
    assertThat(run.toString()).doesNotContain("secret").doesNotContain("quotes");
  }

  @Test
  void interactivityComesFromTpotEvenWhereTheItlOfChunksIsTenTimesAsLong() {
    Run run = run("vllm-detailed.json");
    assertThat(run.times().itl().median()).isCloseTo(0.081, within(1e-12));
    assertThat(run.interactivity()).isCloseTo(1 / 0.008, within(1e-9));
  }

  @Test
  void precisionInTheModelsNameIsUsedAndNoted() {
    Run run = run("vllm-detailed.json");
    assertThat(run.setup().precision()).isEqualTo(Precision.FP8);
    assertThat(run.notes()).anyMatch(note -> note.contains("model's name [fp8]"));
  }

  @Test
  void vllmDoesNotKnowItsGpus() {
    assertThat(run("vllm-detailed.json").missing()).containsExactly(Run.Missing.GPUS);
  }

  @Test
  void oneRunALineIsReadWhateverTheFileIsCalled() {
    List<RunOutcome> runs = outcomes("vllm-lines.json");
    assertThat(runs).hasSize(2);
    assertThat(runs.get(1).run().origin().line()).isEqualTo(2);
    assertThat(runs.get(0).run().load().concurrency()).isNull();
    assertThat(runs.get(0).run().load().requestedRate()).isEqualTo(2.0);
    assertThat(runs.get(1).run().load().requestedRate()).isEqualTo(4.0);
  }

  @Test
  void sglangIsKnownByItsFieldsAndNotByItsBackend() {
    Run run = run("sglang.jsonl");
    assertThat(run.origin().tool()).isEqualTo("SGLang bench_serving");
    assertThat(run.load().requestedRate()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(run.setup().gpus())
        .as("tp · pp; dp inside the attention adds none")
        .isEqualTo(8);
    assertThat(run.setup().multiTokenPrediction()).isTrue();
    assertThat(run.setup().kvOffload()).isTrue();
    assertThat(run.setup().disaggregated()).isFalse();
    assertThat(run.load().isl()).isEqualTo(1000);
    assertThat(run.rates().totalPerGpu()).isEqualTo(8800.0 / 8);
    assertThat(run.toString()).doesNotContain("hidden");
  }

  @Test
  void aiperfCountsReasoningTokensWithTheOutput() {
    Run run = run("aiperf.json");
    assertThat(run.load().meanOsl()).as("sequence length, not token count").isEqualTo(100.0);
    assertThat(run.rates().total()).as("(isl + osl) ÷ s").isEqualTo((10000 + 2000) / 10.0);
    assertThat(run.interactivity()).isCloseTo(50, within(1e-9));
    assertThat(run.setup().precision()).isEqualTo(Precision.FP4);
    assertThat(run.load().concurrency()).isEqualTo(4.0);
  }

  @Test
  void bothBlocksOfAnAiperfTableMakeOneRun() {
    Run run = run("aiperf.csv");
    assertThat(run.origin().tool()).isEqualTo("AIPerf");
    assertThat(run.times().ttft().p99()).isCloseTo(0.2, within(1e-12));
    assertThat(run.rates().total()).isEqualTo((10000 + 2000) / 10.0);
    assertThat(run.origin().date()).isEqualTo("2026-03-01");
    assertThat(run.missing())
        .containsExactlyInAnyOrder(Run.Missing.GPUS, Run.Missing.PRECISION, Run.Missing.MODEL);
  }

  @Test
  void warmUpRequestsAreLeftOutAndCounted() {
    Run run = run("aiperf-requests.jsonl");
    assertThat(run.load().completed()).isEqualTo(2.0);
    assertThat(run.load().meanIsl()).isEqualTo((500 + 700) / 2.0);
    assertThat(run.load().seconds()).isEqualTo(4.0);
    assertThat(run.rates().output()).isEqualTo((101 + 101) / 4.0);
    // Per request (latency − TTFT) ÷ 100 gaps: 10 ms and 30 ms, so 20 ms between them.
    assertThat(run.times().tpot().median()).isCloseTo(0.02, within(1e-12));
    assertThat(run.notes()).anyMatch(note -> note.contains("1 warm-up requests were left out"));
  }

  @Test
  void genAiPerfIsKnownByItsDescendingPercentilesAndReadsThousands() {
    Run run = run("genai-perf.csv");
    assertThat(run.origin().tool()).isEqualTo("GenAI-Perf");
    assertThat(run.times().ttft().median()).isCloseTo(1.2, within(1e-12));
    assertThat(run.times().ttft().p99()).isCloseTo(1.90025, within(1e-12));
    assertThat(run.rates().output()).isEqualTo(1456.0);
    assertThat(run.missing()).doesNotContain(Run.Missing.TOKENS);
  }

  @Test
  void aSweepTableOfTailLatenciesHasNoInteractivity() {
    Run run = run("genai-perf-analyze.csv");
    assertThat(run.times().tpot().p99()).isCloseTo(0.0309, within(1e-12));
    assertThat(run.interactivity()).isNull();
  }

  @Test
  void trtllmBenchSaysHowManyGpus() {
    Run run = run("trtllm.json");
    assertThat(run.setup().gpus()).isEqualTo(4);
    assertThat(run.rates().totalPerGpu()).isEqualTo(2560.0 / 4);
    assertThat(run.rates().outputPerGpu()).isEqualTo(320.0);
    assertThat(run.load().seconds()).isEqualTo(10.0);
    assertThat(run.interactivity()).isCloseTo(1 / 0.007, within(1e-9));
  }

  @Test
  void theOldTrtllmLogCountsOutputTokensOnly() {
    Run run = run("trtllm-log.txt");
    assertThat(run.rates().output()).isEqualTo(5120.0);
    assertThat(run.rates().total()).isNull();
    assertThat(run.setup().gpus()).isEqualTo(4 * 2);
    assertThat(run.missing()).contains(Run.Missing.INTERACTIVITY);
  }

  @Test
  void guideLlmMixesSecondsAndMilliseconds() {
    Run run = run("guidellm-old.json");
    assertThat(run.times().ttft().median()).isCloseTo(0.2, within(1e-12));
    assertThat(run.times().e2e().median()).isEqualTo(2.8);
    assertThat(run.rates().output()).as("the mean, not the median").isEqualTo(422.4);
    assertThat(run.load().concurrency()).isEqualTo(10.0);
    assertThat(run.load().completed()).isEqualTo(100.0);
    assertThat(run.toString()).doesNotContain("secret");
  }

  @Test
  void guideLlmsThirdGenerationIsReadFromYaml() {
    Run run = run("guidellm-new.yaml");
    assertThat(run.origin().schemaVersion()).isEqualTo("2");
    assertThat(run.origin().toolVersion()).isEqualTo("0.8.0");
    assertThat(run.setup().model()).isEqualTo("acme/Model-7B-BF16");
    assertThat(run.load().pattern()).isEqualTo("throughput");
    assertThat(run.times().e2e().p99()).isEqualTo(30.0);
  }

  @Test
  void oneOrThreeHeaderRowsGiveTheSameRun() {
    for (String name : List.of("guidellm-old.csv", "guidellm-new.csv")) {
      Run run = run(name);
      assertThat(run.origin().tool()).as(name).isEqualTo("GuideLLM");
      assertThat(run.times().ttft().p99()).as(name).isCloseTo(0.4, within(1e-12));
      assertThat(run.times().e2e().median()).as(name).isEqualTo(2.8);
      assertThat(run.times().tpot().median()).as(name).isCloseTo(0.02, within(1e-12));
      assertThat(run.rates().total()).as(name).isEqualTo(1267.2);
      assertThat(run.load().completed()).as(name).isEqualTo(100.0);
      assertThat(run.load().failed()).as(name).isEqualTo(2.0);
      assertThat(run.load().measuredConcurrency()).as(name).isEqualTo(9.5);
    }
    assertThat(run("guidellm-new.csv").setup().model()).isEqualTo("acme/Model-7B");
  }

  @Test
  void inferencePerfCountsInSeconds() {
    Run run = run("inference-perf-stage.json");
    assertThat(run.interactivity()).isCloseTo(100, within(1e-9));
    assertThat(run.notes()).anyMatch(note -> note.contains("saturated"));
  }

  @Test
  void llmdsUnitsAreHonouredFieldByField() {
    Run run = run("llmd-01.yaml");
    assertThat(run.times().ttft().median()).isCloseTo(0.1, within(1e-12));
    assertThat(run.times().tpot().median()).isCloseTo(0.01, within(1e-12));
    assertThat(run.times().e2e().median()).isEqualTo(1.1);
    assertThat(run.setup().prefillGpus()).isEqualTo(2);
    assertThat(run.setup().decodeGpus()).isEqualTo(4 + 4);
    assertThat(run.setup().gpus()).isEqualTo(10);
    assertThat(run.rates().totalPerGpu()).isEqualTo(181.5);
  }

  @Test
  void llmdsSecondFormNamesItsReplicas() {
    Run run = run("llmd-02.yaml");
    assertThat(run.setup().gpus()).isEqualTo(4 * 2);
    assertThat(run.load().concurrency()).as(".inf is no limit").isNull();
    assertThat(run.load().isl()).isEqualTo(1000);
    assertThat(run.times().tpot().mean()).isEqualTo(0.01);
    assertThat(run.origin().date()).isEqualTo("2026-03-01");
  }

  @Test
  void lmBenchmarkRowsAreSummedUp() {
    Run run = run("lmbenchmark.csv");
    assertThat(run.load().completed()).isEqualTo(2.0);
    // 42 tokens in 1.5 s; (0.5 s − 0.1 s) ÷ 20 gaps.
    assertThat(run.rates().output()).isCloseTo(42 / 1.5, within(1e-6));
    assertThat(run.times().tpot().median()).isCloseTo(0.02, within(1e-6));
  }

  @Test
  void mlperfCountsAcceleratorsPerNodeAndOutputTokens() {
    Run run = run("mlperf.json");
    assertThat(run.setup().gpus()).isEqualTo(4 * 18);
    assertThat(run.rates().outputPerGpu()).isEqualTo(72000.0 / 72);
    assertThat(run.rates().total()).isNull();
    assertThat(run.load().meanOsl()).isEqualTo(294.5);
    assertThat(run.setup().kind()).isEqualTo(WorkloadKind.OFFLINE);
  }

  @Test
  void mlperfLogsCountInNanoseconds() {
    Run run = run("mlperf-log.txt");
    assertThat(run.times().ttft().median()).isCloseTo(0.1, within(1e-12));
    assertThat(run.interactivity()).isCloseTo(100, within(1e-6));
    assertThat(run.rates().output()).isEqualTo(3000.0);
  }

  @Test
  void aTableInUtf16WithAStrayByteAndDuplicateColumnsIsRead() {
    Run run = run("mlperf-table.csv");
    assertThat(run.setup().gpus()).isEqualTo(8);
    assertThat(run.setup().hardware()).isEqualTo("X100");
    assertThat(run.setup().model()).isEqualTo("acme-70b");
    assertThat(run.rates().output()).isEqualTo(16000.0);
  }

  @Test
  void inferenceXCountsInputAndOutputTokensInItsTotal() {
    Run run = outcomes("inferencex-flat_1k1k.json").get(0).run();
    assertThat(run.rates().totalPerGpu()).isEqualTo(400.0);
    assertThat(run.rates().outputPerGpu()).isEqualTo(200.0);
    assertThat(run.rates().inputPerGpu()).isEqualTo(400.0 - 200.0);
    assertThat(run.rates().output()).isEqualTo(200.0 * 4);
    assertThat(run.setup().hardware()).isEqualTo("b200");
    assertThat(run.setup().stack()).isEqualTo("TensorRT-LLM");
    assertThat(run.interactivity()).as("1 ÷ median TPOT").isCloseTo(100, within(1e-9));
  }

  @Test
  void lengthsInTheFilesNameAreUsedAndNoted() {
    Run run = outcomes("inferencex-flat_1k1k.json").get(0).run();
    assertThat(run.load().isl()).isEqualTo(1024);
    assertThat(run.load().osl()).isEqualTo(1024);
    assertThat(run.notes()).anyMatch(note -> note.contains("file's name [1024, 1024]"));
  }

  @Test
  void anEarlyDynamoRowDoesNotSayItsGpus() {
    Run run = outcomes("inferencex-flat_1k1k.json").get(1).run();
    assertThat(run.setup().stack()).isEqualTo("Dynamo TensorRT-LLM");
    assertThat(run.setup().multiTokenPrediction()).isTrue();
    assertThat(run.setup().disaggregated()).isTrue();
    assertThat(run.setup().gpus()).isNull();
    assertThat(run.rates().totalPerGpu()).isEqualTo(290.0);
    assertThat(run.rates().outputPerGpu()).isNull();
    assertThat(run.missing()).isEmpty();
  }

  @Test
  void agenticRowsAreKeptApart() {
    Run run = outcomes("inferencex-flat_1k1k.json").get(2).run();
    assertThat(run.setup().kind()).isEqualTo(WorkloadKind.AGENTIC);
    assertThat(run.setup().hardware()).isEqualTo("mi355x");
    assertThat(run.setup().kvOffload()).isTrue();
    assertThat(run.interactivity()).as("1 ÷ mean TPOT; no median").isCloseTo(10, within(1e-9));
    assertThat(run("inferencex-nested.json").setup().kind()).isEqualTo(WorkloadKind.AGENTIC);
  }

  @Test
  void anAggregatedRowHasTpGpusWhateverItsSplitSays() {
    Run run = outcomes("inferencex-api.json").get(0).run();
    assertThat(run.setup().gpus()).as("tp 8, although 64 is reported").isEqualTo(8);
    assertThat(run.rates().total()).isEqualTo(1000.0 * 8);
    assertThat(run.power().wattsPerGpu()).isEqualTo(600.0);
    assertThat(run.origin().link()).isEqualTo("https://example.com/runs/1");
  }

  @Test
  void ratesOfADisaggregatedRowAreSpreadOverAllItsGpus() {
    Run run = outcomes("inferencex-api.json").get(1).run();
    assertThat(run.setup().gpus()).isEqualTo(8 + 32);
    assertThat(run.rates().inputPerGpu()).isEqualTo(1010.0 * 8 / 40);
    assertThat(run.rates().outputPerGpu()).isEqualTo(247.5 * 32 / 40);
    assertThat(run.rates().totalPerGpu()).isEqualTo(400.0);
  }

  @Test
  void slowAndFastTailsOfInteractivityAreNotUsed() {
    Run run = outcomes("inferencex-flat_1k1k.json").get(2).run();
    assertThat(run.times().reportedInteractivity()).isEqualTo(11.0);
  }

  @Test
  void theDashboardsMillisecondsAreSeconds() {
    Run run = run("inferencex-dashboard.csv");
    assertThat(run.times().ttft().median()).isEqualTo(0.085);
    assertThat(run.interactivity()).isCloseTo(1 / 0.0098, within(1e-9));
    assertThat(run.setup().gpus()).isEqualTo(8);
    assertThat(run.setup().disaggregated()).isFalse();
  }

  @Test
  void aSummaryOfLogsCountsOutputTokensOnly() {
    Run run = run("trtllm-summary.csv");
    assertThat(run.rates().output()).isEqualTo(1280.0);
    assertThat(run.rates().total()).isNull();
    assertThat(run.load().osl()).isEqualTo(128);
    assertThat(run.missing())
        .containsExactlyInAnyOrder(
            Run.Missing.GPUS, Run.Missing.PRECISION, Run.Missing.MODEL, Run.Missing.INTERACTIVITY);
  }

  @Test
  void anOfflineTotalIsOfOutputTokens() {
    Run run = run("inferencex-offline.csv");
    assertThat(run.rates().totalPerGpu()).isNull();
    assertThat(run.rates().outputPerGpu()).isEqualTo(272.0);
    assertThat(run.missing()).isEmpty();
  }

  @Test
  void deploymentRatesOfTheRunnersAreDividedByTheirGpus() {
    assertThat(run("together.json").rates().totalPerGpu()).isEqualTo(14000.0 / 8);
    Run rollup = run("srt-slurm.csv");
    assertThat(rollup.rates().totalPerGpu()).isEqualTo(64000.0 / 24);
    assertThat(rollup.setup().prefillGpus()).isEqualTo(24 - 8);
    assertThat(rollup.times().tpot().median()).isCloseTo(0.0273, within(1e-12));
  }

  @Test
  void theTableOfOurOwnTakesInteractivityForTpot() {
    List<RunOutcome> runs = outcomes("waterline.csv");
    assertThat(runs.get(0).run().origin().tool()).isEqualTo("house bench");
    assertThat(runs.get(0).run().times().tpot().median()).isCloseTo(0.0125, within(1e-12));
    assertThat(runs.get(1).run().times().tpot().median()).isCloseTo(0.01, within(1e-12));
    assertThat(runs.get(1).run().times().e2e()).isEqualTo(new Spread(null, null, null));
  }
}
