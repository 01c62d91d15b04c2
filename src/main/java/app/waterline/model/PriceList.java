package app.waterline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dated prices for GPU-hours under one set of terms. A switch re-prices the whole workspace with it.
 *
 * @param id unique in the workspace
 * @param name what the switch shows, for example {@code InferenceX Aug 2025, hyperscaler}
 * @param date {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}
 * @param terms who pays whom for what, in a sentence
 * @param entries the prices; none for a list that asks for a quote
 */
public record PriceList(String id, String name, String date, String terms, List<Entry> entries) {
  /**
   * One price.
   *
   * @param gpu the GPU, as {@link Hardware#gpu()} names it
   * @param ratePerGpuHour US dollars per GPU-hour
   */
  public record Entry(String gpu, Figure ratePerGpuHour) {
    public Entry {
      Input.RATE_PER_GPU_HOUR.requireOf(ratePerGpuHour);
    }
  }

  public PriceList {
    entries = List.copyOf(entries);
  }

  /** The price of a GPU in this list, or null where it has none. */
  public @Nullable Figure priceOf(String gpu) {
    for (Entry entry : entries) {
      if (entry.gpu().equals(gpu)) {
        return entry.ratePerGpuHour();
      }
    }
    return null;
  }
}
