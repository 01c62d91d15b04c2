package app.waterline.io.prices;

import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Our own form: {@code list, gpu, price, currency, unitsPerDollar, rateDate, gpus, terms, region, date,
 * source, kind, note}.
 *
 * @see "docs/price-lists.md"
 */
final class OwnForm implements RentalForm {
  private final String fileName;
  private final GpuNames names;

  /**
   * @param fileName names the list where the rows do not
   */
  OwnForm(String fileName, GpuNames names) {
    this.fileName = fileName;
    this.names = names;
  }

  @Override
  public Set<String> columns() {
    return Set.of("gpu", "price", "date", "source");
  }

  @Override
  public List<RentalQuote> quotes(Row row) {
    int gpus = row.gpus("gpus");
    String currency = currency(row);
    Set<RentalQuote.Mark> marks = EnumSet.noneOf(RentalQuote.Mark.class);
    if (gpus > 1) {
      marks.add(RentalQuote.Mark.DIVIDED);
    }
    if (!currency.equals("USD")) {
      marks.add(RentalQuote.Mark.CONVERTED);
    }
    double dollars = row.price("price") / gpus / unitsPerDollar(row, currency);
    return List.of(new RentalQuote(
        row.text("list").isEmpty() ? fileName : row.text("list"),
        names.of(row.required("gpu")),
        RentalTerms.of("terms", row.text("terms")),
        row.text("region"),
        row.date("date"),
        gpus,
        new Figure(dollars, evidence(row, currency, gpus)),
        marks,
        row.line()));
  }

  private static String currency(Row row) {
    String code = row.text("currency").toUpperCase(Locale.ROOT);
    if (!code.isEmpty() && !code.matches("[A-Z]{3}")) {
      throw new BadRow(
          "currency",
          "A currency code has three letters [%s]. Write EUR for the euro.".formatted(code));
    }
    return code.isEmpty() ? "USD" : code;
  }

  private static double unitsPerDollar(Row row, String currency) {
    if (currency.equals("USD")) {
      return 1;
    }
    if (row.text("unitsPerDollar").isEmpty() || row.text("rateDate").isEmpty()) {
      throw new BadRow(
          "unitsPerDollar",
          "A currency needs a rate and its date [%s]. Fill in unitsPerDollar and rateDate."
              .formatted(currency));
    }
    row.date("rateDate");
    return row.price("unitsPerDollar");
  }

  private static Evidence evidence(Row row, String currency, int gpus) {
    StringBuilder note = new StringBuilder(row.text("note"));
    if (gpus > 1) {
      note.append(note.isEmpty() ? "" : "; ")
          .append("%s %s for %d GPUs".formatted(row.text("price"), currency, gpus));
    }
    if (!currency.equals("USD")) {
      note.append(note.isEmpty() ? "" : "; ")
          .append("%s %s at %s per dollar, %s"
              .formatted(
                  row.text("price"), currency, row.text("unitsPerDollar"), row.text("rateDate")));
    }
    return new Evidence(
        kind(row),
        row.required("source"),
        row.date("date"),
        note.isEmpty() ? null : note.toString());
  }

  private static Evidence.Kind kind(Row row) {
    String kind = row.text("kind");
    String key = kind.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    return Arrays.stream(Evidence.Kind.values())
        .filter(each -> each.name().equals(kind.isEmpty() ? "PUBLISHED" : key))
        .findFirst()
        .orElseThrow(() -> new BadRow(
            "kind",
            "There is no such kind of evidence [%s]. Write measured, published, vendorClaim, quote or assumption."
                .formatted(kind)));
  }
}
