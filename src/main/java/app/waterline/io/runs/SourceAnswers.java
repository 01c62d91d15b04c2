package app.waterline.io.runs;

import app.waterline.model.Input;
import app.waterline.model.Precision;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered about the runs of one source (a folder, as a rule), to be remembered for
 * its next import. Each answer fills only what the files do not say.
 *
 * @param gpus all GPUs of the deployment, 1 to 10⁷; null for no answer
 * @param precision precision of the weights; null for no answer
 * @param model name of the model; null for no answer
 */
public record SourceAnswers(
    @Nullable Integer gpus,
    @Nullable Precision precision,
    @Nullable String model) {
  /** Nothing answered. */
  public static final SourceAnswers NONE = new SourceAnswers(null, null, null);

  /**
   * Checks the answers.
   *
   * @throws app.waterline.model.InvalidInput if the GPU count is outside its domain
   */
  public SourceAnswers {
    if (gpus != null) {
      Input.GPUS.require(gpus);
    }
  }
}
