package app.waterline.io.runs;

import app.waterline.model.WorkloadKind;
import java.util.function.Consumer;

/**
 * The table that scripts make of many {@code trtllm-bench throughput} logs: as those of version 0.16 its
 * {@code Token_Throughput} counts output tokens only, and all requests were sent at once.
 */
final class TrtLlmSummaryReader implements RunReader {
  @Override
  public boolean recognises(Fields record) {
    return record.has("Token_Throughput")
        && record.has("Request_Throughput")
        && record.has("Avg_Output_Len");
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    runs.accept(
        new RunBuilder("trtllm-bench summary")
            .stack("TensorRT-LLM")
            .kind(WorkloadKind.OFFLINE)
            .lengths(record.count("ISL"), record.count("OSL"))
            .requests(record.number("Requests"), null, null)
            .requestRate(null, record.number("Request_Throughput"))
            .meanLengths(record.number("Avg_Input_Len"), record.number("Avg_Output_Len"))
            .rates(null, null, record.number("Token_Throughput"))
            .note(
                "Output tokens only; all requests were sent at once, so the run has no interactivity."));
  }
}
