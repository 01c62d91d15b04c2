package app.waterline.engine;

import app.waterline.model.Configuration;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The throughput that a platform runs at, before utilization.
 *
 * @param total input and output tokens/s per GPU
 * @param input input tokens/s per GPU
 * @param output output tokens/s per GPU
 * @param interactivity tok/s/user at that throughput; null where not known
 * @param configuration what delivers it; null for a figure by hand
 * @param points the measured points behind it: one, or the two neighbours of an interpolation
 * @param precision the precision that it was reached with; null where not known
 */
public record Delivery(
    Result total,
    Result input,
    Result output,
    @Nullable Double interactivity,
    @Nullable Configuration configuration,
    List<OperatingPoint> points,
    @Nullable Precision precision) {
  /** No throughput at all, for the given reason. */
  static Delivery none(String reason) {
    NotAvailable missing = new NotAvailable(reason);
    return new Delivery(missing, missing, missing, null, null, List.of(), null);
  }
}
