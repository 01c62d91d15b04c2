package app.waterline.io.runs;

import app.waterline.model.WorkloadKind;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * MLPerf inference: the JSON summary of a round, and the table of round 6. Accelerators are counted
 * per node; tokens/s are output tokens. Rows in other units than tokens/s are no runs of ours.
 */
final class MlperfReader implements RunReader {
  private static final Pattern LENGTH = Pattern.compile("TOKENS_PER_SAMPLE:\\s*([\\d.]+)");

  @Override
  public boolean recognises(Fields record) {
    return (record.has("Performance_Result") && record.has("Performance_Units"))
        || (record.has("Public ID") && record.has("Avg. Result at System Name"));
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    if (!"Tokens/s".equals(record.firstText("Performance_Units", "Units"))) {
      return;
    }
    String scenario = record.text("Scenario");
    runs.accept(new RunBuilder("MLPerf inference")
        .version(null, record.text("version"))
        .link(record.firstText("Details", "Code"))
        .model(record.firstText("Model", "Model MLC"))
        .hardware(record.firstText("Accelerator", "Accelerator (click + for details)"))
        .precisionText(record.text("weight_data_types"))
        .gpus(gpus(record))
        .stack(record.text("Software"))
        .kind("Offline".equals(scenario) ? WorkloadKind.OFFLINE : WorkloadKind.SINGLE_TURN)
        .pattern(scenario)
        .meanLengths(null, outputLength(record))
        .rates(null, null, record.firstNumber("Performance_Result", "Avg. Result at System Name"))
        .note("%s, %s: output tokens only, and no latency but the limit of the scenario."
            .formatted(
                text(record, "Submitter", "Organization"),
                text(record, "System", "System Name (click + for details)"))));
  }

  private static String text(Fields record, String key, String other) {
    String text = record.firstText(key, other);
    return text == null ? "?" : text;
  }

  private static @Nullable Integer gpus(Fields record) {
    Integer all = record.count("Total Accelerators");
    if (all != null) {
      return all;
    }
    Integer perNode = record.count("a#");
    Integer nodes = record.count("Nodes");
    return perNode == null || nodes == null ? null : perNode * nodes;
  }

  private static @Nullable Double outputLength(Fields record) {
    String accuracy = record.text("Accuracy");
    Matcher length = LENGTH.matcher(accuracy == null ? "" : accuracy);
    return length.find() ? MachineNumber.parse("Accuracy", length.group(1)) : null;
  }
}
