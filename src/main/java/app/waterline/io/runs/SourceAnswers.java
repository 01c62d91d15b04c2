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
 * @param price $ per GPU-hour of the hardware that the runs were measured on; null for no answer
 */
public record SourceAnswers(
    @Nullable Integer gpus,
    @Nullable Precision precision,
    @Nullable String model,
    @Nullable Double price) {
  /** Nothing answered. */
  public static final SourceAnswers NONE = new SourceAnswers(null, null, null);

  /**
   * Checks the answers.
   *
   * @throws app.waterline.model.InvalidInput if the GPU count or the price is outside its domain
   */
  public SourceAnswers {
    if (gpus != null) {
      Input.GPUS.require(gpus);
    }
    if (price != null) {
      Input.RATE_PER_GPU_HOUR.require(price);
    }
  }

  /** Answers without a price. */
  public SourceAnswers(
      @Nullable Integer gpus, @Nullable Precision precision, @Nullable String model) {
    this(gpus, precision, model, null);
  }

  /** The same answers with another GPU count. */
  public SourceAnswers withGpus(@Nullable Integer answer) {
    return new SourceAnswers(answer, precision, model, price);
  }

  /** The same answers with another precision. */
  public SourceAnswers withPrecision(@Nullable Precision answer) {
    return new SourceAnswers(gpus, answer, model, price);
  }

  /** The same answers with another model. */
  public SourceAnswers withModel(@Nullable String answer) {
    return new SourceAnswers(gpus, precision, answer, price);
  }

  /** The same answers with another price, $ per GPU-hour. */
  public SourceAnswers withPrice(@Nullable Double answer) {
    return new SourceAnswers(gpus, precision, model, answer);
  }
}
