package app.waterline.cli;

import app.waterline.document.Levers;
import app.waterline.engine.Evaluation;
import app.waterline.export.report.FigureTable;
import app.waterline.io.EvaluationCsv;
import app.waterline.io.EvaluationJson;
import java.util.Locale;
import java.util.function.Function;

/** How an evaluation becomes text in each form. */
final class Writing {
  private Writing() {}

  /**
   * @param locale how numbers read where a person reads them
   */
  static Function<Evaluation, String> of(Format format, Locale locale) {
    return switch (format) {
      case TABLE -> evaluation -> FigureTable.of(evaluation, locale).text();
      case MARKDOWN -> evaluation -> FigureTable.of(evaluation, locale).markdown();
      case JSON -> evaluation -> EvaluationJson.write(evaluation, Levers.bands(evaluation));
      case CSV -> evaluation -> EvaluationCsv.write(evaluation, Levers.bands(evaluation));
    };
  }
}
