package app.waterline.io.prices;

import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** SkyPilot's catalogue: prices of instances, on demand and spot, in columns whose order differs by cloud. */
final class SkyPilotForm implements RentalForm {
  private final String provider;
  private final String date;
  private final GpuNames names;

  /**
   * @param provider the cloud; the table does not name it
   * @param date of the prices; the table has none
   */
  SkyPilotForm(String provider, String date, GpuNames names) {
    this.provider = provider;
    this.date = date;
    this.names = names;
  }

  @Override
  public Set<String> columns() {
    return Set.of("InstanceType", "AcceleratorName", "AcceleratorCount", "Price");
  }

  @Override
  public List<RentalQuote> quotes(Row row) {
    if (row.text("AcceleratorName").isEmpty()) {
      return List.of();
    }
    List<RentalQuote> quotes = new ArrayList<>();
    if (!row.text("Price").isEmpty()) {
      quotes.add(quote(row, "Price", RentalTerms.ON_DEMAND));
    }
    if (!row.text("SpotPrice").isEmpty()) {
      quotes.add(quote(row, "SpotPrice", RentalTerms.SPOT));
    }
    if (quotes.isEmpty()) {
      throw new BadRow("Price", "There is no price [empty]. Fill in Price or SpotPrice.");
    }
    return quotes;
  }

  private RentalQuote quote(Row row, String column, RentalTerms terms) {
    int gpus = row.gpus("AcceleratorCount");
    String instance = row.text("InstanceType");
    Evidence evidence = new Evidence(
        Evidence.Kind.PUBLISHED,
        "SkyPilot catalogue, %s, %s".formatted(provider, instance),
        date,
        gpus == 1 ? null : "%s $ for %d GPUs".formatted(row.text(column), gpus));
    return new RentalQuote(
        provider,
        names.of(row.required("AcceleratorName")),
        terms,
        row.text("Region"),
        date,
        gpus,
        new Figure(row.price(column) / gpus, evidence),
        gpus == 1 ? Set.of() : Set.of(RentalQuote.Mark.DIVIDED),
        row.line());
  }
}
