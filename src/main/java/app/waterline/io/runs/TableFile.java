package app.waterline.io.runs;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CSV with commas, semicolons or tabs: comment lines before the header, one row a record; or AIPerf's
 * and GenAI-Perf's blocks of metrics, all of them one record; or GuideLLM's three header rows.
 */
final class TableFile {
  private static final int LONGEST_CELL = 2_000;

  private final RecordSink sink;

  private TableFile(RecordSink sink) {
    this.sink = sink;
  }

  static void read(Reader in, char separator, RecordSink sink) {
    CsvReader<CsvRecord> reader = CsvReader.builder()
        .fieldSeparator(separator)
        .commentStrategy(CommentStrategy.SKIP)
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(in);
    try {
      new TableFile(sink).rows(reader.iterator());
    } catch (CsvParseException broken) {
      sink.fault(new BadRecord(
          null,
          "The table can't be taken apart [%s]. Export it again as plain CSV."
              .formatted(broken.getMessage())));
    }
  }

  private void rows(Iterator<CsvRecord> rows) {
    CsvRecord first = nextFilled(rows);
    if (first == null) {
      return;
    }
    List<String> header = cleaned(first.getFields());
    if (header.size() > 1 && header.getFirst().equals("Metric")) {
      sink.record(new MetricBlocks(header, first.getStartingLineNumber()).read(rows));
    } else if (header.size() > 1
        && header.getFirst().equals("Run Info")
        && header.get(1).equals("Run Info")) {
      records(joined(header, rows), rows);
    } else {
      records(header, rows);
    }
  }

  private void records(List<String> header, Iterator<CsvRecord> rows) {
    while (rows.hasNext()) {
      CsvRecord row = rows.next();
      if (isBlank(row)) {
        continue;
      }
      sink.record(new Fields(cells(header, row), row.getStartingLineNumber()));
    }
  }

  /** Duplicate columns exist; the first that is filled counts. */
  private static Map<String, Object> cells(List<String> header, CsvRecord row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    int width = Math.min(header.size(), row.getFieldCount());
    for (int column = 0; column < width; column++) {
      String cell = row.getField(column);
      if (!cell.isBlank() && cell.length() <= LONGEST_CELL) {
        cells.putIfAbsent(header.get(column), cell);
      }
    }
    return cells;
  }

  /** Group, metric and statistic of three header rows in one name. */
  private static List<String> joined(List<String> groups, Iterator<CsvRecord> rows) {
    List<String> names = new ArrayList<>(groups);
    for (int more = 0; more < 2 && rows.hasNext(); more++) {
      List<String> next = cleaned(rows.next().getFields());
      for (int column = 0; column < Math.min(names.size(), next.size()); column++) {
        names.set(column, (names.get(column) + " | " + next.get(column)).strip());
      }
    }
    return names;
  }

  private static @Nullable CsvRecord nextFilled(Iterator<CsvRecord> rows) {
    while (rows.hasNext()) {
      CsvRecord row = rows.next();
      if (!isBlank(row)) {
        return row;
      }
    }
    return null;
  }

  static boolean isBlank(CsvRecord row) {
    return row.getFieldCount() == 1 && row.getField(0).isBlank();
  }

  /** Headers without byte-order marks and blanks around them. */
  static List<String> cleaned(List<String> cells) {
    return cells.stream().map(cell -> cell.replace("\uFEFF", "").strip()).toList();
  }
}
