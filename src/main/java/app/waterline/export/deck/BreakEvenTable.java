package app.waterline.export.deck;

import app.waterline.chart.BreakEvenWords;
import app.waterline.engine.why.BreakEvens;
import app.waterline.engine.why.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The values at which two platforms cost the same, as a table in which those values stand out. */
record BreakEvenTable(BreakEvenWords words) {
  private static final int VALUE = 2;
  private static final double LEAST = 7;
  private static final double MOST = 26;

  SlideTable content() {
    List<List<SlideTable.Cell>> rows =
        words.found().rows().stream().map(this::row).toList();
    List<String> header = words.table().header();
    List<SlideTable.Column> columns = new ArrayList<>();
    for (int place = 0; place < header.size(); place++) {
      columns.add(column(header.get(place), place, rows));
    }
    return new SlideTable(columns, rows, words.subtitle());
  }

  /** Names at the left, numbers at the right, each column as wide as what stands in it. */
  private static SlideTable.Column column(
      String heading, int place, List<List<SlideTable.Cell>> rows) {
    double longest = rows.stream()
        .map(row -> row.get(place))
        .filter(cell -> cell.tone() != SlideTable.Tone.REASON)
        .mapToDouble(cell -> cell.text().length() * TableSetting.scale(cell))
        .max()
        .orElse(LEAST);
    boolean number = place > 0 && place < VALUE + 2;
    return new SlideTable.Column(heading, null, Math.clamp(longest + 3, LEAST, MOST), number);
  }

  private List<SlideTable.Cell> row(BreakEvens.Row row) {
    List<String> said = words.cells(row);
    List<SlideTable.Cell> cells = new ArrayList<>();
    for (int place = 0; place < said.size(); place++) {
      cells.add(
          place == VALUE
              ? value(row, said.get(place))
              : place > VALUE
                  ? SlideTable.Cell.muted(said.get(place))
                  : SlideTable.Cell.of(said.get(place)));
    }
    return cells;
  }

  private static SlideTable.Cell value(BreakEvens.Row row, String said) {
    return row.value() instanceof Outcome.Found
        ? SlideTable.Cell.strong(said)
        : SlideTable.Cell.reason(said);
  }
}
