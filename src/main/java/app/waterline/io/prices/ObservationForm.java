package app.waterline.io.prices;

import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Daily observations of what providers ask. Some rows price the instance and some the GPU, without
 * saying which: the provider's own price of a single GPU decides; where it has none, its own price of
 * another day that is n times as high or low; and at last what a single one costs elsewhere.
 */
final class ObservationForm implements RentalForm {
  /** Prices this close, as a share, are the same but for rounding. */
  private static final double SAME = 0.005;

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
    Map<String, NavigableMap<Double, Row>> instances = new LinkedHashMap<>();
    for (Row row : rows) {
      Double price = numberOrNone(row);
      if (price != null && price > 0) {
        survey(row, price, seen, instances);
      }
    }
    seen.forEach((key, prices) -> singles.put(
        key, Outliers.median(prices.stream().mapToDouble(Double::doubleValue).toArray())));
    instances.values().forEach(this::compareDays);
  }

  private static void survey(
      Row row,
      double price,
      Map<String, List<Double>> seen,
      Map<String, NavigableMap<Double, Row>> instances) {
    String own = key(row, row.text("provider"));
    String count = row.text("gpu_count");
    if (count.equals("1")) {
      seen.computeIfAbsent(own, key -> new ArrayList<>()).add(price);
      seen.computeIfAbsent(key(row, ""), key -> new ArrayList<>()).add(price);
    } else {
      instances.computeIfAbsent(own + "|" + count, key -> new TreeMap<>()).put(price, row);
    }
  }

  /** A provider that asks n times the price of another day for the same n GPUs says which is which. */
  private void compareDays(NavigableMap<Double, Row> prices) {
    Row row = prices.firstEntry().getValue();
    Double count = row.cells().getOrDefault("gpu_count", "").matches("\\d{1,6}")
        ? row.number("gpu_count")
        : null;
    if (count == null || count < 2) {
      return;
    }
    for (double price : prices.keySet()) {
      Double each = prices.floorKey(price / count * (1 + SAME));
      if (each != null && each > price / count * (1 - SAME)) {
        singles.putIfAbsent(key(row, row.text("provider")), each);
      }
    }
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
