package app.waterline.io;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.engine.why.Band;
import app.waterline.engine.why.Bands;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The figures as comma-separated values, a line a figure; the same in every locale.
 *
 * @see "docs/command-line.md"
 */
public final class EvaluationCsv {
  private static final List<String> HEADER = List.of(
      "platform",
      "baseline",
      "metric",
      "value",
      "unit",
      "quality",
      "relative",
      "notAvailable",
      "p5",
      "p50",
      "p95",
      "chanceCheaper");

  /** What a spreadsheet would run as a formula, after any blanks. */
  private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private EvaluationCsv() {}

  /** A header, then a line for every metric of every platform. */
  public static String write(Evaluation evaluation) {
    return write(evaluation, Optional.empty());
  }

  /** The same with how sure each uncertain figure is. */
  public static String write(Evaluation evaluation, Optional<Bands> bands) {
    StringWriter text = new StringWriter();
    CsvWriter csv =
        CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
    csv.writeRecord(HEADER);
    evaluation.platforms().forEach(platform -> write(evaluation, platform, bands, csv));
    return text.toString();
  }

  private static void write(
      Evaluation evaluation, PlatformEvaluation platform, Optional<Bands> bands, CsvWriter csv) {
    String id = platform.platform().id();
    boolean baseline = platform.platform().id().equals(evaluation.workspace().baseline());
    for (Metric metric : Metric.values()) {
      Result result = platform.of(metric);
      Optional<Band> band = bands.flatMap(known -> known.of(id, metric));
      csv.writeRecord(
          inert(platform.platform().name()),
          String.valueOf(baseline),
          metric.key(),
          number(result),
          EvaluationJson.symbol(metric.unit(), evaluation.workspace().currency().code()),
          quality(result),
          number(evaluation.relative(platform, metric)),
          inert(reason(result)),
          plain(band.map(Band::p5)),
          plain(band.map(Band::p50)),
          plain(band.map(Band::p95)),
          metric == evaluation.headline()
              ? plain(bands.flatMap(known -> known.chanceCheaper(id)))
              : "");
    }
  }

  private static String number(Result result) {
    return result.figure().map(figure -> plain(figure.value())).orElse("");
  }

  private static String plain(Optional<Double> value) {
    return value.map(EvaluationCsv::plain).orElse("");
  }

  static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  static String quality(Result result) {
    return result
        .figure()
        .map(figure -> figure.quality().name().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private static String reason(Result result) {
    return result instanceof NotAvailable missing ? missing.reason() : "";
  }

  /** The text with an apostrophe in front where a spreadsheet would run it, as spreadsheets mark such text themselves. */
  public static String inert(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
