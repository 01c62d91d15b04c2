package app.waterline.io.runs;

import app.waterline.io.EvaluationCsv;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table with one run a row and the names of the fields above it. */
public final class CsvRunWriter implements RunWriter {
  private final CsvWriter csv;
  private boolean header;

  public CsvRunWriter(Writer out) {
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
  }

  @Override
  public void write(RunOutcome outcome) {
    Map<String, @Nullable Object> values = Exported.of(outcome);
    if (!header) {
      csv.writeRecord(values.keySet());
      header = true;
    }
    csv.writeRecord(values.values().stream().map(CsvRunWriter::cell).toList());
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> EvaluationCsv.inert(text);
      case List<?> texts ->
        EvaluationCsv.inert(String.join(" ", texts.stream().map(String::valueOf).toList()));
      default -> value.toString();
    };
  }

  @Override
  public void close() {
    try {
      csv.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
