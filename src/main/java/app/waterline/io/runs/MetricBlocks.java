package app.waterline.io.runs;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The CSV of AIPerf and GenAI-Perf as the tree that their JSON has: a block of metrics with their
 * percentiles, a blank line, a block of single values. Names differ in case between the tools.
 */
final class MetricBlocks {
  /** Which of the two tools wrote it: the order of the percentiles is their signature. */
  static final String DESCENDING = "percentiles_descending";

  private static final Pattern NAME = Pattern.compile("(.+?)\\s*(?:\\(([^()]*)\\))?");
  private static final Map<String, String> SHORT = Map.of(
      "total_input_sequence_length", "total_isl",
      "total_output_sequence_length", "total_osl");

  private final Map<String, Object> metrics = new LinkedHashMap<>();
  private final long line;
  private List<String> header;

  MetricBlocks(List<String> header, long line) {
    this.header = header;
    this.line = line;
    metrics.put(DESCENDING, header.indexOf("p99") >= 0 && before("p99", "p50"));
  }

  private boolean before(String first, String second) {
    return header.indexOf(first) < header.indexOf(second);
  }

  Fields read(Iterator<CsvRecord> rows) {
    while (rows.hasNext()) {
      CsvRecord row = rows.next();
      if (TableFile.isBlank(row)) {
        continue;
      }
      List<String> cells = TableFile.cleaned(row.getFields());
      if (cells.getFirst().equals("Metric")) {
        header = cells;
      } else if (header.getFirst().equals("Metric")) {
        metric(cells, row.getStartingLineNumber());
      }
      if (cells.getFirst().equals("Endpoint")) {
        header = cells;
      }
    }
    return new Fields(metrics, line);
  }

  private void metric(List<String> cells, long row) {
    Matcher name = NAME.matcher(cells.getFirst());
    if (!name.matches()) {
      return;
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    String unit = name.group(2);
    if (unit != null) {
      figures.put("unit", unit);
    }
    for (int column = 1; column < Math.min(header.size(), cells.size()); column++) {
      if (!cells.get(column).isEmpty()) {
        String statistic = header.get(column);
        figures.put(statistic.equals("Value") ? "avg" : statistic, cells.get(column));
      }
    }
    metrics.putIfAbsent(key(name.group(1)), new Fields(figures, row));
  }

  private static String key(String name) {
    String key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return SHORT.getOrDefault(key, key);
  }
}
