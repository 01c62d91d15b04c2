package app.waterline.io;

import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Result;
import app.waterline.engine.plan.CashYear;
import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.PlanMetric;
import app.waterline.engine.plan.PlatformPlan;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;

/**
 * A plan as comma-separated values, a line a figure; the lines of the cash flow have a year.
 *
 * @see "docs/command-line.md"
 */
public final class PlanCsv {
  private static final List<String> HEADER =
      List.of("platform", "year", "figure", "value", "unit", "quality", "notAvailable");

  private PlanCsv() {}

  /** A header, then every figure of every platform. */
  public static String write(Plan plan) {
    StringWriter text = new StringWriter();
    CsvWriter csv =
        CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
    csv.writeRecord(HEADER);
    String currency = plan.evaluation().workspace().currency().code();
    plan.platforms().forEach(each -> write(each, currency, csv));
    return text.toString();
  }

  private static void write(PlatformPlan plan, String currency, CsvWriter csv) {
    for (PlanMetric metric : PlanMetric.values()) {
      String unit = EvaluationJson.symbol(metric.unit(), currency);
      write(plan, "", metric.key(), plan.of(metric), unit, csv);
    }
    for (CashYear row : plan.cashFlow()) {
      String year = EvaluationCsv.plain(row.end());
      List.of(
              row.tokens(),
              row.revenue(),
              row.runningCost(),
              row.capital(),
              row.residual(),
              row.tax(),
              row.net(),
              row.cumulative())
          .forEach(each -> write(
              plan, year, each.name(), each, EvaluationJson.symbol(each.unit(), currency), csv));
    }
  }

  private static void write(
      PlatformPlan plan, String year, String figure, Result result, String unit, CsvWriter csv) {
    csv.writeRecord(
        EvaluationCsv.inert(plan.platform().name()),
        year,
        figure,
        result.figure().map(Explained::value).map(EvaluationCsv::plain).orElse(""),
        unit,
        EvaluationCsv.quality(result),
        result instanceof NotAvailable missing ? EvaluationCsv.inert(missing.reason()) : "");
  }
}
