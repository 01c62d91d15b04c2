package app.waterline.io.prices;

import app.waterline.model.Figure;
import app.waterline.model.Input;
import java.util.Set;

/**
 * One price for renting GPUs.
 *
 * @param list the list that it belongs to: a provider, or what the file names
 * @param gpu our name of the GPU, or the file's where we have none
 * @param terms what the price binds to
 * @param region where; empty where the file does not say
 * @param date {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}
 * @param gpus GPUs of the instance that the price was quoted for
 * @param perGpuHour US dollars per GPU-hour, with its evidence
 * @param marks what a reader should look at
 * @param line the line of the file, from 1
 */
public record RentalQuote(
    String list,
    String gpu,
    RentalTerms terms,
    String region,
    String date,
    int gpus,
    Figure perGpuHour,
    Set<Mark> marks,
    long line) {
  public RentalQuote {
    marks = Set.copyOf(marks);
    if (!Input.RATE_PER_GPU_HOUR.domain().contains(perGpuHour.value())) {
      throw new BadRow(
          "price",
          "A price per GPU-hour must be above 0 and at most 1000000000 $ [%s]. Check the price, its currency and the GPUs."
              .formatted(perGpuHour.value()));
    }
  }

  /** What a reader should look at. */
  public enum Mark {
    /** The price of an instance, divided by its GPUs. */
    DIVIDED,
    /** More than {@link Outliers#FACTOR} times above or below what others ask. */
    OUTLIER,
    /** The same offer stands in an earlier line. */
    DUPLICATE,
    /** Converted from another currency. */
    CONVERTED
  }

  boolean has(Mark mark) {
    return marks.contains(mark);
  }
}
