package app.waterline.io.runs;

import app.waterline.model.WorkloadKind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code trtllm-bench throughput} prints. {@code Token Throughput} of version 0.16 counts output
 * tokens only; later ones print both counts by name.
 */
final class TrtLlmLogReader implements RunReader {
  private static final String VERSION = "TensorRT-LLM version";

  @Override
  public boolean recognises(Fields record) {
    return output(record) != null || record.has(VERSION);
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    if (output(record) == null) {
      throw new BadRecord(
          "Token Throughput (tokens/sec)",
          "The log ends before any result [none]. The benchmark failed; look at the rest of its log and run it again.");
    }
    Integer tensor = record.count("TP Size");
    Integer pipeline = record.count("PP Size");
    Double latency = record.number("Total Latency (ms)");
    runs.accept(new RunBuilder("trtllm-bench log")
        .version(record.text("TensorRT-LLM Version"), null)
        .model(record.firstText("Model", "Model Path"))
        .precisionText(record.firstText("Quantization", "Dtype"))
        .gpus(tensor == null ? null : tensor * (pipeline == null ? 1 : pipeline))
        .tensorParallel(tensor)
        .stack("TensorRT-LLM")
        .kind(WorkloadKind.OFFLINE)
        .requests(record.number("Number of requests"), null, latency == null ? null : latency / 1e3)
        .meanLengths(
            record.number("Average Input Length (tokens)"),
            record.number("Average Output Length (tokens)"))
        .requestRate(null, record.firstNumber("Request Throughput (req/sec)"))
        .rates(record.number("Total Token Throughput (tokens/sec)"), null, output(record))
        .note("All requests were sent at once; the run has no interactivity."));
  }

  private static @Nullable Double output(Fields record) {
    return record.firstNumber(
        "Total Output Throughput (tokens/sec)", "Token Throughput (tokens/sec)");
  }
}
