package app.waterline.engine.why;

import app.waterline.engine.Metric;
import app.waterline.engine.why.ClaimTable.Cell;
import app.waterline.engine.why.ClaimTable.Column;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.Peak;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Precision;
import app.waterline.model.QuotedPeak;
import app.waterline.model.Sparsity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which peak stands behind each figure of FLOPS per dollar, found by trying the known peaks of the
 * platform, and which megawatt is counted.
 */
final class Quotes {
  private final ClaimTable table;
  private final Map<String, Platform> known;
  private final Map<Column, Quote> quotes = new HashMap<>();

  /** A peak that gives the printed figure, and how it must have been printed. */
  private record Quote(
      Cell cell, QuotedPeak peak, double pflops, double computed, Reading.Way way) {
    String words() {
      return "%s %s"
          .formatted(peak.precision(), peak.sparsity() == Sparsity.DENSE ? "dense" : "sparse");
    }
  }

  private Quotes(ClaimTable table, Map<String, Platform> known) {
    this.table = table;
    this.known = known;
    for (Column column : table.columns()) {
      column
          .of(Metric.PFLOPS_PER_DOLLAR)
          .flatMap(cell -> quote(column, cell))
          .ifPresent(quote -> quotes.put(column, quote));
    }
  }

  static Quotes of(ClaimTable table, List<Platform> known) {
    Map<String, Platform> byId = new HashMap<>();
    known.forEach(platform -> byId.putIfAbsent(platform.id(), platform));
    return new Quotes(table, byId);
  }

  private @Nullable Hardware hardware(Column column) {
    Platform platform = known.get(column.platform());
    return platform == null ? null : platform.hardware();
  }

  private Optional<Quote> quote(Column column, Cell cell) {
    Hardware hardware = hardware(column);
    Interval price = column.faces().get(Hidden.PRICE);
    if (hardware == null || price == null) {
      return Optional.empty();
    }
    List<Quote> fitting = new ArrayList<>();
    hardware.peakPflops().forEach((precision, peak) -> {
      for (Sparsity sparsity : Sparsity.values()) {
        tried(cell, new QuotedPeak(precision, sparsity), peak, price).ifPresent(fitting::add);
      }
    });
    QuotedPeak quoted = hardware.quotedPeak();
    return fitting.stream()
        .min(Comparator.comparing(Quote::way)
            .thenComparing(quote -> !quote.peak().equals(quoted)));
  }

  private static Optional<Quote> tried(Cell cell, QuotedPeak kind, Peak peak, Interval price) {
    Figure pflops = peak.at(kind.sparsity());
    if (pflops == null) {
      return Optional.empty();
    }
    Interval computed = Interval.at(pflops.value()).over(price);
    return cell.reading()
        .wayOf(computed)
        .map(way -> new Quote(cell, kind, pflops.value(), computed.low(), way));
  }

  /** Whether FLOPS per dollar of a platform was cut off. */
  Optional<Finding> cutOff(Column column, Cell cell) {
    Quote quote = quotes.get(column);
    return quote == null || quote.way() == Reading.Way.ROUNDED
        ? Optional.empty()
        : Optional.of(new Finding.CutOff(
            cell.place(),
            quote.computed(),
            "%s PFLOP/s (%s) ÷ %s"
                .formatted(Words.figure(quote.pflops()), quote.words(), priceText(column))));
  }

  private static String priceText(Column column) {
    return column.printing(Hidden.PRICE).map(cell -> cell.place().text()).orElse("the price");
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    mixedPeaks().ifPresent(findings::add);
    mixedPower().ifPresent(findings::add);
    return findings;
  }

  private Optional<Finding> mixedPeaks() {
    List<Column> quoted = table.columns().stream().filter(quotes::containsKey).toList();
    if (quoted.stream().map(column -> quote(column).peak()).distinct().count() < 2) {
      return Optional.empty();
    }
    return Optional.of(new Finding.MixedBasis(
        Finding.MixedBasis.Basis.PEAK,
        quoted.stream().map(column -> quote(column).cell().place()).toList(),
        quoted.stream()
            .map(column -> "%s of %s".formatted(quote(column).words(), column.name()))
            .toList(),
        likeForLike(quoted)));
  }

  private Quote quote(Column column) {
    Quote found = quotes.get(column);
    if (found == null) {
      throw new IllegalArgumentException(column.name());
    }
    return found;
  }

  /** The same row at one precision, dense, which all of them have. */
  private String likeForLike(List<Column> columns) {
    for (Precision precision : Precision.values()) {
      List<String> figures = new ArrayList<>();
      for (Column column : columns) {
        dense(column, precision)
            .ifPresent(
                figure -> figures.add("%s %s".formatted(column.name(), Words.figure(figure))));
      }
      boolean asked =
          columns.stream().anyMatch(column -> quote(column).peak().precision() == precision);
      if (asked && figures.size() == columns.size()) {
        return "Like for like, %s dense: %s.".formatted(precision, String.join(", ", figures));
      }
    }
    return "";
  }

  private Optional<Double> dense(Column column, Precision precision) {
    Hardware hardware = hardware(column);
    Figure peak = hardware == null ? null : hardware.peak(precision, Sparsity.DENSE);
    Interval price = column.faces().get(Hidden.PRICE);
    return peak == null || price == null
        ? Optional.empty()
        : Optional.of(peak.value() / price.low());
  }

  private Optional<Finding> mixedPower() {
    List<Place> places = new ArrayList<>();
    List<String> counted = new ArrayList<>();
    Map<PowerBasis, Integer> bases = new HashMap<>();
    for (Column column : table.columns()) {
      Hardware hardware = hardware(column);
      Power power = hardware == null ? null : hardware.power();
      Optional<Cell> cell = column.of(Metric.TOKENS_PER_SECOND_PER_MW);
      if (power != null && cell.isPresent()) {
        places.add(cell.get().place());
        counted.add("%s of %s"
            .formatted(
                power.powerBasis().name().replace('_', ' ').toLowerCase(Locale.ROOT),
                column.name()));
        bases.merge(power.powerBasis(), 1, Integer::sum);
      }
    }
    return bases.size() < 2
        ? Optional.empty()
        : Optional.of(new Finding.MixedBasis(Finding.MixedBasis.Basis.POWER, places, counted, ""));
  }
}
