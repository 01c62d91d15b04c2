package app.waterline.io.runs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The readers for one file, in the order in which a record is tried on them. */
final class RunReaders {
  private final List<RunReader> readers = List.of(
      new GuideLlmReader(),
      new InferencePerfReader(),
      new TrtLlmReader(),
      new AiperfReader(),
      new SglangReader(),
      new VllmReader(),
      new InferenceXReader(),
      new InferenceXNestedReader(),
      new InferenceXDashboardReader(),
      new TogetherReader(),
      new SrtSlurmReader(),
      new LlmdReader(),
      new MlperfReader(),
      new MlperfLogReader(),
      new TrtLlmLogReader(),
      new TrtLlmSummaryReader(),
      new GenAiPerfAnalyzeReader(),
      new GuideLlmTableReader(),
      new AiperfRequestReader(),
      new LmBenchmarkReader(),
      new WaterlineReader());

  private @Nullable RunReader last;

  /** The reader of the record; null where no tool is known that writes such. */
  @Nullable RunReader readerOf(Fields record) {
    if (last != null && last.recognises(record)) {
      return last;
    }
    for (RunReader reader : readers) {
      if (reader.recognises(record)) {
        last = reader;
        return reader;
      }
    }
    return null;
  }

  List<RunReader> all() {
    return readers;
  }
}
