package app.waterline.chart;

import app.waterline.engine.why.BreakEven;
import app.waterline.engine.why.BreakEvens;
import app.waterline.engine.why.Outcome;
import app.waterline.model.Unit;
import java.util.List;
import java.util.Optional;

/**
 * What break-even values say: their finding, and a row for each input.
 *
 * @param found the values
 * @param texts words and numbers
 */
public record BreakEvenWords(BreakEvens found, ChartTexts texts) {
  /** The headings of the columns: input, its value now, the value that makes both level, how far that is, whom it moves. */
  public static List<String> header(ChartTexts texts) {
    return List.of(
        texts.get("breakEven.input"),
        texts.get("breakEven.now"),
        texts.get("breakEven.value"),
        texts.get("breakEven.change"),
        texts.get("breakEven.moves"));
  }

  /** The finding. */
  public String title() {
    boolean dearer = found.ratio() > 1;
    String by = texts.format().ratio(dearer ? found.ratio() : 1 / found.ratio());
    String key = dearer ? "breakEven.title.dearer" : "breakEven.title.cheaper";
    Optional<BreakEvens.Row> nearest = found.nearest();
    if (nearest.isEmpty()) {
      return texts.get(key + ".none", found.first().name(), found.second().name(), by);
    }
    BreakEvens.Row row = nearest.get();
    return texts.get(
        key,
        found.first().name(),
        found.second().name(),
        inSentence(name(row)),
        value(row),
        change(row),
        by);
  }

  /** What was moved, and what stood still. */
  public String subtitle() {
    return texts.get("breakEven.subtitle", found.first().name(), found.second().name());
  }

  /** The cells of a row, in the order of the header. */
  public List<String> cells(BreakEvens.Row row) {
    return List.of(name(row), now(row), value(row), change(row), moves(row));
  }

  /** All rows. */
  public DataTable table() {
    return new DataTable(header(texts), found.rows().stream().map(this::cells).toList());
  }

  private String name(BreakEvens.Row row) {
    return row.lever().map(texts::name).orElseGet(() -> texts.get("breakEven.throughput"));
  }

  private static String inSentence(String name) {
    boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private String now(BreakEvens.Row row) {
    return shown(row.now(), row.unit());
  }

  private String shown(double value, Unit unit) {
    return texts.format().format(value, unit);
  }

  private String value(BreakEvens.Row row) {
    return switch (row.value()) {
      case Outcome.Found<Double> known -> shown(known.value(), row.unit());
      case Outcome.None<Double> none ->
        none.reason().equals("none in range")
            ? texts.get("breakEven.none")
            : texts.say(none.reason());
    };
  }

  private String change(BreakEvens.Row row) {
    return row.times().map(times -> texts.format().ratio(times)).orElse("");
  }

  private String moves(BreakEvens.Row row) {
    return row.moved() == BreakEven.Moved.BOTH
        ? texts.get("breakEven.both")
        : found.first().name();
  }
}
