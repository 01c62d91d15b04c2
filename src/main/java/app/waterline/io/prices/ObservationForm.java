package app.waterline.io.prices;

import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Daily observations of what providers ask. Some rows price the instance and some the GPU, without
 * saying which: the provider's own price of a single GPU decides, or where it has none, what a single
 * one costs elsewhere.
 */
final class ObservationForm implements RentalForm {
  private final GpuNames names;
  private final Map<String, Double> singles = new HashMap<>();

  ObservationForm(GpuNames names) {
    this.names = names;
  }

  @Override
  public Set<String> columns() {
    return Set.of("date", "provider", "gpu_model", "gpu_count", "price_median_usd");
  }

  @Override
  public void survey(List<Row> rows) {
    Map<String, List<Double>> seen = new HashMap<>();
    for (Row row : rows) {
      Double price = numberOrNone(row);
      if (price != null && price > 0 && row.text("gpu_count").equals("1")) {
        seen.computeIfAbsent(key(row, row.text("provider")), key -> new ArrayList<>())
            .add(price);
        seen.computeIfAbsent(key(row, ""), key -> new ArrayList<>()).add(price);
      }
    }
    seen.forEach((key, prices) -> singles.put(
        key, Outliers.median(prices.stream().mapToDouble(Double::doubleValue).toArray())));
  }

  private static @Nullable Double numberOrNone(Row row) {
    try {
      return row.number("price_median_usd");
    } catch (BadRow reportedWhenItIsRead) {
      return null;
    }
  }

  private static String key(Row row, String provider) {
    return provider + "|" + row.text("gpu_model") + "|" + row.text("rental_type");
  }

  @Override
  public List<RentalQuote> quotes(Row row) {
    int gpus = row.gpus("gpu_count");
    double price = row.price("price_median_usd");
    boolean instance = gpus > 1 && isOfInstance(row, price, gpus);
    String provider = row.required("provider");
    Evidence evidence = new Evidence(
        Evidence.Kind.PUBLISHED,
        "%s, seen at %s".formatted(provider, row.text("source_url")),
        row.date("date"),
        note(row, gpus, instance));
    return List.of(new RentalQuote(
        provider,
        names.of(row.required("gpu_model")),
        RentalTerms.of("rental_type", row.text("rental_type")),
        row.text("region"),
        row.date("date"),
        gpus,
        new Figure(instance ? price / gpus : price, evidence),
        instance ? Set.of(RentalQuote.Mark.DIVIDED) : Set.of(),
        row.line()));
  }

  /** Which reading lies nearer, as a ratio, to what a single GPU costs. */
  private boolean isOfInstance(Row row, double price, int gpus) {
    Double own = singles.get(key(row, row.text("provider")));
    Double single = own == null ? singles.get(key(row, "")) : own;
    return single == null
        || Math.abs(Math.log(price / gpus / single)) < Math.abs(Math.log(price / single));
  }

  private static @Nullable String note(Row row, int gpus, boolean instance) {
    if (gpus == 1) {
      return null;
    }
    return instance
        ? "%s $ read as the price of %d GPUs".formatted(row.text("price_median_usd"), gpus)
        : "%s $ for %d GPUs read as the price of each"
            .formatted(row.text("price_median_usd"), gpus);
  }
}
