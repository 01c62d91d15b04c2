package app.waterline.cli;

import app.waterline.engine.why.ClaimCheck;
import app.waterline.engine.why.Finding;
import app.waterline.engine.why.Hidden;
import app.waterline.engine.why.Interval;
import app.waterline.format.QuantityFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The check of a claim as people read it: what was found, and what the table leaves for its inputs. */
final class ClaimReport {
  private static final List<String> HEADER =
      List.of("Input", "printed", "needed, cell by cell", "all cells together");
  private static final String GAP = "   ";
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private final ClaimCheck check;
  private final QuantityFormat format;

  private ClaimReport(ClaimCheck check, Locale locale) {
    this.check = check;
    this.format = new QuantityFormat(locale);
  }

  static ClaimReport of(ClaimCheck check, Locale locale) {
    return new ClaimReport(check, locale);
  }

  /** Sentences and aligned columns for a terminal. */
  String text() {
    StringBuilder text = new StringBuilder(printable(check.claim().title())).append("\n\n");
    findings("• ").forEach(line -> text.append(line).append('\n'));
    text.append('\n');
    List<List<String>> rows = rows();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        int column = i;
        int width = rows.stream()
            .mapToInt(
                each -> each.get(column).codePointCount(0, each.get(column).length()))
            .max()
            .orElse(0);
        String cell = row.get(i);
        line.append(cell)
            .append(" ".repeat(width - cell.codePointCount(0, cell.length())))
            .append(GAP);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** A list and a table in Markdown. */
  String markdown() {
    StringBuilder text =
        new StringBuilder("## ").append(escaped(check.claim().title())).append("\n\n");
    findings("- ").forEach(line -> text.append(escaped(line)).append('\n'));
    List<List<String>> rows = rows();
    for (List<String> row : rows) {
      text.append(row.equals(rows.getFirst()) ? "\n" : "")
          .append(row.stream()
              .map(ClaimReport::escaped)
              .collect(Collectors.joining(" | ", "| ", " |\n")))
          .append(row.equals(rows.getFirst()) ? "|---|---|---|---|\n" : "");
    }
    return text.toString();
  }

  private List<String> findings(String mark) {
    return check.holds()
        ? List.of(mark + "Nothing found: all cells agree to their printed digits.")
        : check.findings().stream()
            .map(Finding::words)
            .map(words -> mark + printable(words))
            .toList();
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>(List.of(HEADER));
    for (ClaimCheck.Implied each : check.inputs()) {
      rows.add(List.of(
          printable("%s, %s".formatted(each.row(), name(each.input()))),
          printable(each.printed().orElse("not printed")),
          each.toTheLetter().stream()
              .map(need -> printable("%s for %s"
                  .formatted(range(need.range(), each.input()), need.cell().text())))
              .collect(Collectors.joining("; ")),
          each.together().map(range -> range(range, each.input())).orElse("none")));
    }
    return rows;
  }

  private static String name(Hidden input) {
    return switch (input) {
      case PRICE -> "price";
      case THROUGHPUT -> "throughput";
      case POWER -> "power";
      case PEAK -> "quoted peak";
    };
  }

  private String range(Interval range, Hidden input) {
    String low = figure(range.low(), input);
    String high = Double.isInfinite(range.high()) ? "any more" : figure(range.high(), input);
    return "%s %s"
        .formatted(low.equals(high) ? low : low + "–" + high, input.unit().symbol());
  }

  /** With a digit more than elsewhere: the ends of a range often differ in the fourth only. */
  private String figure(double value, Hidden input) {
    return format.field(new BigDecimal(value).round(FOUR_DIGITS).doubleValue(), input.unit());
  }

  // A claim comes from a file of somebody else's; it must not steer the terminal.
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static String escaped(String text) {
    return printable(text).replaceAll("([\\\\`*_<>|\\[\\]])", "\\\\$1");
  }
}
