package app.waterline.io.prices;

import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.PriceList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes price lists of quotes: the newest day of every GPU, the middle of what was asked on it. */
final class PriceLists {
  private record Name(String list, RentalTerms terms) {
    static Name of(RentalQuote quote) {
      return new Name(quote.list(), quote.terms());
    }

    String words() {
      return "%s, %s".formatted(list, terms.words());
    }

    String id() {
      return words().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
  }

  private PriceLists() {}

  static List<PriceList> of(List<RentalQuote> quotes) {
    List<RentalQuote> usable =
        quotes.stream().filter(each -> !each.has(RentalQuote.Mark.DUPLICATE)).toList();
    List<PriceList> lists = new ArrayList<>();
    Outliers.grouped(usable, Name::of).forEach((name, of) -> lists.add(list(name, of)));
    return List.copyOf(lists);
  }

  private static PriceList list(Name name, List<RentalQuote> quotes) {
    Map<String, List<RentalQuote>> gpus = Outliers.grouped(quotes, RentalQuote::gpu);
    List<PriceList.Entry> entries = new ArrayList<>();
    gpus.forEach((gpu, of) -> entries.add(new PriceList.Entry(gpu, newest(of))));
    String date =
        quotes.stream().map(RentalQuote::date).max(Comparator.naturalOrder()).orElse("");
    return new PriceList(
        name.id(),
        name.words(),
        date,
        "Rental %s; US dollars per GPU-hour.".formatted(name.terms().words()),
        entries);
  }

  private static Figure newest(List<RentalQuote> quotes) {
    String date =
        quotes.stream().map(RentalQuote::date).max(Comparator.naturalOrder()).orElse("");
    List<RentalQuote> day =
        quotes.stream().filter(each -> each.date().equals(date)).toList();
    List<RentalQuote> plain =
        day.stream().filter(each -> !each.has(RentalQuote.Mark.OUTLIER)).toList();
    List<RentalQuote> counted = plain.isEmpty() ? day : plain;
    double[] prices =
        counted.stream().mapToDouble(each -> each.perGpuHour().value()).toArray();
    Figure first = counted.getFirst().perGpuHour();
    return new Figure(
        rounded(Outliers.median(prices)), evidence(first.evidence(), counted, plain.isEmpty()));
  }

  /** Without the digits that binary arithmetic adds. */
  private static double rounded(double price) {
    return BigDecimal.valueOf(price).round(new MathContext(12)).doubleValue();
  }

  private static Evidence evidence(Evidence evidence, List<RentalQuote> counted, boolean outlier) {
    String note = evidence.note();
    if (counted.size() > 1) {
      double low =
          counted.stream().mapToDouble(each -> each.perGpuHour().value()).min().orElse(0);
      double high =
          counted.stream().mapToDouble(each -> each.perGpuHour().value()).max().orElse(0);
      note = "Middle of %d offers from $%s to $%s.".formatted(counted.size(), low, high);
    }
    return new Evidence(
        evidence.kind(), evidence.source(), evidence.date(), outlier ? joined(note) : note);
  }

  private static String joined(@Nullable String note) {
    String far = "Outlier: far from what others ask.";
    return note == null ? far : note + " " + far;
  }
}
