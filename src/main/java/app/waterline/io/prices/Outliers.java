package app.waterline.io.prices;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Marks prices that lie far from what others ask for the same GPU on the same terms. */
final class Outliers {
  /** How many times above or below the middle is far. */
  static final double FACTOR = 3;

  /** Fewer providers than this have no middle to be far from. */
  private static final int FEWEST_LISTS = 3;

  private record Kind(String gpu, RentalTerms terms) {
    static Kind of(RentalQuote quote) {
      return new Kind(quote.gpu(), quote.terms());
    }
  }

  private Outliers() {}

  static List<RentalQuote> marked(List<RentalQuote> quotes) {
    Map<Kind, List<RentalQuote>> kinds = quotes.stream()
        .collect(Collectors.groupingBy(Kind::of, LinkedHashMap::new, Collectors.toList()));
    Map<Kind, Double> middles = new LinkedHashMap<>();
    kinds.forEach((kind, of) -> middles.put(kind, middle(of)));
    return quotes.stream()
        .map(quote -> marked(quote, middles.get(Kind.of(quote))))
        .toList();
  }

  /** Every provider counts once, or one that asks the same on 100 days would decide alone. */
  private static double middle(List<RentalQuote> quotes) {
    Map<String, List<RentalQuote>> lists = quotes.stream()
        .collect(Collectors.groupingBy(RentalQuote::list, LinkedHashMap::new, Collectors.toList()));
    return lists.size() < FEWEST_LISTS
        ? Double.NaN
        : median(lists.values().stream()
            .mapToDouble(of -> median(
                of.stream().mapToDouble(each -> each.perGpuHour().value()).toArray()))
            .toArray());
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static RentalQuote marked(RentalQuote quote, @Nullable Double middle) {
    double ratio = middle == null ? Double.NaN : quote.perGpuHour().value() / middle;
    return ratio > FACTOR || ratio < 1 / FACTOR ? with(quote, RentalQuote.Mark.OUTLIER) : quote;
  }

  static RentalQuote with(RentalQuote quote, RentalQuote.Mark mark) {
    Set<RentalQuote.Mark> marks = EnumSet.of(mark);
    marks.addAll(quote.marks());
    return new RentalQuote(
        quote.list(),
        quote.gpu(),
        quote.terms(),
        quote.region(),
        quote.date(),
        quote.gpus(),
        quote.perGpuHour(),
        marks,
        quote.line());
  }

  static <K> Map<K, List<RentalQuote>> grouped(
      List<RentalQuote> quotes, Function<RentalQuote, K> key) {
    return quotes.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }
}
