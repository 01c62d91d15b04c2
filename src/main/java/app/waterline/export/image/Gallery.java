package app.waterline.export.image;

import app.waterline.chart.ChartGallery;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.DistributionChart;
import app.waterline.document.Levers;
import app.waterline.engine.Evaluation;
import app.waterline.engine.why.Outcome;
import app.waterline.model.InvalidInput;

/** Every chart that an export can show: those of the figures, of the plan, and of the what-if questions. */
public final class Gallery {
  private Gallery() {}

  /** The charts of an evaluation, by name. */
  public static ChartGallery of(Evaluation evaluation, ChartTexts texts) {
    ChartGallery charts = new ChartGallery(evaluation, texts, () -> Levers.bands(evaluation));
    WhatIf questions = new WhatIf(evaluation, texts);
    if (questions.priced() > 0) {
      charts.add("tornado", questions::tornado);
    }
    if (questions.priced() > 1) {
      charts.add("bridge", () -> found(questions.bridge(), texts));
      charts.add("winner-map", () -> found(questions.winners(), texts));
    }
    if (questions.priced() > 0 && !Levers.uncertain(evaluation.workspace()).isEmpty()) {
      charts.add(
          "distribution",
          () -> found(questions.distribution(DistributionChart.Shape.HISTOGRAM), texts));
      charts.add(
          "cumulative",
          () -> found(questions.distribution(DistributionChart.Shape.CUMULATIVE), texts));
    }
    return charts;
  }

  private static ChartSpec found(Outcome<ChartSpec> answer, ChartTexts texts) {
    return switch (answer) {
      case Outcome.Found<ChartSpec> found -> found.value();
      case Outcome.None<ChartSpec> none ->
        throw new InvalidInput("This chart can't be drawn [%s]. Choose another chart."
            .formatted(texts.say(none.reason())));
    };
  }
}
