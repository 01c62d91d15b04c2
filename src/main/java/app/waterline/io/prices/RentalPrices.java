package app.waterline.io.prices;

import app.waterline.io.UnreadableFile;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads rental prices from a table, whichever of the known forms it has.
 *
 * @see "docs/price-lists.md"
 */
public final class RentalPrices {
  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_GAPS_NAMED = 5;

  private RentalPrices() {}

  /**
   * The prices of a file.
   *
   * @param dateIfNone the date of the prices where the form has none, {@code yyyy-MM-dd}
   * @throws UnreadableFile if it is no table of a known form
   */
  public static PriceImport read(Path file, String dateIfNone) throws IOException {
    String name = String.valueOf(file.getFileName());
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UnreadableFile(
            name, "it is too large [more than 64 MiB]. Take the days that matter out of it.");
      }
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        return read(in, name, providerOf(file), dateIfNone);
      }
    } catch (NoSuchFileException e) {
      throw new UnreadableFile(
          name, "there is no such file [%s]. Check the name and the folder.".formatted(file));
    } catch (MalformedInputException e) {
      throw new UnreadableFile(
          name, "it is not UTF-8 text [%s]. Export it as CSV in UTF-8.".formatted(name));
    }
  }

  /** SkyPilot's files lie in a folder named after the cloud, each as {@code vms.csv}. */
  private static String providerOf(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    Path folder = file.toAbsolutePath().getParent();
    return name.equals("vms") && folder != null
        ? String.valueOf(folder.getFileName())
        : name.replaceFirst("^skypilot_catalog_v\\d+_", "").replaceFirst("_gpu_excerpt$", "");
  }

  /**
   * The prices of a text.
   *
   * @param name the name of the file, for messages and for a list without a name
   * @param provider names the list where the form has no provider
   * @param dateIfNone the date of the prices where the form has none
   */
  static PriceImport read(Reader in, String name, String provider, String dateIfNone)
      throws UnreadableFile {
    List<Row> rows = rows(in, name);
    if (rows.isEmpty()) {
      throw new UnreadableFile(name, "it has no rows [empty]. Choose a table with prices.");
    }
    Set<String> header = rows.getFirst().cells().keySet();
    for (RentalForm form : forms(name, provider, dateIfNone)) {
      if (header.containsAll(form.columns())) {
        return read(form, rows, name);
      }
    }
    throw new UnreadableFile(
        name,
        "its columns fit no known form [%s]. Give it gpu, price, date and source; docs/price-lists.md shows how."
            .formatted(String.join(", ", header)));
  }

  private static List<RentalForm> forms(String name, String provider, String dateIfNone) {
    GpuNames names = new GpuNames();
    return List.of(
        new OwnForm(name.replaceFirst("\\.[^.]*$", ""), names),
        new ObservationForm(names),
        new SkyPilotForm(provider, dateIfNone, names));
  }

  /** Whether a table with these columns is one of rental prices. */
  public static boolean knows(Collection<String> columns) {
    return forms("", "", "").stream().anyMatch(form -> columns.containsAll(form.columns()));
  }

  private static List<Row> rows(Reader in, String name) throws UnreadableFile {
    List<Row> rows = new ArrayList<>();
    try {
      List<String> header = null;
      for (CsvRecord row : CsvReader.builder()
          .commentStrategy(CommentStrategy.SKIP)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .ofCsvRecord(in)) {
        if (header == null) {
          header = row.getFields().stream()
              .map(cell -> cell.replace("\uFEFF", "").strip())
              .toList();
        } else {
          rows.add(new Row(cells(header, row), row.getStartingLineNumber()));
        }
      }
      return rows;
    } catch (CsvParseException broken) {
      throw new UnreadableFile(
          name,
          "the table can't be taken apart [%s]. Export it again as plain CSV."
              .formatted(broken.getMessage()));
    }
  }

  private static Map<String, String> cells(List<String> header, CsvRecord row) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int column = 0; column < header.size(); column++) {
      cells.putIfAbsent(
          header.get(column), column < row.getFieldCount() ? row.getField(column) : "");
    }
    return cells;
  }

  private static PriceImport read(RentalForm form, List<Row> rows, String name) {
    form.survey(rows);
    List<RentalQuote> quotes = new ArrayList<>();
    List<PriceProblem> problems = new ArrayList<>();
    for (Row row : rows) {
      try {
        quotes.addAll(form.quotes(row));
      } catch (BadRow bad) {
        problems.add(
            new PriceProblem(name, row.line(), bad.field(), String.valueOf(bad.getMessage())));
      }
    }
    List<RentalQuote> unique = duplicatesMarked(quotes);
    return new PriceImport(Outliers.marked(unique), problems, findings(unique));
  }

  private record Offer(
      String list, String gpu, RentalTerms terms, String region, String date, int gpus) {}

  private static List<RentalQuote> duplicatesMarked(List<RentalQuote> quotes) {
    Set<Offer> seen = new HashSet<>();
    return quotes.stream()
        .map(each -> seen.add(new Offer(
                each.list(), each.gpu(), each.terms(), each.region(), each.date(), each.gpus()))
            ? each
            : Outliers.with(each, RentalQuote.Mark.DUPLICATE))
        .toList();
  }

  private static List<String> findings(List<RentalQuote> quotes) {
    List<String> findings = new ArrayList<>();
    long duplicates =
        quotes.stream().filter(each -> each.has(RentalQuote.Mark.DUPLICATE)).count();
    if (duplicates > 0) {
      findings.add(
          "Rows that repeat an offer of an earlier row, which counts: %d.".formatted(duplicates));
    }
    String gaps = gaps(quotes);
    if (gaps != null) {
      findings.add(gaps);
    }
    return findings;
  }

  /** The days between the first and the last that no row is from. */
  private static @Nullable String gaps(List<RentalQuote> quotes) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    quotes.stream()
        .map(RentalQuote::date)
        .distinct()
        .filter(date -> date.length() == "yyyy-MM-dd".length())
        .forEach(date -> days.add(LocalDate.parse(date)));
    boolean daily = days.size() > 2;
    List<LocalDate> missing = !daily
        ? List.of()
        : days.first()
            .datesUntil(days.last())
            .filter(day -> !days.contains(day))
            .toList();
    if (missing.isEmpty()) {
      return null;
    }
    String named = String.join(
        ", ", missing.stream().limit(MOST_GAPS_NAMED).map(LocalDate::toString).toList());
    return "Days without prices between %2$s and %3$s: %1$d, namely %4$s%5$s."
        .formatted(
            missing.size(),
            days.first(),
            days.last(),
            named,
            missing.size() > MOST_GAPS_NAMED ? ", …" : "");
  }
}
